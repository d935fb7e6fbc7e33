using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The rectifier max(x, 0) as a layer; its slope at 0 is 0. S4-138.</summary>
/// <param name="width">D ≥ 1.</param>
public sealed class Relu(int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => "ReLU";

    /// <inheritdoc/>
    public override ILayer Shared() => new Relu(Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y) => Kernels.Relu(x, y);

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Kernels.ReluGradient(x, dy, dx); // (9.5)
}
