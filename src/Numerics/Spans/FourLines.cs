using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Four registers: enough independent chains to hide the latency of an addition.</summary>
internal readonly unsafe struct FourLines<V, T>(V v0, V v1, V v2, V v3)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _v0 = v0, _v1 = v1, _v2 = v2, _v3 = v3;

    /// <summary>The four registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Deconstruct(out V first, out V second, out V third, out V fourth)
        => (first, second, third, fourth) = (_v0, _v1, _v2, _v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FourLines<V, T> Load(T* source)
        => new(V.Load(source), V.Load(source + V.Lanes), V.Load(source + 2 * V.Lanes), V.Load(source + 3 * V.Lanes));

    /// <summary>Loads fewer numbers than fit; the rest is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FourLines<V, T> LoadFirst(int count, T* source)
    {
        V zero = V.Constant(0);
        return new(
            V.LoadFirst(count, source, zero),
            V.LoadFirst(count - V.Lanes, source + V.Lanes, zero),
            V.LoadFirst(count - 2 * V.Lanes, source + 2 * V.Lanes, zero),
            V.LoadFirst(count - 3 * V.Lanes, source + 3 * V.Lanes, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FourLines<V, T> MultiplyAdd(FourLines<V, T> a, FourLines<V, T> b, FourLines<V, T> c) => new(
        V.MultiplyAdd(a._v0, b._v0, c._v0), V.MultiplyAdd(a._v1, b._v1, c._v1), V.MultiplyAdd(a._v2, b._v2, c._v2),
            V.MultiplyAdd(a._v3, b._v3, c._v3));

    /// <summary>The same with one common factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FourLines<V, T> MultiplyAdd(FourLines<V, T> a, V b, FourLines<V, T> c)
        => MultiplyAdd(a, new FourLines<V, T>(b, b, b, b), c);

    /// <summary>The sum of all lanes, in the same order on every path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum(FourLines<V, T> a) => V.Sum(a._v0 + a._v1 + a._v2 + a._v3);
}
