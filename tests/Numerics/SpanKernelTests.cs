using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>
/// Kernels for layers against their formula in scalar arithmetic, on every path and for every length around a
/// register.
/// </summary>
public sealed class SpanKernelTests
{
    public static TheoryData<VectorPath> Paths => [.. VectorPaths.Available];

    private static void Close(IEnumerable<double> expected, double[] actual, double tolerance = 1e-14)
        => Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, tolerance));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Gradients_are_those_of_the_derivative(VectorPath path)
    {
        var random = new RandomStream(1);
        for (int n = 0; n <= 40; n++)
        {
            double[] x = random.Normals(n), y = random.Uniforms(n, -1, 1), dy = random.Normals(n), dx = new double[n];
            Kernels.SigmoidGradient<double>(y, dy, dx, path);
            Close(y.Zip(dy, (v, d) => d * v * (1 - v)), dx);
            Kernels.TanhGradient<double>(y, dy, dx, path);
            Close(y.Zip(dy, (v, d) => d * (1 - v * v)), dx);
            Kernels.ReluGradient<double>(x, dy, dx, path);
            Assert.Equal(x.Zip(dy, (v, d) => v > 0 ? d : 0), dx);
            Kernels.Relu<double>(x, dx, path);
            Assert.Equal(x.Select(v => Math.Max(v, 0)), dx);
            Kernels.GeluTanh<double>(x, dx, path);
            Close(x.Select(Gelu), dx);
            Kernels.GeluTanhGradient<double>(x, dy, dx, path);
            Close(x.Zip(dy, (v, d) => d * (Gelu(v + 1e-5) - Gelu(v - 1e-5)) / 2e-5), dx, 1e-9);
            double[] above = new double[n], below = new double[n];
            Kernels.Gelu<double>([.. x.Select(v => v + 1e-5)], above, path);
            Kernels.Gelu<double>([.. x.Select(v => v - 1e-5)], below, path);
            Kernels.GeluGradient<double>(x, dy, dx, path);
            Close(dy.Select((d, i) => d * (above[i] - below[i]) / 2e-5), dx, 1e-9);
        }
    }

    private static double Gelu(double x)
        => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Gelu_and_relu_have_their_limits(VectorPath path)
    {
        double[] x = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e200, -1e200, 0, -60],
            y = new double[7];
        Kernels.GeluTanh<double>(x, y, path);
        Assert.Equal([double.NaN, double.PositiveInfinity, 0, 1e200, 0, 0, 0], y);
        Assert.True(double.IsNegative(y[2]), "−∞ gives −0.");
        Kernels.Relu<double>(x, y, path);
        Assert.Equal([double.NaN, double.PositiveInfinity, 0, 1e200, 0, 0, 0], y);
        Kernels.GeluTanhGradient<double>(x, [1.0, 1, 1, 1, 1, 1, 1], y, path);
        Assert.Equal([double.NaN, 1, 0, 1, 0, 0.5, 0], y);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Columns_are_added_and_summed(VectorPath path)
    {
        var random = new RandomStream(2);
        for (int rows = 1; rows <= 20; rows++)
        {
            double[] y = random.Normals(rows * 7), b = random.Normals(rows), db = random.Normals(rows),
                before = [.. y], sum = [.. db];
            Kernels.SumColumns<double>(y, db, path);
            Close(
                Enumerable.Range(0, rows).Select(i => sum[i] + Enumerable.Range(0, 7).Sum(j => y[j * rows + i])), db);
            Kernels.AddColumn<double>(b, y, path);
            Assert.Equal(before.Select((v, i) => v + b[i % rows]), y);
            Kernels.Axpby<double>(2, before, -3, y, path);
            Close(before.Select((v, i) => 2 * v - 3 * (v + b[i % rows])), y);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Rows_and_logarithms_of_softmax_follow_from_columns(VectorPath path)
    {
        var random = new RandomStream(3);
        for (int rows = 1; rows <= 20; rows++)
        {
            const int columns = 9;
            double[] x = random.Uniforms(rows * columns, -20, 20), y = new double[x.Length], z = [.. x],
                transposed = new double[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                transposed[i % rows * columns + i / rows] = x[i];
            }

            double[] expected = new double[x.Length];
            Kernels.SoftmaxColumns<double>(columns, transposed, expected, path);
            double[] byRows = [.. Enumerable.Range(0, x.Length).Select(i => expected[i % rows * columns + i / rows])];
            Kernels.SoftmaxRows<double>(rows, x, y, path);
            Close(byRows, y, 1e-15);
            Kernels.LogSoftmaxRows<double>(rows, z, z, path);
            Close(byRows.Select(v => Math.Log(v)), z, 1e-13);
            Kernels.SoftmaxColumns<double>(rows, x, y, path);
            Kernels.LogSoftmaxColumns<double>(rows, x, x, path);
            Close(y.Select(v => Math.Log(v)), x, 1e-13);
        }
    }

    [Fact]
    public void The_logarithm_of_softmax_stays_finite_where_softmax_is_zero()
    {
        double[] x = [0, -1000, 5000], y = new double[3];
        Kernels.LogSoftmaxColumns(3, x, y);
        Assert.Equal([-5000, -6000, 0], y);
        Kernels.LogSoftmaxRows(1, x, y);
        Assert.Equal([-5000, -6000, 0], y);
        Kernels.LogSoftmaxRows(1, [0, double.NegativeInfinity, 0], y);
        Assert.Equal(double.NegativeInfinity, y[1]);
    }

    [Fact]
    public void Every_path_gives_the_same_bits()
    {
        var random = new RandomStream(5);
        double[] x = random.Uniforms(60 * 7, -20, 20), y = random.Normals(60 * 7);
        Same(x, y);
        Same<float>([.. x.Select(v => (float)v)], [.. y.Select(v => (float)v)]);
    }

    private static void Same<T>(T[] x, T[] y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (Action<T[], VectorPath> kernel in new Action<T[], VectorPath>[]
        {
            (z, p) => Kernels.SigmoidGradient<T>(x, y, z, p), (z, p) => Kernels.TanhGradient<T>(x, y, z, p),
            (z, p) => Kernels.ReluGradient<T>(x, y, z, p),
            (z, p) => Kernels.GeluGradient<T>(x, y, z, p), (z, p) => Kernels.GeluTanh<T>(x, z, p),
            (z, p) => Kernels.GeluTanhGradient<T>(x, y, z, p),
            (z, p) => Kernels.SoftmaxRows<T>(7, x, z, p), (z, p) => Kernels.LogSoftmaxRows<T>(60, x, z, p),
            (z, p) => Kernels.LogSoftmaxColumns<T>(60, x, z, p),
            (z, p) => Kernels.SumColumns<T>(x, z.AsSpan(0, 70), p),
            (z, p) => Kernels.Axpby<T>(x[0], x, y[0], z, p),
            (z, p) => z[0] = Kernels.Dot<T>(x, y, p),
            (z, p) => z[0] = Kernels.Dot<T>(x.AsSpan(0, 131), y.AsSpan(0, 131), p),
        })
        {
            T[] expected = [.. y];
            kernel(expected, VectorPath.Portable);
            foreach (VectorPath path in VectorPaths.Available)
            {
                T[] actual = [.. y];
                kernel(actual, path);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Fact]
    public void Argmax_is_the_first_of_the_greatest_and_NaN_counts()
    {
        Assert.Equal(1, Kernels.Argmax<double>([1, 3, 3, 2]));
        Assert.Equal(0, Kernels.Argmax<float>([float.NegativeInfinity]));
        Assert.Equal(2, Kernels.Argmax<double>([1, 3, double.NaN, 5]));
        int[] places = new int[2];
        Kernels.ArgmaxColumns<double>(3, [1, 2, 0, 9, 8, 7], places);
        Assert.Equal([1, 0], places);
        Assert.Throws<ArgumentException>("x", () => Kernels.Argmax(ReadOnlySpan<double>.Empty));
        var refused = Assert.Throws<ArgumentException>(
            "places", () => Kernels.ArgmaxColumns<double>(3, new double[6], new int[3]));
        Assert.Contains("each of 2 columns, got 3", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("x", () => Kernels.ArgmaxColumns<double>(4, new double[6], new int[1]));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>("y", () => Kernels.AddColumn(new double[2], new double[3]));
        Assert.Throws<ArgumentException>("y", () => Kernels.SumColumns(new double[3], new double[2]));
        Assert.Throws<ArgumentException>("y", () => Kernels.AddColumn([], new double[3]));
        Assert.Throws<ArgumentException>("y", () => Kernels.SumColumns(new double[3], []));
        double[] shared = [1, 2, 3, 4];
        Assert.Throws<ArgumentException>("b", () => Kernels.AddColumn(shared.AsSpan(0, 2), shared));
        Assert.Throws<ArgumentException>("db", () => Kernels.SumColumns(shared, shared.AsSpan(2, 2)));
        Assert.Equal([1, 2, 3, 4], shared);
        Assert.Throws<ArgumentException>("y", () => Kernels.Axpby(1, new double[3], 1, new double[2]));
        Assert.Throws<ArgumentException>(
            "dx", () => Kernels.SigmoidGradient(new double[3], new double[2], new double[3]));
        var shorter = Assert.Throws<ArgumentException>(
            "dx", () => Kernels.TanhGradient(new double[3], new double[2], new double[3]));
        Assert.Contains("as long as dy", shorter.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("y", () => Kernels.Dot(new double[3], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Kernels.SoftmaxRows(0, new double[3], new double[3]));
    }
}
