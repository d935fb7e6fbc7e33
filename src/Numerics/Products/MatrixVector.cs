using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// y ← α·A·x + β·y. Every number of A is used once, so the memory sets the pace and the work is to read A in one stream: eight neighbouring columns
/// at a time, while the sums of some rows stay in the first cache.
/// </summary>
internal static unsafe class MatrixVector
{
    // 4 KiB of sums: an eighth of a small first cache.
    private const int SumBytes = 4096;

    /// <summary>A as stored, column after column. The order of additions is that of <see cref="Blocks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply<V, T>(int m, int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sums = Buffer<T>.ForB(SumBytes / sizeof(T));
        for (int p = 0; p < k; p += Blocks.Depth, beta = T.One)
        {
            int end = Math.Min(p + Blocks.Depth, k);
            for (int i = 0; i < m; i += SumBytes / sizeof(T))
            {
                int rows = Math.Min(SumBytes / sizeof(T), m - i);
                new Span<T>(sums, rows).Clear();
                int q = p;
                for (; q <= end - 8; q += 8)
                {
                    EightColumns<V, T>(rows, a.Origin + i + q * a.Right, a.Right, x.Origin + q * x.Down, x.Down, sums);
                }

                for (; q < end; q++)
                {
                    Map2.Run(new MultiplyAdd<T>(x.Origin[q * x.Down]), default(V), rows, a.Origin + i + q * a.Right, sums, sums);
                }

                for (int r = 0; r < rows; r++)
                {
                    Merge(alpha, sums[r], beta, y + i + r);
                }
            }
        }
    }

    /// <summary>A transposed: a stored column is a row, and every number of y a scalar product of neighbours, added up as in <see cref="Dot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyTransposed<V, T>(int m, int k, T alpha, Strided<T> a, T* x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sums = stackalloc T[4];
        int i = 0;
        for (; V.Lanes == Lanes<T>.Count && i <= m - 4; i += 4)
        {
            Dot.OfFour<V, T>(k, a.Origin + i * a.Down, a.Down, x, sums);
            for (int r = 0; r < 4; r++)
            {
                Merge(alpha, sums[r], beta, y + i + r);
            }
        }

        for (; i < m; i++)
        {
            Merge(alpha, Dot.Of<V, T>(k, a.Origin + i * a.Down, x), beta, y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge<T>(T alpha, T sum, T beta, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => *y = beta == T.Zero ? alpha * sum : T.FusedMultiplyAdd(alpha, sum, beta * *y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightColumns<V, T>(int rows, T* a, nint right, T* x, nint step, T* sums)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* a1 = a + right, a2 = a1 + right, a3 = a2 + right, a4 = a3 + right, a5 = a4 + right, a6 = a5 + right, a7 = a6 + right;
        V x0 = V.All(x[0]), x1 = V.All(x[step]), x2 = V.All(x[2 * step]), x3 = V.All(x[3 * step]);
        V x4 = V.All(x[4 * step]), x5 = V.All(x[5 * step]), x6 = V.All(x[6 * step]), x7 = V.All(x[7 * step]);
        int i = 0;
        for (; i <= rows - V.Lanes; i += V.Lanes)
        {
            V sum = V.MultiplyAdd(V.Load(a + i), x0, V.Load(sums + i));
            sum = V.MultiplyAdd(V.Load(a1 + i), x1, sum);
            sum = V.MultiplyAdd(V.Load(a2 + i), x2, sum);
            sum = V.MultiplyAdd(V.Load(a3 + i), x3, sum);
            sum = V.MultiplyAdd(V.Load(a4 + i), x4, sum);
            sum = V.MultiplyAdd(V.Load(a5 + i), x5, sum);
            sum = V.MultiplyAdd(V.Load(a6 + i), x6, sum);
            V.Store(V.MultiplyAdd(V.Load(a7 + i), x7, sum), sums + i);
        }

        for (; i < rows; i++)
        {
            T sum = T.FusedMultiplyAdd(a[i], x[0], sums[i]);
            sum = T.FusedMultiplyAdd(a1[i], x[step], sum);
            sum = T.FusedMultiplyAdd(a2[i], x[2 * step], sum);
            sum = T.FusedMultiplyAdd(a3[i], x[3 * step], sum);
            sum = T.FusedMultiplyAdd(a4[i], x[4 * step], sum);
            sum = T.FusedMultiplyAdd(a5[i], x[5 * step], sum);
            sum = T.FusedMultiplyAdd(a6[i], x[6 * step], sum);
            sums[i] = T.FusedMultiplyAdd(a7[i], x[7 * step], sum);
        }
    }
}
