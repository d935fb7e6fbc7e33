using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Eight columns of C in registers, for processors with thirty-two of them: three registers by eight columns keep twenty-four sums in flight.</summary>
internal readonly unsafe struct Tile8 : ITile
{
    public static int Columns => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TColumn, T>(int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T* tile)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged
    {
        TColumn c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        T* b1 = b + bColumn;
        T* b2 = b1 + bColumn;
        T* b3 = b2 + bColumn;
        T* b4 = b3 + bColumn;
        T* b5 = b4 + bColumn;
        T* b6 = b5 + bColumn;
        T* b7 = b6 + bColumn;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b[p], c0);
            c1 = TColumn.MultiplyAdd(x, b1[p], c1);
            c2 = TColumn.MultiplyAdd(x, b2[p], c2);
            c3 = TColumn.MultiplyAdd(x, b3[p], c3);
            c4 = TColumn.MultiplyAdd(x, b4[p], c4);
            c5 = TColumn.MultiplyAdd(x, b5[p], c5);
            c6 = TColumn.MultiplyAdd(x, b6[p], c6);
            c7 = TColumn.MultiplyAdd(x, b7[p], c7);
        }

        TColumn.Store(c0, tile);
        TColumn.Store(c1, tile + TColumn.Rows);
        TColumn.Store(c2, tile + 2 * TColumn.Rows);
        TColumn.Store(c3, tile + 3 * TColumn.Rows);
        TColumn.Store(c4, tile + 4 * TColumn.Rows);
        TColumn.Store(c5, tile + 5 * TColumn.Rows);
        TColumn.Store(c6, tile + 6 * TColumn.Rows);
        TColumn.Store(c7, tile + 7 * TColumn.Rows);
    }
}
