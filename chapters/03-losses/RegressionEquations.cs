using MathNet.Numerics.LinearAlgebra;

namespace Reference.Losses;

/// <summary>Squared and absolute error of whole batches, one line per equation. Means are over all elements, as
/// PyTorch's are. Predictions Ŷ come first, targets Y second, both one sample per column, [D × N]; different shapes
/// are refused.</summary>
public static class RegressionEquations
{
    /// <summary>Σ (Y − Ŷ)², (3.14), S2-077.</summary>
    public static double SumOfSquares(Matrix<double> Ŷ, Matrix<double> Y) =>
        (Y - Ŷ).PointwisePower(2).ColumnSums().Sum(); // (3.14)

    /// <summary>2(Ŷ − Y), (3.14). // [D × N]</summary>
    public static Matrix<double> SumOfSquaresGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        2 * (Ŷ - Y); // (3.14)

    /// <summary>The mean of (Y − Ŷ)², (3.14), S0-032, S1-077, S3-034, S4-106.</summary>
    public static double MeanSquaredError(Matrix<double> Ŷ, Matrix<double> Y) => MeanLoss.Squared.Of(Ŷ, Y); // (3.14)

    /// <summary>2(Ŷ − Y) / (D·N), (3.14). // [D × N]</summary>
    public static Matrix<double> MeanSquaredErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        MeanLoss.Squared.Gradient(Ŷ, Y); // (3.14)

    /// <summary>The mean of |Y − Ŷ|, (3.15), S3-033.</summary>
    public static double MeanAbsoluteError(Matrix<double> Ŷ, Matrix<double> Y) => MeanLoss.Absolute.Of(Ŷ, Y); // (3.15)

    /// <summary>sign(Ŷ − Y) / (D·N), 0 at the kink, (3.15). // [D × N]</summary>
    public static Matrix<double> MeanAbsoluteErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) =>
        MeanLoss.Absolute.Gradient(Ŷ, Y); // (3.15)
}
