using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Verification.Tests;

public class GradientCheckTests
{
    private static readonly Matrix<double> Z = 2 * HashFill.Matrix("z", 4, 3),
        Upstream = HashFill.Matrix("upstream", 4, 3);
    private static readonly Matrix<double> dZ = Softmax.Gradient(Z, Upstream);

    [Property]
    public void The_right_gradient_passes(PairOfMatrices pair)
    {
        if (pair.A.RowCount * pair.A.ColumnCount == 1)
        {
            return;
        }

        GradientCheck.Smooth(Softmax.OfColumns, pair.A, pair.B, Softmax.Gradient(pair.A, pair.B)).ThrowIfFailed();
    }

    [Property]
    public void The_right_gradient_passes_along_a_direction(PairOfMatrices pair, Seed seed)
    {
        Matrix<double> gradient = pair.A.PointwiseTanh().Map(t => 1 - t * t).PointwiseMultiply(pair.B);
        if (gradient.RowCount * gradient.ColumnCount > 1)
        {
            GradientCheck.Direction(z => z.PointwiseTanh(), pair.A, pair.B, gradient, seed.Stream()).ThrowIfFailed();
        }

        GradientCheck.Direction(
            z => z.PointwiseTanh().PointwiseMultiply(pair.B).Enumerate().Sum(), pair.A, gradient,
            seed.Stream()).ThrowIfFailed();
    }

    public static TheoryData<string, Matrix<double>> WrongGradients => new()
    {
        { "every sign flipped", -dZ },
        { "one sign flipped", Changed(dZ, 2, 1, v => -v) },
        { "1/N dropped", dZ * 3 },
        { "1/N twice", dZ / 3 },
        { "two indices swapped", Changed(Changed(dZ, 0, 0, _ => dZ[1, 0]), 1, 0, _ => dZ[0, 0]) },
        { "the term −p⟨p, u⟩ forgotten", Softmax.OfColumns(Z).PointwiseMultiply(Upstream) },
        { "off by one part in ten million", dZ * (1 + 1e-7) },
        { "one element forgotten", Changed(dZ, 3, 2, _ => 0) },
        { "zero", dZ * 0 },
        { "NaN", Changed(dZ, 1, 2, _ => double.NaN) },
        { "infinite", Changed(dZ, 1, 2, _ => double.PositiveInfinity) },
    };

    [Theory]
    [MemberData(nameof(WrongGradients), DisableDiscoveryEnumeration = true)]
    public void A_wrong_gradient_fails(string how, Matrix<double> wrong)
    {
        GradientReport full = GradientCheck.Smooth(Softmax.OfColumns, Z, Upstream, wrong);
        Assert.False(full.Passed, how);
        Assert.Throws<GradientMismatchException>(full.ThrowIfFailed);
        Assert.False(GradientCheck.Direction(Softmax.OfColumns, Z, Upstream, wrong, new RandomStream(5)).Passed, how);
    }

    [Fact]
    public void A_transposed_weight_gradient_fails()
    {
        var w = HashFill.Matrix("w", 3, 3);
        var x = HashFill.Values("x", 3);
        var u = HashFill.Values("u", 3);
        var dW = Vector<double>.Build.Dense(u).OuterProduct(Vector<double>.Build.Dense(x));
        Vector<double> F(Matrix<double> m) => m * Vector<double>.Build.Dense(x);
        GradientCheck.Smooth(F, w, Vector<double>.Build.Dense(u), dW).ThrowIfFailed();
        Assert.False(GradientCheck.Smooth(F, w, Vector<double>.Build.Dense(u), dW.Transpose()).Passed);
    }

    [Fact]
    public void Every_kind_of_tensor_can_be_checked()
    {
        GradientCheck.Smooth(Math.Sin, 0.4, Math.Cos(0.4)).ThrowIfFailed();
        GradientCheck.Smooth(x => x[0] * x[0] * x[1], new[] { 3.0, 2.0 }, [12.0, 9.0]).ThrowIfFailed();
        GradientCheck.Smooth(
            x => x[0, 0] * x[1, 2], new double[,] { { 2, 0, 0 }, { 0, 0, 5 } },
            new double[,] { { 5, 0, 0 }, { 0, 0, 2 } }).ThrowIfFailed();
        var v = Vector<double>.Build.Dense([1, 2, 3]);
        GradientCheck.Smooth(x => x.L2Norm(), v, v / v.L2Norm()).ThrowIfFailed();
        GradientCheck.Smooth(
            b => Z + b.ToColumnMatrix() * Matrix<double>.Build.Dense(1, 3, 1), v.Resized(4), Upstream,
            Upstream.RowSums()).ThrowIfFailed();
    }

