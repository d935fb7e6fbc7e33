using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Y = W X + b·1ᵀ, (9.1), with the gradients (9.2)–(9.4), every output from every input. S2-064.</summary>
public sealed class Dense : Layer
{
    private readonly MatrixView W; // [K × D]
    private readonly MatrixView b; // [K × 1]

    /// <summary>A layer of given W [K × D] and b [K × 1], which are copied; both must be finite.</summary>
    public Dense(Matrix<double> W, Matrix<double> b)
        : this(new Parameter($"W [{W.RowCount} × {W.ColumnCount}]", W), new Parameter($"b [{W.RowCount}]", b))
    {
    }

    /// <summary>D ≥ 1 inputs and K ≥ 1 outputs; W is drawn; b is drawn or 0.</summary>
    public Dense(int inputs, int outputs, Initializer weights, Initializer? bias = null)
        : this(
            Drawn(Width(outputs), Width(inputs), inputs, outputs, weights),
            Drawn(outputs, 1, inputs, outputs, bias ?? Initializers.Zero))
    {
    }

    private Dense(Parameter weights, Parameter bias)
        : base("Dense", weights.Value.ColumnCount, weights.Value.RowCount, weights, bias)
    {
        (W, b) = (weights.Value.View(), bias.Value.View());
        if (b.RowCount != W.RowCount || b.ColumnCount != 1)
        {
            throw new ArgumentException($"Expected b to be [{W.RowCount} × 1] for W {W}; got {b}.", nameof(bias));
        }
    }

    /// <summary>PyTorch's layer after <c>manual_seed</c>: W by rows, then b, in ±1/√D, (9.15). S4-153.</summary>
    public static Dense Seeded(int inputs, int outputs, TorchRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        (float[,] weight, float[] bias) = random.Linear(inputs, outputs);
        return new(
            DenseMatrix.Create(outputs, inputs, (k, d) => weight[k, d]),
            DenseMatrix.Create(outputs, 1, (k, _) => bias[k]));
    }

    /// <inheritdoc/>
    public override ILayer Shared() => new Dense(Parameters[0], Parameters[1]);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        Y.Product(W, X); // (9.1)
        Y.AddColumn(b); // (9.1)
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        Parameters[0].AccumulateProduct(dY, X.T); // (9.2)
        Parameters[1].Gradient.View().AddSumOfColumns(dY); // (9.3)
        dX?.Product(W.T, dY); // (9.4)
    }

    private static DenseMatrix Drawn(int rows, int columns, int fanIn, int fanOut, Initializer initializer)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        var values = new DenseMatrix(rows, columns);
        initializer(values.Values, fanIn, fanOut);
        return values;
    }
}
