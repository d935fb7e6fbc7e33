using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 6, bands of rows on every core, for matrices large enough: a second core adds its own caches and a second
/// stream from memory. The bits are those of rung 5.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorOnThreads<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        GemmShape shape = new(y.Length, 1, x.Length);
        GemmShape.Check(shape, a, x, y);
        Product.Multiply(VectorPaths.Best, Environment.ProcessorCount, shape, T.One, a, x, T.Zero, y);
    }
}
