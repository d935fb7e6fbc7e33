using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>The weights of least mean squared error in one solve, without descent.</summary>
public static class NormalEquations
{
    /// <summary>AAᵀ (W b)ᵀ = AYᵀ, (6.20), S0-054, S2-093, S3-197, with A the samples over a row of ones. Its last row
    /// is b = ȳ − W x̄; what is left are the equations of X − x̄1ᵀ, which keep their digits far from the origin. Their
    /// rows are brought to length 1, so that units do not matter. // X: [D × N], Y: [K × N], W: [K × D], b: [K × 1]
    /// </summary>
    /// <exception cref="ArgumentException">Singular equations (the message names rank and condition), unequal numbers
    /// of samples, or a number in X that is not finite.</exception>
    public static (Matrix<double> W, Matrix<double> B) Solve(Matrix<double> X, Matrix<double> Y)
    {
        RequireMatrix.Finite(X);
        Matrix<double> x̄ = Mean(X), ȳ = Mean(Y), C = Centred(X), lengths = Lengths(X, C);
        C = C.MapIndexed((d, _, v) => v / lengths[d, 0]);
        RequireRank.Full(C, nameof(X));
        Matrix<double> W = C.TransposeAndMultiply(C).Cholesky().Solve(C.TransposeAndMultiply(Centred(Y)))
            .Transpose(); // (6.20)
        W = W.MapIndexed((_, d, w) => w / lengths[d, 0]);
        return (W, ȳ - W * x̄); // (6.20)
    }

    private static Matrix<double> Mean(Matrix<double> X) => (X.RowSums() / X.ColumnCount).ToColumnMatrix();

    private static Matrix<double> Centred(Matrix<double> X) => X - Mean(X) * Matrices.Ones(1, X.ColumnCount);

    // ∞ for a row that differs from its mean by the rounding of the mean only: such a feature is constant.
    private static Matrix<double> Lengths(Matrix<double> X, Matrix<double> C)
    {
        Vector<double> whole = X.RowNorms(2);
        double rounding = X.ColumnCount * (Math.BitIncrement(1.0) - 1);
        return C.RowNorms(2).MapIndexed((d, l) => l > rounding * whole[d] ? l : double.PositiveInfinity)
            .ToColumnMatrix();
    }
}
