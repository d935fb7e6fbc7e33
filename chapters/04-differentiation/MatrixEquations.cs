using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>The notes' matrix operations as MathNet writes them, S2-039, and the notes' own matrices.</summary>
public static class MatrixEquations
{
    /// <summary>The notes' first matrix, S2-038. // [2 × 2]</summary>
    public static Matrix<double> A { get; } = Of(new double[,] { { 1, 3 }, { 2, 4 } });

    /// <summary>The left matrix of the notes' examples by elements, S2-042, S2-043: the transpose of the first one. // [2 × 2]</summary>
    public static Matrix<double> Left { get; } = Of(new double[,] { { 1, 2 }, { 3, 4 } });

    /// <summary>The right matrix of the Hadamard example, S2-043. // [2 × 2]</summary>
    public static Matrix<double> Right { get; } = Of(new double[,] { { 5, 6 }, { 7, 8 } });

    /// <summary>Units sold, S2-045. // [3 × 3]</summary>
    public static Matrix<double> Units { get; } = Of(new double[,] { { 100, 50, 30 }, { 80, 70, 20 }, { 60, 40, 90 } });

    /// <summary>Growth factors, S2-045. // [3 × 3]</summary>
    public static Matrix<double> Growth { get; } = Of(new[,] { { 1.15, 1.05, 0.85 }, { 1.05, 1.02, 1.1 }, { 1.1, 1, 0.9 } });

    /// <summary>A + B, S2-041.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> Sum(Matrix<double> A, Matrix<double> B) => Checked(A, B) + B; // (4.7)

    /// <summary>A − B, S2-041.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> Difference(Matrix<double> A, Matrix<double> B) => Checked(A, B) - B; // (4.7)

    /// <summary>cA, S2-042.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static Matrix<double> Scaled(double c, Matrix<double> A)
    {
        Require.Finite(c);
        return c * RequireMatrix.Finite(A); // (4.7)
    }

    /// <summary>A ∘ B, S2-043.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> Hadamard(Matrix<double> A, Matrix<double> B) => Checked(A, B).PointwiseMultiply(B); // (4.7)

    /// <summary>AB, S2-044, S2-045, S4-053.</summary>
    /// <exception cref="ArgumentException">The columns of A are not as many as the rows of B, or a number is not finite.</exception>
    public static Matrix<double> Product(Matrix<double> A, Matrix<double> B) => A.ColumnCount == B.RowCount
        ? RequireMatrix.Finite(A) * RequireMatrix.Finite(B) // (4.8)
        : throw new ArgumentException(
            $"Expected as many rows of B as columns of A; got [{A.RowCount} × {A.ColumnCount}] and [{B.RowCount} × {B.ColumnCount}].", nameof(B));

    /// <summary>Aᵀ, S2-039.</summary>
    public static Matrix<double> Transpose(Matrix<double> A) => RequireMatrix.Finite(A).Transpose(); // (4.9)

    private static Matrix<double> Checked(Matrix<double> A, Matrix<double> B)
    {
        RequireMatrix.Gradient(A, B, nameof(A), nameof(B));
        return A;
    }

    private static Matrix<double> Of(double[,] values) => Matrix<double>.Build.DenseOfArray(values);
}