    [Fact]
    public void An_upstream_of_ones_is_refused_because_softmax_hides_behind_it()
    {
        Matrix<double> ones = Matrix<double>.Build.Dense(4, 3, 1);
        var refusal = Assert.Throws<ArgumentException>(() => GradientCheck.Smooth(Softmax.OfColumns, Z, ones, Z * 0));
        Assert.Equal("upstream", refusal.ParamName);
        Assert.Contains("blind to softmax", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => GradientCheck.Direction(Softmax.OfColumns, Z, ones * -0.5, Z * 0, new RandomStream(1)));
        Assert.Throws<ArgumentException>(() => GradientCheck.Kinked(Softmax.OfColumns, Z, ones, Z * 0, 1));
        Assert.Throws<ArgumentException>(() => GradientCheck.Smooth(x => x * x, 3.0, 0.0, 0.0));
    }

    [Fact]
    public void A_single_output_may_have_the_upstream_one()
        => GradientCheck.Smooth(x => x * x, 3.0, 1.0, 6.0).ThrowIfFailed();

    [Property]
    public void A_Jacobian_is_checked_entry_by_entry(RandomVector z, Seed seed)
    {
        double[] F(double[] x) => Softmax.OfColumns(Matrix<double>.Build.Dense(x.Length, 1, x)).Column(0).ToArray();
        double[,] jacobian = Softmax.Jacobian(z.Values);
        GradientCheck.Jacobian(F, z.Values, jacobian).ThrowIfFailed();
        GradientCheck.Jacobian(
            x => Vector<double>.Build.Dense(F(x.ToArray())), z.Vector,
            Matrix<double>.Build.DenseOfArray(jacobian)).ThrowIfFailed();

        int n = z.Values.Length, worst = seed.Stream().Below(n);
        if (n > 1)
        {
            jacobian[worst, worst] *= -1;
            Assert.False(GradientCheck.Jacobian(F, z.Values, jacobian).Passed);
        }
    }

    [Fact]
    public void Shapes_must_agree_and_both_are_named()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => GradientCheck.Smooth(Softmax.OfColumns, Z, Upstream, dZ.Transpose()));
        Assert.Equal("analytic", refusal.ParamName);
        Assert.Contains("[4×3]", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("[3×4]", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "upstream",
            Assert.Throws<ArgumentException>(
                () => GradientCheck.Smooth(Softmax.OfColumns, Z, Upstream.Transpose(), dZ)).ParamName);
        Assert.Contains(
            "[2×3]",
            Assert.Throws<ArgumentException>(
                () => GradientCheck.Jacobian(x => [x[0], x[1]], [1, 2, 3], new double[3, 2])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Int32", Assert.Throws<ArgumentException>(() => GradientCheck.Smooth(x => (double)x, 1, 1)).Message,
            StringComparison.Ordinal);
    }

    // ⟨u, f⟩ is 0 here and its terms are some 10⁵: its numerical derivative is their rounding error.
    [Fact]
    public void Terms_that_cancel_are_judged_by_their_size()
    {
        double[] x = HashFill.Values("x", 20), zero = new double[20],
            u = [.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(-1.0, 20)];
        Func<double[], double[]> f = z =>
        [
            .. z.Select(v => 1e6 * Math.Cos(v) * Math.Cos(v)), .. z.Select(v => 1e6 * (1 - Math.Sin(v) * Math.Sin(v))),
        ];
        GradientCheck.Smooth(f, x, u, zero).ThrowIfFailed();
        Assert.False(GradientCheck.Smooth(f, x, u, [.. zero.Skip(1), 1e-2]).Passed);
    }

    [Fact]
    public void A_direction_costs_five_evaluations_whatever_the_size()
    {
        int evaluations = 0;
        double[] x = HashFill.Values("x", 10_000);
        double F(double[] z)
        {
            evaluations++;
            return z.Sum(v => v * v);
        }

        GradientCheck.Direction(F, x, [.. x.Select(v => 2 * v)], new RandomStream(3)).ThrowIfFailed();

        // And one that measures the size of f.
        Assert.Equal(4 + 1, evaluations);
    }

    private static Matrix<double> Changed(Matrix<double> matrix, int row, int column, Func<double, double> change)
    {
        Matrix<double> changed = matrix.Clone();
        changed[row, column] = change(changed[row, column]);
        return changed;
    }
}

file static class Resizing
{
    public static Vector<double> Resized(this Vector<double> vector, int length)
        => Vector<double>.Build.Dense(length, i => i < vector.Count ? vector[i] : 0);
}
