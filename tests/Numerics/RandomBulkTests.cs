namespace Reference.Numerics.Tests;

/// <summary>
/// Random numbers in bulk: the same on every path and equal to eight streams drawn one by one; and their statistics.
/// </summary>
public sealed class RandomBulkTests
{
    private const int Many = 1 << 20;

    // Word i by its definition.
    private static ulong[] Words(ulong seed, int count)
    {
        var random = new RandomStream(seed);
        RandomStream[] streams = [.. Enumerable.Range(0, 8).Select(_ => new RandomStream(random.NextBits()))];
        return [.. Enumerable.Range(0, count).Select(i => streams[i % 8].NextBits())];
    }

    [Fact]
    public void Words_are_those_of_eight_streams_and_eight_draws_are_taken()
    {
        foreach (int n in new[] { 0, 1, 7, 8, 9, 63, 64, 511, 512, 513, 1500 })
        {
            ulong[] expected = Words(7, n);
            foreach (VectorPath path in VectorPaths.Available)
            {
                var random = new RandomStream(7);
                ulong[] bits = new ulong[n];
                Kernels.RandomBits(random, bits, path);
                Assert.Equal(expected, bits);
                var same = new RandomStream(7);
                same.Fill(new ulong[8]);
                Assert.Equal(same.NextBits(), random.NextBits());
            }
        }
    }

    [Fact]
    public void Uniform_numbers_are_the_upper_bits_of_words()
    {
        ulong[] words = Words(8, 700);
        double[] values = new double[700];
        Kernels.RandomUniform(new RandomStream(8), -2, 3, values);
        Assert.Equal(words.Select(w => -2 + 5 * ((w >> 11) / 9007199254740992.0)), values);
        float[] singles = new float[1399];
        Kernels.RandomUniform(new RandomStream(8), -2f, 3f, singles);
        uint[] halves = [.. words.SelectMany(w => new[] { (uint)w, (uint)(w >> 32) })];
        Assert.Equal(halves.SkipLast(1).Select(h => -2f + 5f * ((h >> 8) / 16777216f)), singles);
    }

    [Fact]
    public void Normal_numbers_are_points_of_random_distance_and_direction()
    {
        ulong[] words = Words(9, 640);
        double[] values = new double[640];
        Kernels.RandomNormal(new RandomStream(9), 10, 0.5, values);
        for (int i = 0; i < 640; i += i % 16 == 7 ? 9 : 1)
        {
            ulong second = words[i + 8];
            double distance = Math.Sqrt(-2 * Math.Log(1 - (words[i] >> 11) / 9007199254740992.0));
            double angle = Math.PI / 2 * ((second << 2 >> 11) / 9007199254740992.0);
            double x = distance * Math.Cos(angle) * (second >> 63 == 1 ? -1 : 1),
                y = distance * Math.Sin(angle) * ((second >> 62 & 1) == 1 ? -1 : 1);
            // Some ulp of numbers around 10.
            Assert.Equal(10 + 0.5 * x, values[i], 1e-14);
            Assert.Equal(10 + 0.5 * y, values[i + 8], 1e-14);
        }
    }

    [Fact]
    public void States_are_1_where_the_uniform_number_is_less_than_the_probability()
    {
        foreach (int n in new[] { 0, 1, 9, 100, 511, 512, 513, 1500 })
        {
            double[] p = new RandomStream(12).Uniforms(n, -0.2, 1.2), u = new double[n];
            Kernels.RandomUniform(new RandomStream(13), 0, 1, u);
            float[] q = [.. p.Select(v => (float)v)], w = new float[n];
            Kernels.RandomUniform(new RandomStream(13), 0f, 1f, w);
            foreach (VectorPath path in VectorPaths.Available)
            {
                double[] states = new double[n + 1];
                float[] singles = new float[n + 1];
                Kernels.RandomBernoulli(new RandomStream(13), p, states.AsSpan(0, n), path);
                Kernels.RandomBernoulli(new RandomStream(13), q, singles.AsSpan(0, n), path);
                Assert.Equal([.. u.Zip(p, (x, y) => x < y ? 1.0 : 0), 0], states);
                Assert.Equal([.. w.Zip(q, (x, y) => x < y ? 1f : 0), 0], singles);
            }
        }
    }

    [Fact]
    public void States_are_never_1_for_probability_0_and_always_for_1()
    {
        double[] p = [.. Enumerable.Range(0, 4000).Select(i => i % 4 == 0 ? double.NaN : i % 2)],
            states = new double[4000];
        Kernels.RandomBernoulli(new RandomStream(1), p, states);
        Assert.Equal(p.Select(v => v == 1 ? 1.0 : 0), states);
        Assert.ThrowsAny<ArgumentException>(() => Kernels.RandomBernoulli(new RandomStream(1), p, p));
        Assert.ThrowsAny<ArgumentException>(() => Kernels.RandomBernoulli(new RandomStream(1), p, states.AsSpan(1)));
    }

    [Fact]
    public void Every_path_gives_the_same_numbers_and_a_shorter_span_the_first_of_them()
    {
        SamePaths<double>((random, values, path) => Kernels.RandomUniform(random, -1.0, 2.0, values, path));
        SamePaths<float>((random, values, path) => Kernels.RandomUniform(random, -1f, 2f, values, path));
        SamePaths<double>((random, values, path) => Kernels.RandomNormal(random, 1, 2, values, path));
        SamePaths<float>((random, values, path) => Kernels.RandomNormal(random, 1, 2, values, path));
    }

    private delegate void Filling<T>(RandomStream random, Span<T> values, VectorPath path);

