using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation;

// Functions by elements, sums, and what moves elements without changing them.
public sealed partial class MatrixNode
{
    /// <summary>eᵃ by elements.</summary>
    public MatrixNode Exp() => Apply("exp", Math.Exp, Math.Exp);

    /// <summary>ln a by elements.</summary>
    /// <exception cref="ArgumentException">An element is not above 0.</exception>
    public MatrixNode Log() => Apply("ln", Math.Log, a => 1 / a);

    /// <summary>sin a by elements.</summary>
    public MatrixNode Sin() => Apply("sin", Math.Sin, Math.Cos);

    /// <summary>cos a by elements.</summary>
    public MatrixNode Cos() => Apply("cos", Math.Cos, a => -Math.Sin(a));

    /// <summary>tanh a by elements.</summary>
    public MatrixNode Tanh() => Apply("tanh", Math.Tanh, a => 1 - Math.Tanh(a) * Math.Tanh(a));

    /// <summary>1 / (1 + e⁻ᵃ) by elements.</summary>
    public MatrixNode Sigmoid() => Apply("σ", a => 1 / (1 + Math.Exp(-a)), a => 1 / (2 + Math.Exp(a) + Math.Exp(-a)));

    /// <summary>max(0, a) by elements, of slope 0 at 0.</summary>
    public MatrixNode Relu() => Apply("relu", a => Math.Max(a, 0), a => a > 0 ? 1 : 0);

    /// <summary>aⁿ by elements, for a constant n.</summary>
    /// <exception cref="ArgumentException">A power or its slope is not finite.</exception>
    public MatrixNode Pow(double n) => Apply("pow", a => Math.Pow(a, n), a => ScalarDerivatives.PowerDerivative(a, n));

    /// <summary>The sum of all elements. // [1 × 1]</summary>
    public MatrixNode Sum() => ColumnSums().RowSums();

    /// <summary>The mean of all elements. // [1 × 1]</summary>
    public MatrixNode Mean() => Sum() / (Value.RowCount * (double)Value.ColumnCount);

    /// <summary>The sum of each column. // [1 × n]</summary>
    public MatrixNode ColumnSums()
    {
        int rows = Value.RowCount;
        return Tape.Record("Σ", Value.ColumnSums().ToRowMatrix(), (this, dY => Spread(dY, [rows, dY.ColumnCount]))); // (4.25)
    }

    /// <summary>The sum of each row. // [m × 1]</summary>
    public MatrixNode RowSums()
    {
        int columns = Value.ColumnCount;
        return Tape.Record("Σ", Value.RowSums().ToColumnMatrix(), (this, dY => Spread(dY, [dY.RowCount, columns]))); // (4.25)
    }

    /// <summary>Aᵀ. // [n × m]</summary>
    public MatrixNode Transpose() => Tape.Record("ᵀ", Value.Transpose(), (this, dY => dY.Transpose()));

    /// <summary>Some rows, such as the part of a gate. // [count × n]</summary>
    /// <exception cref="ArgumentException">The rows lie outside the matrix.</exception>
    public MatrixNode Rows(int start, int count)
    {
        if (start < 0 || count < 1 || start + count > Value.RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"Expected at least one row inside {ShapeText}; got {count} from {start}.");
        }

        Matrix<double> whole = Value;
        return Tape.Record("rows", whole.SubMatrix(start, count, 0, whole.ColumnCount), (this, dY =>
        {
            Matrix<double> gradient = Matrix<double>.Build.Dense(whole.RowCount, whole.ColumnCount);
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
            throw new ArgumentException($"Expected as many columns below as above; got {ShapeText} and {below.ShapeText}.", nameof(below));
        }

        int upper = Value.RowCount;
        return Tape.Record("stack", Value.Stack(below.Value),
            (this, dY => dY.SubMatrix(0, upper, 0, dY.ColumnCount)),
            (below, dY => dY.SubMatrix(upper, dY.RowCount - upper, 0, dY.ColumnCount)));
    }

    private MatrixNode Apply(string operation, Func<double, double> f, Func<double, double> slope)
    {
        Matrix<double> x = Value;
        return Tape.Record(operation, x.Map(f, Zeros.Include), (this, dY => dY.PointwiseMultiply(x.Map(slope, Zeros.Include)))); // (4.23)
    }
}
