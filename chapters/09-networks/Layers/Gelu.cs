using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The Gaussian error linear unit as a layer.</summary>
/// <param name="width">D ≥ 1.</param>
public sealed class Gelu(int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => "GELU";

    /// <inheritdoc/>
    public override ILayer Shared() => new Gelu(Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y) => Kernels.Gelu(x, y);

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Kernels.GeluGradient(x, dy, dx); // (9.5)
}
