using MathNet.Numerics.LinearAlgebra;
using Xunit.Sdk;

namespace Reference.Verification.Tests;

public class DigitsTests
{
    [Fact]
    public void Agreement_is_relative()
    {
        Digits.Agree(1e-20, 1.0005e-20, 3);
        Digits.Agree(-1e20, -1.0005e20, 3);
        Digits.Agree(0, 0, 15);
        Assert.Throws<FailException>(() => Digits.Agree(1e-20, 1.002e-20, 3));
        Assert.Throws<FailException>(() => Digits.Agree(1.0, -1.0, 1));
        Assert.Throws<FailException>(() => Digits.Agree(0, 1e-300, 15));
        Assert.Throws<FailException>(() => Digits.Agree(double.NaN, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Agree(1, 1, 0));
    }

    // 1 + 10⁻³ − 1 has 13 digits left, and all that its terms allow.
    [Fact]
    public void Agreement_counts_the_terms_where_they_are_larger()
    {
        double[] rest = [1 + 1e-3 - 1];
        Digits.Agree(1e-3, rest[0], 15, terms: 1);
        Digits.Agree([1e-3], rest, 15, terms: 1);
        Digits.Agree(new double[,] { { 1e-3 } }, new[,] { { rest[0] } }, 15, terms: 1);
        Assert.Throws<FailException>(() => Digits.Agree(1e-3, rest[0], 15));
        Assert.Throws<FailException>(() => Digits.Agree(1e-3, rest[0], 15, terms: 1e-3));
        Assert.Throws<FailException>(() => Digits.Agree(double.NaN, double.NaN, 1, terms: 1));
        Assert.Throws<FailException>(() => Digits.Agree([1e-3], [2e-3], 15, terms: 1));
    }

    [Fact]
    public void Tensors_agree_by_norm_and_the_message_shows_both()
    {
        Digits.Agree([1000, 0.001], [1000, 0.002], 5);
        string message = Assert.Throws<FailException>(() => Digits.Agree([1000, 0.001], [1000, 0.5], 5)).Message;
        Assert.Contains("expected [1000, 0.001]", message, StringComparison.Ordinal);
        Assert.Contains("actual   [1000, 0.5]", message, StringComparison.Ordinal);

        var matrix = Matrix<double>.Build.Dense(2, 2, 1);
        Digits.Agree(matrix, 1.00001 * matrix, 4);
        Assert.Throws<FailException>(() => Digits.Agree(matrix, 1.00001 * matrix, 6));
        Assert.Throws<FailException>(() => Digits.Agree(matrix.Row(0), 1.00001 * matrix.Row(0), 6));
        Assert.Throws<ArgumentException>(() => Digits.Agree(matrix, matrix.SubMatrix(0, 1, 0, 2), 6));
        Assert.Throws<FailException>(() => Digits.Agree(new double[,] { { 1 } }, new double[,] { { 2 } }, 1));
    }
}
