using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>Large spans on several threads: the bits of one thread, every number computed once, work shared.</summary>
public sealed class ThreadedSpanTests
{
    private static readonly int[] Lengths =
        [Kernels.ThreadedFrom - 1, Kernels.ThreadedFrom, Kernels.ThreadedFrom + 1, 3 * Kernels.ThreadedFrom + 77];

    [Fact]
    public void Functions_have_the_bits_of_one_thread()
    {
        Functions<double>();
        Functions<float>();
    }

    private static void Functions<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int n in Lengths)
        {
            T[] x = Numbers<T>(n, 11), y = Numbers<T>(n, 12);
            (x[n / 2], x[n - 1]) = (T.NaN, T.NegativeInfinity);
            Same(default(Exp<T>), x);
            Same(default(Tanh<T>), x);
            Same(default(Sigmoid<T>), x);
            Same(default(Gelu<T>), x);
            Same(default(Relu<T>), x);
            Same(default(TanhGradient<T>), x, y);
            Same(default(ReluGradient<T>), x, y);
        }
    }

    private static void Same<TMap, T>(TMap f, T[] x)
        where TMap : struct, IMap<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] expected = new T[x.Length];
        Map.Apply<TMap, T>(f, x, expected, VectorPaths.Best, 1);
        foreach (int threads in new[] { 2, 3, 7 })
        {
            T[] actual = new T[x.Length];
            Map.Apply<TMap, T>(f, x, actual, VectorPaths.Best, threads);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{f} on {threads} threads, {x.Length} numbers");
        }
    }

    private static void Same<TMap, T>(TMap f, T[] x, T[] y)
        where TMap : struct, IMap2<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] expected = new T[x.Length];
        Map2.Apply<TMap, T>(f, x, y, expected, VectorPaths.Best, 1);
        foreach (int threads in new[] { 2, 3, 7 })
        {
            T[] actual = new T[x.Length];
            Map2.Apply<TMap, T>(f, x, y, actual, VectorPaths.Best, threads);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{f} on {threads} threads, {x.Length} numbers");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100_003)]
    [InlineData(Kernels.ThreadedFrom)]
    [InlineData(Kernels.ThreadedFrom + 77)]
    public void Softmax_has_the_bits_of_one_thread(int rows)
    {
        int n = (2 * Kernels.ThreadedFrom / rows + 3) * rows;
        double[] x = Numbers<double>(n, 13), expected = new double[n];
        x[n / 3] = double.NegativeInfinity;
        Softmax.Columns<double>(rows, x, expected, VectorPaths.Best, 1);
        foreach (int threads in new[] { 2, 3, 7 })
        {
            double[] actual = new double[n];
            Softmax.Columns<double>(rows, x, actual, VectorPaths.Best, threads);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void A_long_column_has_its_softmax()
    {
        foreach (VectorPath path in VectorPaths.Available)
        {
            double[] x = Numbers<double>(Kernels.ThreadedFrom + 77, 14), y = new double[x.Length];
            double sum = x.Sum(v => Math.Exp(v - 8));
            Softmax.Columns<double>(x.Length, x, y, path, 2);
            Assert.All(x.Zip(y), p => Assert.Equal(1, p.Second / (Math.Exp(p.First - 8) / sum), 1e-12));
            x[5] = double.NaN;
            Softmax.Columns<double>(x.Length, x, x, path, 2);
            Assert.All(x, v => Assert.True(double.IsNaN(v)));
        }
    }

    private readonly struct Meeting(int[] seen) : IMap<double>
    {
        // Waits until a second thread has come, or for ten seconds.
        public V Of<V>(V x)
            where V : unmanaged, IVector<V, double>
        {
            int[] threads = seen;
            threads[Math.Min(Environment.CurrentManagedThreadId, threads.Length - 1)] = 1;
            SpinWait.SpinUntil(() => threads.Sum() > 1, TimeSpan.FromSeconds(10));
            return x;
        }
    }

    [Fact]
    public void A_second_thread_takes_part_from_the_threshold_on()
    {
        int[] seen = new int[1000];
        double[] x = new double[Kernels.ThreadedFrom];
        Map.Apply<Meeting, double>(new Meeting(seen), x, x, VectorPaths.Best, 2);
        Assert.Equal(2, seen.Sum());
    }

    private static T[] Numbers<T>(int count, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => [.. new RandomStream(seed).Uniforms(count, -8, 8).Select(T.CreateTruncating)];
}
