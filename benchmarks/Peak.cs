using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Reference.Benchmarks;

/// <summary>
/// The most multiply-adds this core can do: twelve independent chains in registers, no memory. What products are
/// measured against.
/// </summary>
internal static class Peak
{
    /// <summary>GFLOP/s of one core in double; float does twice as many.</summary>
    internal static double Measure(ThreadClock clock)
    {
        double best = 0;
        for (int round = 0; round < 10; round++)
        {
            const int steps = 2_000_000;
            double begin = clock.Now();
            int lanes = Vector512.IsHardwareAccelerated ? Chains512(steps) : Chains256(steps);
            best = Math.Max(best, 2e-9 * 12 * lanes * steps / (clock.Now() - begin));
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Chains512(int steps)
    {
        Vector512<double> x = Vector512.Create(0.999), y = Vector512.Create(1e-3);
        Vector512<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        Consume(Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l));
        return Vector512<double>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Chains256(int steps)
    {
        Vector256<double> x = Vector256.Create(0.999), y = Vector256.Create(1e-3);
        Vector256<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int step = 0; step < steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        Consume(Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l));
        return Vector256<double>.Count;
    }

    // Keeps the compiler from leaving the loops out.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Consume(double value) => GC.KeepAlive(value);
}
