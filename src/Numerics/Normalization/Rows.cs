using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Which rows of a matrix a vector holds.</summary>
internal unsafe interface IRows<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged
{
    /// <summary>Their numbers from <paramref name="source"/> on.</summary>
    V Load(T* source);

    /// <summary>Writes them from <paramref name="target"/> on.</summary>
    void Store(V vector, T* target);
}

/// <summary>As many rows as there are lanes.</summary>
internal readonly unsafe struct AllRows<V, T> : IRows<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load(T* source) => V.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(V vector, T* target) => V.Store(vector, target);
}

/// <summary>The last rows of a matrix, fewer than there are lanes; the other lanes hold 0.</summary>
internal readonly unsafe struct LastRows<V, T>(int count) : IRows<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load(T* source) => V.LoadFirst(count, source, V.Constant(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(V vector, T* target) => V.StoreFirst(count, vector, target);
}
