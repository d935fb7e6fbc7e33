using System.Numerics;

namespace Reference.Numerics.Tests;

public sealed class SoftmaxTests
{
    public static TheoryData<VectorPath> Paths => [.. VectorPaths.Available];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Softmax_is_the_exact_one_to_a_few_ulp(VectorPath path)
    {
        var random = new RandomStream(1);
        foreach (int n in new[] { 1, 2, 3, 10, 16, 37 })
        {
            double[] x = random.Uniforms(n, -30, 700);
            BigInteger[] e = [.. x.Select(v => Exact.Exp(Exact.From(v)))];
            BigInteger sum = e.Aggregate((a, b) => a + b);
            double[] y = new double[n];
            Kernels.SoftmaxColumns<double>(n, x, y, path);
            // One ulp for xᵢ − m enlarged by |xᵢ − m| ≤ 730 at worst, as in any softmax of these inputs, and a few for
            // the rest.
            double largest = x.Max();
            Assert.All(
                Enumerable.Range(0, n),
                i => Assert.InRange(Exact.Ulps(y[i], Exact.Divide(e[i], sum)), 0, 4 + (largest - x[i])));
            float[] z = new float[n];
            float[] w = [.. x.Select(v => (float)(v / 8))];
            BigInteger[] f = [.. w.Select(v => Exact.Exp(Exact.From(v)))];
            BigInteger total = f.Aggregate((a, b) => a + b);
            Kernels.SoftmaxColumns<float>(n, w, z, path);
            Assert.All(
                Enumerable.Range(0, n),
                i => Assert.InRange(
                    Exact.Ulps(z[i], Exact.Divide(f[i], total), asFloat: true), 0, 4 + (w.Max() - w[i])));
        }
    }

    [Fact]
    public void Softmax_does_not_change_when_every_input_is_shifted()
    {
        var random = new RandomStream(6);
        for (int n = 1; n <= 40; n++)
        {
            // Shifts by whole numbers of inputs with few digits are exact, so the results are the same bits.
            double[] x = [.. random.Uniforms(n, -30, 30).Select(v => Math.Round(v * 64) / 64)];
            double[] y = new double[n], z = new double[n];
            Kernels.Softmax(x, y);
            Kernels.Softmax([.. x.Select(v => v + 1000)], z);
            Assert.Equal(y, z);
            Assert.Equal(1, y.Sum(), 1e-15 * n);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Columns_are_independent_of_one_another_and_of_their_place(VectorPath path)
    {
        var random = new RandomStream(2);
        for (int rows = 1; rows <= 70; rows++)
        {
            Columns<double>(rows, random.Uniforms(rows * 5, -40, 40), path);
            Columns<float>(rows, [.. random.Uniforms(rows * 5, -40, 40).Select(v => (float)v)], path);
        }
    }

    private static void Columns<T>(int rows, T[] x, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] y = [.. x];
        Kernels.SoftmaxColumns<T>(rows, y, y, path);
        for (int j = 0; j < 5; j++)
        {
            T[] column = new T[rows];
            Kernels.SoftmaxColumns<T>(rows, x.AsSpan(j * rows, rows), column, VectorPath.Portable);
            Assert.Equal(column, y[(j * rows)..((j + 1) * rows)]);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Special_values_behave_as_the_formula_says(VectorPath path)
    {
        const double inf = double.PositiveInfinity;
        double[] Of(params double[] x)
        {
            Kernels.SoftmaxColumns<double>(x.Length, x, x, path);
            return x;
        }

        Assert.Equal([0.5, 0, 0.5], Of(1e308, -inf, 1e308));
        Assert.Equal([0, 1], Of(-inf, 3));
        foreach (int n in new[] { 1, 2, 9, 40 })
        {
            double[] x = new double[n];
            Assert.All(Of([.. x, double.NaN]), v => Assert.True(double.IsNaN(v)));
            Assert.All(Of([double.NaN, .. x]), v => Assert.True(double.IsNaN(v)));
            Assert.All(Of([.. x, inf]), v => Assert.True(double.IsNaN(v)));
            Assert.All(Of([.. x.Select(_ => -inf)]), v => Assert.True(double.IsNaN(v)));
            Assert.Equal(x.Select(_ => 1.0 / n), Of([.. x.Select(_ => 1000.0)]));
        }
    }

    [Fact]
    public void Nothing_happens_to_an_empty_span()
    {
        Kernels.Softmax(Array.Empty<double>(), []);
        Kernels.SoftmaxColumns(3, Array.Empty<float>(), []);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Contains(
            "expected 2, got 3",
            Assert.Throws<ArgumentException>("y", () => Kernels.Softmax(new double[2], new double[3])).Message);
        Assert.Contains(
            "columns of 4 rows; got 6",
                Assert.Throws<ArgumentException>(
                    "x", () => Kernels.SoftmaxColumns(4, new double[6], new double[6])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            "rows", () => Kernels.SoftmaxColumns(0, new double[6], new double[6]));
        double[] a = new double[5];
        Assert.Throws<ArgumentException>("y", () => Kernels.Softmax(a.AsSpan(0, 4), a.AsSpan(1, 4)));
    }
}
