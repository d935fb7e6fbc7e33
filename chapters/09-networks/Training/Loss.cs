using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The end of a network: a loss of its scores with the activation that belongs to it, so that the backward
/// pass starts from the short gradient (p − y)/N. It owns its workspace, like a layer. Scores that are not finite give
/// a loss that is not finite; the guard of a training loop stops there. S3-148.</summary>
public abstract class Loss
{
    private readonly Workspace _dZ = new();
    private MatrixView _last;

    /// <summary>The mean loss of a batch; targets of another shape or domain are refused. // Z, Y [K × N]</summary>
    public double Forward(MatrixView Z, MatrixView Y)
    {
        if (Z.RowCount != Y.RowCount || Z.ColumnCount != Y.ColumnCount)
        {
            throw new ArgumentException($"Expected targets of the shape {Z} of the scores; got {Y}.", nameof(Y));
        }

        Validate(Y);
        _last = _dZ.Of(Z.RowCount, Z.ColumnCount);
        return Forward(Z.Span, Y.Span, _last.Span, Z.RowCount);
    }

    /// <summary>∂L/∂Z of the last batch, valid until the next one; there must be one. // [K × N]</summary>
    public MatrixView Backward() => _last.ColumnCount > 0
        ? _last
        : throw new InvalidOperationException("Expected a forward pass before the backward pass of the loss.");

    /// <summary>The predictions from scores, values or probabilities, in a new matrix. // [K × N]</summary>
    public abstract Matrix<double> Predict(Matrix<double> Z);

    /// <summary>Throws for targets outside the loss's domain. // [K × N]</summary>
    protected abstract void Validate(MatrixView Y);

    /// <summary>The mean loss, and its gradient into dz. // z, y, dz [K·N]</summary>
    protected abstract double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K);
}
