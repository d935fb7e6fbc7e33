using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>A product with a matrix of few numbers has the bits of the product that reads all of them.</summary>
public sealed unsafe class MostlyZerosTests
{
    // Whole blocks of rows and one more, of k and one more, and a last register that is not full.
    private static readonly (int M, int N, int K)[] s_shapes =
        [(96, 64, 64), (256, 64, 784), (128, 25, 1030), (129, 33, 512), (200, 24, 513), (119, 784, 64)];

    [Fact]
    public void Skipping_zeros_changes_no_bit() => Random<double>();

    [Fact]
    public void Nor_in_single_precision() => Random<float>();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_reach_what_the_dense_product_lets_them_reach(double number)
    {
        var random = new RandomStream(3);
        var shape = new GemmShape(130, 40, 600);
        (double[] a, double[] b) = (random.Normals(shape.M * shape.K), Sparse<double>(random, shape.K * shape.N, 0.1));
        a[random.Below(a.Length)] = number;
        SameBits(shape, a, b, 1, 0, random);
        b[random.Below(b.Length)] = number;
        SameBits(shape, a, b, 1, 0, random);
    }

    [Fact]
    public void A_matrix_that_only_looks_empty_is_multiplied_all_the_same()
    {
        var random = new RandomStream(4);
        var shape = new GemmShape(64, 64, 128);
        double[] a = random.Normals(shape.M * shape.K), b = random.Normals(shape.K * shape.N);
        int step = b.Length / 64;
        for (int e = step / 2; e < b.Length; e += step)
        {
            b[e] = 0; // where it is looked at
        }

        foreach (VectorPath path in VectorPaths.Available)
        {
            Assert.False(Skipping<double>(path, 1, shape, 1, a, b, 0, new double[shape.M * shape.N]));
        }

        SameBits(shape, a, b, 1, 0, random);
    }

    private static void Random<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(2);
        foreach ((int M, int N, int K) in s_shapes)
        {
            foreach (double density in (double[])[0, 0.01, 0.13])
            {
                var shape = new GemmShape(M, N, K) { TransposeB = random.Below(2) == 1 };
                shape = shape with
                {
                    LeadingA = shape.LeadingA + random.Below(5), LeadingB = shape.LeadingB + random.Below(5),
                    LeadingC = shape.LeadingC + random.Below(5),
                };
                T[] a = [.. random.Normals(shape.LeadingA * K).Select(T.CreateTruncating)],
                    b = Sparse<T>(random, shape.LeadingB * (shape.TransposeB ? K : N), density);
                foreach (VectorPath path in VectorPaths.Available)
                {
                    Assert.True(Skipping<T>(path, 2, shape, T.One, a, b, T.Zero, new T[shape.LeadingC * N]));
                }

                SameBits(shape, a, b, T.One, T.Zero, random);
                SameBits(
                    shape, a, b, T.CreateTruncating(random.Normal()), T.CreateTruncating(random.Normal()), random);
            }
        }
    }

    private static void SameBits<T>(GemmShape shape, T[] a, T[] b, T alpha, T beta, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] c = [.. random.Normals(shape.LeadingC * shape.N).Select(T.CreateTruncating)], expected = [.. c];
        fixed (T* pa = a, pb = b, pc = expected)
        {
            Blocks.Multiply<Register128<T>, T>(
                shape.M, shape.N, shape.K, alpha, Strided<T>.Stored(pa, shape.LeadingA, false),
                Strided<T>.Stored(pb, shape.LeadingB, shape.TransposeB), beta, pc, shape.LeadingC);
        }

        foreach (VectorPath path in VectorPaths.Available)
        {
            foreach (int threads in (int[])[1, 3])
            {
                T[] actual = [.. c];
                Product.Multiply<T>(path, threads, shape, alpha, a, b, beta, actual, worthAThread: 1);
                Assert.True(expected.AsSpan().SequenceEqual(actual), $"{shape} on {path} with {threads} threads");
            }
        }
    }

    private static bool Skipping<T>(
        VectorPath path, int threads, GemmShape shape, T alpha, T[] a, T[] b, T beta, T[] c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* pa = a, pb = b, pc = c)
        {
            Strided<T> left = Strided<T>.Stored(pa, shape.LeadingA, false),
                right = Strided<T>.Stored(pb, shape.LeadingB, shape.TransposeB);
            return path switch
            {
                VectorPath.Avx512 => MostlyZeros<Register512<T>, T>.Multiply(
                    threads, shape, alpha, left, right, beta, pc),
                VectorPath.Avx2 => MostlyZeros<Register256<T>, T>.Multiply(
                    threads, shape, alpha, left, right, beta, pc),
                _ => MostlyZeros<Register128<T>, T>.Multiply(threads, shape, alpha, left, right, beta, pc),
            };
        }
    }

    private static T[] Sparse<T>(RandomStream random, int count, double density)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ =>
            random.Uniform() < density ? T.CreateTruncating(random.Normal()) : T.Zero)];
}
