using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 1, the definition: yᵢ = Σⱼ aᵢⱼ xⱼ, one number of y after the other. The loop follows a row of A, so each step
/// reads another cache line, and every addition waits for the last.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorByRows<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            T sum = T.Zero;
            for (int j = 0; j < x.Length; j++)
            {
                sum += a[j * y.Length + i] * x[j];
            }

            y[i] = sum;
        }
    }
}
