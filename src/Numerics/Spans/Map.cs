using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>A function of one number, written once for vectors of any width.</summary>
internal interface IMap<T>
    where T : unmanaged
{
    V Of<V>(V x)
        where V : unmanaged, IVector<V, T>;
}

/// <summary>y[i] = f(x[i]), a vector at a time, from <see cref="Kernels.ThreadedFrom"/> on by several
/// threads.</summary>
internal static unsafe class Map
{
    internal static void Apply<TMap, T>(TMap f, ReadOnlySpan<T> x, Span<T> y, VectorPath path, int threads = 0)
        where TMap : struct, IMap<T>
        where T : unmanaged
    {
        Lengths.Equal(x, y);
        fixed (T* source = x, target = y)
        {
            if ((threads = Work.Threads(threads, x.Length, Kernels.ThreadedFrom)) == 1)
            {
                Over(path, f, x.Length, source, target);
                return;
            }

            new MapInParts<TMap, T>(path, f, x.Length, threads, source, target).Run();
        }
    }

    internal static void Over<TMap, T>(VectorPath path, TMap f, int length, T* x, T* y)
        where TMap : struct, IMap<T>
        where T : unmanaged
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<TMap, Register512<T>, T>(f, length, x, y); break;
            case VectorPath.Avx2: Run<TMap, Register256<T>, T>(f, length, x, y); break;
            default: Run<TMap, Register128<T>, T>(f, length, x, y); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run<TMap, V, T>(TMap f, int length, T* x, T* y)
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Last<TMap, V, T>(TMap f, int count, T* x, T* y)
        where TMap : struct, IMap<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => Twice<V, T>.StoreFirst(count, f.Of(Twice<V, T>.LoadFirst(count, x, Twice<V, T>.Constant(0))), y);
}

/// <summary>The same in bands, on several threads.</summary>
internal sealed unsafe class MapInParts<TMap, T>(VectorPath path, TMap f, int length, int threads, T* x, T* y)
    : WorkInBands(length, threads)
    where TMap : struct, IMap<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => Map.Over(path, f, count, x + begin, y + begin);
}
