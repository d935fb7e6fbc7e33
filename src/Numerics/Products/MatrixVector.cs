using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// y ← α·A·x + β·y. Every number of A is used once, so memory limits the speed, and A is read in few streams: one
/// column or four neighbours at a time, while the sums of some rows stay in the first-level cache, or in registers
/// where A is small. Transposed, four columns at a time or one are multiplied with x and added up.
/// </summary>
internal static unsafe partial class MatrixVector
{
    // Sums that are read and written once for four columns: what of them leaves the first cache stays in the second.
    private const int SumBytes = 16384;

    // A matrix that stays in the first cache may be read in any order. From the second one a single stream of
    // neighbours comes up to twice as fast as any other order, if its columns are long.
    private const int SecondCache = 768 << 10, LongColumn = 1024;

    // Scalar products that wait for α and β.
    private const int Waiting = 64;

    // Whether the stored matrix is read as one stream.
    private static bool IsOneStream<T>(int rows, int columns)
        where T : unmanaged
        => (long)rows * columns * sizeof(T) is > Blocks.FirstCache and <= SecondCache
            && rows * sizeof(T) is >= LongColumn and <= SumBytes;

    /// <summary>A as stored, column by column. The order of additions is that of <see cref="Blocks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply<V, T>(int m, int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool oneStream = IsOneStream<T>(m, k);
        if ((long)m * k * sizeof(T) <= SecondCache && !oneStream && k <= Blocks.Depth)
        {
            int inRegisters = m / (8 * V.Lanes) * (8 * V.Lanes);
            for (int i = 0; i < inRegisters; i += 8 * V.Lanes)
            {
                EightRegisters<V, T>(k, alpha, a.From(i, 0), x, beta, y + i);
            }

            m -= inRegisters;
            a = a.From(inRegisters, 0);
            y += inRegisters;
            if (m >= 4 * V.Lanes)
            {
                FourRegisters<V, T>(k, alpha, a, x, beta, y);
                m -= 4 * V.Lanes;
                a = a.From(4 * V.Lanes, 0);
                y += 4 * V.Lanes;
            }

            if (m == 0)
            {
                return;
            }
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
                for (; !oneStream && q <= end - 4; q += 4)
                {
                    FourColumns<V, T>(rows, a.Origin + i + q * a.Right, a.Right, x.Origin + q * x.Down, x.Down, sums);
                }

                ColumnByColumn<V, T>(
                    rows, end - q, a.Origin + i + q * a.Right, a.Right, x.Origin + q * x.Down, x.Down, sums);

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

    /// <summary>
    /// A transposed: a stored column is a row, and every number of y a scalar product of neighbours, added up as in
    /// <see cref="Dot"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void MultiplyTransposed<V, T>(int m, int k, T alpha, Strided<T> a, T* x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sums = stackalloc T[Waiting];
        int i = 0;
        if (V.Lanes == Lanes<T>.Count && IsOneStream<T>(k, m))
        {
            // x is read again for every column: at the beginning of a cache line, each of its registers touches one
            // line and not two.
            T* aligned = Buffer<T>.ForB(SumBytes / sizeof(T));
            new Span<T>(x, k).CopyTo(new Span<T>(aligned, k));
            for (; i < m; i += Waiting)
            {
                int count = Math.Min(Waiting, m - i);
                Dot.OfEach<V, T>(k, count, a.Origin + i * a.Down, a.Down, aligned, sums);
                for (int r = 0; r < count; r++)
                {
                    Merge(alpha, sums[r], beta, y + i + r);
                }
            }
        }

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
}
