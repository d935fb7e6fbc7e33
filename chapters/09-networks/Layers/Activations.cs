using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>y = max(x, 0) of D ≥ 1 rows, whose derivative at 0 is 0. S4-138.</summary>
public sealed class Relu(int width) : Layer("ReLU", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Relu(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Map(Kernels.Relu, X);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.Map(Kernels.ReluGradient, X, dY); // (9.5)
}

/// <summary>y = σ(x), whose derivative y(1 − y) needs only the output. S4-118, S4-137.</summary>
public sealed class Sigmoid(int width) : Layer("sigmoid", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Sigmoid(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Map(Kernels.Sigmoid, X);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.Map(Kernels.SigmoidGradient, Y, dY); // (9.5)
}

/// <summary>y = tanh x, whose derivative 1 − y² needs only the output. S4-138.</summary>
public sealed class Tanh(int width) : Layer("tanh", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Tanh(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Map(Kernels.Tanh, X);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.Map(Kernels.TanhGradient, Y, dY); // (9.5)
}

/// <summary>The Gaussian error linear unit.</summary>
public sealed class Gelu(int width) : Layer("GELU", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Gelu(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Map(Kernels.Gelu, X);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.Map(Kernels.GeluGradient, X, dY); // (9.5)
}

/// <summary>Any activation of chapter 02, one number at a time; NaN where x is not finite.</summary>
public sealed class ActivationLayer(Activation φ, int width) : Layer(φ.Name, width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new ActivationLayer(φ, Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        Span<double> x = X.Span, y = Y.Span;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.IsFinite(x[i]) ? φ.Value(x[i]) : double.NaN;
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is { } wanted)
        {
            Span<double> x = X.Span, dy = dY.Span, dx = wanted.Span;
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] = dy[i] * φ.Derivative(x[i]); // (9.5)
            }
        }
    }
}
