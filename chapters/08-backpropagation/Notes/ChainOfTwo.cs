using Reference.Activations;

namespace Reference.Backpropagation;

/// <summary>Two sigmoid units in a row, 1-1-1, of input x and target T: the chain rule without sums. S4-033.</summary>
public sealed record ChainOfTwo(double X, double W1, double B1, double W2, double B2, double T)
{
    /// <summary>Numbers of ours: those of the notes are lost.</summary>
    public static ChainOfTwo Example { get; } = new(0.1, 0.15, 0.4, 0.45, 0.65, 0.25);

    /// <summary>z₁ = w₁x + b₁.</summary>
    public double Z1 => W1 * X + B1;

    /// <summary>a₁ = σ(z₁).</summary>
    public double A1 => ScalarActivations.Sigmoid(Z1);

    /// <summary>z₂ = w₂a₁ + b₂.</summary>
    public double Z2 => W2 * A1 + B2;

    /// <summary>a₂ = σ(z₂), the prediction.</summary>
    public double A2 => ScalarActivations.Sigmoid(Z2);

    /// <summary>E = ½(T − a₂)².</summary>
    public double E => 0.5 * (T - A2) * (T - A2);

    /// <summary>∂E/∂b₂ = ∂E/∂z₂ = −(T − a₂)·a₂(1 − a₂), (8.9).</summary>
    public double dB2 => -(T - A2) * (A2 * (1 - A2)); // (8.9)

    /// <summary>∂E/∂w₂ = ∂E/∂a₂ · ∂a₂/∂z₂ · ∂z₂/∂w₂ = −(T − a₂)·a₂(1 − a₂)·a₁, (8.9). S4-033.</summary>
    public double dW2 => -(T - A2) * (A2 * (1 - A2)) * A1; // (8.9)

    /// <summary>∂E/∂b₁ = ∂E/∂z₁ = ∂E/∂z₂ · w₂ · a₁(1 − a₁), (8.10).</summary>
    public double dB1 => dB2 * W2 * (A1 * (1 - A1)); // (8.10)

    /// <summary>∂E/∂w₁ = ∂E/∂z₂ · ∂z₂/∂a₁ · ∂a₁/∂z₁ · ∂z₁/∂w₁, (8.10). S4-033.</summary>
    public double dW1 => dB2 * W2 * (A1 * (1 - A1)) * X; // (8.10)
}
