using MathNet.Numerics.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// The directions of largest variance of samples, by the singular value decomposition of the centred columns.
/// </summary>
/// <param name="Mean">// [D × 1]</param>
/// <param name="Components">Orthonormal columns by falling variance; the entry of largest size in each, the first of
/// equals, is positive. // [D × K]</param>
/// <param name="Variances">The eigenvalues of the covariance (1/N) X Xᵀ of centred samples. // [K]</param>
public sealed record Pca(Matrix<double> Mean, Matrix<double> Components, Vector<double> Variances)
{
    /// <summary>The first K components of N ≥ 1 finite samples, 1 ≤ K ≤ min(D, N). // X [D × N]</summary>
    public static Pca Of(Matrix<double> X, int components)
    {
        RequireMatrix.Finite(X);
        int most = Math.Min(X.RowCount, X.ColumnCount);
        if (components < 1 || components > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(components), $"Expected 1 to {most} components of {X.RowCount} × {X.ColumnCount} samples; "
                    + $"got {components}.");
        }

        int N = X.ColumnCount;
        Matrix<double> mean = X * Matrices.Ones(N, 1) / N;
        var svd = (X - mean * Matrices.Ones(1, N)).Svd();
        Matrix<double> U = svd.U.SubMatrix(0, X.RowCount, 0, components);
        U = Matrix<double>.Build.DenseOfColumnVectors(U.EnumerateColumns().Select(Signed));
        return new(mean, U, svd.S.SubVector(0, components).PointwisePower(2) / N);
    }

    /// <summary>The coordinates of samples along the components. // X [D × N] → [K × N]</summary>
    public Matrix<double> Project(Matrix<double> X) =>
        Components.TransposeThisAndMultiply(X - Mean * Matrices.Ones(1, X.ColumnCount));

    /// <summary>The samples with these coordinates. // Z [K × N] → [D × N]</summary>
    public Matrix<double> Reconstruct(Matrix<double> Z) => Components * Z + Mean * Matrices.Ones(1, Z.ColumnCount);

    /// <summary>A component or its opposite: the first of all entries that are as large as any, up to rounding, is
    /// positive.</summary>
    public static Vector<double> Signed(Vector<double> u) =>
        u.Find(v => Math.Abs(v) >= u.InfinityNorm() * (1 - 1e-9)).Item2 < 0 ? -u : u;
}
