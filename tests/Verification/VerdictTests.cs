using Reference.Numerics;

namespace Reference.Verification.Tests;

/// <summary>Boundary cases of a verdict: at the tolerance, at rounding, at one of two sizes.</summary>
public class VerdictTests
{
    [Fact]
    public void A_difference_of_just_the_tolerance_passes_and_the_next_larger_one_fails()
    {
        GradientReport report = GradientCheck.StructurallyZero(new[] { 0, 1e-12, 0 }, 1);
        Assert.Equal(1e-12, report.Error);
        Assert.True(report.Passed);
        Assert.Equal([1], report.WorstIndex);
        Assert.False(GradientCheck.StructurallyZero(new[] { 0, Math.BitIncrement(1e-12), 0 }, 1).Passed);
    }

    // By norm: the largest number of either tensor is the scale, wherever it stands.
    [Fact]
    public void The_scale_is_the_largest_magnitude_of_both()
    {
        Assert.Equal(1, GradientCheck.StructurallyZero(new[] { 1, -10.0, 2 }, 1).Error);
        Assert.Equal(0.5, GradientCheck.Smooth(x => 2 * x[0] + 4 * x[1], new double[] { 1, 1 }, [0, 4]).Error, 1e-9);
        Assert.Equal(0.5, GradientCheck.Smooth(x => 2 * x[0] + 4 * x[1], new double[] { 1, 1 }, [2, 2]).Error, 1e-9);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void A_Jacobian_of_one_wrong_size_is_refused(int rows, int columns)
    {
        double[] F(double[] x) => [x[0] * x[1], x[2]];
        var error = Assert.Throws<ArgumentException>(
            "analytic", () => GradientCheck.Jacobian(F, [1, 2, 3], new double[rows, columns]));
        Assert.Contains("[2×3], outputs by inputs", error.Message, StringComparison.Ordinal);
    }

    // Both outputs nearly cancel in their derivative: only the rounding of the larger output excuses what is left.
    [Fact]
    public void The_rounding_of_the_largest_output_counts_for_a_Jacobian()
    {
        double[] F(double[] x) => [1e9 + 1e-9 * x[0], 0];
        GradientCheck.Jacobian(F, [0.5], new[,] { { 1e-9 }, { 0 } }).ThrowIfFailed();
        Assert.False(GradientCheck.Jacobian(x => [1e-9 * x[0], 0], [0.5], new[,] { { 2e-9 }, { 0 } }).Passed);
    }

    [Fact]
    public void One_number_that_is_not_finite_spoils_a_gradient_along_a_direction()
    {
        GradientReport report = GradientCheck.Direction(
            x => x[0] + x[1], new double[] { 1, 2 }, [1, double.NaN], new RandomStream(1));
        Assert.False(report.Passed);
        Assert.Contains("the analytic gradient is not finite", report.ToString(), StringComparison.Ordinal);
    }

    // Only zeros throughout hide every error; some zeros do not, and where nothing comes out there is nothing to hide.
    [Fact]
    public void Zeros_among_other_numbers_are_a_fair_upstream()
    {
        GradientCheck.Smooth(
            x => new[] { x[0] * x[0], x[1] }, new double[] { 3, 4 }, [0, 2.5], [0, 2.5]).ThrowIfFailed();
        GradientCheck.Smooth(_ => Array.Empty<double>(), new double[] { 3, 4 }, [], [0, 0]).ThrowIfFailed();
        Assert.Throws<ArgumentException>(
            "upstream", () => GradientCheck.Smooth(x => x, new double[] { 3, 4 }, [0, 0], [0, 0]));
    }

    // ⟨u, f⟩ is 0 although its terms are 10⁹: their rounding is no error of the gradient.
    [Fact]
    public void The_terms_that_cancel_in_an_upstream_product_set_its_rounding()
    {
        double[] F(double[] x) => [1e9 * Math.Sin(x[0]), 1e9 * Math.Sin(x[0])];
        GradientCheck.Smooth<double[], double[]>(F, [0.7], [1, -1], [0]).ThrowIfFailed();
        GradientCheck.Direction<double[], double[]>(F, [0.7], [1, -1], [0], new RandomStream(2)).ThrowIfFailed();
    }

    [Fact]
    public void A_kink_at_no_distance_is_near_and_not_an_error()
    {
        Assert.True(GradientCheck.Kinked(x => Math.Abs(x[0]), new double[] { 0 }, [1], 0).Rejected);
        Assert.Throws<ArgumentOutOfRangeException>(
            "scale", () => GradientCheck.StructurallyZero(new double[] { 0 }, double.PositiveInfinity));
    }
}
