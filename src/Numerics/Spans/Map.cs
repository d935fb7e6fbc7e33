using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>A function of one number, written once for vectors of any width.</summary>
internal interface IMap<T>
    where T : unmanaged
{
    V Of<V>(V x)
        where V : unmanaged, IVector<V, T>;
}

/// <summary>y[i] = f(x[i]), a vector at a time.</summary>
internal static unsafe class Map
{
    internal static void Apply<TMap, T>(TMap f, ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where TMap : struct, IMap<T>
        where T : unmanaged
    {
        Lengths.Equal(x, y);
        fixed (T* source = x, target = y)
        {
            switch (path)
            {
                case VectorPath.Avx512: Run<TMap, Register512<T>, T>(f, x.Length, source, target); break;
                case VectorPath.Avx2: Run<TMap, Register256<T>, T>(f, x.Length, source, target); break;
                default: Run<TMap, Register128<T>, T>(f, x.Length, source, target); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TMap, V, T>(TMap f, int length, T* x, T* y)
        where TMap : struct, IMap<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int i = 0;
        for (; i <= length - 2 * V.Lanes; i += 2 * V.Lanes)
        {
            Twice<V, T>.Store(f.Of(Twice<V, T>.Load(x + i)), y + i);
        }

        if (i < length)
        {
            Last<TMap, V, T>(f, length - i, x + i, y + i);
        }
    }

    // A method of its own: the function would otherwise be inlined twice into one method.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Last<TMap, V, T>(TMap f, int count, T* x, T* y)
        where TMap : struct, IMap<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        if (count > V.Lanes)
        {
            Twice<V, T>.StoreFirst(count, f.Of(Twice<V, T>.LoadFirst(count, x, Twice<V, T>.Constant(0))), y);
        }
        else
        {
            V.StoreFirst(count, f.Of(V.LoadFirst(count, x, V.Constant(0))), y);
        }
    }
}
