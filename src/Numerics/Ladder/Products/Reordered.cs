namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, the loops in another order: column j of C is a sum of columns of A, each times one number of B. The inner
/// loop now follows columns, which are contiguous, and uses whole cache lines.
/// </summary>
public sealed class Reordered : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        Array.Clear(c);
        for (int j = 0; j < n; j++)
        {
            for (int p = 0; p < n; p++)
            {
                double factor = b[j * n + p];
                for (int i = 0; i < n; i++)
                {
                    c[j * n + i] += a[p * n + i] * factor;
                }
            }
        }
    }
}
