using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>y = φ(x), element by element, and ∂L/∂x = ∂L/∂y ⊙ φ′, (9.5), with φ′ from x or from y.</summary>
public abstract class Elementwise(
    string name, int width, Action<ReadOnlySpan<double>, Span<double>> φ,
    Action<ReadOnlySpan<double>, ReadOnlySpan<double>, Span<double>> dφ, Func<int, ILayer> same,
    bool fromOutput = false)
    : Layer(name, width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => same(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Map(φ, X); // (9.5)

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.Map(dφ, fromOutput ? Y : X, dY); // (9.5)
}

/// <summary>y = max(x, 0) of D ≥ 1 rows, whose derivative at 0 is 0. S4-138.</summary>
public sealed class Relu(int width)
    : Elementwise("ReLU", width, Kernels.Relu, Kernels.ReluGradient, D => new Relu(D));

/// <summary>y = σ(x), whose derivative is y(1 − y). S4-118, S4-137.</summary>
public sealed class Sigmoid(int width)
    : Elementwise("sigmoid", width, Kernels.Sigmoid, Kernels.SigmoidGradient, D => new Sigmoid(D), fromOutput: true);

/// <summary>y = tanh x, whose derivative is 1 − y². S4-138.</summary>
public sealed class Tanh(int width)
    : Elementwise("tanh", width, Kernels.Tanh, Kernels.TanhGradient, D => new Tanh(D), fromOutput: true);

/// <summary>The Gaussian error linear unit.</summary>
public sealed class Gelu(int width)
    : Elementwise("GELU", width, Kernels.Gelu, Kernels.GeluGradient, D => new Gelu(D));

/// <summary>Any activation of chapter 02, element by element; NaN where x is not finite.</summary>
public sealed class ActivationLayer(Activation φ, int width) : Elementwise(
    φ.Name, width,
    (x, y) =>
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.IsFinite(x[i]) ? φ.Value(x[i]) : double.NaN;
        }
    },
    (x, dy, dx) =>
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = dy[i] * φ.Derivative(x[i]); // (9.5)
        }
    },
    D => new ActivationLayer(φ, D));
