using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>How fast one core reads: scalar products of vectors that stay in the second cache, in the third, or in none.</summary>
internal static class Bandwidth
{
    /// <summary>GB/s over and over the same <paramref name="bytes"/>.</summary>
    internal static double Measure(ThreadClock clock, int bytes)
    {
        double[] x = new double[bytes / 2 / sizeof(double)], y = new double[x.Length];
        x.AsSpan().Fill(1);
        y.AsSpan().Fill(1);
        double sum = 0;
        double[] seconds = [.. Enumerable.Range(0, 9).Select(_ => clock.Turn(() => sum += Kernels.Dot(x, y)))];
        GC.KeepAlive(sum);
        return bytes / seconds.Order().ElementAt(seconds.Length / 2) / 1e9;
    }
}
