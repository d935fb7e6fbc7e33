using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>The output unit of the century network, y = σ(Σⱼ wⱼhⱼ + b), and how its error moves a weight. S2-076, S2-078, S2-079.</summary>
/// <param name="W">Weights of the hidden units. // [J]</param>
/// <param name="B">Bias.</param>
public sealed record CenturyOutput(double[] W, double B)
{
    /// <summary>The printed unit, σ(1.1h₁ + 3h₂ + 4h₃ + 2.7h₄ + 0.1h₅ + 1.2). S2-076.</summary>
    public static CenturyOutput OfTheNotes { get; } = new([1.1, 3, 4, 2.7, 0.1], 1.2);

    /// <summary>z = Σⱼ wⱼhⱼ + b, (8.10).</summary>
    /// <param name="h">Hidden activations. // [J]</param>
    /// <exception cref="ArgumentException">Another number of activations than weights, or a number that is not finite.</exception>
    public double PreActivation(double[] h) => ScalarNetwork.Neuron(W, B, Activation.Sigmoid, h).Z; // (8.10)

    /// <summary>ŷ = σ(z), (8.10).</summary>
    /// <inheritdoc cref="PreActivation"/>
    public double Output(double[] h) => ScalarNetwork.Neuron(W, B, Activation.Sigmoid, h).A; // (8.10)

    /// <summary>E = (y − ŷ)² of one player; the notes add these up over all of them.</summary>
    /// <param name="h">Hidden activations. // [J]</param>
    /// <param name="y">1 for a century, else 0.</param>
    /// <exception cref="ArgumentException">Another number of activations than weights, or a number that is not finite.</exception>
    public double Error(double[] h, double y) => OutputLoss.Squared.Value(Output(h), y);

    /// <summary>∂E/∂wⱼ = ∂E/∂ŷ · ∂ŷ/∂wⱼ = −2(y − ŷ)·ŷ(1 − ŷ)·hⱼ, (8.14). S2-078.</summary>
    /// <inheritdoc cref="Error"/>
    /// <returns>One derivative a weight. // [J]</returns>
    public double[] Gradient(double[] h, double y)
    {
        Require.Finite(y);
        double ŷ = Output(h);
        return [.. h.Select(hⱼ => -2 * (y - ŷ) * ŷ * (1 - ŷ) * hⱼ)]; // (8.14)
    }

    /// <summary>What of the error flows back into each hidden unit, ∂E/∂zⱼ = wⱼ·(−2(y − ŷ)ŷ(1 − ŷ))·hⱼ(1 − hⱼ), (8.23). S2-273.</summary>
    /// <inheritdoc cref="Error"/>
    /// <returns>One error term a hidden unit. // [J]</returns>
    public double[] HiddenErrors(double[] h, double y)
    {
        Require.Finite(y);
        double ŷ = Output(h);
        double δ = -2 * (y - ŷ) * ŷ * (1 - ŷ);
        return [.. W.Zip(h, (w, hⱼ) => w * δ * hⱼ * (1 - hⱼ))]; // (8.23)
    }

    /// <summary>The unit after its weights moved, wⱼ − η ∂E/∂wⱼ, (8.15); the bias stays. S2-073, S2-079.</summary>
    /// <param name="h">Hidden activations. // [J]</param>
    /// <param name="y">1 for a century, else 0.</param>
    /// <param name="η">Learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, or η ≤ 0.</exception>
    public CenturyOutput After(double[] h, double y, double η)
    {
        Require.Positive(η);
        return this with { W = [.. W.Zip(Gradient(h, y), (w, g) => w - η * g)] }; // (8.15)
    }
}
