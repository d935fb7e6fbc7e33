using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 5, a piece of C in registers: two registers by four columns stay there while p runs over all of A and B. Two
/// loads of A and four of B now feed eight vector multiply-adds, and C is written once. The eight sums are
/// independent, which keeps the multiply-add units busy. The rest that does not fill a tile is computed as in rung 3.
/// </summary>
public sealed class RegisterTile : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        int height = 2 * Vector<double>.Count;
        int rows = n / height * height, columns = n / 4 * 4;
        for (int j = 0; j < columns; j += 4)
        {
            for (int i = 0; i < rows; i += height)
            {
                Tile(n, a.AsSpan(i), b.AsSpan(j * n), c.AsSpan(j * n + i));
            }
        }

        Rest(n, a, b, c, rows, 0, columns);
        Rest(n, a, b, c, 0, columns, n);
    }

    private static void Tile(int n, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c)
    {
        ReadOnlySpan<double> b0 = b[..n], b1 = b.Slice(n, n), b2 = b.Slice(2 * n, n), b3 = b.Slice(3 * n, n);
        Vector<double> c00 = default, c10 = default, c01 = default, c11 = default, c02 = default, c12 = default,
            c03 = default, c13 = default;
        for (int p = 0; p < b0.Length; p++)
        {
            var upper = new Vector<double>(a[(p * n)..]);
            var lower = new Vector<double>(a[(p * n + Vector<double>.Count)..]);
            Vector<double> f0 = new(b0[p]), f1 = new(b1[p]), f2 = new(b2[p]), f3 = new(b3[p]);
            c00 = Vector.FusedMultiplyAdd(upper, f0, c00);
            c10 = Vector.FusedMultiplyAdd(lower, f0, c10);
            c01 = Vector.FusedMultiplyAdd(upper, f1, c01);
            c11 = Vector.FusedMultiplyAdd(lower, f1, c11);
            c02 = Vector.FusedMultiplyAdd(upper, f2, c02);
            c12 = Vector.FusedMultiplyAdd(lower, f2, c12);
            c03 = Vector.FusedMultiplyAdd(upper, f3, c03);
            c13 = Vector.FusedMultiplyAdd(lower, f3, c13);
        }

        Store(c00, c10, c);
        Store(c01, c11, c[n..]);
        Store(c02, c12, c[(2 * n)..]);
        Store(c03, c13, c[(3 * n)..]);
    }

    private static void Store(Vector<double> upper, Vector<double> lower, Span<double> column)
    {
        Span<Vector<double>> target = MemoryMarshal.Cast<double, Vector<double>>(column[..(2 * Vector<double>.Count)]);
        target[0] = upper;
        target[1] = lower;
    }

    private static void Rest(int n, double[] a, double[] b, double[] c, int fromRow, int fromColumn, int toColumn)
    {
        for (int j = fromColumn; j < toColumn; j++)
        {
            Span<double> target = c.AsSpan(j * n + fromRow, n - fromRow);
            target.Clear();
            for (int p = 0; p < n; p++)
            {
                double factor = b[j * n + p];
                ReadOnlySpan<double> column = a.AsSpan(p * n + fromRow, target.Length);
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] += column[i] * factor;
                }
            }
        }
    }
}
