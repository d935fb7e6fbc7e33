namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 7, the same on every core: C is cut into bands that threads take one by one
/// (<see cref="ProductInParts{V, T}"/>). The order of additions is the same on any thread, so the result has the bits
/// of rung 6.
/// </summary>
public sealed class Threaded : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        GemmShape shape = new(n, n, n);
        GemmShape.Check<double>(shape, a, b, c);
        Product.Multiply<double>(VectorPaths.Best, Environment.ProcessorCount, shape, 1, a, b, 0, c);
    }
}
