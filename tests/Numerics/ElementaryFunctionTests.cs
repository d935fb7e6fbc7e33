using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>exp, log, tanh and σ against 350 digits, at special values, and bit by bit between paths.</summary>
public sealed class ElementaryFunctionTests
{
    private delegate void Kernel<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path);

    private sealed record Function(
        string Name, double Limit, double Ulps,
            Func<double, BigInteger> Exact, Kernel<double> Double, Kernel<float> Single,
                (double X, double Y)[] Special);

    private const double Inf = double.PositiveInfinity;

    private static readonly Dictionary<string, Function> s_functions = new Function[]
    {
        new("exp", 709, 1, x => Exact.Exp(Exact.From(x)), Kernels.Exp, Kernels.Exp,
            [
                (Inf, Inf), (-Inf, 0), (0, 1), (-0.0, 1), (1000, Inf), (-1000, 0),
                (double.MaxValue, Inf), (double.MinValue, 0),
            ]),
        new(
            "tanh", 22, 2, x => Exact.Tanh(Exact.From(x)), Kernels.Tanh, Kernels.Tanh,
            [(Inf, 1), (-Inf, -1), (0, 0), (-0.0, -0.0), (1000, 1), (-1000, -1), (
            double.MinValue, -1)]),
        new("sigmoid", 745, 2, x => Exact.Sigmoid(Exact.From(x)), Kernels.Sigmoid, Kernels.Sigmoid,
            [(Inf, 1), (-Inf, 0), (0, 0.5), (-0.0, 0.5), (40, 1), (-1000, 0), (double.MaxValue, 1)]),
        new(
            "log", 1e307, 1, Exact.Log, Kernels.Log, Kernels.Log,
            [(Inf, Inf), (-Inf, double.NaN), (0, -Inf), (-0.0, -Inf), (1, 0), (-1, double.NaN), (
            double.MinValue, double.NaN)]),
        new(
            "gelu", 37, 4, x => Exact.Gelu(Exact.From(x)), Kernels.Gelu, Kernels.Gelu,
            [(Inf, Inf), (-Inf, -0.0), (0, 0), (1000, 1000), (-1000, -0.0), (
            double.MaxValue, double.MaxValue)]),
        new(
            "softplus", 700, 2, x => Exact.Softplus(Exact.From(x)), Kernels.Softplus, Kernels.Softplus,
            [(Inf, Inf), (-Inf, 0), (1000, 1000), (-1000, 0), (double.MaxValue, double.MaxValue)]),
    }.ToDictionary(f => f.Name);

    public static TheoryData<string> Names => [.. s_functions.Keys];

    // Dense around 0 (for log: around 1), small ones, out to the limit; with every power of two on the way.
    private static double[] Inputs(Function function, bool single)
    {
        var random = new RandomStream(1);
        double limit = !single
            ? function.Limit
            : function.Name switch
            {
                "log" => 3e38, "exp" => 88, "sigmoid" => 103, "softplus" => 87, "gelu" => 12, _ => function.Limit,
            };
        double[] x =
        [
            .. random.Uniforms(300, -limit, limit), .. random.Uniforms(300, -3, 3),
            .. random.Normals(100).Select(v => v * 1e-7),
            .. Enumerable.Range(-126, 250).Select(i => Math.ScaleB(random.Uniform(1, 2), i)).Where(v => v < limit),
        ];
        if (function.Name == "log")
        {
            x =
            [
                .. x.Select(Math.Abs), .. random.Normals(300).Select(v => 1 + v * 0.1),
                .. random.Normals(100).Select(v => 1 + v * 1e-5), single ? 1e-44 : 5e-324,
            ];
        }

        return single ? [.. x.Select(v => (double)(float)v)] : x;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_result_is_within_its_ulps(string name)
    {
        Function f = s_functions[name];
        double[] x = Inputs(f, single: false), y = new double[x.Length];
        f.Double(x, y, VectorPaths.Best);
        double worst = x.Zip(y).Max(p => Exact.Ulps(p.Second, f.Exact(p.First)));
        Assert.InRange(worst, 0.4, f.Ulps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_float_result_is_within_its_ulps(string name)
    {
        Function f = s_functions[name];
        double[] x = Inputs(f, single: true);
        float[] y = new float[x.Length];
        f.Single([.. x.Select(v => (float)v)], y, VectorPaths.Best);
        double worst = x.Zip(y).Max(p => Exact.Ulps(p.Second, f.Exact(p.First), asFloat: true));
        Assert.InRange(worst, 0.4, f.Ulps);
    }

    [Fact]
    public void The_tanh_form_of_gelu_is_within_the_ulps_that_its_argument_allows()
    {
        double[] x =
            [.. new RandomStream(2).Uniforms(500, -6, 6), .. new RandomStream(3).Normals(100).Select(v => v * 1e-6)];
        double[] y = new double[x.Length];
        float[] z = new float[x.Length], single = [.. x.Select(v => (float)v)];
        Kernels.GeluTanh(x, y);
        Kernels.GeluTanh(single, z);
        // Where the tail is too small for a normal float its ulps say nothing.
        double worst = x.Zip(y).Max(p => Share(p.First, p.Second, asFloat: false));
        double worstSingle = single.Zip(z)
            .Where(p => Math.Abs(p.Second) > 1e-36f)
            .Max(p => Share(p.First, p.Second, asFloat: true));
        Assert.InRange(worst, 0.1, 1);
        Assert.InRange(worstSingle, 0.1, 1);
    }

    // The error as a fraction of (4 + 4|u|) ulp.
    private static double Share(double x, double y, bool asFloat)
    {
        double u = (double)(Exact.TwiceGeluArgument(Exact.From(x)) * 1_000_000 / Exact.One) / 2e6;
        return Exact.Ulps(y, Exact.GeluTanh(Exact.From(x)), asFloat) / (4 + 4 * Math.Abs(u));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Special_values_are_those_of_the_function(string name)
    {
        Function f = s_functions[name];
        double[] x = [.. f.Special.Select(s => s.X), double.NaN],
            expected = [.. f.Special.Select(s => s.Y), double.NaN];
        foreach (VectorPath path in VectorPaths.Available)
        {
            double[] y = new double[x.Length];
            f.Double(x, y, path);
            Assert.Equal(expected, y);
            Assert.Equal(expected.Select(double.IsNegative).SkipLast(1), y.Select(double.IsNegative).SkipLast(1));
            float[] z = new float[x.Length];
            f.Single([.. x.Select(v => (float)v)], z, path);
            Assert.Equal(expected.Select(v => (float)v), z);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_path_gives_the_same_bits_for_every_length_and_in_place(string name)
    {
        Function f = s_functions[name];
        SamePaths(f.Double, Inputs(f, single: false)[..70]);
        SamePaths(f.Double, Inputs(f, single: false)[^170..]);
        SamePaths(f.Single, [.. Inputs(f, single: true)[..70].Select(v => (float)v)]);
        SamePaths(f.Single, [.. Inputs(f, single: true)[^170..].Select(v => (float)v)]);
    }

    private static void SamePaths<T>(Kernel<T> kernel, T[] x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] whole = new T[x.Length];
        kernel(x, whole, VectorPath.Portable);
        foreach (VectorPath path in VectorPaths.Available)
        {
            for (int n = 0; n <= x.Length; n++)
            {
                T[] y = [.. x[..n], T.One];
                kernel(y.AsSpan(0, n), y.AsSpan(0, n), path);
                Assert.Equal(whole[..n], y[..n]);
                Assert.Equal(T.One, y[n]);
            }
        }
    }

    [Fact]
    public void Lengths_that_differ_and_spans_that_overlap_are_refused()
    {
        Assert.Contains(
            "expected 2, got 3",
            Assert.Throws<ArgumentException>("y", () => Kernels.Exp(new double[2], new double[3])).Message);
        double[] a = new double[5];
        Assert.Throws<ArgumentException>("y", () => Kernels.Tanh(a.AsSpan(0, 4), a.AsSpan(1, 4)));
        Assert.Throws<ArgumentException>("y", () => Kernels.Log(a.AsSpan(1, 4), a.AsSpan(0, 4)));
    }
}
