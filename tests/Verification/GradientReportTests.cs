using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Verification.Tests;

public class GradientReportTests
{
    private static readonly double[] At = [2, 3], Logits = [0.3, -1.1, 2.2];

    [Fact]
    public void It_names_the_worst_coordinate_and_both_derivatives()
    {
        Matrix<double> x = HashFill.Matrix("x", 3, 4), wrong = 2 * x;
        wrong[1, 2] += 0.25;
        GradientReport report = GradientCheck.Smooth(m => m.PointwiseMultiply(m).Enumerate().Sum(), x, wrong);

        Assert.False(report.Passed);
        Assert.Equal([1, 2], report.WorstIndex);
        Assert.Equal(wrong[1, 2], report.Analytic);
        Assert.Equal(2 * x[1, 2], report.Numeric, 11);
        double magnitude = Math.Max(wrong.Enumerate().Max(Math.Abs), 2 * x.Enumerate().Max(Math.Abs));
        Assert.Equal(0.25 / magnitude, report.Error, 10);
        Assert.Equal(1e-8, report.Tolerance);

        string text = report.ToString();
        Assert.StartsWith("gradient of [3×4]: worst at [1,2]: analytic ", text, StringComparison.Ordinal);
        Assert.Contains($"{wrong[1, 2]:G17}", text, StringComparison.Ordinal);
        Assert.EndsWith("> tolerance 1E-08", text, StringComparison.Ordinal);
        Assert.Equal(text, Assert.Throws<GradientMismatchException>(report.ThrowIfFailed).Message);
    }

