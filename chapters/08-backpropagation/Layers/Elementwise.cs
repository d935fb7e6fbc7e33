using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Activations;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A layer that applies one function to every number: y = φ(x), dx = dy ⊙ φ′(x), (8.34). It has no parameter and as many outputs as inputs.</summary>
/// <param name="width">D ≥ 1.</param>
public abstract class Elementwise(int width) : ILayer
{
    private readonly Workspace _y = new(width), _dx = new(width);
    private DenseMatrix? _lastX, _lastY;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public int Inputs => width;

    /// <inheritdoc/>
    public int Outputs => width;

    /// <summary>None.</summary>
    public IReadOnlyList<Parameter> Parameters => [];

    /// <inheritdoc/>
    public Matrix<double> Forward(Matrix<double> x, Mode mode = Mode.Training)
    {
        DenseMatrix X = RequireBatch.Input(this, x);
        DenseMatrix Y = _y.For(X.ColumnCount);
        Values(X.Values, Y.Values);
        (_lastX, _lastY) = mode == Mode.Training ? (X, Y) : (null, null);
        return Y;
    }

    /// <inheritdoc/>
    public Matrix<double> Backward(Matrix<double> dy)
    {
        DenseMatrix dY = RequireBatch.Upstream(this, _lastX?.ColumnCount ?? 0, dy);
        DenseMatrix dX = _dx.For(dY.ColumnCount);
        Gradients(_lastX!.Values, _lastY!.Values, dY.Values, dX.Values);
        return dX;
    }

    /// <inheritdoc/>
    public abstract ILayer Shared();

    /// <summary>y ← φ(x).</summary>
    /// <param name="x">// [D·N]</param>
    /// <param name="y">// [D·N]</param>
    protected abstract void Values(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>dx ← dy ⊙ φ′(x), from the input or the output, whichever is nearer.</summary>
    /// <param name="x">The input. // [D·N]</param>
    /// <param name="y">The output. // [D·N]</param>
    /// <param name="dy">∂L/∂y. // [D·N]</param>
    /// <param name="dx">∂L/∂x. // [D·N]</param>
    protected abstract void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx);
}

/// <summary>Any activation of chapter 02 as a layer, number by number; those that training meets most have layers of their own at the speed of their kernels.</summary>
/// <param name="activation">φ and φ′.</param>
/// <param name="width">D ≥ 1.</param>
public sealed class ActivationLayer(Activation activation, int width) : Elementwise(width)
{
    /// <inheritdoc/>
    public override string Name => activation.Name;

    /// <inheritdoc/>
    public override ILayer Shared() => new ActivationLayer(activation, Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = activation.Value(x[i]);
        }
    }

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = dy[i] * activation.Slope(x[i]); // (8.34)
        }
    }
}
