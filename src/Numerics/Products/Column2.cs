using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Two registers: 2 × lanes rows of a column.</summary>
internal readonly unsafe struct Column2<V, T>(V v0, V v1) : IColumn<Column2<V, T>, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _v0 = v0, _v1 = v1;

    public static int Rows => 2 * V.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column2<V, T> Load(T* source) => new(V.Load(source), V.Load(source + V.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Merge(Column2<V, T> column, T alpha, T beta, T* target)
    {
        V factor = V.All(alpha);
        if (beta == T.Zero)
        {
            V.Store(factor * column._v0, target);
            V.Store(factor * column._v1, target + V.Lanes);
            return;
        }

        V keep = V.All(beta);
        V.Store(V.MultiplyAdd(factor, column._v0, keep * V.Load(target)), target);
        V.Store(V.MultiplyAdd(factor, column._v1, keep * V.Load(target + V.Lanes)), target + V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column2<V, T> MultiplyAdd(Column2<V, T> a, T* b, Column2<V, T> c)
    {
        V factor = V.All(*b);
        return new(V.MultiplyAdd(a._v0, factor, c._v0), V.MultiplyAdd(a._v1, factor, c._v1));
    }
}
