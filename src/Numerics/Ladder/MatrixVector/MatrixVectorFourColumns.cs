using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, four columns at a time: y is read and written once for four numbers of A, and the processor prefetches four
/// streams at once.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class MatrixVectorFourColumns<T> : IMatrixVectorRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        y.Clear();
        int rows = y.Length, j = 0;
        for (; j <= x.Length - 4; j += 4)
        {
            Four(a.Slice(j * rows, 4 * rows), x.Slice(j, 4), y);
        }

        for (; j < x.Length; j++)
        {
            for (int i = 0; i < rows; i++)
            {
                y[i] += a[j * rows + i] * x[j];
            }
        }
    }

    private static void Four(ReadOnlySpan<T> a, ReadOnlySpan<T> x, Span<T> y)
    {
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(y);
        ReadOnlySpan<T> a0 = a[..y.Length], a1 = a.Slice(y.Length, y.Length), a2 = a.Slice(2 * y.Length, y.Length),
            a3 = a.Slice(3 * y.Length, y.Length);
        ReadOnlySpan<Vector<T>> c0 = Vectors(a0)[..sums.Length], c1 = Vectors(a1)[..sums.Length];
        ReadOnlySpan<Vector<T>> c2 = Vectors(a2)[..sums.Length], c3 = Vectors(a3)[..sums.Length];
        Vector<T> x0 = new(x[0]), x1 = new(x[1]), x2 = new(x[2]), x3 = new(x[3]);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += c0[i] * x0 + c1[i] * x1 + c2[i] * x2 + c3[i] * x3;
        }

        for (int i = sums.Length * Vector<T>.Count; i < y.Length; i++)
        {
            y[i] += a0[i] * x[0] + a1[i] * x[1] + a2[i] * x[2] + a3[i] * x[3];
        }
    }

    private static ReadOnlySpan<Vector<T>> Vectors(ReadOnlySpan<T> column) => MemoryMarshal.Cast<T, Vector<T>>(column);
}
