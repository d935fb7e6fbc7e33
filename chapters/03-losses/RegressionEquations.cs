using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The regression losses on whole batches, one line an equation. Means are over all elements, as PyTorch's are.</summary>
public static class RegressionEquations
{
    /// <summary>Σ (Y − Ŷ)², (3.21), S2-077.</summary>
    /// <param name="Ŷ">Predictions, one sample a column. // [D × N]</param>
    /// <param name="Y">Targets. // [D × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a number that is not finite.</exception>
    public static double SumOfSquares(Matrix<double> Ŷ, Matrix<double> Y) => Sum(Residual(Ŷ, Y).PointwisePower(2)); // (3.21)

    /// <summary>2(Ŷ − Y), (3.21).</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static Matrix<double> SumOfSquaresGradient(Matrix<double> Ŷ, Matrix<double> Y) => 2 * Residual(Ŷ, Y); // (3.21)

    /// <summary>½ Σ (Y − Ŷ)², (3.22), S1-079, S1-086.</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static double HalfSumOfSquares(Matrix<double> Ŷ, Matrix<double> Y) => 0.5 * SumOfSquares(Ŷ, Y); // (3.22)

    /// <summary>Ŷ − Y, (3.22).</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static Matrix<double> HalfSumOfSquaresGradient(Matrix<double> Ŷ, Matrix<double> Y) => Residual(Ŷ, Y); // (3.22)

    /// <summary>The mean of (Y − Ŷ)², (3.23), S0-032, S1-077, S3-034, S4-106.</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static double MeanSquaredError(Matrix<double> Ŷ, Matrix<double> Y) => SumOfSquares(Ŷ, Y) / Count(Y); // (3.23)

    /// <summary>2(Ŷ − Y) / (D·N), (3.23).</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static Matrix<double> MeanSquaredErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) => 2 * Residual(Ŷ, Y) / Count(Y); // (3.23)

    /// <summary>Half the mean of (Y − Ŷ)², (3.24), S1-087.</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static double HalfMeanSquaredError(Matrix<double> Ŷ, Matrix<double> Y) => SumOfSquares(Ŷ, Y) / (2 * Count(Y)); // (3.24)

    /// <summary>(Ŷ − Y) / (D·N), (3.24).</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static Matrix<double> HalfMeanSquaredErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) => Residual(Ŷ, Y) / Count(Y); // (3.24)

    /// <summary>The mean of |Y − Ŷ|, (3.25), S3-033.</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static double MeanAbsoluteError(Matrix<double> Ŷ, Matrix<double> Y) => Sum(Residual(Ŷ, Y).PointwiseAbs()) / Count(Y); // (3.25)

    /// <summary>sign(Ŷ − Y) / (D·N), 0 at the kink, (3.25).</summary>
    /// <inheritdoc cref="SumOfSquares"/>
    public static Matrix<double> MeanAbsoluteErrorGradient(Matrix<double> Ŷ, Matrix<double> Y) => Residual(Ŷ, Y).PointwiseSign() / Count(Y); // (3.25)

    /// <summary>The mean Huber loss. With c = min(|r|, δ) both branches are one line: c(|r| − ½c), (3.26), S3-037.</summary>
    /// <param name="Ŷ">Predictions, one sample a column. // [D × N]</param>
    /// <param name="Y">Targets. // [D × N]</param>
    /// <param name="δ">Where the parabola becomes a line, above 0.</param>
    /// <exception cref="ArgumentException">Different shapes, δ ≤ 0, or a number that is not finite.</exception>
    public static double Huber(Matrix<double> Ŷ, Matrix<double> Y, double δ)
    {
        Require.Positive(δ);
        Matrix<double> r = Residual(Ŷ, Y).PointwiseAbs();
        Matrix<double> c = r.PointwiseMinimum(δ);
        return Sum(c.PointwiseMultiply(r - 0.5 * c)) / Count(Y); // (3.26)
    }

    /// <summary>The residual cut off at ±δ, / (D·N), (3.26).</summary>
    /// <inheritdoc cref="Huber"/>
    public static Matrix<double> HuberGradient(Matrix<double> Ŷ, Matrix<double> Y, double δ)
    {
        Require.Positive(δ);
        return Residual(Ŷ, Y).PointwiseMinimum(δ).PointwiseMaximum(-δ) / Count(Y); // (3.26)
    }

    /// <summary>The mean smooth absolute error: Huber's with δ = β, divided by β, (3.27), S3-036.</summary>
    /// <param name="Ŷ">Predictions, one sample a column. // [D × N]</param>
    /// <param name="Y">Targets. // [D × N]</param>
    /// <param name="β">How far from 0 the kink is rounded off, above 0.</param>
    /// <exception cref="ArgumentException">Different shapes, β ≤ 0, or a number that is not finite.</exception>
    public static double SmoothL1(Matrix<double> Ŷ, Matrix<double> Y, double β) => Huber(Ŷ, Y, Above0(β)) / β; // (3.27)

    /// <summary>Huber's gradient with δ = β, divided by β, (3.27).</summary>
    /// <inheritdoc cref="SmoothL1"/>
    public static Matrix<double> SmoothL1Gradient(Matrix<double> Ŷ, Matrix<double> Y, double β) => HuberGradient(Ŷ, Y, Above0(β)) / β; // (3.27)

    private static double Above0(double β)
    {
        Require.Positive(β);
        return β;
    }

    private static Matrix<double> Residual(Matrix<double> Ŷ, Matrix<double> Y)
    {
        Targets.Pair(Ŷ, Y, nameof(Ŷ), nameof(Y));
        return Ŷ - Y;
    }

    private static double Sum(Matrix<double> X) => X.ColumnSums().Sum();

    private static double Count(Matrix<double> Y) => Y.RowCount * Y.ColumnCount;
}
