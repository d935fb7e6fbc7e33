using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>How fast one core reads and writes: scalar products of vectors, and filling one, that stay in a cache or in none.</summary>
internal static class Bandwidth
{
    private const int Rounds = 9;

    /// <summary>GB/s of reading over and over the same <paramref name="bytes"/>.</summary>
    internal static double Measure(ThreadClock clock, int bytes)
    {
        double[] x = new double[bytes / 2 / sizeof(double)], y = new double[x.Length];
        x.AsSpan().Fill(1);
        y.AsSpan().Fill(1);
        double sum = 0;
        double seconds = Turns.Medians(Rounds, [() => clock.Turn(() => sum += Kernels.Dot(x, y))])[0];
        GC.KeepAlive(sum);
        return bytes / seconds / 1e9;
    }

    /// <summary>
    /// A pass over as many bytes as the largest matrix of a product in double has, which an outer product writes and others read; beside it the product
    /// shows what fraction of the bandwidth it moves its matrix with.
    /// </summary>
    internal static Action Pass(GemmShape shape)
    {
        int numbers = Math.Max(shape.M * shape.K, Math.Max(shape.K * shape.N, shape.M * shape.N));
        double[] x = new double[shape.K == 1 ? numbers : numbers / 2], y = new double[x.Length];
        // Pages that nobody has written share one page of zeros, which would come from the first cache.
        x.AsSpan().Fill(1);
        y.AsSpan().Fill(1);
        return shape.K == 1 ? () => Write(x) : () => GC.KeepAlive(Kernels.Dot(x, y));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(double[] x)
    {
        Span<Vector512<double>> registers = MemoryMarshal.Cast<double, Vector512<double>>(x.AsSpan());
        for (int i = 0; i < registers.Length; i++)
        {
            registers[i] = Vector512<double>.One;
        }
    }
}
