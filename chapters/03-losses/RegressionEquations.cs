using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Losses.ScalarAbsoluteError;

namespace Reference.Losses;

/// <summary>
/// The regression losses on whole batches, one line an equation. Means are over all elements, as PyTorch's are.
/// Predictions Ŷ come first, targets Y second, both with a sample a column, [D × N]; different shapes are refused.
/// </summary>
public static class RegressionEquations
{
    /// <summary>Σ (Y − Ŷ)², (3.14), S2-077.</summary>
    public static double SumOfSquares(Matrix<double> Ŷ, Matrix<double> Y) =>
        Sum(Residual(Ŷ, Y).PointwisePower(2)); // (3.14)

    /// <summary>2(Ŷ − Y), (3.14). // [D × N]</summary>
    public static Matrix<double> SumOfSquaresGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        2 * Residual(Ŷ, Y); // (3.14)

    /// <summary>½ Σ (Y − Ŷ)², (3.14), S1-079, S1-086.</summary>
    public static double HalfSumOfSquares(Matrix<double> Ŷ, Matrix<double> Y) => 0.5 * SumOfSquares(Ŷ, Y); // (3.14)

    /// <summary>Ŷ − Y, (3.14). // [D × N]</summary>
    public static Matrix<double> HalfSumOfSquaresGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        Residual(Ŷ, Y); // (3.14)

    /// <summary>The mean of (Y − Ŷ)², (3.14), S0-032, S1-077, S3-034, S4-106.</summary>
    public static double MeanSquaredError(Matrix<double> Ŷ, Matrix<double> Y) =>
        SumOfSquares(Ŷ, Y) / Count(Y); // (3.14)

    /// <summary>2(Ŷ − Y) / (D·N), (3.14). // [D × N]</summary>
    public static Matrix<double> MeanSquaredErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        2 * Residual(Ŷ, Y) / Count(Y); // (3.14)

    /// <summary>Half the mean of (Y − Ŷ)², (3.14), S1-087.</summary>
    public static double HalfMeanSquaredError(Matrix<double> Ŷ, Matrix<double> Y) =>
        SumOfSquares(Ŷ, Y) / (2 * Count(Y)); // (3.14)

    /// <summary>(Ŷ − Y) / (D·N), (3.14). // [D × N]</summary>
    public static Matrix<double> HalfMeanSquaredErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        Residual(Ŷ, Y) / Count(Y); // (3.14)

    /// <summary>The mean of |Y − Ŷ|, (3.15), S3-033.</summary>
    public static double MeanAbsoluteError(Matrix<double> Ŷ, Matrix<double> Y) =>
        Sum(Residual(Ŷ, Y).PointwiseAbs()) / Count(Y); // (3.15)

    /// <summary>sign(Ŷ − Y) / (D·N), 0 at the kink, (3.15). // [D × N]</summary>
    public static Matrix<double> MeanAbsoluteErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        Residual(Ŷ, Y).Map(Derivative) / Count(Y); // (3.15)

    /// <summary>The mean Huber loss, (3.16), S3-037.</summary>
    public static double Huber(Matrix<double> Ŷ, Matrix<double> Y, double δ) =>
        Sum(Residual(Ŷ, Y).Map(r => ScalarAbsoluteError.Huber(r, δ))) / Count(Y); // (3.16)

    /// <summary>Its gradient, (3.16). // [D × N]</summary>
    public static Matrix<double> HuberGradient(Matrix<double> Ŷ, Matrix<double> Y, double δ) =>
        Residual(Ŷ, Y).Map(r => HuberDerivative(r, δ)) / Count(Y); // (3.16)

    /// <summary>The mean smooth absolute error, (3.16), S3-036.</summary>
    public static double SmoothL1(Matrix<double> Ŷ, Matrix<double> Y, double β) =>
        Sum(Residual(Ŷ, Y).Map(r => ScalarAbsoluteError.SmoothL1(r, β))) / Count(Y); // (3.16)

    /// <summary>Its gradient, (3.16). // [D × N]</summary>
    public static Matrix<double> SmoothL1Gradient(Matrix<double> Ŷ, Matrix<double> Y, double β) =>
        Residual(Ŷ, Y).Map(r => SmoothL1Derivative(r, β)) / Count(Y); // (3.16)

    private static Matrix<double> Residual(Matrix<double> Ŷ, Matrix<double> Y)
    {
        RequireMatrix.SameShape(Ŷ, Y);
        return Ŷ - Y;
    }

    private static double Sum(Matrix<double> X) => X.ColumnSums().Sum();

    private static double Count(Matrix<double> Y) => Y.RowCount * Y.ColumnCount;
}
