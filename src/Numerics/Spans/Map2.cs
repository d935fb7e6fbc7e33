using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>A function of two numbers, written once for vectors of any width.</summary>
internal interface IMap2<T>
    where T : unmanaged
{
    V Of<V>(V x, V y)
        where V : unmanaged, IVector<V, T>;
}

/// <summary>
/// z[i] = f(x[i], y[i]), a vector at a time, from <see cref="Kernels.ThreadedFrom"/> on by several threads; z may be x
/// or y.
/// </summary>
internal static unsafe class Map2
{
    internal static void Apply<TMap, T>(
        TMap f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        Span<T> z,
        VectorPath path,
        int threads = 0,
        [CallerArgumentExpression(nameof(x))] string xName = "",
        [CallerArgumentExpression(nameof(y))] string yName = "",
        [CallerArgumentExpression(nameof(z))] string zName = "")
        where TMap : struct, IMap2<T>
        where T : unmanaged
    {
        Lengths.Equal(x, z, xName, zName);
        Lengths.Equal(y, z, yName, zName);
        fixed (T* px = x, py = y, pz = z)
        {
            if ((threads = Work.Threads(threads, x.Length, Kernels.ThreadedFrom)) == 1)
            {
                Over(path, f, x.Length, px, py, pz);
                return;
            }

            new Map2InParts<TMap, T>(path, f, x.Length, threads, px, py, pz).Run();
        }
    }

    internal static void Over<TMap, T>(VectorPath path, TMap f, int length, T* x, T* y, T* z)
        where TMap : struct, IMap2<T>
        where T : unmanaged
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<TMap, Register512<T>, T>(f, length, x, y, z); break;
            case VectorPath.Avx2: Run<TMap, Register256<T>, T>(f, length, x, y, z); break;
            default: Run<TMap, Register128<T>, T>(f, length, x, y, z); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run<TMap, V, T>(TMap f, int length, T* x, T* y, T* z)
        where TMap : struct, IMap2<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int i = 0;
        for (; i <= length - V.Lanes; i += V.Lanes)
        {
            V.Store(f.Of(V.Load(x + i), V.Load(y + i)), z + i);
        }

        if (i < length)
        {
            Last<TMap, V, T>(f, length - i, x + i, y + i, z + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Last<TMap, V, T>(TMap f, int count, T* x, T* y, T* z)
        where TMap : struct, IMap2<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => V.StoreFirst(count, f.Of(V.LoadFirst(count, x, V.Constant(0)), V.LoadFirst(count, y, V.Constant(0))), z);
}

/// <summary>The same in bands, on several threads.</summary>
internal sealed unsafe class Map2InParts<TMap, T>(
    VectorPath path, TMap f, int length, int threads, T* x, T* y, T* z) : WorkInBands(length, threads)
    where TMap : struct, IMap2<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count)
        => Map2.Over(path, f, count, x + begin, y + begin, z + begin);
}
