using MathNet.Numerics;

namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>
    /// From this length on a pass is cut into bands for all cores; below, waking a thread costs more than it saves.
    /// </summary>
    public const int ThreadedFrom = 1 << 17;

    /// <summary>
    /// One step of an optimizer on all weights in one pass, large parameters on
    /// <see cref="Control.MaxDegreeOfParallelism"/> threads. The bits depend neither on threads nor on registers. One
    /// thread allocates nothing, several a few hundred bytes.
    /// </summary>
    /// <param name="rule">The formula of the step.</param>
    /// <param name="g">[n], the gradient.</param>
    /// <param name="w">[n], the weights, changed in place.</param>
    /// <param name="a">[n], the first state, changed in place; empty where there is none.</param>
    /// <param name="b">[n], the second state, changed in place; empty where there is at most one.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or two of the spans overlap.</exception>
    public static void Update<TRule>(
        TRule rule, ReadOnlySpan<double> g, Span<double> w, Span<double> a = default, Span<double> b = default)
        where TRule : struct, IUpdateRule
            => Update(rule, g, w, a, b, VectorPaths.Best, Control.MaxDegreeOfParallelism);

    /// <inheritdoc cref="Update{TRule}(TRule, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void Update<TRule>(
        TRule rule, ReadOnlySpan<float> g, Span<float> w, Span<float> a = default, Span<float> b = default)
        where TRule : struct, IUpdateRule
            => Update(rule, g, w, a, b, VectorPaths.Best, Control.MaxDegreeOfParallelism);

    internal static unsafe void Update<TRule, T>(
        TRule rule, ReadOnlySpan<T> g, Span<T> w, Span<T> a, Span<T> b, VectorPath path, int threads)
        where TRule : struct, IUpdateRule
        where T : unmanaged
    {
        Lengths.Apart(g, w);
        Lengths.Kept(g, w, a, TRule.States > 0);
        Lengths.Kept(g, w, b, TRule.States > 1);
        if (a.Overlaps(b))
        {
            throw new ArgumentException("b must lie apart from a: both are changed.", nameof(b));
        }

        fixed (T* pg = g, pw = w, pa = a, pb = b)
        {
            if (w.Length < ThreadedFrom || threads == 1)
            {
                Numerics.Update.Over(path, rule, w.Length, pg, pw, pa, pb);
                return;
            }

            new UpdateInParts<TRule, T>(path, rule, w.Length, threads, pg, pw, pa, pb).Run();
        }
    }

    /// <summary>
    /// Whether all numbers, times a scale, are finite, neither NaN nor infinite. Large spans are read by several
    /// threads.
    /// </summary>
    /// <param name="x">[n]</param>
    /// <param name="scale">c: whether all |x| stay below the largest number divided by c.</param>
    public static bool AllFinite(ReadOnlySpan<double> x, double scale = 1)
        => AllFinite(x, VectorPaths.Best, Control.MaxDegreeOfParallelism, scale);

    /// <inheritdoc cref="AllFinite(ReadOnlySpan{double}, double)"/>
    public static bool AllFinite(ReadOnlySpan<float> x, double scale = 1)
        => AllFinite(x, VectorPaths.Best, Control.MaxDegreeOfParallelism, scale);

    internal static unsafe bool AllFinite<T>(ReadOnlySpan<T> x, VectorPath path, int threads, double scale = 1)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x)
        {
            if (x.Length < ThreadedFrom || threads == 1)
            {
                return Finite.All(path, x.Length, px, scale);
            }

            var work = new FiniteInParts<T>(path, x.Length, threads, px, scale);
            work.Run();
            return work.All;
        }
    }
}
