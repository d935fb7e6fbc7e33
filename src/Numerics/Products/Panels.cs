using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Packing: a block of A or B is copied once into the order in which the tiles read it, so that each of the many
/// passes over it reads contiguous memory.
/// </summary>
internal static unsafe class Panels
{
    private const int ColumnsAhead = 8;

    /// <summary>
    /// Rows of A in panels of three registers: in a panel, column by column. The last panel is filled up with zeros to
    /// whole registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void PackRows<V, T>(Strided<T> a, int rows, int columns, T* target)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int height = 3 * V.Lanes;
        if (a.Down == 1)
        {
            PackColumnByColumn<V, T>(a, rows, columns, target);
            return;
        }

        for (int i = 0; i < rows; i += height)
        {
            int count = Math.Min(height, rows - i);
            int padded = (count + V.Lanes - 1) / V.Lanes * V.Lanes;
            PackPanel<V, T>(a.From(i, 0), count, padded, columns, target);
            target += padded * (nint)columns;
        }
    }

    // The rows of a block stand together in every column and are read at once, and asked for some columns ahead: the
    // processor's prefetcher does not follow columns that are far apart.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PackColumnByColumn<V, T>(Strided<T> a, int rows, int columns, T* target)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int height = 3 * V.Lanes, whole = rows / height * height, rest = rows - whole,
            padded = (rest + V.Lanes - 1) / V.Lanes * V.Lanes;
        T* source = a.Origin, last = target + whole * (nint)columns;
        nint panel = height * (nint)columns;
        for (int p = 0; p < columns; p++, source += a.Right, target += height, last += padded)
        {
            if (p < columns - ColumnsAhead)
            {
                Prefetch.Columns(source + ColumnsAhead * a.Right, rows, 1, 0);
            }

            T* place = target;
            int i = 0;
            for (; i < whole; i += height, place += panel)
            {
                V.Store(V.Load(source + i), place);
                V.Store(V.Load(source + i + V.Lanes), place + V.Lanes);
                V.Store(V.Load(source + i + 2 * V.Lanes), place + 2 * V.Lanes);
            }

            for (int r = 0; r < rest; r += V.Lanes)
            {
                V.Store(V.LoadFirst(Math.Min(V.Lanes, rest - r), source + i + r, V.Constant(0)), last + r);
            }
        }
    }

    /// <summary>One panel: target[p·padded + i] = a(i, p), zero for i ≥ count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void PackPanel<V, T>(Strided<T> a, int count, int padded, int columns, T* target)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        if (a.Down == 1)
        {
            T* source = a.Origin;
            for (int p = 0; p < columns; p++, source += a.Right, target += padded)
            {
                int r = 0;
                for (; r <= count - V.Lanes; r += V.Lanes)
                {
                    V.Store(V.Load(source + r), target + r);
                }

                if (r < count)
                {
                    V.Store(V.LoadFirst(count - r, source + r, V.Constant(0)), target + r);
                }
            }

            return;
        }

        // Eight columns at a time: a cache line of each row is read whole while the lines being written stay near.
        for (int p = 0; p < columns; p += 8)
        {
            int end = Math.Min(8, columns - p);
            int i = 0;
            if (Transpose8.IsSupported<T>() && end == 8 && a.Right == 1)
            {
                for (; i <= count - 8; i += 8)
                {
                    Transpose8.Copy(a.Origin + i * a.Down + p, a.Down, target + p * (nint)padded + i, padded);
                }
            }

            T* place = target + p * (nint)padded + i;
            for (; i < padded; i++, place++)
            {
                T* row = a.Origin + i * a.Down + p * a.Right;
                for (int q = 0; q < end; q++)
                {
                    place[q * (nint)padded] = i < count ? row[q * a.Right] : default;
                }
            }
        }
    }

    /// <summary>Columns of B, <paramref name="leading"/> apart: target[j·leading + p] = b(p, j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void CopyColumns<T>(Strided<T> b, int rows, int columns, T* target, nint leading)
        where T : unmanaged
    {
        if (!Transpose8.IsSupported<T>() || b.Right != 1 || rows < 8 || columns < 8)
        {
            OneByOne(b, rows, columns, target, leading);
            return;
        }

        // Eight rows at a time: a cache line of each is read whole while the columns being written stay near. The last
        // eight begin earlier, where fewer are left: what they write again is the same.
        for (int p = 0; p < rows; p += 8)
        {
            p = Math.Min(p, rows - 8);
            for (int j = 0; j < columns; j += 8)
            {
                j = Math.Min(j, columns - 8);
                Transpose8.Copy(b.Origin + p * b.Down + j, b.Down, target + j * leading + p, leading);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void OneByOne<T>(Strided<T> b, int rows, int columns, T* target, nint leading)
        where T : unmanaged
    {
        for (int p = 0; p < rows; p += 8)
        {
            int end = Math.Min(p + 8, rows);
            for (int j = 0; j < columns; j++)
            {
                for (int q = p; q < end; q++)
                {
                    target[j * leading + q] = b.Origin[q * b.Down + j * b.Right];
                }
            }
        }
    }
}