    [Fact]
    public void A_passing_report_prints_so_and_returns_itself()
    {
        GradientReport report = GradientCheck.Smooth(Math.Exp, 0.5, Math.Exp(0.5));
        Assert.Same(report, report.ThrowIfFailed());
        Assert.Contains("≤ tolerance", report.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("gradient of scalar: analytic", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_fails_and_is_named(double bad)
    {
        GradientReport analytic = GradientCheck.Smooth(x => x[0] * x[1], At, [3.0, bad]);
        Assert.False(analytic.Passed);
        Assert.Equal(double.PositiveInfinity, analytic.Error);
        Assert.Contains("the analytic derivative at [1] is not finite", analytic.ToString(), StringComparison.Ordinal);

        GradientReport function = GradientCheck.Smooth(_ => bad, At, [0.0, 0.0]);
        Assert.False(function.Passed);
        Assert.Contains("the function is not finite", function.ToString(), StringComparison.Ordinal);

        GradientReport beside = GradientCheck.Smooth(x => x[0] == 2 && x[1] == 3 ? 1 : bad, At, [0.0, 0.0]);
        Assert.False(beside.Passed);
        Assert.Contains("the numeric derivative at [0] is not finite", beside.ToString(), StringComparison.Ordinal);

        Assert.False(GradientCheck.Direction(x => x[0] * x[1], At, [3.0, bad], new RandomStream(1)).Passed);
        Assert.False(GradientCheck.Kinked(x => x[0] * x[1], At, [3.0, bad], 1).Passed);
        Assert.False(GradientCheck.StructurallyZero(new[] { 0, bad }, 1).Passed);
    }

    [Fact]
    public void Two_zero_gradients_agree()
    {
        GradientReport report = GradientCheck.Smooth(_ => 7.5, At, [0.0, 0.0]);
        Assert.True(report.Passed);
        Assert.Equal(0, report.Error);
    }

    [Fact]
    public void Rounding_of_the_numerical_derivative_is_not_an_error_of_the_analytic_one()
    {
        // f is 1 up to rounding, so its gradient is 0 and the numerical derivative is noise.
        double F(double[] z) => z.Sum(v => Math.Exp(v) / z.Sum(Math.Exp));
        GradientCheck.Smooth(F, Logits, [0.0, 0.0, 0.0]).ThrowIfFailed();
        Assert.False(GradientCheck.Smooth(F, Logits, [0.0, 1e-9, 0.0]).Passed);
    }

    [Fact]
    public void Small_gradients_are_judged_by_their_own_size()
    {
        double F(double[] z) => 1e-9 * z[0] * z[1];
        GradientCheck.Smooth(F, At, [3e-9, 2e-9]).ThrowIfFailed();
        Assert.False(GradientCheck.Smooth(F, At, [3e-9, 2.0001e-9]).Passed);
    }

    [Fact]
    public void Kinked_gradients_far_smaller_than_f_are_judged_all_the_same()
    {
        double F(double x) => 1 + 1e-6 * Math.Max(0, x);
        Assert.True(GradientCheck.Kinked(F, 1.0, 1e-6, 1).Passed);
        Assert.False(GradientCheck.Kinked(F, 1.0, 0.0, 1).Passed);
    }

    [Fact]
    public void A_direction_across_the_gradient_is_judged_by_the_size_of_the_gradient()
    {
        var v = Vector<double>.Build.Dense(new RandomStream(11).Normals(100)).Normalize(2);
        var g = Vector<double>.Build.Dense(HashFill.Values("g", 100));
        g -= (g * v) * v;

        // Along v the slope is 0, and the elements of g are near 0.6: an error of 1e-10 is far below 1e-8 of them, one
        // of 2e-8 above.
        Assert.True(GradientCheck.Direction(x => g * x, 0 * v, g + 1e-10 * v, new RandomStream(11)).Passed);
        Assert.False(GradientCheck.Direction(x => g * x, 0 * v, g + 2e-8 * v, new RandomStream(11)).Passed);
    }

    [Fact]
    public void A_draw_near_a_kink_is_rejected_and_proves_nothing()
    {
        GradientReport near = GradientCheck.Kinked(x => Math.Max(0, x), 5e-4, 1.0, 5e-4);
        Assert.True(near.Rejected);
        Assert.False(near.Passed);
        Assert.Contains("nearest kink is 0.0005", near.ToString(), StringComparison.Ordinal);
        Assert.Same(near, near.ThrowIfFailed());

        Assert.True(GradientCheck.Kinked(x => Math.Max(0, x), 1e-3, 1.0, 1e-3).Passed);
        Assert.False(GradientCheck.Kinked(x => Math.Max(0, x), 1e-3, 0.0, 1e-3).Passed);
        Assert.Equal(1e-6, GradientCheck.Kinked(x => Math.Max(0, x), 1.0, 1.0, 1).Tolerance);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => GradientCheck.Kinked(x => Math.Max(0, x), 1.0, 1.0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Kinked(x => Math.Max(0, x), 1.0, 1.0, -1));
    }

    [Property]
    public void Kinked_gradients_pass_away_from_the_kink(PairOfMatrices pair)
    {
        if (pair.A.RowCount * pair.A.ColumnCount == 1)
        {
            return;
        }

        Matrix<double> gradient = pair.B.PointwiseMultiply(pair.A.Map(z => z > 0 ? 1.0 : 0.0, Zeros.Include));
        double distance = pair.A.Enumerate().Min(Math.Abs);
        Matrix<double> Relu(Matrix<double> m) => m.Map(z => Math.Max(0, z));
        GradientReport report = GradientCheck.Kinked(Relu, pair.A, pair.B, gradient, distance).ThrowIfFailed();
        Assert.Equal(distance < GradientCheck.LeastKinkDistance, report.Rejected);
        if (!report.Rejected && gradient.Enumerate().Any(g => g != 0))
        {
            Assert.False(GradientCheck.Kinked(Relu, pair.A, pair.B, -gradient, distance).Passed);
        }
    }

    [Fact]
    public void A_structural_zero_is_zero_absolutely()
    {
        Assert.True(GradientCheck.StructurallyZero(new[] { 0.0, -3e-12, 2e-13 }, 5).Passed);
        GradientReport report = GradientCheck.StructurallyZero(
            Matrix<double>.Build.DenseOfArray(new[,] { { 0, 0 }, { 6e-12, 0 } }), 5);
        Assert.False(report.Passed);
        Assert.Equal([1, 0], report.WorstIndex);
        Assert.Contains(
            "structurally zero", Assert.Throws<GradientMismatchException>(report.ThrowIfFailed).Message,
            StringComparison.Ordinal);
        Assert.False(GradientCheck.StructurallyZero(1e9, 5).Passed);
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.StructurallyZero(0.0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.StructurallyZero(0.0, double.NaN));
    }
}
