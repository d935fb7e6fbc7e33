using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>x + y.</summary>
internal readonly struct Add<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => x + y;
}

/// <summary>x − y.</summary>
internal readonly struct Subtract<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => x - y;
}

/// <summary>x·y.</summary>
internal readonly struct Multiply<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => x * y;
}

/// <summary>x/y.</summary>
internal readonly struct Divide<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => x / y;
}

/// <summary>α·x + y, rounded once.</summary>
internal readonly struct MultiplyAdd<T>(T alpha) : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.All(alpha), x, y);
}

/// <summary>α·x + β·y: β·y is rounded first, then the sum.</summary>
internal readonly struct LinearCombination<T>(T alpha, T beta) : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.All(alpha), x, V.All(beta) * y);
}

/// <summary>α·x.</summary>
internal readonly struct Scale<T>(T alpha) : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T> => V.All(alpha) * x;
}
