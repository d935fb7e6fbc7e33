using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Four columns of C in registers: what sixteen registers hold, and the remainder of eight on larger machines.</summary>
internal readonly unsafe struct Tile4 : ITile
{
    public static int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TColumn, T>(int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T* tile)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged
    {
        TColumn c0 = default, c1 = default, c2 = default, c3 = default;
        T* b1 = b + bColumn;
        T* b2 = b1 + bColumn;
        T* b3 = b2 + bColumn;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b[p], c0);
            c1 = TColumn.MultiplyAdd(x, b1[p], c1);
            c2 = TColumn.MultiplyAdd(x, b2[p], c2);
            c3 = TColumn.MultiplyAdd(x, b3[p], c3);
        }

        TColumn.Store(c0, tile);
        TColumn.Store(c1, tile + TColumn.Rows);
        TColumn.Store(c2, tile + 2 * TColumn.Rows);
        TColumn.Store(c3, tile + 3 * TColumn.Rows);
    }
}
