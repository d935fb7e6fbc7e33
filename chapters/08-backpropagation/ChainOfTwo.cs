using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Two sigmoid units one behind the other, 1-1-1: the chain rule with nothing in its way. S4-033.</summary>
/// <param name="X">The input.</param>
/// <param name="W1">Weight of the first unit.</param>
/// <param name="B1">Its bias.</param>
/// <param name="W2">Weight of the second unit.</param>
/// <param name="B2">Its bias.</param>
/// <param name="T">The target.</param>
public sealed record ChainOfTwo(double X, double W1, double B1, double W2, double B2, double T)
{
    /// <summary>An example to compute with; the numbers of the notes are lost but for one.</summary>
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
    public double E => 0.5 * Missing * Missing;

    /// <summary>∂E/∂b₂ = ∂E/∂z₂ = −(T − a₂)·a₂(1 − a₂), (8.12).</summary>
    public double dB2 => -Missing * (A2 * (1 - A2)); // (8.12)

    /// <summary>∂E/∂w₂ = ∂E/∂a₂ · ∂a₂/∂z₂ · ∂z₂/∂w₂ = −(T − a₂)·a₂(1 − a₂)·a₁, (8.12). S4-033.</summary>
    public double dW2 => -Missing * (A2 * (1 - A2)) * A1; // (8.12)

    /// <summary>∂E/∂b₁ = ∂E/∂z₁ = ∂E/∂z₂ · w₂ · a₁(1 − a₁), (8.13).</summary>
    public double dB1 => dB2 * W2 * (A1 * (1 - A1)); // (8.13)

    /// <summary>∂E/∂w₁ = ∂E/∂z₂ · ∂z₂/∂a₁ · ∂a₁/∂z₁ · ∂z₁/∂w₁, (8.13). S4-033.</summary>
    public double dW1 => dB2 * W2 * (A1 * (1 - A1)) * X; // (8.13)

    // T − a₂, refused where the target is no number; the sigmoids refuse everything else that is none.
    private double Missing
    {
        get
        {
            Require.Finite(T);
            return T - A2;
        }
    }

    /// <summary>The chain after one step against all four derivatives, each taken with the old weights.</summary>
    /// <param name="η">Learning rate, above 0.</param>
    /// <exception cref="ArgumentException">η ≤ 0.</exception>
    public ChainOfTwo After(double η)
    {
        Require.Positive(η);
        return this with { W1 = W1 - η * dW1, B1 = B1 - η * dB1, W2 = W2 - η * dW2, B2 = B2 - η * dB2 };
    }
}
