using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>One column of C in registers: the last one, and the product of a matrix and a vector.</summary>
internal readonly unsafe struct Tile1 : ITile
{
    public static int Columns => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TColumn, T>(int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T* tile)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged
    {
        TColumn c0 = default;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b[p], c0);
        }

        TColumn.Store(c0, tile);
    }
}
