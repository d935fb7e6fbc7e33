using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Eight columns of C in registers, for processors with thirty-two of them: three registers by eight columns keep
/// twenty-four sums in flight.
/// </summary>
internal readonly unsafe struct Tile8 : ITile
{
    public static int Columns => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TColumn, T>(
        int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T alpha, T beta, T* c, nint ldc)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TColumn c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default,
            c7 = default;
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
            c0 = TColumn.MultiplyAdd(x, b + p, c0);
            c1 = TColumn.MultiplyAdd(x, b1 + p, c1);
            c2 = TColumn.MultiplyAdd(x, b2 + p, c2);
            c3 = TColumn.MultiplyAdd(x, b3 + p, c3);
            c4 = TColumn.MultiplyAdd(x, b4 + p, c4);
            c5 = TColumn.MultiplyAdd(x, b5 + p, c5);
            c6 = TColumn.MultiplyAdd(x, b6 + p, c6);
            c7 = TColumn.MultiplyAdd(x, b7 + p, c7);
        }

        TColumn.Merge(c0, alpha, beta, c);
        TColumn.Merge(c1, alpha, beta, c + ldc);
        TColumn.Merge(c2, alpha, beta, c + 2 * ldc);
        TColumn.Merge(c3, alpha, beta, c + 3 * ldc);
        TColumn.Merge(c4, alpha, beta, c + 4 * ldc);
        TColumn.Merge(c5, alpha, beta, c + 5 * ldc);
        TColumn.Merge(c6, alpha, beta, c + 6 * ldc);
        TColumn.Merge(c7, alpha, beta, c + 7 * ldc);
    }
}
