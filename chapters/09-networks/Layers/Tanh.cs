using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The hyperbolic tangent as a layer; its slope 1 − y² needs only the output. S4-138.</summary>
/// <param name="width">D ≥ 1.</param>
public sealed class Tanh(int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override ILayer Shared() => new Tanh(Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y) => Kernels.Tanh(x, y);

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Kernels.TanhGradient(y, dy, dx); // (9.5)
}
