using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// The softmax of every column as a layer, with its Jacobian's product dx = p ⊙ (dp − ⟨p, dp⟩), (8.35). A classifier trains better without it, on <see cref="SoftmaxCrossEntropy"/>.
/// </summary>
/// <param name="width">K ≥ 1, the classes; one class always has probability 1.</param>
public sealed class Softmax(int width) : ILayer
{
    private readonly Workspace _y = new(width), _dx = new(width);
    private DenseMatrix? _p;

    /// <inheritdoc/>
    public string Name => "softmax";

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
        DenseMatrix P = _y.For(X.ColumnCount);
        Kernels.SoftmaxColumns(width, X.Values, P.Values);
        _p = mode == Mode.Training ? P : null;
        return P;
    }

    /// <inheritdoc/>
    public Matrix<double> Backward(Matrix<double> dy)
    {
        DenseMatrix dP = RequireBatch.Upstream(this, _p?.ColumnCount ?? 0, dy);
        DenseMatrix dX = _dx.For(dP.ColumnCount);
        for (int n = 0; n < dP.ColumnCount; n++)
        {
            ReadOnlySpan<double> p = _p!.Values.AsSpan(n * width, width), dp = dP.Values.AsSpan(n * width, width);
            Span<double> dx = dX.Values.AsSpan(n * width, width);
            double mean = Kernels.Dot(p, dp);
            for (int i = 0; i < width; i++)
            {
                dx[i] = p[i] * (dp[i] - mean); // (8.35)
            }
        }

        return dX;
    }

    /// <inheritdoc/>
    public ILayer Shared() => new Softmax(width);
}
