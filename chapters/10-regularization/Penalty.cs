using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// R(w) = λ₁ Σ |w| + λ₂ Σ w², Keras's <c>l1_l2(l1, l2)</c>: L1, L2, and with λ₁ = λα and λ₂ = λ(1 − α) the elastic
/// net, (10.6). S3-106, S3-107, S3-108.
/// </summary>
public sealed record Penalty
{
    /// <summary>Strengths that are finite and at least 0. // λ₁, λ₂</summary>
    public Penalty(double l1 = 0, double l2 = 0)
    {
        (L1, L2) = (Strength(l1, nameof(l1)), Strength(l2, nameof(l2)));
    }

    /// <summary>λ₁.</summary>
    public double L1 { get; }

    /// <summary>λ₂.</summary>
    public double L2 { get; }

    /// <summary>The weights that a penalty is for: W of every dense layer, no bias and no γ or β. S3-225.</summary>
    public static IReadOnlyList<Parameter> WeightsOf(Sequential network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Layers.OfType<Dense>().Select(dense => dense.Parameters[0])];
    }

    /// <summary>R(w), which joins the loss in (10.3). S1-128, S3-105.</summary>
    public double Value(IEnumerable<Parameter> weights) => weights.Sum(w =>
        ScalarPenalties.L1(w.Values.ToArray(), L1) + ScalarPenalties.L2(w.Values.ToArray(), L2)); // (10.3)

    /// <summary>Adds ∂R/∂w to the gradient, without the part of λ₁ if a soft threshold takes care of it.</summary>
    internal void AddGradient(Parameter weight, bool withL1)
    {
        Span<double> w = weight.Values, dw = weight.Gradients;
        for (int i = 0; i < w.Length; i++)
        {
            dw[i] += ScalarPenalties.L1Derivative(w[i], withL1 ? L1 : 0)
                + ScalarPenalties.L2Derivative(w[i], L2); // (10.4) (10.5)
        }
    }

    private static double Strength(double λ, string name) => λ is >= 0 and < double.PositiveInfinity
        ? λ
        : throw new ArgumentOutOfRangeException(name, $"Expected the strength {name} to be finite and ≥ 0; got {λ}.");
}
