using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification.Tests;

public class RelativeErrorTests
{
    [Fact]
    public void It_is_the_largest_difference_over_the_largest_magnitude()
    {
        Assert.Equal(0.5 / 8, RelativeError.ByNorm([1, -8, 3], [1, -8, 3.5]), 15);
        Assert.Equal(0.5 / 8.5, RelativeError.ByNorm([1, -8, 3], [1, -8.5, 3]), 15);
        Assert.Equal(2, RelativeError.ByNorm(1.0, -1.0));
        Assert.Equal(1, RelativeError.ByNorm(0.0, -3.0));
    }

    [Property]
    public void It_is_symmetric_and_blind_to_scale(PairOfVectors pair, Positive scale)
    {
        double error = RelativeError.ByNorm(pair.A, pair.B);
        Assert.Equal(error, RelativeError.ByNorm(pair.B, pair.A));
        double[] Scaled(double[] values) => [.. values.Select(v => v * scale.Value)];

        // Two roundings of the products and one of the quotient.
        Assert.Equal(error, RelativeError.ByNorm(Scaled(pair.A), Scaled(pair.B)), 1e-15 * Math.Max(1, error) * 4);
    }

    [Fact]
    public void Zeros_agree_and_so_do_empty_tensors()
    {
        Assert.Equal(0, RelativeError.ByNorm([0, 0], [0, -0.0]));
        Assert.Equal(0, RelativeError.ByNorm([], []));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_infinitely_wrong(double bad)
    {
        Assert.Equal(double.PositiveInfinity, RelativeError.ByNorm([1, bad], [1, 2]));
        Assert.Equal(double.PositiveInfinity, RelativeError.ByNorm([1, 2], [1, bad]));
        Assert.Equal(double.PositiveInfinity, RelativeError.ByNorm(bad, bad));
    }

    [Fact]
    public void Shapes_must_agree()
    {
        Assert.Contains(
            "got 2 and 3",
            Assert.Throws<ArgumentException>(() => RelativeError.ByNorm([1, 2], [1, 2, 3])).Message,
            StringComparison.Ordinal);
        var wide = Matrix<double>.Build.Dense(2, 3);
        string message = Assert.Throws<ArgumentException>(() => RelativeError.ByNorm(wide, wide.Transpose())).Message;
        Assert.Contains("[2×3]", message, StringComparison.Ordinal);
        Assert.Contains("[3×2]", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RelativeError.ByNorm(new double[2, 3], new double[3, 2]));
        Assert.Throws<ArgumentException>(() => RelativeError.ByNorm(wide.Row(0), wide.Column(0)));
    }
}
