using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The dense layer Y = W X + b·1ᵀ, (9.1), with its backward pass (9.2)–(9.4): every output sees every input. S2-064.</summary>
public sealed class Dense : ILayer
{
    private readonly Parameter _W, _b; // [K × D], [K × 1]
    private readonly Workspace _y, _dx;
    private DenseMatrix? _x;

    /// <summary>A layer whose weights are drawn, and whose bias is 0 unless it is drawn too.</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="outputs">K ≥ 1.</param>
    /// <param name="weights">Fills W.</param>
    /// <param name="bias">Fills b; null leaves it 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
    public Dense(int inputs, int outputs, Initializer weights, Initializer? bias = null)
        : this(Drawn(RequireBatch.Width(outputs), RequireBatch.Width(inputs), inputs, outputs, weights),
            Drawn(outputs, 1, inputs, outputs, bias ?? Initializers.Zero))
    {
    }

    /// <summary>A layer of given weights, which are copied.</summary>
    /// <param name="W">The weights. // [K × D]</param>
    /// <param name="b">The bias, a column. // [K × 1]</param>
    /// <exception cref="ArgumentException">The bias is not one column of K rows, or a number is not finite.</exception>
    public Dense(Matrix<double> W, Matrix<double> b)
        : this(Checked(W, b))
    {
    }

    private Dense((Parameter W, Parameter b) parameters)
    {
        (_W, _b) = parameters;
        Parameters = [_W, _b];
        (_y, _dx) = (new Workspace(Outputs), new Workspace(Inputs));
    }

    /// <summary>The layer that PyTorch draws after <c>torch.manual_seed</c>: W row by row, then b, in ±1/√D, (9.17). S4-153.</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="outputs">K ≥ 1.</param>
    /// <param name="random">PyTorch's generator.</param>
    public static Dense Seeded(int inputs, int outputs, TorchRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        (float[,] weight, float[] bias) = random.Linear(inputs, outputs);
        return new(DenseMatrix.Create(outputs, inputs, (k, d) => weight[k, d]), DenseMatrix.Create(outputs, 1, (k, _) => bias[k]));
    }

    /// <inheritdoc/>
    public string Name => "Dense";

    /// <inheritdoc/>
    public int Inputs => _W.Value.ColumnCount;

    /// <inheritdoc/>
    public int Outputs => _W.Value.RowCount;

    /// <summary>W [K × D], then b [K × 1].</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public Matrix<double> Forward(Matrix<double> x, Mode mode = Mode.Training)
    {
        DenseMatrix X = RequireBatch.Input(this, x);
        DenseMatrix Y = _y.For(X.ColumnCount);
        _x = mode == Mode.Training ? X : null;
        Gemm.Multiply(new GemmShape(Outputs, X.ColumnCount, Inputs), 1, _W.Values, X.Values, 0, Y.Values); // (9.1)
        Kernels.AddColumn(_b.Values, Y.Values); // (9.1)
        return Y;
    }

    /// <inheritdoc/>
    public Matrix<double> Backward(Matrix<double> dy)
    {
        Accumulate(dy);
        DenseMatrix dX = _dx.For(dy.ColumnCount);
        Gemm.Multiply(new GemmShape(Inputs, dX.ColumnCount, Outputs) { TransposeA = true },
            1, _W.Values, RequireBatch.Upstream(this, dX.ColumnCount, dy).Values, 0, dX.Values); // (9.4)
        return dX;
    }

    /// <inheritdoc/>
    public void Accumulate(Matrix<double> dy)
    {
        DenseMatrix dY = RequireBatch.Upstream(this, _x?.ColumnCount ?? 0, dy);
        Gemm.Multiply(new GemmShape(Outputs, Inputs, dY.ColumnCount) { TransposeB = true }, 1, dY.Values, _x!.Values, 1, _W.Gradients); // (9.2)
        Kernels.SumColumns(dY.Values, _b.Gradients); // (9.3)
    }

    /// <inheritdoc/>
    public ILayer Shared() => new Dense((_W, _b));

    private static (Parameter W, Parameter b) Checked(Matrix<double> W, Matrix<double> b)
    {
        ArgumentNullException.ThrowIfNull(W);
        ArgumentNullException.ThrowIfNull(b);
        return b.RowCount == W.RowCount && b.ColumnCount == 1
            ? (new Parameter($"W [{W.RowCount} × {W.ColumnCount}]", W), new Parameter($"b [{W.RowCount}]", b))
            : throw new ArgumentException(
                $"Expected b to be [{W.RowCount} × 1] for W [{W.RowCount} × {W.ColumnCount}]; got [{b.RowCount} × {b.ColumnCount}].",
                nameof(b));
    }

    private static DenseMatrix Drawn(int rows, int columns, int fanIn, int fanOut, Initializer initializer)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        var values = new DenseMatrix(rows, columns);
        initializer(values.Values, fanIn, fanOut);
        return values;
    }
}
