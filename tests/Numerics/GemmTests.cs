using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>Every engine and path against the triple loop; the rows of the table are instances, never the global provider.</summary>
[Collection(nameof(StandInGpu))]
public sealed class GemmTests
{
    public static TheoryData<string> Engines => [.. TestEngines.Names];

    // Shapes that meet every edge: nothing, one, primes, whole tiles and one more, tall, flat, a block of k and one more.
    private static readonly (int M, int N, int K)[] s_all =
    [
        (0, 0, 0), (0, 3, 2), (3, 0, 2), (3, 2, 0), (1, 1, 1), (1, 7, 3), (7, 1, 3), (2, 3, 1), (8, 8, 8), (24, 8, 16), (25, 9, 17), (23, 7, 512),
        (17, 5, 513), (5, 19, 9),
        (48, 16, 300), (49, 33, 31), (6, 60, 9), (130, 1, 70), (1, 130, 70), (64, 64, 64), (97, 101, 103), (200, 140, 520), (390, 12, 20), (3, 200, 600),
        (67, 9, 1), (130, 33, 1), (140, 1, 50), (600, 1, 120), (120, 1, 601), (130, 1, 530), (64, 1, 64), (100, 1, 12),
    ];

    // Where mutants are tried, every loop asks which one: the large shapes would take minutes.
    private static readonly (int M, int N, int K)[] s_shapes =
        [.. s_all.Where(s => Environment.GetEnvironmentVariable("REFERENCE_MUTATION") is not "1" || s.M * s.N * s.K < 10_000)];

    private static readonly (double Alpha, double Beta)[] s_factors = [(1, 0), (1, 1), (-1.5, 0), (0.5, -2), (0, 1), (0, 0)];

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_product_is_the_triple_loop_for_every_shape_and_transpose(string engine)
    {
        var random = new RandomStream(1);
        foreach (var (m, n, k) in s_shapes)
        {
            for (int transposes = 0; transposes < 4; transposes++)
            {
                GemmShape shape = new(m, n, k) { TransposeA = transposes % 2 == 1, TransposeB = transposes > 1 };
                foreach (var (alpha, beta) in m * n * k > 100_000 ? s_factors[3..4] : s_factors)
                {
                    Check(engine, Padded(shape, random), alpha, beta, random);
                    Check(engine, shape, alpha, beta, random);
                }
            }
        }
    }

    // Leading dimensions that leave gaps between columns.
    private static GemmShape Padded(GemmShape shape, RandomStream random) => shape with
    {
        LeadingA = Math.Max(1, shape.LeadingA) + random.Below(5),
        LeadingB = Math.Max(1, shape.LeadingB) + random.Below(5),
        LeadingC = Math.Max(1, shape.LeadingC) + random.Below(5),
    };

