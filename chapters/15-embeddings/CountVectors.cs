using MathNet.Numerics.LinearAlgebra;

namespace Reference.Embeddings;

/// <summary>Word vectors by counting alone: the best approximation of the PPMI matrix of rank D. S0-160, S0-166.
/// </summary>
public static class CountVectors
{
    /// <summary>√Σ Uᵀ of M ≈ U Σ Vᵀ, (15.8). // M [V × V] → [D × V]</summary>
    public static Matrix<double> Of(Matrix<double> M, int dimension)
    {
        if (dimension < 1 || dimension > M.RowCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimension), $"Expected 1 to {M.RowCount} dimensions; got {dimension}.");
        }

        var svd = M.Svd();
        Matrix<double> Σ = Matrix<double>.Build.DenseOfDiagonalVector(svd.S.SubVector(0, dimension));
        return Σ.PointwiseSqrt() * svd.U.SubMatrix(0, M.RowCount, 0, dimension).Transpose(); // (15.8)
    }
}
