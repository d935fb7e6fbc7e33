using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>
/// Every engine and path against the triple loop; the rows of the table are instances, never the global provider.
/// </summary>
[Collection(nameof(StandInGpu))]
public sealed class GemmTests
{
    public static TheoryData<string> Engines => [.. TestEngines.Names];

    private static readonly (double Alpha, double Beta)[] s_factors =
        [(1, 0), (1, 1), (-1.5, 0), (0.5, -2), (0, 1), (0, 0)];

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_product_is_the_triple_loop_for_every_shape_and_transpose(string engine)
    {
        var random = new RandomStream(1);
        foreach (GemmShape shape in ProductShapes.Transposed)
        {
            foreach (var (alpha, beta) in shape.M * shape.N * shape.K > 100_000 ? s_factors[3..4] : s_factors)
            {
                Check(engine, Padded(shape, random), alpha, beta, random);
                Check(engine, shape, alpha, beta, random);
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
        // Every element is a sum of k products of normal numbers: its rounding error is below (k + 3) half-ulps of the
        // sum of their sizes, some k.
        double tolerance = 1e-15 * (shape.K + 3) * (Math.Abs(alpha) + Math.Abs(beta));
        Near(expected, actual, tolerance);

        float[] single = [.. c.Select(v => (float)v)];
        TestEngines.Named(engine).Multiply(
            shape, (float)alpha, [.. a.Select(v => (float)v)], [.. b.Select(v => (float)v)], (float)beta, single);
        Near(expected, single.Select(v => (double)v), 5.4e8 * tolerance);
    }

    // An assertion for each of some millions of elements would take longer than the products.
    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.Empty(expected.Zip(actual).Where(pair => !(Math.Abs(pair.First - pair.Second) <= tolerance)));

    [Fact]
    public void Every_path_and_every_number_of_threads_gives_the_same_bits()
    {
        var random = new RandomStream(2);
        foreach (GemmShape shape in ProductShapes.WithTransposes(ProductShapes.ForThreads))
        {
            double[] a = random.Normals(shape.M * shape.K), b = random.Normals(shape.K * shape.N),
                c = random.Normals(shape.M * shape.N);
            SameBits(shape, a, b, c);
            SameBits<float>(
                shape, [.. a.Select(v => (float)v)], [.. b.Select(v => (float)v)], [.. c.Select(v => (float)v)]);
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
    public void What_does_not_fit_is_refused_by_name(string engine)
    {
        IComputeProvider simd = TestEngines.Named(engine);
        GemmShape shape = new(2, 3, 4);
        double[] a = new double[8], b = new double[12], c = new double[6];
        Assert.Contains(
            "expected at least 8, got 7",
            Assert.Throws<ArgumentException>("a", () => simd.Multiply(shape, 1, a.AsSpan(1), b, 0, c)).Message);
        Assert.Contains(
            "expected at least 12, got 11",
            Assert.Throws<ArgumentException>("b", () => simd.Multiply(shape, 1, a, b.AsSpan(1), 0, c)).Message);
        Assert.Contains(
            "expected at least 6, got 5",
            Assert.Throws<ArgumentException>("c", () => simd.Multiply(shape, 1, a, b, 0, c.AsSpan(1))).Message);
        Assert.Contains(
            "at least its 2 rows; got 1",
            Assert.Throws<ArgumentOutOfRangeException>(
                "a", () => simd.Multiply(shape with { LeadingA = 1 }, 1, a, b, 0, c)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            "shape", () => simd.Multiply(new GemmShape(-1, 2, 3), 1, a, b, 0, c));
        Assert.Throws<ArgumentException>("c", () => simd.Multiply(new GemmShape(2, 2, 2), 1, a, b, 0, a.AsSpan(3)));
        Assert.Throws<ArgumentException>(
            "batch",
            () => simd.MultiplyBatch(new GemmShape(2, 2, 2), new GemmBatch(3, 0, 0, 3), 1, a, b, 0, new double[20]));
        var batch = new GemmBatch(3, 8, 0, 6);
        var tooFew = Assert.Throws<ArgumentException>(
            "a", () => simd.MultiplyBatch(shape, batch, 1, new double[23], b, 0, new double[18]));
        Assert.Contains("3 matrices: expected at least 24 numbers, got 23", tooFew.Message, StringComparison.Ordinal);
    }
}
