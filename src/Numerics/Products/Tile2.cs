using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Two columns of C in registers.</summary>
internal readonly unsafe struct Tile2 : ITile
{
    public static int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TColumn, T>(int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T* tile)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged
    {
        TColumn c0 = default, c1 = default;
        T* b1 = b + bColumn;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b[p], c0);
            c1 = TColumn.MultiplyAdd(x, b1[p], c1);
        }

        TColumn.Store(c0, tile);
        TColumn.Store(c1, tile + TColumn.Rows);
    }
}
