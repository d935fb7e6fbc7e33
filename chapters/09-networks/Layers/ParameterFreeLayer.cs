using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// A layer without parameters and with as many outputs as inputs. What derives from it says only how numbers become numbers and gradients gradients.
/// </summary>
/// <param name="width">D ≥ 1.</param>
public abstract class ParameterFreeLayer(int width) : ILayer
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

    /// <summary>y ← f(x), every column for itself.</summary>
    /// <param name="x">// [D·N]</param>
    /// <param name="y">// [D·N]</param>
    protected abstract void Values(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>dx ← ∂L/∂x, from the input or the output, whichever is nearer.</summary>
    /// <param name="x">The input. // [D·N]</param>
    /// <param name="y">The output. // [D·N]</param>
    /// <param name="dy">∂L/∂y. // [D·N]</param>
    /// <param name="dx">∂L/∂x. // [D·N]</param>
    protected abstract void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx);
}
