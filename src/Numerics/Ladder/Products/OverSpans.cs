namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 3, spans of equal length: the compiler proves that the index stays inside both columns and omits the bounds
/// checks.
/// </summary>
public sealed class OverSpans : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        Array.Clear(c);
        for (int j = 0; j < n; j++)
        {
            Span<double> target = c.AsSpan(j * n, n);
            for (int p = 0; p < n; p++)
            {
                double factor = b[j * n + p];
                ReadOnlySpan<double> column = a.AsSpan(p * n, target.Length);
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] += column[i] * factor;
                }
            }
        }
    }
}
