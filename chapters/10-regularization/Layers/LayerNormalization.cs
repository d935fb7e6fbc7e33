using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// Layer normalization: each sample is brought to mean 0 and variance 1 over its own features, then scaled by γ and
/// shifted by β, (10.19). It has no state, takes a batch of one, and is the same in inference. S1-269, S1-348.
/// </summary>
public sealed class LayerNormalization : Layer
{
    private readonly double _ε;
    private readonly Parameter _γ, _β;
    private readonly Workspace _means = new(), _scales = new(), _copyOfX = new(), _copyOfdY = new();
    private MatrixView _μ, _1s; // [1 × N]

    /// <summary>D ≥ 1 features, ε > 0.</summary>
    public LayerNormalization(int width, double epsilon = 1e-5)
        : this(
            new Parameter($"γ [{width}]", [.. Enumerable.Repeat(1.0, Width(width))]),
            new Parameter($"β [{width}]", new double[width]), epsilon)
    {
    }

    private LayerNormalization(Parameter γ, Parameter β, double epsilon)
        : base("layer norm", γ.Values.Length, γ.Values.Length, γ, β)
    {
        Require.Positive(epsilon);
        (_ε, _γ, _β) = (epsilon, γ, β);
        Stored = [StoredTensor.Vector("weight", γ), StoredTensor.Vector("bias", β)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new LayerNormalization(_γ, _β, _ε);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        (_μ, _1s) = (_means.Of(1, X.ColumnCount), _scales.Of(1, X.ColumnCount));
        Kernels.LayerNorm(
            _copyOfX.Contiguous(X).Span, _γ.Values, _β.Values, _ε, Y.Span, _μ.Span, _1s.Span); // (10.19)
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        Kernels.LayerNormGradient(
            _copyOfX.Contiguous(X).Span, _γ.Values, _μ.Span, _1s.Span, _copyOfdY.Contiguous(dY).Span,
            _γ.Gradients, _β.Gradients, dX is { } wanted ? wanted.Span : default); // (10.15), (10.20)
}
