using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 3, several numbers an instruction. For every number of A one of y is read and written: two thirds of the
/// memory traffic.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorOverVectors<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        y.Clear();
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(y);
        for (int j = 0; j < x.Length; j++)
        {
            ReadOnlySpan<T> column = a.Slice(j * y.Length, y.Length);
            ReadOnlySpan<Vector<T>> columns = MemoryMarshal.Cast<T, Vector<T>>(column)[..sums.Length];
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += columns[i] * x[j];
            }

            for (int i = sums.Length * Vector<T>.Count; i < y.Length; i++)
            {
                y[i] += column[i] * x[j];
            }
        }
    }
}
