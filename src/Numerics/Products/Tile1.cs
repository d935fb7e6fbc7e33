using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>One column of C in registers: the last one.</summary>
internal readonly unsafe struct Tile1 : ITile
{
    public static int Columns => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TColumn, T>(
        int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T alpha, T beta, T* c, nint ldc)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TColumn c0 = default;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b + p, c0);
        }

        TColumn.Merge(c0, alpha, beta, c);
    }
}
