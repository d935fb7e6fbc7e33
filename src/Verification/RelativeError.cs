using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification;

/// <summary>The distance of two tensors relative to their size.</summary>
public static class RelativeError
{
    /// <summary>
    /// max|a − b| / max(|a|, |b|) over all elements of both: one scale for the whole tensor, so that rounding of
    /// elements near 0 does not count. 0 when both are 0 throughout (or empty), +∞ when any element is NaN or
    /// infinite.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double ByNorm(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        if (expected.Length != actual.Length)
        {
            throw new ArgumentException(
                $"Expected tensors of the same number of elements; got {expected.Length} and {actual.Length}.",
                nameof(actual));
        }

        double difference = 0, magnitude = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!double.IsFinite(expected[i]) || !double.IsFinite(actual[i]))
            {
                return double.PositiveInfinity;
            }

            difference = Math.Max(difference, Math.Abs(expected[i] - actual[i]));
            magnitude = Math.Max(magnitude, Math.Max(Math.Abs(expected[i]), Math.Abs(actual[i])));
        }

        return difference == 0 ? 0 : difference / magnitude;
    }

    /// <summary>The same of two numbers: |a − b| / max(|a|, |b|).</summary>
    public static double ByNorm(double expected, double actual) => ByNorm([expected], [actual]);

    /// <summary>The same of two matrices.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double ByNorm(Matrix<double> expected, Matrix<double> actual) => OfShaped(expected, actual);

    /// <summary>The same of two vectors.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double ByNorm(Vector<double> expected, Vector<double> actual) => OfShaped(expected, actual);

    /// <summary>The same of two arrays of rows and columns.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double ByNorm(double[,] expected, double[,] actual) => OfShaped(expected, actual);

    private static double OfShaped<T>(T expected, T actual)
        where T : notnull
    {
        Tensor a = Tensor.Of(expected, nameof(expected)), b = Tensor.Of(actual, nameof(actual));
        b.RequireShapeOf(a, nameof(actual), nameof(expected));
        return ByNorm(a.Values, b.Values);
    }
}
