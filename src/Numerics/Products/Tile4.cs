using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Four columns of C in registers: what sixteen registers hold, and the remainder of eight on larger machines.
/// </summary>
internal readonly unsafe struct Tile4 : ITile
{
    public static int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TColumn, T>(
        int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T alpha, T beta, T* c, nint ldc)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TColumn c0 = default, c1 = default, c2 = default, c3 = default;
        T* b1 = b + bColumn;
        T* b2 = b1 + bColumn;
        T* b3 = b2 + bColumn;
        for (nint p = 0; k > 0; k--, a += aStep, p += bStep)
        {
            TColumn x = TColumn.Load(a);
            c0 = TColumn.MultiplyAdd(x, b + p, c0);
            c1 = TColumn.MultiplyAdd(x, b1 + p, c1);
            c2 = TColumn.MultiplyAdd(x, b2 + p, c2);
            c3 = TColumn.MultiplyAdd(x, b3 + p, c3);
        }

        TColumn.Merge(c0, alpha, beta, c);
        TColumn.Merge(c1, alpha, beta, c + ldc);
        TColumn.Merge(c2, alpha, beta, c + 2 * ldc);
        TColumn.Merge(c3, alpha, beta, c + 3 * ldc);
    }
}
