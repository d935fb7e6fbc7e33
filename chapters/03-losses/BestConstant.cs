using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// The one number c that predicts a whole set best. Which one depends on the loss, and so does what an outlier can do. S3-035,
/// S1-078. Targets are finite, and there is at least one.
/// </summary>
public static class BestConstant
{
    /// <summary>The minimiser of the squared error: the mean, (3.37), S3-035. It follows an outlier without limit.</summary>
    /// <param name="y">The targets. // [N]</param>
    /// <exception cref="ArgumentException">No target, or one that is not finite.</exception>
    public static double OfSquares(double[] y)
    {
        Validate(y);
        return y.Average(); // (3.37)
    }

    /// <summary>A minimiser of the absolute error: the median, (3.37), S3-035; of an even number the middle of the two middle ones.</summary>
    /// <inheritdoc cref="OfSquares"/>
    public static double OfAbsolute(double[] y)
    {
        Validate(y);
        double[] sorted = [.. y.Order()];
        return (sorted[(y.Length - 1) / 2] + sorted[y.Length / 2]) / 2; // (3.37)
    }

    /// <summary>The minimiser of the Huber loss, S3-037: the root of its derivative, by bisection between least and largest target.</summary>
    /// <param name="y">The targets. // [N]</param>
    /// <param name="δ">Where the parabola becomes a line, above 0.</param>
    /// <exception cref="ArgumentException">No target, one that is not finite, or δ ≤ 0.</exception>
    public static double OfHuber(double[] y, double δ)
    {
        Validate(y);
        Require.Positive(δ);
        (double low, double high) = (y.Min(), y.Max());
        for (int k = 0; k < 200 && low < high; k++)
        {
            double middle = low + (high - low) / 2;
            bool rising = y.Sum(yᵢ => ScalarAbsoluteError.HuberDerivative(middle - yᵢ, δ)) >= 0;
            (low, high) = rising ? (low, middle) : (middle, high);
        }

        return low + (high - low) / 2;
    }

    private static void Validate(double[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.Finite(y);
    }
}
