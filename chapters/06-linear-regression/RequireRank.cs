using MathNet.Numerics.LinearAlgebra;

namespace Reference.LinearModels;

/// <summary>Normal equations need features that are independent, and as many samples as weights.</summary>
internal static class RequireRank
{
    // The smallest singular value of unit-length rows, relative to the largest, that still counts: the product AAᵀ has
    // its square, 10⁻¹⁴.
    private const double Negligible = 1e-7;

    /// <summary>Centred samples of full rank.</summary>
    /// <param name="C">Samples less their mean, each row of length 1. // [D × N]</param>
    /// <exception cref="ArgumentException">Another rank; the message names it and the condition.</exception>
    internal static void Full(Matrix<double> C, string name)
    {
        Vector<double> σ = C.Svd(computeVectors: false).S;
        // With fewer samples than weights there are fewer singular values; the missing ones are 0.
        int rank = 1 + σ.Count(s => s > Negligible * σ[0]);
        string condition = σ.Count < C.RowCount || σ[^1] == 0 ? "∞" : $"{Math.Pow(σ[0] / σ[^1], 2):G3}";
        if (rank <= C.RowCount)
        {
            throw new ArgumentException(
                $"Expected normal equations of rank {C.RowCount + 1}, one for each of {C.RowCount} features and the "
                + $"bias; got rank {rank} from {C.ColumnCount} samples (condition number {condition}). "
                + "Features that are constant or sums of others leave the weights undetermined, "
                + "and so do fewer samples than weights; the pseudo-inverse picks the shortest.",
                name);
        }
    }
}
