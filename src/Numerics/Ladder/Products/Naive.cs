namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 1, the definition: cᵢⱼ = Σₚ aᵢₚ bₚⱼ, one element of C after the other. The inner loop follows a row of A; as
/// columns are contiguous, each step reads another cache line and uses one number of it.
/// </summary>
public sealed class Naive : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int p = 0; p < n; p++)
                {
                    sum += a[p * n + i] * b[j * n + p];
                }

                c[j * n + i] = sum;
            }
        }
    }
}
