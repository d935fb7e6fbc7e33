using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Three registers: 3 × lanes rows of a column.</summary>
internal readonly unsafe struct Column3<V, T>(V v0, V v1, V v2) : IColumn<Column3<V, T>, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _v0 = v0, _v1 = v1, _v2 = v2;

    public static int Rows => 3 * V.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column3<V, T> Load(T* source)
        => new(V.Load(source), V.Load(source + V.Lanes), V.Load(source + 2 * V.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Merge(Column3<V, T> column, T alpha, T beta, T* target)
    {
        V factor = V.All(alpha);
        if (beta == T.Zero)
        {
            V.Store(factor * column._v0, target);
            V.Store(factor * column._v1, target + V.Lanes);
            V.Store(factor * column._v2, target + 2 * V.Lanes);
            return;
        }

        V keep = V.All(beta);
        V.Store(V.MultiplyAdd(factor, column._v0, keep * V.Load(target)), target);
        V.Store(V.MultiplyAdd(factor, column._v1, keep * V.Load(target + V.Lanes)), target + V.Lanes);
        V.Store(V.MultiplyAdd(factor, column._v2, keep * V.Load(target + 2 * V.Lanes)), target + 2 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column3<V, T> MultiplyAdd(Column3<V, T> a, T* b, Column3<V, T> c)
    {
        V factor = V.All(*b);
        return new(
            V.MultiplyAdd(a._v0, factor, c._v0), V.MultiplyAdd(a._v1, factor, c._v1),
            V.MultiplyAdd(a._v2, factor, c._v2));
    }
}
