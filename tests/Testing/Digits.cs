using MathNet.Numerics.LinearAlgebra;
using Reference.Verification;
using Xunit;

namespace Reference.Testing;

/// <summary>Assertions by relative digits: d digits mean a relative error of at most 10⁻ᵈ, for tensors by norm. Where
/// sums may cancel, the size of their terms is given: it counts where it is larger than the results, as rounding is
/// proportional to the terms.</summary>
public static class Digits
{
    /// <summary>Asserts |a − b| ≤ 10⁻ᵈ·max(|a|, |b|, terms).</summary>
    public static void Agree(double expected, double actual, int digits, double terms = 0) =>
        Judge(RelativeError.ByNorm([terms, expected], [terms, actual]), digits, $"{expected:R}", $"{actual:R}");

    /// <summary>Asserts max|a − b| ≤ 10⁻ᵈ of the largest magnitude in both arrays and of the terms.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Agree(double[] expected, double[] actual, int digits, double terms = 0) =>
        Judge(RelativeError.ByNorm([terms, .. expected], [terms, .. actual]), digits, Show.Vector(expected),
            Show.Vector(actual));

    /// <summary>Asserts max|a − b| ≤ 10⁻ᵈ of the largest magnitude in both vectors.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Agree(Vector<double> expected, Vector<double> actual, int digits) =>
        Judge(RelativeError.ByNorm(expected, actual), digits, Show.Vector(expected), Show.Vector(actual));

    /// <summary>Asserts max|a − b| ≤ 10⁻ᵈ of the largest magnitude in both matrices and of the terms.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Agree(Matrix<double> expected, Matrix<double> actual, int digits, double terms = 0)
    {
        double error = RelativeError.ByNorm(expected, actual); // or the shapes differ
        Judge(terms == 0 ? error
            : RelativeError.ByNorm([terms, .. expected.Enumerate()], [terms, .. actual.Enumerate()]), digits,
            Show.Matrix(expected), Show.Matrix(actual));
    }

    /// <summary>Asserts max|a − b| ≤ 10⁻ᵈ of the largest magnitude in both arrays of rows and columns.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Agree(double[,] expected, double[,] actual, int digits, double terms = 0) =>
        Agree(Matrix<double>.Build.DenseOfArray(expected), Matrix<double>.Build.DenseOfArray(actual), digits, terms);

    /// <summary>Asserts 12 digits of the largest number of both, or of 1, the size of the terms: sums of normal
    /// numbers may cancel, and their rounding does not.</summary>
    public static void Near(Matrix<double> expected, Matrix<double> actual, int digits = 12) =>
        Agree(expected, actual, digits, terms: 1);

    /// <inheritdoc cref="Near(Matrix{double}, Matrix{double}, int)"/>
    public static void Near(double[] expected, double[] actual) => Agree(expected, actual, 12, terms: 1);

    /// <inheritdoc cref="Near(Matrix{double}, Matrix{double}, int)"/>
    public static void Near(double[] expected, Matrix<double> column) =>
        Near(Matrix<double>.Build.DenseOfColumnArrays(expected), column);

    private static void Judge(double error, int digits, string expected, string actual)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        if (error > Math.Pow(10, -digits))
        {
            Assert.Fail(
                $"Expected {digits} digits of agreement; the relative error is {error:G3}.{Environment.NewLine}"
                + $"expected {expected}{Environment.NewLine}actual   {actual}");
        }
    }
}
