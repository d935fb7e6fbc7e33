using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation;

/// <summary>The notes' matrix operations as MathNet writes them, S2-039; MathNet checks the shapes.</summary>
public static class MatrixEquations
{
    /// <summary>A + B, S2-041.</summary>
    public static Matrix<double> Sum(Matrix<double> A, Matrix<double> B) => A + B; // (4.5)

    /// <summary>A − B, S2-041.</summary>
    public static Matrix<double> Difference(Matrix<double> A, Matrix<double> B) => A - B; // (4.5)

    /// <summary>cA, S2-042.</summary>
    public static Matrix<double> Scaled(double c, Matrix<double> A) => c * A; // (4.5)

    /// <summary>A ∘ B, S2-043.</summary>
    public static Matrix<double> Hadamard(Matrix<double> A, Matrix<double> B) => A.PointwiseMultiply(B); // (4.5)

    /// <summary>AB, S2-044, S2-045, S4-053.</summary>
    public static Matrix<double> Product(Matrix<double> A, Matrix<double> B) => A * B; // (4.6)

    /// <summary>Aᵀ, S2-039.</summary>
    public static Matrix<double> Transpose(Matrix<double> A) => A.Transpose(); // (4.5)
}
