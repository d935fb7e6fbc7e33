using MathNet.Numerics.LinearAlgebra;
using Reference.LinearModels;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>Y = W X, a dense layer without a bias: PyTorch's <c>Linear(…, bias=False)</c>, (22.10). S4-170.</summary>
public sealed class LinearMap : Layer
{
    private readonly MatrixView W; // [K × D]

    /// <summary>A layer of a given W, which is copied and must be finite. // W [K × D]</summary>
    public LinearMap(Matrix<double> W)
        : this(new Parameter($"W [{W.RowCount} × {W.ColumnCount}]", W))
    {
    }

    /// <summary>D ≥ 1 inputs and K ≥ 1 outputs; W is drawn.</summary>
    public LinearMap(int inputs, int outputs, Initializer weights)
        : this(Matrix<double>.Build.Dense(Width(outputs), Width(inputs)))
    {
        ArgumentNullException.ThrowIfNull(weights);
        weights(Parameters[0].Values, inputs, outputs);
    }

    private LinearMap(Parameter weights)
        : base("Dense without bias", weights.Value.ColumnCount, weights.Value.RowCount, weights) =>
        W = weights.Value.View();

    /// <inheritdoc/>
    public override ILayer Shared() => new LinearMap(Parameters[0]);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.Product(W, X); // (22.10)

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        Parameters[0].AccumulateProduct(dY, X.T); // (22.12)
        dX?.Product(W.T, dY); // (22.12)
    }
}
