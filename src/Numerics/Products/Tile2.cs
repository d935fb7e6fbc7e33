using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Two columns of C in registers.</summary>
internal readonly unsafe struct Tile2 : ITile
{
    public static int Columns => 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TColumn, T>(
        int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T alpha, T beta, T* c, nint ldc)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TColumn c0 = default, c1 = default;
        T* b1 = b + bColumn;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b + p, c0);
            c1 = TColumn.MultiplyAdd(x, b1 + p, c1);
        }

        TColumn.Merge(c0, alpha, beta, c);
        TColumn.Merge(c1, alpha, beta, c + ldc);
    }
}
