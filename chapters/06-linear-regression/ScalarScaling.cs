using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>The two ways to bring a feature to a common scale, number by number; a feature that does not vary, or by
/// rounding alone, becomes NaN. Whole sets are scaled by <see cref="Datasets.FeatureScaling"/>, which makes it 0.
/// S3-097, S3-098, S3-213, S3-214.</summary>
public static class ScalarScaling
{
    /// <summary>(x − x_min)/(x_max − x_min), (6.24): the feature fills [0, 1]. S3-097, S3-214. // [N]</summary>
    public static double[] MinMax(double[] x)
    {
        (double least, double most) = (x.Min(), x.Max());
        double range = most - least <= 10 * Math.ScaleB(Math.Max(-least, most), -52) ? double.NaN : most - least;
        return [.. x.Select(v => (v - least) / range)]; // (6.24)
    }

    /// <summary>(x − μ)/σ, (6.25): mean 0 and deviation 1. S3-098, S3-213. // [N]</summary>
    /// <param name="degreesOfFreedom">0 divides the variance by N, as numpy does; 1 by N − 1.</param>
    public static double[] ZScore(double[] x, int degreesOfFreedom = 0)
    {
        (double μ, double σ) = MeanAndDeviation(x, degreesOfFreedom);
        σ = σ <= x.Length * Math.ScaleB(Math.Abs(μ), -52) ? double.NaN : σ; // roundings of the mean are no spread
        return [.. x.Select(v => (v - μ) / σ)]; // (6.25)
    }

    /// <summary>μ and σ of a feature, (6.25). S3-098.</summary>
    /// <inheritdoc cref="ZScore"/>
    public static (double Mean, double Deviation) MeanAndDeviation(double[] x, int degreesOfFreedom = 0)
    {
        double[] d = [.. x.Select(v => v - x[0])]; // of close numbers without rounding, wherever they lie
        double mean = d.Average(), μ = x[0] + mean; // (6.25)
        double σ = Kernels.Norm([.. d.Select(v => v - mean)]) / Math.Sqrt(x.Length - degreesOfFreedom); // (6.25)
        return (μ, σ);
    }
}
