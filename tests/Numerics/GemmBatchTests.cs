namespace Reference.Numerics.Tests;

/// <summary>Many products of one shape, on every engine.</summary>
[Collection(nameof(StandInGpu))]
public sealed class GemmBatchTests
{
    public static TheoryData<string> Engines => [.. TestEngines.Names];

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_batch_is_its_products_one_by_one(string engine)
    {
        var random = new RandomStream(3);
        GemmShape shape = new(13, 9, 11) { TransposeA = true };
        foreach (int count in new[] { 0, 1, 5, 4000 })
        {
            var batch = new GemmBatch(count, 150, 0, 13 * 9 + 2);
            double[] a = random.Normals(count * 150 + 13 * 11), b = random.Normals(9 * 11),
                c = random.Normals(count * batch.StrideC);
            double[] expected = [.. c];
            for (int i = 0; i < count; i++)
            {
                TestEngines.Named(engine).Multiply(
                    shape, 2, a.AsSpan(i * 150), b, 1, expected.AsSpan(i * batch.StrideC));
            }

            TestEngines.Named(engine).MultiplyBatch(shape, batch, 2, a, b, 1, c);
            Assert.All(expected.Zip(c), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_batch_of_floats_is_its_products_one_by_one(string engine)
    {
        var random = new RandomStream(6);
        GemmShape shape = new(13, 9, 11) { TransposeB = true };
        var batch = new GemmBatch(50, 150, 120, 13 * 9 + 2);
        float[] a = Floats(50 * 150), b = Floats(50 * 120), c = Floats(50 * batch.StrideC), expected = [.. c];
        for (int i = 0; i < 50; i++)
        {
            TestEngines.Named(engine).Multiply(
                shape, 2, a.AsSpan(i * 150), b.AsSpan(i * 120), 1, expected.AsSpan(i * batch.StrideC));
        }

        TestEngines.Named(engine).MultiplyBatch(shape, batch, 2, a, b, 1, c);
        Assert.All(expected.Zip(c), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.Throws<ArgumentException>(
            "c", () => TestEngines.Named(engine).MultiplyBatch(shape, batch, 2, a, b, 1, a));

        float[] Floats(int count) => [.. random.Normals(count).Select(v => (float)v)];
    }

    [Fact]
    public void A_batch_on_threads_gives_the_bits_of_one_thread()
    {
        var random = new RandomStream(4);
        foreach (GemmShape shape in new GemmShape[] { new(13, 9, 11), new(9, 1, 40) { TransposeA = true } })
        {
            var batch = new GemmBatch(7, shape.M * shape.K, shape.K * shape.N, shape.M * shape.N);
            double[] a = random.Normals(7 * batch.StrideA), b = random.Normals(7 * batch.StrideB),
                c = random.Normals(7 * batch.StrideC);
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
            double[] expected = TripleLoop.Multiply(
                new GemmShape(4, 5, 3), 1, a[(12 * head)..], b[(15 * head)..], 0, new double[20]);
            Assert.All(
                Enumerable.Range(0, 20), e => Assert.Equal(expected[e], c[e / 4 * 12 + 4 * head + e % 4], 1e-13));
        }

        // One row more would reach into the next column.
        var tooMany = new GemmBatch(4, 12, 15, 4);
        Assert.Throws<ArgumentException>(
            "batch", () => TestEngines.Named(engine).MultiplyBatch(shape, tooMany, 1, a, b, 0, new double[90]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_batch_that_does_not_fit_is_refused_by_name(string engine)
    {
        IComputeProvider provider = TestEngines.Named(engine);
        GemmShape shape = new(2, 2, 2);
        double[] a = new double[12], c = new double[12];
        GemmBatch[] negatives = [new(-1, 4, 4, 4), new(3, -4, 4, 4), new(3, 4, -4, 4), new(3, 4, 4, -4)];
        foreach (GemmBatch negative in negatives)
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(
                "batch", () => provider.MultiplyBatch(shape, negative, 1, a, a, 0, c));
            Assert.Contains($"must not be negative; got {negative}", refused.Message, StringComparison.Ordinal);
        }

        var batch = new GemmBatch(3, 4, 4, 4);
        Assert.Throws<ArgumentException>("c", () => provider.MultiplyBatch(shape, batch, 1, a, new double[12], 0, a));
        Assert.Throws<ArgumentException>("c", () => provider.MultiplyBatch(shape, batch, 1, new double[12], a, 0, a));
        Assert.Throws<ArgumentException>("b", () => provider.MultiplyBatch(shape, batch, 1, a, new double[11], 0, c));
        Assert.Throws<ArgumentException>("c", () => provider.MultiplyBatch(shape, batch, 1, a, a, 0, new double[11]));
        provider.MultiplyBatch(new GemmShape(0, 2, 2), batch, 1, a, a, 0, c);
        provider.MultiplyBatch(new GemmShape(2, 0, 2), batch, 1, a, a, 0, c);
        Assert.All(c, v => Assert.Equal(0, v));
    }
}
