using Reference.Activations;

namespace Reference.Backpropagation;

/// <summary>S3's table of ten rows: two features, the second always one more than the first, and a label that turns to 1 at x₁ = 6. S3-198, S3-199.</summary>
public static class ToyTable
{
    /// <summary>The features, a row of the table a column. // [2 × 10]</summary>
    public static double[,] X => new double[,] { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 } };

    /// <summary>The labels. // [1 × 10]</summary>
    public static double[,] Y => new double[,] { { 0, 0, 0, 0, 0, 1, 1, 1, 1, 1 } };

    /// <summary>The features with their mean taken off, in units of their deviation (the root of the mean square). // [2 × 10]</summary>
    public static double[,] Standardised
    {
        get
        {
            double[,] x = X;
            for (int i = 0; i < 2; i++)
            {
                (double mean, double deviation) = Moments(i);
                for (int n = 0; n < 10; n++)
                {
                    x[i, n] = (x[i, n] - mean) / deviation;
                }
            }

            return x;
        }
    }

    /// <summary>Mean and deviation of a feature.</summary>
    /// <param name="feature">0 or 1.</param>
    public static (double Mean, double Deviation) Moments(int feature)
    {
        double[] row = Feature(feature);
        double mean = row.Average();
        return (mean, Math.Sqrt(row.Average(v => (v - mean) * (v - mean))));
    }

    /// <summary>The correlation of the two features: 1, so no table of this kind can tell their weights apart.</summary>
    public static double Correlation =>
        Feature(0).Zip(Feature(1), (a, b) => (a - Moments(0).Mean) * (b - Moments(1).Mean)).Average() / (Moments(0).Deviation * Moments(1).Deviation);

    /// <summary>Slope and intercept of the line of least squares from x₁ to y.</summary>
    public static (double Slope, double Intercept) LeastSquares
    {
        get
        {
            double[] y = [.. Y.Cast<double>()];
            (double mean, double deviation) = Moments(0);
            double slope = Feature(0).Zip(y, (a, b) => (a - mean) * (b - y.Average())).Average() / (deviation * deviation);
            return (slope, y.Average() - slope * mean);
        }
    }

    /// <summary>A sigmoid unit with all weights zero: it says ½ to every row.</summary>
    public static IReadOnlyList<ScalarLayer> ZeroUnit => [new(new double[1, 2], [0], Activation.Sigmoid)];

    /// <summary>The unit after one full-batch step from zero. S3-199.</summary>
    /// <param name="loss">The loss of a row; the mean over the table is descended on.</param>
    /// <param name="X">Raw or standardised features. // [2 × 10]</param>
    /// <param name="η">Learning rate, above 0.</param>
    public static IReadOnlyList<ScalarLayer> OneStep(OutputLoss loss, double[,] X, double η) =>
        ScalarBackpropagation.Descend(ZeroUnit, loss.MeanGradient(ZeroUnit, X, Y), η);

    private static double[] Feature(int i) => [.. Enumerable.Range(0, 10).Select(n => X[i, n])];
}
