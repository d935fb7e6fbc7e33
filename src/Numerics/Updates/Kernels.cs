using MathNet.Numerics;

namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>
    /// From this length on a pass is cut into bands for all cores; below, waking a thread costs more than it saves. A
    /// quarter of it is enough while the threads of the pool still look for work, 0.15 ms after the last.
    /// </summary>
    public const int ThreadedFrom = 1 << 17;

    /// <summary>
    /// A state of an optimizer whose magnitude is smaller is kept as 0. The step itself uses it unflushed; later ones
    /// lose less than η·10⁻²⁹⁰/ε of a weight, where s is lost √s &lt; 10⁻¹⁴⁵ beside ε.
    /// </summary>
    public const double StateFlushedBelow = 1e-290;

    /// <summary>The same where the numbers are floats, whose normal numbers end at 10⁻³⁸.</summary>
    public const double FloatStateFlushedBelow = 1e-30;

    /// <summary>
    /// One step of an optimizer on all weights in one pass, large parameters on
    /// <see cref="Control.MaxDegreeOfParallelism"/> threads. The bits depend neither on threads nor on registers. One
    /// thread allocates nothing, several a few hundred bytes. States below <see cref="StateFlushedBelow"/> become 0.
    /// </summary>
    /// <param name="rule">The formula of the step.</param>
    /// <param name="g">[n], the gradient.</param>
    /// <param name="w">[n], the weights, changed in place.</param>
    /// <param name="a">[n], the first state, changed in place; empty where there is none.</param>
    /// <param name="b">[n], the second state, changed in place; empty where there is at most one.</param>
    /// <param name="before">[n], gets the weights as they were; empty where they need not be kept.</param>
    /// <returns>Whether all new weights are finite.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or two of the spans overlap.</exception>
    public static bool Update<TRule>(
        TRule rule, ReadOnlySpan<double> g, Span<double> w, Span<double> a = default, Span<double> b = default,
        Span<double> before = default)
        where TRule : struct, IUpdateRule
            => Update(rule, g, w, a, b, VectorPaths.Best, Control.MaxDegreeOfParallelism, before);

    /// <inheritdoc cref="Update{TRule}(TRule, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double},
    /// Span{double})"/>
    public static bool Update<TRule>(
        TRule rule, ReadOnlySpan<float> g, Span<float> w, Span<float> a = default, Span<float> b = default,
        Span<float> before = default)
        where TRule : struct, IUpdateRule
            => Update(rule, g, w, a, b, VectorPaths.Best, Control.MaxDegreeOfParallelism, before);

    internal static unsafe bool Update<TRule, T>(
        TRule rule, ReadOnlySpan<T> g, Span<T> w, Span<T> a, Span<T> b, VectorPath path, int threads,
        Span<T> before = default)
        where TRule : struct, IUpdateRule
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Lengths.Apart(g, w);
        Lengths.Kept(g, w, a, TRule.States > 0);
        Lengths.Kept(g, w, b, TRule.States > 1);
        if (a.Overlaps(b))
        {
            throw new ArgumentException("b must lie apart from a: both are changed.", nameof(b));
        }

        Lengths.Kept(g, w, before, !before.IsEmpty);
        if (before.Overlaps(a) || before.Overlaps(b))
        {
            throw new ArgumentException("before must lie apart from a and b: all are changed.", nameof(before));
        }

        fixed (T* pg = g, pw = w, pa = a, pb = b, pBefore = before)
        {
            if ((threads = Work.Threads(threads, w.Length, ThreadedFrom)) == 1)
            {
                return Numerics.Update.Over(path, rule, w.Length, pg, pw, pa, pb, pBefore);
            }

            var work = new UpdateInParts<TRule, T>(path, rule, w.Length, threads, pg, pw, pa, pb, pBefore);
            work.Run();
            return work.AllFinite;
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
            if ((threads = Work.Threads(threads, x.Length, ThreadedFrom)) == 1)
            {
                return Finite.All(path, x.Length, px, scale);
            }

            var work = new FiniteInParts<T>(path, x.Length, threads, px, scale);
            work.Run();
            return work.All;
        }
    }
}
