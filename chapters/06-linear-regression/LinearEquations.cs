using MathNet.Numerics.LinearAlgebra;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Linear regression as equations in matrices: W [K × D], b [K × 1], samples X [D × N] as columns, targets Y
/// and predictions Ŷ [K × N]. S4-088, S4-090.</summary>
public static class LinearEquations
{
    /// <summary>Ŷ = WX + b1ᵀ, (6.18), S4-090.</summary>
    public static Matrix<double> Predict(Matrix<double> W, Matrix<double> b, Matrix<double> X) =>
        W * X + b * Ones(X); // (6.18)

    /// <summary>∂L/∂W = ∂L/∂Ŷ Xᵀ, ∂L/∂b = ∂L/∂Ŷ 1 and ∂L/∂X = Wᵀ ∂L/∂Ŷ, (6.19).</summary>
    public static (Matrix<double> DW, Matrix<double> DB, Matrix<double> DX) Backward(
        Matrix<double> W, Matrix<double> X, Matrix<double> dŶ) =>
        (dŶ * X.Transpose(), dŶ * Ones(X).Transpose(), W.Transpose() * dŶ); // (6.19)

    /// <summary>The mean squared error over all elements, and its gradient by (6.19) from ∂L/∂Ŷ = 2(Ŷ −
    /// Y)/(KN).</summary>
    public static (double Loss, Matrix<double> DW, Matrix<double> DB) LossAndGradient(
        Matrix<double> W, Matrix<double> b, Matrix<double> X, Matrix<double> Y)
    {
        Matrix<double> Ŷ = Predict(W, b, X);
        (Matrix<double> dW, Matrix<double> db, _) = Backward(W, X, RegressionEquations.MeanSquaredErrorGradient(Ŷ, Y));
        return (RegressionEquations.MeanSquaredError(Ŷ, Y), dW, db);
    }

    /// <summary>A: the samples over a row of ones, for which the bias is one more weight. // [D + 1 × N]</summary>
    public static Matrix<double> WithOnes(Matrix<double> X) => X.Stack(Ones(X));

    /// <summary>H = (2/N) AAᵀ with A the samples over a row of ones, (6.14): the Hessian of the mean squared error of
    /// one output in its weights and bias, constant. Descent is stable for η &lt; 2/λ_max. S2-092, S3-212.
    /// // [D + 1 × D + 1], the bias last</summary>
    public static Matrix<double> Hessian(Matrix<double> X)
    {
        Matrix<double> A = WithOnes(X);
        return 2.0 / X.ColumnCount * A.TransposeAndMultiply(A); // (6.14)
    }

    private static Matrix<double> Ones(Matrix<double> X) => Matrices.Ones(1, X.ColumnCount);
}
