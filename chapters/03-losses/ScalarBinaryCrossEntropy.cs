using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// Binary cross-entropy, alias log-loss, as the notes index it: one predicted probability and one label a sample.
/// S1-011, S1-036, S2-111…S2-113, S3-038, S4-104.
/// </summary>
public static class ScalarBinaryCrossEntropy
{
    /// <summary>The loss of one sample, −[y ln p + (1 − y) ln(1 − p)], (3.8), S2-111, S2-112: −ln p for y = 1, −ln(1 − p) for y = 0.</summary>
    /// <param name="p">The predicted probability of label 1.</param>
    /// <param name="y">The label, 0 or 1.</param>
    /// <returns>0 for a certain and right prediction, ∞ for a certain and wrong one, S1-038.</returns>
    /// <exception cref="ArgumentException">p outside [0, 1], or a label outside {0, 1}.</exception>
    public static double OfSample(double p, double y) => Sum([p], [y]);

    /// <summary>The sum over the samples, −Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)], (3.8), S1-036.</summary>
    /// <param name="p">Predicted probabilities of label 1. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a probability outside [0, 1], or a label outside {0, 1}.</exception>
    public static double Sum(double[] p, double[] y)
    {
        Validate(p, y);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            sum += SelfInformation.Weighted(y[i], p[i]) + SelfInformation.Weighted(1 - y[i], 1 - p[i]); // (3.8)
        }

        return sum;
    }

    /// <summary>The mean over the samples, (3.9), S1-011, S2-113, S3-038, S4-104.</summary>
    /// <inheritdoc cref="Sum"/>
    public static double Mean(double[] p, double[] y) => Sum(p, y) / p.Length; // (3.9)

    /// <summary>∂mean/∂pᵢ = (1/N) (pᵢ − yᵢ) / (pᵢ (1 − pᵢ)), (3.10), S3-038, written as −y/p + (1 − y)/(1 − p) so that it holds at p = y too.</summary>
    /// <inheritdoc cref="Sum"/>
    public static double[] Gradient(double[] p, double[] y)
    {
        Validate(p, y);
        var dp = new double[p.Length];
        for (int i = 0; i < p.Length; i++)
        {
            dp[i] = (SelfInformation.WeightedSlope(y[i], p[i]) - SelfInformation.WeightedSlope(1 - y[i], 1 - p[i])) / p.Length; // (3.10)
        }

        return dp;
    }

    /// <summary>The mean with logarithms stopped at −100, as PyTorch's BCELoss does it, (3.11), S1-012, S4-105, S4-106: finite everywhere.</summary>
    /// <inheritdoc cref="Sum"/>
    public static double Clamped(double[] p, double[] y)
    {
        Validate(p, y);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            sum += y[i] * SelfInformation.Clamped(p[i]) + (1 - y[i]) * SelfInformation.Clamped(1 - p[i]); // (3.11)
        }

        return sum / p.Length;
    }

    /// <summary>
    /// The mean from logits z = ln(p / (1 − p)), (1/N) Σᵢ ζ((1 − 2yᵢ) zᵢ) with ζ = softplus, (3.12), S4-104, S4-105: exact where σ(z) has long rounded to 1.
    /// </summary>
    /// <param name="z">Logits. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a logit that is not finite, or a label outside {0, 1}.</exception>
    public static double OfLogits(double[] z, double[] y)
    {
        Targets.Pair(z, y, nameof(z), nameof(y));
        Targets.TwoValues(y, 0, 1);
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += ScalarActivations.Softplus((1 - 2 * y[i]) * z[i]); // (3.12)
        }

        return sum / z.Length;
    }

    /// <summary>∂mean/∂zᵢ = (σ(zᵢ) − yᵢ) / N, (3.13), S2-113, S2-114, S4-104.</summary>
    /// <inheritdoc cref="OfLogits"/>
    public static double[] GradientOfLogits(double[] z, double[] y)
    {
        Targets.Pair(z, y, nameof(z), nameof(y));
        Targets.TwoValues(y, 0, 1);
        var dz = new double[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            dz[i] = (ScalarActivations.Sigmoid(z[i]) - y[i]) / z.Length; // (3.13)
        }

        return dz;
    }

    private static void Validate(double[] p, double[] y)
    {
        Targets.Pair(p, y, nameof(p), nameof(y));
        Require.Probabilities(p);
        Targets.TwoValues(y, 0, 1);
    }
}
