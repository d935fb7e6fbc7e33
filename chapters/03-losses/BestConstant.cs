using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The one number c that predicts all targets y, [N], best. Which one depends on the loss, and so does what
/// an outlier can do. S3-035, S1-078. No target, or one that is not finite, is refused.</summary>
public static class BestConstant
{
    /// <summary>The minimiser of the squared error, the mean, (3.23), S3-035, which follows an outlier.</summary>
    public static double OfSquares(double[] y) => Sorted(y).Average(); // (3.23)

    /// <summary>A minimiser of the absolute error, the median, (3.23), S3-035.</summary>
    public static double OfAbsolute(double[] y)
    {
        double[] sorted = Sorted(y);
        return (sorted[(y.Length - 1) / 2] + sorted[y.Length / 2]) / 2; // (3.23)
    }

    /// <summary>The minimiser of the Huber loss, δ > 0, S3-037: the root of its derivative, by bisection.</summary>
    public static double OfHuber(double[] y, double δ)
    {
        Require.Positive(δ);
        (double low, double high) = (Sorted(y)[0], Sorted(y)[^1]);
        for (int k = 0; k < 200 && low < high; k++)
        {
            double middle = low + (high - low) / 2;
            bool rising = y.Sum(yᵢ => ScalarAbsoluteError.HuberDerivative(middle - yᵢ, δ)) >= 0;
            (low, high) = rising ? (low, middle) : (middle, high);
        }

        return low + (high - low) / 2;
    }

    private static double[] Sorted(double[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.Finite(y);
        return [.. y.Order()];
    }
}
