using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Reference.Regularization;

/// <summary>Batch and layer normalization as matrix equations, one sample per column. S1-269, S2-129.</summary>
public static class NormalizationEquations
{
    /// <summary>X̂ = diag(1/s) (X − μ1ᵀ), every row over the batch, (10.12), (10.13). // X, X̂ [D × N], s
    /// [D]</summary>
    public static (Matrix<double> X̂, Vector<double> s) Standardize(Matrix<double> X, double ε = 1e-5)
    {
        Matrix<double> C = X - Mean(X); // (10.12)
        Vector<double> s = (C.PointwisePower(2).RowSums() / X.ColumnCount + ε).PointwiseSqrt(); // (10.12)
        return (Diagonal(1 / s) * C, s); // (10.13)
    }

    /// <summary>dX from A = ∂L/∂X̂, (10.16). // X̂, A, dX [D × N]; s [D]</summary>
    public static Matrix<double> Backward(Matrix<double> X̂, Vector<double> s, Matrix<double> A) =>
        Diagonal(1 / s) * (A - Mean(A) - X̂.PointwiseMultiply(Mean(A.PointwiseMultiply(X̂)))); // (10.16)

    /// <summary>Batch norm: Y = diag(γ) X̂ + β1ᵀ, (10.14). // X̂, Y [D × N]; γ, β [D]</summary>
    public static Matrix<double> Affine(Matrix<double> X̂, Vector<double> γ, Vector<double> β) =>
        Diagonal(γ) * X̂ + β.ToColumnMatrix() * Ones(X̂.ColumnCount).ToRowMatrix(); // (10.14)

    /// <summary>dγ = (dY ⊙ X̂) 1 and dβ = dY 1, (10.15). // dY, X̂ [D × N]; dγ, dβ [D]</summary>
    public static (Vector<double> dγ, Vector<double> dβ) AffineBackward(Matrix<double> X̂, Matrix<double> dY) =>
        (dY.PointwiseMultiply(X̂).RowSums(), dY.RowSums()); // (10.15)

    /// <summary>Layer norm standardizes the columns: batch norm of the transpose, (10.19). // X, X̂ [D × N], s
    /// [N]</summary>
    public static (Matrix<double> X̂, Vector<double> s) StandardizeColumns(Matrix<double> X, double ε = 1e-5) =>
        Standardize(X.Transpose(), ε) is var (T, s) ? (T.Transpose(), s) : default; // (10.19)

    /// <summary>dX of layer norm from A = diag(γ) dY, (10.20). // X̂, A, dX [D × N]; s [N]</summary>
    public static Matrix<double> BackwardColumns(Matrix<double> X̂, Vector<double> s, Matrix<double> A) =>
        Backward(X̂.Transpose(), s, A.Transpose()).Transpose(); // (10.20)

    /// <summary>diag(v).</summary>
    public static Matrix<double> Diagonal(Vector<double> v) => Matrix<double>.Build.DiagonalOfDiagonalVector(v);

    private static Vector<double> Ones(int N) => Vector<double>.Build.Dense(N, 1);

    // The mean of every row, in every column.
    private static Matrix<double> Mean(Matrix<double> X) =>
        DenseMatrix.OfColumnVectors(Enumerable.Repeat(X.RowSums() / X.ColumnCount, X.ColumnCount));
}
