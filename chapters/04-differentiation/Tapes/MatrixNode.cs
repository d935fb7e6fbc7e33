using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>One matrix on a <see cref="MatrixTape"/>; a leaf has a copy of its matrix.</summary>
public sealed partial class MatrixNode : Node<MatrixNode, Matrix<double>, Func<Matrix<double>, Matrix<double>>>
{
    internal MatrixNode(
        MatrixTape tape, Matrix<double> value, bool requiresGrad, string? operation,
        (MatrixNode Node, Func<Matrix<double>, Matrix<double>> Derivative)[]? inputs)
        : base(tape, value, requiresGrad, operation, inputs)
    {
    }

    /// <summary>The sum of ∂L/∂this over the backward passes so far, (4.17); null before the first one, and for all
    /// but leaves that require a gradient. // [m × n]</summary>
    public Matrix<double>? Gradient { get; private set; }

    /// <summary>The tape on which the node stands; constants for an expression with it are made there.</summary>
    public MatrixTape Tape => (MatrixTape)Owner;

    internal string Shape => $"[{Value.RowCount} × {Value.ColumnCount}]";

    private protected override string Size => $"shape {Shape}";

    /// <inheritdoc/>
    public override void ZeroGradient() => Gradient = null;

    /// <summary>The sum of all elements. // [1 × 1]</summary>
    public MatrixNode Sum() => ColumnSums().RowSums();

    /// <summary>The mean of all elements. // [1 × 1]</summary>
    public MatrixNode Mean() => Sum() / (Value.RowCount * (double)Value.ColumnCount);

    /// <summary>The sum of each column. // [1 × n]</summary>
    public MatrixNode ColumnSums()
    {
        int rows = Value.RowCount;
        return Tape.Record(
            "Σ", Value.ColumnSums().ToRowMatrix(), (this, dY => Spread(dY, [rows, dY.ColumnCount]))); // (4.20)
    }

    /// <summary>The sum of each row. // [m × 1]</summary>
    public MatrixNode RowSums()
    {
        int columns = Value.ColumnCount;
        return Tape.Record(
            "Σ", Value.RowSums().ToColumnMatrix(), (this, dY => Spread(dY, [dY.RowCount, columns]))); // (4.20)
    }

    /// <summary>Aᵀ. // [n × m]</summary>
    public MatrixNode Transpose() => Tape.Record("ᵀ", Value.Transpose(), (this, dY => dY.Transpose()));

    /// <summary>Some rows, such as the part of a gate. // [count × n]</summary>
    /// <exception cref="ArgumentException">The rows lie outside the matrix.</exception>
    public MatrixNode Rows(int start, int count)
    {
        if (start < 0 || count < 1 || start + count > Value.RowCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), $"Expected at least one row inside {Shape}; got {count} from {start}.");
        }

        (int rows, int columns) = (Value.RowCount, Value.ColumnCount);
        return Tape.Record("rows", Value.SubMatrix(start, count, 0, columns), (this, dY =>
        {
            Matrix<double> gradient = Matrix<double>.Build.Dense(rows, columns);
            gradient.SetSubMatrix(start, 0, dY);
            return gradient;
        }));
    }

    /// <summary>Some columns, such as a part of a batch. // [m × count]</summary>
    /// <exception cref="ArgumentException">The columns lie outside the matrix.</exception>
    public MatrixNode Columns(int start, int count) => Transpose().Rows(start, count).Transpose();

    /// <summary>This matrix above another. // [(m₁ + m₂) × n]</summary>
    /// <exception cref="ArgumentException">The numbers of columns differ; both shapes are named.</exception>
    public MatrixNode Above(MatrixNode below)
    {
        if (Value.ColumnCount != below.Value.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected as many columns below as above; got {Shape} and {below.Shape}.", nameof(below));
        }

        int upper = Value.RowCount;
        return Tape.Record("stack", Value.Stack(below.Value),
            (this, dY => dY.SubMatrix(0, upper, 0, dY.ColumnCount)),
            (below, dY => dY.SubMatrix(upper, dY.RowCount - upper, 0, dY.ColumnCount)));
    }

    private protected override MatrixNode Apply(
        string operation, Func<double, double> f, Func<double, double> derivative)
    {
        Matrix<double> X = Value;
        return Tape.Record(operation, X.Map(f, Zeros.Include),
            (this, dY => dY.PointwiseMultiply(X.Map(derivative, Zeros.Include)))); // (4.18)
    }

    internal override void Assign(Matrix<double> value)
    {
        RequireMatrix.SameShape(Value, value, "the leaf");
        Value = value.Clone();
    }

    internal override void AddToGradient(Matrix<double> adjoint) =>
        Gradient = Gradient is null ? adjoint.Clone() : Gradient + adjoint; // (4.17)
}
