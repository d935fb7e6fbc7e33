using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation;

// By elements, a size of 1 is repeated along the other's size, and its gradient is the sum along it, (4.20).
// Shapes that do not broadcast are an ArgumentException that names both.
public sealed partial class MatrixNode
{
    /// <summary>A + B by elements, with broadcasting.</summary>
    public static MatrixNode operator +(MatrixNode A, MatrixNode B) =>
        Elementwise("+", A, B, (a, b) => a + b, (_, _, dY) => dY, (_, _, dY) => dY); // (4.18)

    /// <summary>A − B by elements, with broadcasting.</summary>
    public static MatrixNode operator -(MatrixNode A, MatrixNode B) =>
        Elementwise("−", A, B, (a, b) => a - b, (_, _, dY) => dY, (_, _, dY) => -dY); // (4.18)

    /// <summary>A / B by elements, with broadcasting.</summary>
    public static MatrixNode operator /(MatrixNode A, MatrixNode B) => Elementwise(
        "/", A, B, (a, b) => a.PointwiseDivide(b),
        (_, b, dY) => dY.PointwiseDivide(b),
        (a, b, dY) => -dY.PointwiseMultiply(a).PointwiseDivide(b.PointwiseMultiply(b))); // (4.18)

    /// <summary>A ∘ B, with broadcasting.</summary>
    public MatrixNode Hadamard(MatrixNode B) => Elementwise(
        "∘", this, B, (a, b) => a.PointwiseMultiply(b),
        (_, b, dY) => dY.PointwiseMultiply(b), (a, _, dY) => dY.PointwiseMultiply(a)); // (4.18)

    /// <summary>The matrix product AB, whose gradients are Ā = C̄Bᵀ and B̄ = AᵀC̄, (4.19).</summary>
    /// <exception cref="ArgumentException">The columns of A are not as many as the rows of B.</exception>
    public static MatrixNode operator *(MatrixNode A, MatrixNode B)
    {
        if (A.Value.ColumnCount != B.Value.RowCount)
        {
            throw new ArgumentException(
                $"Expected as many rows of B as columns of A; got {A.Shape} and {B.Shape}.", nameof(B));
        }

        (Matrix<double> a, Matrix<double> b) = (A.Value, B.Value);
        return A.Tape.Record("·", a * b,
            (A, dC => dC * b.Transpose()), // (4.19)
            (B, dC => a.Transpose() * dC)); // (4.19)
    }

    /// <summary>A + c.</summary>
    public static MatrixNode operator +(MatrixNode A, double c) => A + A.Number(c);

    /// <summary>A − c.</summary>
    public static MatrixNode operator -(MatrixNode A, double c) => A - A.Number(c);

    /// <summary>c − A.</summary>
    public static MatrixNode operator -(double c, MatrixNode A) => A.Number(c) - A;

    /// <summary>−A.</summary>
    public static MatrixNode operator -(MatrixNode A) => -1 * A;

    /// <summary>cA.</summary>
    public static MatrixNode operator *(double c, MatrixNode A) => A.Hadamard(A.Number(c));

    /// <summary>A / c.</summary>
    public static MatrixNode operator /(MatrixNode A, double c) => A / A.Number(c);

    private MatrixNode Number(double c) => Tape.Constant(Matrix<double>.Build.Dense(1, 1, c));

    private static MatrixNode Elementwise(
        string operation, MatrixNode A, MatrixNode B, Func<Matrix<double>, Matrix<double>, Matrix<double>> f,
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> toA,
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> toB)
    {
        int[] shape = TensorShape.Broadcast(
            [A.Value.RowCount, A.Value.ColumnCount], [B.Value.RowCount, B.Value.ColumnCount]);
        (Matrix<double> a, Matrix<double> b) = (Spread(A.Value, shape), Spread(B.Value, shape));
        return A.Tape.Record(operation, f(a, b),
            (A, dY => Gathered(toA(a, b, dY), A.Value)), (B, dY => Gathered(toB(a, b, dY), B.Value)));
    }

    private static Matrix<double> Spread(Matrix<double> value, int[] shape) =>
        value.RowCount == shape[0] && value.ColumnCount == shape[1]
            ? value
            : Matrix<double>.Build.Dense(shape[0], shape[1],
                (i, j) => value[value.RowCount == 1 ? 0 : i, value.ColumnCount == 1 ? 0 : j]);

    // Every copy of an element has an effect of its own; they add up.
    private static Matrix<double> Gathered(Matrix<double> gradient, Matrix<double> like)
    {
        gradient = like.RowCount < gradient.RowCount ? gradient.ColumnSums().ToRowMatrix() : gradient; // (4.20)
        return like.ColumnCount < gradient.ColumnCount ? gradient.RowSums().ToColumnMatrix() : gradient; // (4.20)
    }
}
