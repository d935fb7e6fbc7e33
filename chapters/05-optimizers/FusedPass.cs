using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reference.Optimizers;

/// <summary>A rule on a register of weights: it changes w and its state a, b by the gradient g. Every lane is one weight.</summary>
internal interface IUpdate
{
    /// <summary>How many of the states a, b the rule keeps: 0, 1 or 2.</summary>
    static abstract int States { get; }

    /// <summary>One step.</summary>
    void Of(ref Vector<double> w, Vector<double> g, ref Vector<double> a, ref Vector<double> b);
}

/// <summary>
/// A rule over a parameter's memory in one pass: each weight, gradient and state is read once and written once, and nothing is allocated that grows with the parameter. Lanes do not
/// meet and no product is fused with a sum, so that registers of any width and any number of threads give the same bits.
/// </summary>
internal static class FusedPass
{
    /// <summary>From so many weights on a pass is cut into bands for all cores: below, waking a thread costs more than it brings.</summary>
    public const int ThreadedFrom = 1 << 17;

    /// <summary>Applies a rule to all weights, large parameters band by band on all cores: weights do not meet, so the bits are the same.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="w">The weights, changed in place. // [n]</param>
    /// <param name="g">Their gradient. // [n]</param>
    /// <param name="a">The first state; empty when the rule keeps none. // [n]</param>
    /// <param name="b">The second state; empty when the rule keeps none or one. // [n]</param>
    public static void Over<TRule>(TRule rule, Span<double> w, ReadOnlySpan<double> g, Span<double> a = default, Span<double> b = default)
        where TRule : struct, IUpdate
    {
        if (w.Length < ThreadedFrom || Environment.ProcessorCount == 1)
        {
            OnOneCore(rule, w, g, a, b);
        }
        else
        {
            InBands(rule, w, g, a, b); // a method of its own, so that small parameters pay for no closure
        }
    }

    private static unsafe void InBands<TRule>(TRule rule, Span<double> w, ReadOnlySpan<double> g, Span<double> a, Span<double> b)
        where TRule : struct, IUpdate
    {
        // The bands read by address: spans of unequal lengths must not get that far.
        g = g[..w.Length];
        a = TRule.States > 0 ? a[..w.Length] : a;
        b = TRule.States > 1 ? b[..w.Length] : b;
        int bands = Environment.ProcessorCount, count = w.Length, band = (count / bands + 63) / 64 * 64;
        fixed (double* wp = w, gp = g, ap = a, bp = b)
        {
            nint wa = (nint)wp, ga = (nint)gp, aa = (nint)ap, ba = (nint)bp; // a lambda cannot hold pointers
            Parallel.For(0, bands, k =>
            {
                int from = k * band, length = k == bands - 1 ? count - from : band;
                OnOneCore(rule, Band(wa, from, length), Band(ga, from, length), TRule.States > 0 ? Band(aa, from, length) : [], TRule.States > 1 ? Band(ba, from, length) : []);
            });
        }
    }

    private static unsafe Span<double> Band(nint start, int from, int length) => new((double*)start + from, length);

    /// <summary>Applies a rule to all weights on the calling thread.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="w">The weights, changed in place. // [n]</param>
    /// <param name="g">Their gradient. // [n]</param>
    /// <param name="a">The first state; empty when the rule keeps none. // [n]</param>
    /// <param name="b">The second state; empty when the rule keeps none or one. // [n]</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OnOneCore<TRule>(TRule rule, Span<double> w, ReadOnlySpan<double> g, Span<double> a, Span<double> b)
        where TRule : struct, IUpdate
    {
        // The pass reads by address: spans of unequal lengths must not get that far.
        g = g[..w.Length];
        a = TRule.States > 0 ? a[..w.Length] : a;
        b = TRule.States > 1 ? b[..w.Length] : b;
        ref double w0 = ref MemoryMarshal.GetReference(w), g0 = ref MemoryMarshal.GetReference(g), a0 = ref MemoryMarshal.GetReference(a), b0 = ref MemoryMarshal.GetReference(b);
        int width = Vector<double>.Count, i = 0;
        Vector<double> av = default, bv = default;
        for (; i <= w.Length - width; i += width)
        {
            var wv = Vector.LoadUnsafe(ref w0, (nuint)i);
            av = TRule.States > 0 ? Vector.LoadUnsafe(ref a0, (nuint)i) : av;
            bv = TRule.States > 1 ? Vector.LoadUnsafe(ref b0, (nuint)i) : bv;
            rule.Of(ref wv, Vector.LoadUnsafe(ref g0, (nuint)i), ref av, ref bv);
            wv.StoreUnsafe(ref w0, (nuint)i);
            if (TRule.States > 0)
            {
                av.StoreUnsafe(ref a0, (nuint)i);
            }

            if (TRule.States > 1)
            {
                bv.StoreUnsafe(ref b0, (nuint)i);
            }
        }

        if (i < w.Length)
        {
            Last(rule, w[i..], g[i..], TRule.States > 0 ? a[i..] : [], TRule.States > 1 ? b[i..] : []);
        }
    }

    /// <summary>Whether all numbers are finite: 0·g is 0 for those and NaN for the others, and a sum keeps a NaN.</summary>
    public static bool AllFinite(ReadOnlySpan<double> g) => g.Length < ThreadedFrom || Environment.ProcessorCount == 1 ? FiniteOnOneCore(g) : FiniteInBands(g);

    private static unsafe bool FiniteInBands(ReadOnlySpan<double> g)
    {
        int bands = Environment.ProcessorCount, count = g.Length, band = count / bands, broken = 0;
        fixed (double* gp = g)
        {
            nint start = (nint)gp; // a lambda cannot hold pointers
            Parallel.For(0, bands, k =>
            {
                if (!FiniteOnOneCore(Band(start, k * band, k == bands - 1 ? count - k * band : band)))
                {
                    Interlocked.Exchange(ref broken, 1);
                }
            });
        }

        return broken == 0;
    }

    private static bool FiniteOnOneCore(ReadOnlySpan<double> g)
    {
        Vector<double> sum = default;
        int i = 0;
        for (; i <= g.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum += new Vector<double>(g[i..]) * 0;
        }

        double rest = Vector.Sum(sum);
        for (; i < g.Length; i++)
        {
            rest += g[i] * 0;
        }

        return rest == 0;
    }

    // The weights that do not fill a register, through one that is filled up with zeros.
    private static void Last<TRule>(TRule rule, Span<double> w, ReadOnlySpan<double> g, Span<double> a, Span<double> b)
        where TRule : struct, IUpdate
    {
        Vector<double> wv = Filled(w), av = Filled(a), bv = Filled(b);
        rule.Of(ref wv, Filled(g), ref av, ref bv);
        Store(wv, w);
        Store(av, a);
        Store(bv, b);
    }

    private static Vector<double> Filled(ReadOnlySpan<double> values)
    {
        Span<double> register = stackalloc double[Vector<double>.Count];
        values.CopyTo(register);
        return new Vector<double>(register);
    }

    private static void Store(Vector<double> vector, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = vector[i];
        }
    }
}
