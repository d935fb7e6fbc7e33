using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>The walk-through of S1: inputs X [D], one hidden sigmoid unit with weights w [D], one sigmoid output with
/// weight W, no biases; one step for one record, with η = 0.5 in the notes, which do not name it. S1-095…S1-103,
/// S1-322.</summary>
public sealed record WalkThrough(double[] X, double[] w, double W, double Y, double η)
{
    /// <summary>The notes' numbers: inputs 0.1 and 0.3, weights 0.4 and −0.2, then 0.1, target 1. S1-095.</summary>
    public static WalkThrough OfTheNotes { get; } = new([0.1, 0.3], [0.4, -0.2], 0.1, 1, 0.5);

    /// <summary>h = Σᵢ wᵢxᵢ, (8.12). S1-096.</summary>
    public double H => Pass.H[0]; // (8.12)

    /// <summary>a = σ(h), (8.12). S1-097.</summary>
    public double A => Pass.A[0]; // (8.12)

    /// <summary>z = W·a, (8.12). S1-098.</summary>
    public double Z => Pass.Z[0]; // (8.12)

    /// <summary>ŷ = σ(z), (8.12). S1-098.</summary>
    public double Ŷ => Pass.Ŷ[0]; // (8.12)

    /// <summary>E = ½(y − ŷ)². S1-103.</summary>
    public double E => 0.5 * (Y - Ŷ) * (Y - Ŷ);

    /// <summary>δᵒ = (y − ŷ)σ′(z), (8.13). S1-099.</summary>
    public double OutputError => Errors.Output[0]; // (8.13)

    /// <summary>δʰ = W δᵒ σ′(h), (8.14), with the weight of the forward pass. S1-100.</summary>
    public double HiddenError => Errors.Hidden[0]; // (8.14)

    /// <summary>ΔW = η δᵒ a, (8.15). S1-101.</summary>
    public double OutputStep => Steps.W[0, 0]; // (8.15)

    /// <summary>Δwᵢ = η δʰ xᵢ, (8.15). S1-102. // [D]</summary>
    public double[] InputSteps => Steps.w.Column(0); // (8.15)

    /// <summary>The network after the step, w + Δw and W + ΔW, with the same record. S1-103.</summary>
    public WalkThrough After => Moved(1);

    /// <summary>The network after the step times <paramref name="sign"/>; −1 is the printed sign of S1-075.</summary>
    public WalkThrough Moved(double sign) => this with
    {
        w = [.. w.Zip(InputSteps, (wᵢ, Δwᵢ) => wᵢ + sign * Δwᵢ)],
        W = W + sign * OutputStep,
    };

    /// <summary>The shares of the error y − ŷ in the two error terms: σ′(z), and σ′(z)·|W|·σ′(h), (8.17).
    /// S1-104.</summary>
    public (double Output, double Hidden) Shares =>
        (Derivative(Z), Derivative(Z) * Math.Abs(W) * Derivative(H)); // (8.17)

    /// <summary>The largest these shares can be, (8.17): the derivative of the sigmoid is at most that at 0.
    /// S1-104.</summary>
    public static (double Output, double Hidden) LargestShares(double W) =>
        (Derivative(0), Derivative(0) * Math.Abs(W) * Derivative(0)); // (8.17)

    private ScalarOneHiddenLayer.Weights Net => new(w.AsColumn(), new[,] { { W } });

    private ScalarOneHiddenLayer.Pass Pass => ScalarOneHiddenLayer.Forward(Net, Activation.Sigmoid, X);

    private (double[] Output, double[] Hidden) Errors =>
        ScalarOneHiddenLayer.Errors(Net, Activation.Sigmoid, Pass, [Y]);

    private ScalarOneHiddenLayer.Weights Steps =>
        ScalarOneHiddenLayer.Steps(Net, Activation.Sigmoid, X, [Y], η);

    private static double Derivative(double z) => Activation.Sigmoid.Derivative(z);
}
