using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// How fast one core reads and writes: scalar products of vectors, and filling one, that stay in a cache or in none.
/// They begin at a cache line, so that a register touches one line and not two: nothing reads faster.
/// </summary>
internal static class Bandwidth
{
    private const int Rounds = 9;

    /// <summary>GB/s of reading over and over the same <paramref name="bytes"/>.</summary>
    internal static double Measure(ThreadClock clock, int bytes)
    {
        Action pass = Reading(bytes / sizeof(double));
        return bytes / Turns.Medians(Rounds, [() => clock.Turn(pass)])[0] / 1e9;
    }

    /// <summary>
    /// A pass over as many bytes as the largest matrix of a product in double has, which an outer product writes and
    /// others read; beside it the product shows what fraction of the bandwidth it moves its matrix with.
    /// </summary>
    internal static Action Pass(GemmShape shape)
    {
        int numbers = Math.Max(shape.M * shape.K, Math.Max(shape.K * shape.N, shape.M * shape.N));
        return shape.K == 1 ? Writing(numbers) : Reading(numbers);
    }

    private static Action Reading(int numbers)
    {
        Memory<double> x = Aligned(numbers / 2), y = Aligned(numbers / 2);
        double sum = 0;
        return () => sum += Kernels.Dot(x.Span, y.Span);
    }

    private static Action Writing(int numbers)
    {
        Memory<double> x = Aligned(numbers);
        return () => Write(x.Span);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Span<double> x)
    {
        Span<Vector512<double>> registers = MemoryMarshal.Cast<double, Vector512<double>>(x);
        for (int i = 0; i < registers.Length; i++)
        {
            registers[i] = Vector512<double>.One;
        }
    }

    private static Memory<double> Aligned(int count)
    {
        const int line = 64;
        double[] room = GC.AllocateUninitializedArray<double>(count + line / sizeof(double), pinned: true);
        // Pages that nobody has written share one page of zeros, which would come from the first cache.
        room.AsSpan().Fill(1);
        long past = Marshal.UnsafeAddrOfPinnedArrayElement(room, 0) % line;
        return room.AsMemory((int)((line - past) % line) / sizeof(double), count);
    }
}
