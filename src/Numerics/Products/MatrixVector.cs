using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// y ← α·A·x + β·y. Every number of A is used once, so the memory sets the pace and the work is to read A in one stream: eight neighbouring columns
/// at a time, while the sums of some rows stay in the first cache.
/// </summary>
internal static unsafe class MatrixVector
{
    // Sums that are read and written once for eight columns: what of them leaves the first cache stays in the second.
    private const int SumBytes = 16384;

    // A matrix that stays in the second cache may be read in any order.
    private const int SecondCache = 512 << 10;

    /// <summary>A as stored, column after column. The order of additions is that of <see cref="Blocks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply<V, T>(int m, int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if ((long)m * k * sizeof(T) <= SecondCache && k <= Blocks.Depth)
        {
            int inRegisters = m / (8 * V.Lanes) * (8 * V.Lanes);
            for (int i = 0; i < inRegisters; i += 8 * V.Lanes)
            {
                EightRegisters<V, T>(k, alpha, a.From(i, 0), x, beta, y + i);
            }

            m -= inRegisters;
            a = a.From(inRegisters, 0);
            y += inRegisters;
        }

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

                int r = 0;
                for (; r <= rows - V.Lanes; r += V.Lanes)
                {
                    Merge(alpha, V.Load(sums + r), beta, y + i + r);
                }

                for (; r < rows; r++)
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

    // Eight registers of sums, which see all columns pass by.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRegisters<V, T>(int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        T* column = a.Origin, factor = x.Origin;
        for (int p = 0; p < k; p++, column += a.Right, factor += x.Down)
        {
            V f = V.All(*factor);
            s0 = V.MultiplyAdd(V.Load(column), f, s0);
            s1 = V.MultiplyAdd(V.Load(column + V.Lanes), f, s1);
            s2 = V.MultiplyAdd(V.Load(column + 2 * V.Lanes), f, s2);
            s3 = V.MultiplyAdd(V.Load(column + 3 * V.Lanes), f, s3);
            s4 = V.MultiplyAdd(V.Load(column + 4 * V.Lanes), f, s4);
            s5 = V.MultiplyAdd(V.Load(column + 5 * V.Lanes), f, s5);
            s6 = V.MultiplyAdd(V.Load(column + 6 * V.Lanes), f, s6);
            s7 = V.MultiplyAdd(V.Load(column + 7 * V.Lanes), f, s7);
        }

        Merge(alpha, s0, beta, y);
        Merge(alpha, s1, beta, y + V.Lanes);
        Merge(alpha, s2, beta, y + 2 * V.Lanes);
        Merge(alpha, s3, beta, y + 3 * V.Lanes);
        Merge(alpha, s4, beta, y + 4 * V.Lanes);
        Merge(alpha, s5, beta, y + 5 * V.Lanes);
        Merge(alpha, s6, beta, y + 6 * V.Lanes);
        Merge(alpha, s7, beta, y + 7 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge<V, T>(T alpha, V sum, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Store(beta == T.Zero ? V.All(alpha) * sum : V.MultiplyAdd(V.All(alpha), sum, V.All(beta) * V.Load(y)), y);

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
