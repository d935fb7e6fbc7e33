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

    /// <summary>GB/s of writing over and over the same <paramref name="bytes"/>.</summary>
    internal static double MeasureWriting(ThreadClock clock, int bytes)
    {
        double[] x = new double[bytes / sizeof(double)];
        return bytes / Turns.Medians(Rounds, [() => clock.Turn(() => x.AsSpan().Fill(1))])[0] / 1e9;
    }

    /// <summary>
    /// What fraction of the bandwidth for so many bytes a product in double moves its largest matrix with, which an outer product writes and others read.
    /// </summary>
    internal static double Fraction(ThreadClock clock, GemmShape shape, double seconds)
    {
        int bytes = sizeof(double) * Math.Max(shape.M * shape.K, Math.Max(shape.K * shape.N, shape.M * shape.N));
        return bytes / seconds / 1e9 / (shape.K == 1 ? MeasureWriting(clock, bytes) : Measure(clock, bytes));
    }
}
