using MathNet.Numerics.LinearAlgebra;

namespace Reference.LinearModels;

/// <summary>The weights of least mean squared error in one solve, without descent. S0-054, S2-093, S3-197.</summary>
public static class NormalEquations
{
    /// <summary>
    /// The smallest singular value of unit-length rows, relative to the largest, that still counts: its square, 10⁻¹⁴, is what the product AAᵀ sees.
    /// </summary>
    private const double Negligible = 1e-7;

    /// <summary>
    /// AAᵀ (W b)ᵀ = AYᵀ, (6.20), with A the samples over a row of ones. The rows of A are brought to length 1 first, so that units do not matter. S2-093.
    /// </summary>
    /// <param name="X">Samples. // [D × N]</param>
    /// <param name="Y">Targets. // [K × N]</param>
    /// <returns>W [K × D] and b [K × 1].</returns>
    /// <exception cref="ArgumentException">
    /// Singular equations (the message names rank and condition), or unequal numbers of samples.
    /// </exception>
    public static (Matrix<double> W, Matrix<double> B) Solve(Matrix<double> X, Matrix<double> Y)
    {
        Matrix<double> A = LinearEquations.WithOnes(X);
        Vector<double> length = A.RowNorms(2).Map(l => l > 0 ? l : 1);
        A = A.NormalizeRows(2);
        RefuseSingular(A, nameof(X));
        Matrix<double> solution = A.TransposeAndMultiply(A).Cholesky().Solve(A.TransposeAndMultiply(Y)).Transpose(); // (6.20)
        solution = solution.MapIndexed((_, d, w) => w / length[d]);
        return (solution.SubMatrix(0, Y.RowCount, 0, X.RowCount), solution.SubMatrix(0, Y.RowCount, X.RowCount, 1));
    }

    private static void RefuseSingular(Matrix<double> A, string name)
    {
        Vector<double> σ = A.Svd(computeVectors: false).S;
        // With fewer samples than weights there are fewer singular values; the missing ones are 0.
        int rank = σ.Count(s => s > Negligible * σ[0]);
        string condition = σ.Count < A.RowCount || σ[^1] == 0 ? "∞" : $"{Math.Pow(σ[0] / σ[^1], 2):G3}";
        if (rank < A.RowCount)
        {
            throw new ArgumentException(
                $"Expected normal equations of rank {A.RowCount}, one for each of {A.RowCount - 1} features and the bias; "
                + $"got rank {rank} from {A.ColumnCount} samples (condition number {condition}). "
                + "Features that are constant or sums of others leave the weights undetermined, "
                + "and so do fewer samples than weights; the pseudo-inverse picks the shortest.",
                name);
        }
    }
}
