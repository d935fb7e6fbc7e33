using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>One register: as many rows of a column as it has lanes.</summary>
internal readonly unsafe struct Column1<V, T>(V v0) : IColumn<Column1<V, T>, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _v0 = v0;

    public static int Rows => V.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column1<V, T> Load(T* source) => new(V.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Merge(Column1<V, T> column, T alpha, T beta, T* target)
    {
        V factor = V.All(alpha);
        if (beta == T.Zero)
        {
            V.Store(factor * column._v0, target);
            return;
        }

        V keep = V.All(beta);
        V.Store(V.MultiplyAdd(factor, column._v0, keep * V.Load(target)), target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column1<V, T> MultiplyAdd(Column1<V, T> a, T* b, Column1<V, T> c)
        => new(V.MultiplyAdd(b, a._v0, c._v0));
}
