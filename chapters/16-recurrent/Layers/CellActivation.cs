using Reference.Activations;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>An activation of a cell whose derivative follows from its value, so that the state alone is
/// kept.</summary>
/// <param name="Form">The function and its derivative, as chapter 02 has them.</param>
/// <param name="Value">y ← σ(x).</param>
/// <param name="Gradient">(y, dy) → dx = dy ⊙ σ′, with σ′ from y.</param>
public sealed record CellActivation(
    Activation Form, Action<ReadOnlySpan<double>, Span<double>> Value,
    Action<ReadOnlySpan<double>, ReadOnlySpan<double>, Span<double>> Gradient)
{
    /// <summary>σ′ = 1 − y²; the default of Keras and PyTorch.</summary>
    public static CellActivation Tanh { get; } = new(Activation.Tanh, Kernels.Tanh, Kernels.TanhGradient);

    /// <summary>σ′ = y(1 − y).</summary>
    public static CellActivation Sigmoid { get; } = new(Activation.Sigmoid, Kernels.Sigmoid, Kernels.SigmoidGradient);

    /// <summary>σ′ = 1 where y > 0. S2-194, S3-161.</summary>
    public static CellActivation Relu { get; } = new(Activation.Relu, Kernels.Relu, Kernels.ReluGradient);

    /// <summary>σ′ = 1: a linear recurrence, whose gradients are powers of U. S4-188.</summary>
    public static CellActivation Linear { get; } =
        new(Activation.Linear, static (x, y) => x.CopyTo(y), static (_, dy, dx) => dy.CopyTo(dx));
}
