using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The sigmoid as a layer; σ′ = y(1 − y) needs only the output. S4-118, S4-137.</summary>
/// <param name="width">D ≥ 1.</param>
public sealed class Sigmoid(int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    public override ILayer Shared() => new Sigmoid(Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y) => Kernels.Sigmoid(x, y);

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Kernels.SigmoidGradient(y, dy, dx); // (9.5)
}