    private static void SamePaths<T>(Filling<T> fill)
        where T : unmanaged
    {
        T[] all = new T[3000];
        fill(new RandomStream(3), all, VectorPath.Portable);
        foreach (VectorPath path in VectorPaths.Available)
        {
            foreach (int n in new[] { 0, 1, 5, 8, 17, 100, 511, 512, 1025, 3000 })
            {
                T[] values = new T[n + 1];
                fill(new RandomStream(3), values.AsSpan(0, n), path);
                Assert.Equal(all.AsSpan(0, n).ToArray(), values.AsSpan(0, n).ToArray());
                Assert.Equal(default, values[n]);
            }
        }
    }

    // Four standard errors each: once in 16,000 seeds.
    [Fact]
    public void Uniform_numbers_fill_the_interval_evenly()
    {
        double[] values = new double[Many];
        Kernels.RandomUniform(new RandomStream(1), 0, 1, values);
        Uniform(values);
        float[] singles = new float[Many];
        Kernels.RandomUniform(new RandomStream(2), 0f, 1f, singles);
        Uniform([.. singles.Select(v => (double)v)]);
    }

    private static void Uniform(double[] values)
    {
        double error = 1 / Math.Sqrt(Many);
        Assert.InRange(values.Average(), 0.5 - 4 * 0.2887 * error, 0.5 + 4 * 0.2887 * error);
        Assert.InRange(values.Min(), 0, 16 / (double)Many);
        Assert.InRange(values.Max(), 1 - 16 / (double)Many, 1);
        int[] counts = new int[256];
        foreach (double value in values)
        {
            counts[(int)(value * 256)]++;
        }

        // χ² with 255 degrees of freedom: 255 ± 4·√510.
        double expected = Many / 256.0;
        Assert.InRange(counts.Sum(c => (c - expected) * (c - expected) / expected), 255 - 90, 255 + 90);
        Uncorrelated([.. values.Select(v => (v - 0.5) / 0.2886751)]);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_and_tails_of_the_distribution()
    {
        double[] values = new double[Many];
        Kernels.RandomNormal(new RandomStream(4), 0, 1, values);
        Normal(values);
        float[] singles = new float[Many];
        Kernels.RandomNormal(new RandomStream(5), 0f, 1f, singles);
        Normal([.. singles.Select(v => (double)v)]);
    }

    private static void Normal(double[] z)
    {
        double error = 4 / Math.Sqrt(Many);
        Assert.InRange(z.Average(), -error, error);
        // Var(z²) = 2, Var(z³) = 15, Var(z⁴) = 96.
        Assert.InRange(z.Average(v => v * v), 1 - Math.Sqrt(2) * error, 1 + Math.Sqrt(2) * error);
        Assert.InRange(z.Average(v => v * v * v), -Math.Sqrt(15) * error, Math.Sqrt(15) * error);
        Assert.InRange(z.Average(v => v * v * v * v), 3 - Math.Sqrt(96) * error, 3 + Math.Sqrt(96) * error);
        (int, double)[] tails = [(1, 0.1586552539), (2, 0.0227501319), (3, 0.0013498980), (4, 3.167124e-5)];
        foreach (var (beyond, probability) in tails)
        {
            double expected = Many * probability, spread = 4 * Math.Sqrt(expected);
            Assert.InRange(z.Count(v => v > beyond), expected - spread, expected + spread);
            Assert.InRange(z.Count(v => v < -beyond), expected - spread, expected + spread);
        }

        Uncorrelated(z);
        // The two coordinates of a point are independent, and so are their squares.
        Uncorrelated([.. z.Select(v => (v * v - 1) / Math.Sqrt(2))]);
    }

    // Neighbours, the other coordinate of a point (8 or 16 on), and the next of the same stream.
    private static void Uncorrelated(double[] z)
    {
        foreach (int lag in new[] { 1, 2, 8, 16, 32 })
        {
            double correlation = Enumerable.Range(0, Many - lag).Sum(i => z[i] * z[i + lag]) / Many;
            Assert.InRange(correlation, -4 / Math.Sqrt(Many), 4 / Math.Sqrt(Many));
        }
    }

    [Fact]
    public void Bits_are_one_half_of_the_time_each()
    {
        ulong[] words = new ulong[Many / 8];
        Kernels.RandomBits(new RandomStream(6), words);
        for (int bit = 0; bit < 64; bit++)
        {
            // Five standard errors of ½√n, for 64 bits.
            Assert.InRange(words.Count(w => (w >> bit & 1) == 1), words.Length / 2 - 905, words.Length / 2 + 905);
        }

        Assert.Equal(Many / 8, words.Distinct().Count());
    }

    [Fact]
    public void Filling_in_bulk_allocates_nothing()
    {
        var random = new RandomStream(1);
        double[] values = new double[1000];
        Kernels.RandomNormal(random, 0, 1, values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Kernels.RandomNormal(random, 0, 1, values);
        Kernels.RandomUniform(random, 0, 1, values);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Arguments_outside_their_range_are_refused_by_name()
    {
        var random = new RandomStream(1);
        Assert.Throws<ArgumentNullException>("random", () => Kernels.RandomBits(null!, new ulong[1]));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Kernels.RandomUniform(random, 2, 1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "high", () => Kernels.RandomUniform(random, 0, float.PositiveInfinity, new float[1]));
        Assert.Throws<ArgumentException>("mean", () => Kernels.RandomNormal(random, double.NaN, 1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "deviation", () => Kernels.RandomNormal(random, 0, -1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "deviation", () => Kernels.RandomNormal(random, 0, double.NaN, new double[1]));
    }
}
