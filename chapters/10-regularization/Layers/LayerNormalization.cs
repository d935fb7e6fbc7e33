using System.Numerics.Tensors;
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
    private readonly double[] _ones, _a; // [D]
    private readonly Workspace _workspace = new(), _scales = new();
    private MatrixView _X̂, _1s;

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
        (_ones, _a) = ([.. Enumerable.Repeat(1.0, Inputs)], new double[Inputs]);
        Stored = [StoredTensor.Vector("weight", γ), StoredTensor.Vector("bias", β)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new LayerNormalization(_γ, _β, _ε);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        _X̂ = _workspace.Of(Inputs, X.ColumnCount);
        _1s = _scales.Of(1, X.ColumnCount);
        for (int n = 0; n < X.ColumnCount; n++)
        {
            Span<double> x̂ = _X̂.Column(n);
            TensorPrimitives.Subtract(X.Column(n), Kernels.Dot(X.Column(n), _ones) / Inputs, x̂); // (10.19)
            double s1 = 1 / Math.Sqrt(Kernels.Dot(x̂, x̂) / Inputs + _ε);
            TensorPrimitives.Multiply(x̂, s1, x̂); // (10.19)
            TensorPrimitives.FusedMultiplyAdd(x̂, _γ.Values, _β.Values, Y.Column(n)); // (10.19)
            _1s[0, n] = s1;
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        for (int n = 0; n < dY.ColumnCount; n++)
        {
            Span<double> x̂ = _X̂.Column(n), dy = dY.Column(n);
            TensorPrimitives.FusedMultiplyAdd(dy, x̂, _γ.Gradients, _γ.Gradients); // (10.15)
            TensorPrimitives.Add(_β.Gradients, dy, _β.Gradients); // (10.15)
            if (dX is { } wanted)
            {
                Span<double> dx = wanted.Column(n);
                TensorPrimitives.Multiply(_γ.Values, dy, _a); // (10.20)
                double mean = Kernels.Dot(_a, _ones) / Inputs, slope = Kernels.Dot(_a, x̂) / Inputs;
                TensorPrimitives.FusedMultiplyAdd(x̂, -slope, _a, dx); // (10.20)
                TensorPrimitives.Subtract(dx, mean, dx); // (10.20)
                TensorPrimitives.Multiply(dx, _1s[0, n], dx); // (10.20)
            }
        }
    }
}
