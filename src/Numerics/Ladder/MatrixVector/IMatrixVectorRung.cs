using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// One way to compute y = A·x for a matrix stored column by column. Every number of A is used once, so the way A is
/// read decides the speed.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public interface IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = A·x.</summary>
    /// <param name="a">[rows × columns]</param>
    /// <param name="x">[columns]</param>
    /// <param name="y">[rows], written; apart from a and x.</param>
    void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y);
}
