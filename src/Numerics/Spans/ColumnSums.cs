using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// The sum of columns that are short: it stays in registers while they pass, four registers at a time.
/// </summary>
internal static unsafe class ColumnSums
{
    internal const int MostRows = 128;

    internal static void Add<T>(ReadOnlySpan<T> y, Span<T> db, VectorPath path)
        where T : unmanaged
    {
        fixed (T* py = y, pd = db)
        {
            switch (path)
            {
                case VectorPath.Avx512: Add<Register512<T>, T>(db.Length, py, py + y.Length, pd); break;
                case VectorPath.Avx2: Add<Register256<T>, T>(db.Length, py, py + y.Length, pd); break;
                default: Add<Register128<T>, T>(db.Length, py, py + y.Length, pd); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add<V, T>(int rows, T* y, T* end, T* db)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int i = 0, lanes = V.Lanes;
        for (; i <= rows - 4 * lanes; i += 4 * lanes)
        {
            T* d = db + i;
            V a = V.Load(d), b = V.Load(d + lanes), c = V.Load(d + 2 * lanes), e = V.Load(d + 3 * lanes);
            for (T* x = y + i; x < end; x += rows)
            {
                (a, b) = (a + V.Load(x), b + V.Load(x + lanes));
                (c, e) = (c + V.Load(x + 2 * lanes), e + V.Load(x + 3 * lanes));
            }

            V.Store(a, d);
            V.Store(b, d + lanes);
            V.Store(c, d + 2 * lanes);
            V.Store(e, d + 3 * lanes);
        }

        for (; i < rows; i += 2 * lanes)
        {
            V zero = V.Constant(0), a = V.LoadFirst(rows - i, db + i, zero),
                b = V.LoadFirst(rows - i - lanes, db + i + lanes, zero);
            for (T* x = y + i; x < end; x += rows)
            {
                a += V.LoadFirst(rows - i, x, zero);
                b += V.LoadFirst(rows - i - lanes, x + lanes, zero);
            }

            V.StoreFirst(rows - i, a, db + i);
            V.StoreFirst(rows - i - lanes, b, db + i + lanes);
        }
    }
}
