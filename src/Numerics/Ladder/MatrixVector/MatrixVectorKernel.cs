using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 5, the kernel that layers call on one thread (<see cref="MatrixVector"/>): the widest registers; y in
/// registers throughout where A is small, A column by column where it lies in the second cache, and of y only so many
/// rows that their sums stay in the first. From here on, memory bandwidth limits the speed.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorKernel<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        GemmShape shape = new(y.Length, 1, x.Length);
        GemmShape.Check(shape, a, x, y);
        Product.Multiply(VectorPaths.Best, 1, shape, T.One, a, x, T.Zero, y);
    }
}
