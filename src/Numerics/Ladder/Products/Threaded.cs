namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 7, the same on every core: C is cut into bands that threads take one by one
/// (<see cref="ProductInParts{V, T}"/>). No number of C depends on who computes it, so the result is that of rung 6 to
/// the last bit.
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
