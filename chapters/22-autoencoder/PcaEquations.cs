using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Principal components by the eigenvectors of the covariance, and their errors. S3-238.</summary>
public static class PcaEquations
{
    /// <summary>C = (1/N) X Xᵀ of centred columns. // X [D × N] → [D × D]</summary>
    public static Matrix<double> Covariance(Matrix<double> X) => X.TransposeAndMultiply(X) / X.ColumnCount; // (22.2)

    /// <summary>The first k components of N ≥ 1 finite samples by the eigenvectors of their covariance: for D smaller
    /// than N this is less work than the singular values of <see cref="Pca.Of"/>. // X [D × N], 1 ≤ k ≤ D</summary>
    /// <exception cref="ArgumentOutOfRangeException">k &lt; 1 or k &gt; D.</exception>
    public static Pca ByCovariance(Matrix<double> X, int k)
    {
        RequireMatrix.Finite(X);
        if (k < 1 || k > X.RowCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(k), $"Expected a code of 1 to {X.RowCount} numbers for samples of {X.RowCount}; got {k}.");
        }

        Matrix<double> μ = X * Matrices.Ones(X.ColumnCount, 1) / X.ColumnCount; // (22.1)
        Matrix<double> C = Covariance(X - μ * Matrices.Ones(1, X.ColumnCount));
        var eigen = C.Evd(Symmetricity.Symmetric); // (22.7), eigenvalues rising
        int D = X.RowCount;
        return new(
            μ, Matrix<double>.Build.DenseOfColumnVectors(
                Enumerable.Range(1, k).Select(c => Pca.Signed(eigen.EigenVectors.Column(D - c)))),
            Vector<double>.Build.Dense(k, c => Math.Max(0, eigen.EigenValues[D - 1 - c].Real)));
    }

    /// <summary>The mean of ‖x − x̂‖² that k components leave: the sum of the other eigenvalues. // λ [D]</summary>
    public static double Left(Vector<double> λ, int k) => λ.Skip(k).Sum(); // (22.8)

    /// <summary>(x − μ)/s, as <c>StandardScaler</c>: mean 0 and deviation 1 on the samples that give μ and s.
    /// S4-172, S4-223. // X [D × N], μ, s [D × 1]</summary>
    public static Matrix<double> Standardized(Matrix<double> X, Matrix<double> μ, Matrix<double> s) =>
        (X - μ * Matrices.Ones(1, X.ColumnCount)).PointwiseDivide(s * Matrices.Ones(1, X.ColumnCount)); // (22.9)

    /// <summary>The largest angle between two subspaces, in radians, from orthonormal bases.
    /// // U, V [D × k]</summary>
    public static double Angle(Matrix<double> U, Matrix<double> V) =>
        Math.Asin(Math.Min(1, (U - V * V.TransposeThisAndMultiply(U)).L2Norm()));
}
