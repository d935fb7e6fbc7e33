using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>What the losses share: the check of what comes in and one buffer for the gradient of each batch size.</summary>
public abstract class Loss : ILoss
{
    private Workspace? _dz;
    private DenseMatrix? _last;

    /// <inheritdoc/>
    public double Forward(Matrix<double> z, Matrix<double> y)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(y);
        RequireMatrix.SameShape(z, y);
        DenseMatrix scores = z as DenseMatrix ?? DenseMatrix.OfMatrix(z), targets = y as DenseMatrix ?? DenseMatrix.OfMatrix(y);
        Validate(targets.Values, z.RowCount);
        _dz = _dz is { } known && known.Rows == z.RowCount ? known : new Workspace(z.RowCount);
        _last = _dz.For(z.ColumnCount);
        return Of(z.RowCount, z.ColumnCount, scores.Values, targets.Values, _last.Values);
    }

    /// <inheritdoc/>
    public Matrix<double> Backward() =>
        _last ?? throw new InvalidOperationException("Expected a forward pass before the backward pass of the loss; there was none.");

    /// <inheritdoc/>
    public abstract Matrix<double> Predict(Matrix<double> z);

    /// <summary>Refuses targets that the loss has no meaning for.</summary>
    /// <param name="y">Column after column. // [K·N]</param>
    /// <param name="rows">K.</param>
    private protected abstract void Validate(ReadOnlySpan<double> y, int rows);

    /// <summary>The mean loss, and its gradient into dz.</summary>
    /// <param name="rows">K.</param>
    /// <param name="columns">N.</param>
    /// <param name="z">// [K·N]</param>
    /// <param name="y">// [K·N]</param>
    /// <param name="dz">// [K·N]</param>
    private protected abstract double Of(int rows, int columns, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz);
}
