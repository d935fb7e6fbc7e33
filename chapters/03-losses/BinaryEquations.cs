using MathNet.Numerics.LinearAlgebra;

namespace Reference.Losses;

/// <summary>Binary cross-entropy of a whole batch of logits z and labels y, both [N]: the mean of the scalar form. A
/// label outside {0, 1} is refused.</summary>
public static class BinaryEquations
{
    /// <summary>(1/N) Σ ζ((1 − 2y) ∘ z), ζ = softplus, (3.8), S4-105.</summary>
    public static double CrossEntropyOfLogits(Vector<double> z, Vector<double> y) =>
        MeanLoss.CrossEntropyOfLogits.Of(z.ToArray(), y.ToArray()); // (3.8)

    /// <summary>(σ(z) − y) / N, (3.8), S2-114. // [N]</summary>
    public static Vector<double> CrossEntropyOfLogitsGradient(Vector<double> z, Vector<double> y) =>
        Vector<double>.Build.Dense(MeanLoss.CrossEntropyOfLogits.Gradient(z.ToArray(), y.ToArray())); // (3.8)
}
