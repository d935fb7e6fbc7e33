using MathNet.Numerics.LinearAlgebra;

namespace Reference.Losses;

/// <summary>
/// Binary cross-entropy of a whole batch: the mean of the scalar form over probabilities p, or logits z, and labels y,
/// all [N].
/// </summary>
public static class BinaryEquations
{
    /// <summary>−(1/N) [yᵀ ln p + (1 − y)ᵀ ln(1 − p)], (3.5), S1-011, S2-113, S3-038, S4-104…S4-106.</summary>
    public static double CrossEntropy(Vector<double> p, Vector<double> y) =>
        p.Map2(ScalarBinaryCrossEntropy.OfSample, y).Sum() / p.Count; // (3.5)

    /// <summary>(1/N) (p − y) / (p ∘ (1 − p)), (3.6). // [N]</summary>
    public static Vector<double> CrossEntropyGradient(Vector<double> p, Vector<double> y) =>
        p.Map2(ScalarBinaryCrossEntropy.Derivative, y) / p.Count; // (3.6)

    /// <summary>(1/N) Σ ζ((1 − 2y) ∘ z), ζ = softplus, (3.8), S4-105: cross-entropy from logits.</summary>
    public static double CrossEntropyOfLogits(Vector<double> z, Vector<double> y) =>
        z.Map2(ScalarBinaryCrossEntropy.OfLogit, y).Sum() / z.Count; // (3.8)

    /// <summary>(σ(z) − y) / N, (3.8), S2-114. // [N]</summary>
    public static Vector<double> CrossEntropyOfLogitsGradient(Vector<double> z, Vector<double> y) =>
        z.Map2(ScalarBinaryCrossEntropy.LogitDerivative, y) / z.Count; // (3.8)
}
