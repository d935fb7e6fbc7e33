using System.Numerics;

namespace Reference.Numerics.Tests;

public sealed class SigmoidTests
{
    public static TheoryData<VectorPath> Paths => [.. VectorPaths.Available];

    // Dense around 0 and out to where the result is the smallest number above 0.
    private static double[] Inputs(ulong seed, double limit)
    {
        var random = new RandomStream(seed);
        return [.. random.Uniforms(500, -limit, limit), .. random.Uniforms(500, -3, 3), .. random.Normals(100).Select(x => x * 1e-8)];
    }

    [Fact]
    public void Sigmoid_is_within_two_ulp()
    {
        double[] x = Inputs(1, 745);
        double[] y = new double[x.Length];
        Kernels.Sigmoid(x, y);
        Assert.All(x.Zip(y), p => Assert.InRange(Exact.Ulps(p.Second, Exact.Sigmoid(Exact.From(p.First))), 0, 2));
    }

    [Fact]
    public void Sigmoid_of_floats_is_within_two_ulp()
    {
        float[] x = [.. Inputs(2, 103).Select(v => (float)v)];
        float[] y = new float[x.Length];
        Kernels.Sigmoid(x, y);
        Assert.All(x.Zip(y), p => Assert.InRange(Exact.Ulps(p.Second, Exact.Sigmoid(Exact.From(p.First)), asFloat: true), 0, 2));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Special_values_behave_as_the_formula_says(VectorPath path)
    {
        double[] x = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, 40, -746];
        double[] expected = [double.NaN, 1, 0, 0.5, 0.5, 1, 0, 0.5, 1, 0];
        double[] y = new double[x.Length];
        Kernels.Sigmoid<double>(x, y, path);
        Assert.Equal(expected, y);
        float[] z = new float[x.Length];
        Kernels.Sigmoid<float>([.. x.Select(v => (float)v)], z, path);
        Assert.Equal(expected.Select(v => (float)v), z);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_gives_the_same_bits_for_every_length(VectorPath path)
    {
        SamePaths<double>(path, new RandomStream(3).Uniforms(70, -800, 800));
        SamePaths<float>(path, [.. new RandomStream(4).Uniforms(70, -110, 110).Select(v => (float)v)]);
    }

    private static void SamePaths<T>(VectorPath path, T[] x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] whole = new T[x.Length];
        Kernels.Sigmoid<T>(x, whole, VectorPath.Portable);
        for (int n = 0; n <= x.Length; n++)
        {
            T[] y = new T[n + 1];
            y[n] = T.One + T.One;
            Kernels.Sigmoid<T>(x.AsSpan(0, n), y.AsSpan(0, n), path);
            Assert.Equal(whole[..n], y[..n]);
            Assert.Equal(T.One + T.One, y[n]);
            x.AsSpan(0, n).CopyTo(y);
            Kernels.Sigmoid<T>(y.AsSpan(0, n), y.AsSpan(0, n), path);
            Assert.Equal(whole[..n], y[..n]);
        }
    }

    [Fact]
    public void Lengths_that_differ_and_spans_that_overlap_are_refused()
    {
        Assert.Contains("expected 2, got 3", Assert.Throws<ArgumentException>("y", () => Kernels.Sigmoid(new double[2], new double[3])).Message);
        double[] a = new double[5];
        Assert.Throws<ArgumentException>("y", () => Kernels.Sigmoid(a.AsSpan(0, 4), a.AsSpan(1, 4)));
        Assert.Throws<ArgumentException>("y", () => Kernels.Sigmoid(a.AsSpan(1, 4), a.AsSpan(0, 4)));
    }
}
