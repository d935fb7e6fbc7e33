using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>One way to compute y = f(x) over spans. Read the rungs of a ladder in order: each adds one idea.</summary>
/// <typeparam name="T">double or float.</typeparam>
public interface IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x).</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], written; apart from x.</param>
    /// <exception cref="ArgumentException">
    /// y is not as long as x, or overlaps it where the rung reads x again.
    /// </exception>
    void Apply(ReadOnlySpan<T> x, Span<T> y);
}
