using Reference.Activations;
using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>Binary cross-entropy, or log-loss, of a predicted probability p, or of its logit z, and of a label y, 0 or
/// 1; arrays are [N]. The means refuse a p outside [0, 1], a label
/// outside {0, 1}, no sample, and different lengths.</summary>
public static class ScalarBinaryCrossEntropy
{
    /// <summary>The loss of one sample as printed, (3.5), S1-011, S2-111, S4-104: NaN for p = 0 or 1.</summary>
    public static double AsPrinted(double p, double y) => -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)); // (3.5)

    /// <summary>The same with 0 ln 0 = 0 and ln(1 − p) as ln1p(−p), exact for small p: 0 for a certain and right
    /// answer, ∞ for a certain and wrong one, S1-038, S2-112.</summary>
    public static double OfSample(double p, double y) => -(XLogY(y, p) + XLog1P(1 - y, -p)); // (3.5)

    /// <summary>Its derivative (p − y) / (p (1 − p)), (3.6), S3-038, split by label: not 0/0 at p = y.</summary>
    public static double Derivative(double p, double y) => y == 1 ? -1 / p : 1 / (1 - p); // (3.6)

    /// <summary>The sum over the samples, (3.5), S1-036.</summary>
    public static double Sum(double[] p, double[] y) => p.Length * Mean(p, y); // (3.5)

    /// <summary>The mean over the samples, (3.5), S1-011, S1-120, S2-113, S3-038, S4-104.</summary>
    public static double Mean(double[] p, double[] y) => MeanLoss.CrossEntropy.Of(p, y); // (3.5)

    /// <summary>Its gradient ∂/∂pᵢ = (1/N) (pᵢ − yᵢ) / (pᵢ (1 − pᵢ)), (3.6), S3-038. // [N]</summary>
    public static double[] Gradient(double[] p, double[] y) => MeanLoss.CrossEntropy.Gradient(p, y); // (3.6)

    /// <summary>The loss of one sample with its logarithm stopped at −100, as in BCELoss, (3.7), S1-012, S4-105,
    /// S4-106.</summary>
    public static double Clamped(double p, double y) => Math.Min(OfSample(p, y), 100); // (3.7)

    /// <summary>The loss of one sample from its logit z = ln(p / (1 − p)), ζ((1 − 2y) z) with ζ = softplus, (3.8),
    /// S4-104, S4-105: exact where σ(z) has long rounded to 1.</summary>
    public static double OfLogit(double z, double y) => ScalarActivations.Softplus((1 - 2 * y) * z); // (3.8)

    /// <summary>Its derivative σ(z) − y, (3.8), S2-113, S2-114, S4-104, without the difference.</summary>
    public static double LogitDerivative(double z, double y) =>
        (1 - 2 * y) * ScalarActivations.Sigmoid((1 - 2 * y) * z); // (3.8)

    /// <summary>The mean from logits, (1/N) Σᵢ ζ((1 − 2yᵢ) zᵢ), (3.8).</summary>
    public static double OfLogits(double[] z, double[] y) => MeanLoss.CrossEntropyOfLogits.Of(z, y); // (3.8)

    /// <summary>Its gradient (σ(zᵢ) − yᵢ) / N, (3.8). // [N]</summary>
    public static double[] GradientOfLogits(double[] z, double[] y) =>
        MeanLoss.CrossEntropyOfLogits.Gradient(z, y); // (3.8)
}
