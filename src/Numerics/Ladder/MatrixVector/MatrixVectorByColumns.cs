using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, y as a sum of columns of A, each times one number of x: the loop follows memory, and A is read in one
/// stream.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorByColumns<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        y.Clear();
        for (int j = 0; j < x.Length; j++)
        {
            ReadOnlySpan<T> column = a.Slice(j * y.Length, y.Length);
            for (int i = 0; i < y.Length; i++)
            {
                y[i] += column[i] * x[j];
            }
        }
    }
}
