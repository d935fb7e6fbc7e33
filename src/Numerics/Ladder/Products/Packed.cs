namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 6, the kernel that layers call, on one thread: tiles as large as the registers allow (<see cref="Tile8"/>),
/// and blocks of A packed into the order in which the tiles read them, cut so that they stay in the caches
/// (<see cref="Blocks"/>, <see cref="Panels"/>).
/// </summary>
public sealed class Packed : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        GemmShape shape = new(n, n, n);
        GemmShape.Check<double>(shape, a, b, c);
        Product.Multiply<double>(VectorPaths.Best, 1, shape, 1, a, b, 0, c);
    }
}