    private static void Check(string engine, GemmShape shape, double alpha, double beta, RandomStream random)
    {
        // Numbers that a float holds exactly, so that both checks start from the same ones.
        double[] Normals(int count) => [.. random.Normals(count).Select(v => (double)(float)v)];
        double[] a = Normals(shape.LeadingA * (shape.TransposeA ? shape.M : shape.K));
        double[] b = Normals(shape.LeadingB * (shape.TransposeB ? shape.K : shape.N));
        double[] c = Normals(shape.LeadingC * shape.N);
        double[] expected = TripleLoop.Multiply(shape, alpha, a, b, beta, c);
        double[] actual = [.. c];
        TestEngines.Named(engine).Multiply(shape, alpha, a, b, beta, actual);
        // Every element is a sum of k products of normal numbers: its rounding error is below (k + 3) half-ulps of the sum of their sizes, some k.
        double tolerance = 1e-15 * (shape.K + 3) * (Math.Abs(alpha) + Math.Abs(beta));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));

        float[] single = [.. c.Select(v => (float)v)];
        TestEngines.Named(engine).Multiply(shape, (float)alpha, [.. a.Select(v => (float)v)], [.. b.Select(v => (float)v)], (float)beta, single);
        Assert.All(expected.Zip(single), pair => Assert.Equal(pair.First, pair.Second, 5.4e8 * tolerance));
    }

    [Fact]
    public void Every_path_and_every_number_of_threads_gives_the_same_bits()
    {
        var random = new RandomStream(2);
        foreach (var (m, n, k) in s_shapes.Append((301, 210, 400)).Append((30, 1500, 300)).Append((5, 41, 700)))
        {
            for (int transposes = 0; transposes < 4; transposes++)
            {
                GemmShape shape = new(m, n, k) { TransposeA = transposes % 2 == 1, TransposeB = transposes > 1 };
                double[] a = random.Normals(m * k), b = random.Normals(k * n), c = random.Normals(m * n);
                SameBits(shape, a, b, c);
                SameBits<float>(shape, [.. a.Select(v => (float)v)], [.. b.Select(v => (float)v)], [.. c.Select(v => (float)v)]);
            }
        }
    }

    private static void SameBits<T>(GemmShape shape, T[] a, T[] b, T[] c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        T[] expected = [.. c];
        Product.Multiply(VectorPath.Portable, 1, shape, half, a, b, half, expected);
        foreach (VectorPath path in VectorPaths.Available)
        {
            foreach (int threads in new[] { 1, 2, 3, 7 })
            {
                T[] actual = [.. c];
                Product.Multiply<T>(path, threads, shape, half, a, b, half, actual, worthAThread: 1);
                Assert.True(expected.AsSpan().SequenceEqual(actual), $"{shape} on {path} with {threads} threads");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_batch_is_its_products_one_by_one(string engine)
    {
        var random = new RandomStream(3);
        GemmShape shape = new(13, 9, 11) { TransposeA = true };
        foreach (int count in new[] { 0, 1, 5, 4000 })
        {
            var batch = new GemmBatch(count, 150, 0, 13 * 9 + 2);
            double[] a = random.Normals(count * 150 + 13 * 11), b = random.Normals(9 * 11), c = random.Normals(count * batch.StrideC);
            double[] expected = [.. c];
            for (int i = 0; i < count; i++)
            {
                TestEngines.Named(engine).Multiply(shape, 2, a.AsSpan(i * 150), b, 1, expected.AsSpan(i * batch.StrideC));
            }

            TestEngines.Named(engine).MultiplyBatch(shape, batch, 2, a, b, 1, c);
            Assert.All(expected.Zip(c), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        }
    }

    [Fact]
    public void A_batch_on_threads_gives_the_bits_of_one_thread()
    {
        var random = new RandomStream(4);
        foreach (GemmShape shape in new GemmShape[] { new(13, 9, 11), new(9, 1, 40) { TransposeA = true } })
        {
            var batch = new GemmBatch(7, shape.M * shape.K, shape.K * shape.N, shape.M * shape.N);
            double[] a = random.Normals(7 * batch.StrideA), b = random.Normals(7 * batch.StrideB), c = random.Normals(7 * batch.StrideC);
            foreach (VectorPath path in VectorPaths.Available)
            {
                double[] one = [.. c], several = [.. c];
                Product.MultiplyBatch<double>(path, 1, shape, batch, 0.5, a, b, 0.5, one);
                Product.MultiplyBatch<double>(path, 3, shape, batch, 0.5, a, b, 0.5, several, worthAThread: 1);
                Assert.Equal(one, several);
            }
        }
    }

    // The heads of attention write beside one another: each result is a block of rows of one matrix.
    [Theory]
    [MemberData(nameof(Engines))]
    public void Results_of_a_batch_may_be_blocks_of_rows_of_one_matrix(string engine)
    {
        var random = new RandomStream(5);
        GemmShape shape = new(4, 5, 3) { LeadingC = 12 };
        double[] a = random.Normals(3 * 12), b = random.Normals(3 * 15), c = new double[60];
        TestEngines.Named(engine).MultiplyBatch(shape, new GemmBatch(3, 12, 15, 4), 1, a, b, 0, c);
        for (int head = 0; head < 3; head++)
        {
            double[] expected = TripleLoop.Multiply(new GemmShape(4, 5, 3), 1, a[(12 * head)..], b[(15 * head)..], 0, new double[20]);
            Assert.All(Enumerable.Range(0, 20), e => Assert.Equal(expected[e], c[e / 4 * 12 + 4 * head + e % 4], 1e-13));
        }

        var tooMany = new GemmBatch(4, 12, 15, 4);
        Assert.Throws<ArgumentException>("batch", () => TestEngines.Named(engine).MultiplyBatch(shape, tooMany, 1, a, b, 0, new double[90]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void With_beta_zero_no_shape_reads_the_result(string engine)
    {
        foreach (GemmShape shape in EveryShape())
        {
            double[] c = [.. Enumerable.Repeat(double.NaN, shape.M * shape.N)];
            TestEngines.Named(engine).Multiply(shape, 1, new double[shape.M * shape.K], new double[shape.K * shape.N], 0, c);
            Assert.False(c.AsSpan().ContainsAnyExcept(0.0), $"{shape}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void In_every_shape_NaN_and_infinity_reach_their_row_and_no_other(string engine)
    {
        foreach (GemmShape shape in EveryShape().Where(s => s is { M: > 1, N: > 0, K: > 0 }))
        {
            double[] a = [.. Enumerable.Repeat(1.0, shape.M * shape.K)], b = [.. Enumerable.Repeat(1.0, shape.K * shape.N)], c = new double[shape.M * shape.N];
            int p = shape.K / 2, last = shape.M - 1;
            a[shape.TransposeA ? p : p * shape.M] = double.NaN;
            a[shape.TransposeA ? last * shape.K + p : p * shape.M + last] = double.PositiveInfinity;
            TestEngines.Named(engine).Multiply(shape, 1, a, b, 0, c);
            for (int e = 0; e < c.Length; e++)
            {
                double expected = e % shape.M == 0 ? double.NaN : e % shape.M == last ? double.PositiveInfinity : shape.K;
                Assert.True(c[e].Equals(expected), $"{shape}: element {e} is {c[e]}");
            }
        }
    }

    private static IEnumerable<GemmShape> EveryShape() => s_shapes.SelectMany(s => Enumerable.Range(0, 4).Select(
        transposes => new GemmShape(s.M, s.N, s.K) { TransposeA = transposes % 2 == 1, TransposeB = transposes > 1 }));

    [Theory]
    [MemberData(nameof(Engines))]
    public void With_beta_zero_what_was_in_the_result_does_not_survive(string engine)
    {
        foreach (int n in new[] { 1, 5, 24, 40 })
        {
            double[] c = [.. Enumerable.Repeat(double.NaN, n * n)];
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, n), 1, new double[n * n], new double[n * n], 0, c);
            Assert.All(c, v => Assert.Equal(0, v));
            c.AsSpan().Fill(double.NaN);
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, 0), 1, [], [], 0, c);
            Assert.All(c, v => Assert.Equal(0, v));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Nan_and_infinity_propagate_as_in_the_sum(string engine)
    {
        foreach (int n in new[] { 3, 30, 130 })
        {
            double[] a = [.. Enumerable.Repeat(1.0, n * n)], b = [.. a], c = new double[n * n];
            a[1] = double.NaN;
            a[2] = double.PositiveInfinity;
            b[(n - 1) * n] = 0;
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, n), 1, a, b, 0, c);
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(double.NaN, c[j * n + 1]));
            Assert.All(Enumerable.Range(0, n - 1), j => Assert.Equal(double.PositiveInfinity, c[j * n + 2]));
            Assert.Equal(double.NaN, c[(n - 1) * n + 2]);
            Assert.Equal(n, c[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_does_not_fit_is_refused_by_name(string engine)
    {
        IComputeProvider simd = TestEngines.Named(engine);
        GemmShape shape = new(2, 3, 4);
        double[] a = new double[8], b = new double[12], c = new double[6];
        Assert.Contains("expected at least 8, got 7", Assert.Throws<ArgumentException>("a", () => simd.Multiply(shape, 1, a.AsSpan(1), b, 0, c)).Message);
        Assert.Contains("expected at least 12, got 11", Assert.Throws<ArgumentException>("b", () => simd.Multiply(shape, 1, a, b.AsSpan(1), 0, c)).Message);
        Assert.Contains("expected at least 6, got 5", Assert.Throws<ArgumentException>("c", () => simd.Multiply(shape, 1, a, b, 0, c.AsSpan(1))).Message);
        Assert.Contains(
            "at least its 2 rows; got 1",
            Assert.Throws<ArgumentOutOfRangeException>("a", () => simd.Multiply(shape with { LeadingA = 1 }, 1, a, b, 0, c)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => simd.Multiply(new GemmShape(-1, 2, 3), 1, a, b, 0, c));
        Assert.Throws<ArgumentException>("c", () => simd.Multiply(new GemmShape(2, 2, 2), 1, a, b, 0, a.AsSpan(3)));
        Assert.Throws<ArgumentException>("batch", () => simd.MultiplyBatch(new GemmShape(2, 2, 2), new GemmBatch(3, 0, 0, 3), 1, a, b, 0, new double[20]));
        var batch = new GemmBatch(3, 8, 0, 6);
        var tooFew = Assert.Throws<ArgumentException>("a", () => simd.MultiplyBatch(shape, batch, 1, new double[23], b, 0, new double[18]));
        Assert.Contains("3 matrices: expected at least 24 numbers, got 23", tooFew.Message, StringComparison.Ordinal);
    }
}
