using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The losses of two classes on whole batches, one line an equation. All are means.</summary>
public static class BinaryEquations
{
    /// <summary>−(1/N) [yᵀ ln p + (1 − y)ᵀ ln(1 − p)], (3.9), S1-011, S2-113, S3-038, S4-104…S4-106.</summary>
    /// <param name="p">Predicted probabilities of label 1. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a probability outside [0, 1], or a label outside {0, 1}.</exception>
    public static double CrossEntropy(Vector<double> p, Vector<double> y)
    {
        Validate(p, y);
        Vector<double> ofLabel = p.Map2((pᵢ, yᵢ) => yᵢ == 1 ? pᵢ : 1 - pᵢ, y); // what the model gave to the label that came
        return 0 - ofLabel.PointwiseLog().Sum() / p.Count; // (3.9)
    }

    /// <summary>(1/N) (p − y) / (p ∘ (1 − p)), (3.10), for p inside (0, 1).</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    /// <exception cref="ArgumentException">As for the value, or a probability of 0 or 1, where this form is 0/0 or infinite.</exception>
    public static Vector<double> CrossEntropyGradient(Vector<double> p, Vector<double> y)
    {
        Validate(p, y);
        Vector<double> variance = p.PointwiseMultiply(1 - p);
        return variance.AbsoluteMinimum() > 0
            ? (p - y).PointwiseDivide(variance) / p.Count // (3.10)
            : throw new ArgumentOutOfRangeException(
                nameof(p),
                $"Expected p to lie inside (0, 1) for a gradient; element {variance.AbsoluteMinimumIndex()} is {p[variance.AbsoluteMinimumIndex()]}.");
    }

    /// <summary>(1/N) Σ ζ((1 − 2y) ∘ z), ζ = softplus, (3.12), S4-105: cross-entropy from logits.</summary>
    /// <param name="z">Logits. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a logit that is not finite, or a label outside {0, 1}.</exception>
    public static double CrossEntropyOfLogits(Vector<double> z, Vector<double> y)
    {
        Targets.Pair(z, y, nameof(z), nameof(y));
        Targets.TwoValues(y, 0, 1);
        return (1 - 2 * y).PointwiseMultiply(z).Map(ScalarActivations.Softplus, Zeros.Include).Sum() / z.Count; // (3.12)
    }

    /// <summary>(σ(z) − y) / N, (3.13), S2-114.</summary>
    /// <inheritdoc cref="CrossEntropyOfLogits"/>
    public static Vector<double> CrossEntropyOfLogitsGradient(Vector<double> z, Vector<double> y)
    {
        Targets.Pair(z, y, nameof(z), nameof(y));
        Targets.TwoValues(y, 0, 1);
        return (ActivationEquations.Sigmoid(z.ToColumnMatrix()).Column(0) - y) / z.Count; // (3.13)
    }

    /// <summary>The mean of max(0, 1 − y ∘ s), (3.28).</summary>
    /// <param name="s">Scores. // [N]</param>
    /// <param name="y">Labels, −1 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a label outside {−1, 1}, or a score that is not finite.</exception>
    public static double Hinge(Vector<double> s, Vector<double> y) => Lack(s, y).PointwiseMaximum(0).Sum() / s.Count; // (3.28)

    /// <summary>−y / N where the margin is missed, (3.28).</summary>
    /// <inheritdoc cref="Hinge"/>
    public static Vector<double> HingeGradient(Vector<double> s, Vector<double> y) =>
        Lack(s, y).Map2((lack, yₙ) => lack > 0 ? -yₙ : 0, y) / s.Count; // (3.28)

    // How much is missing to the margin of 1.
    private static Vector<double> Lack(Vector<double> s, Vector<double> y)
    {
        Targets.Pair(s, y, nameof(s), nameof(y));
        Targets.TwoValues(y, -1, 1);
        return 1 - y.PointwiseMultiply(s);
    }

    private static void Validate(Vector<double> p, Vector<double> y)
    {
        Targets.Pair(p, y, nameof(p), nameof(y));
        Require.Probabilities(p.ToArray(), nameof(p));
        Targets.TwoValues(y, 0, 1);
    }
}
