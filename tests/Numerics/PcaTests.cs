using MathNet.Numerics.LinearAlgebra;
using Reference.Testing;
using static Reference.Testing.BadInput;

namespace Reference.Numerics.Tests;

public class PcaTests
{
    private static Matrix<double> Samples(RandomStream random)
    {
        int D = 1 + random.Below(5), N = D + 1 + random.Below(6);
        Matrix<double> mix = Matrix<double>.Build.Dense(D, D, random.Normals(D * D));
        return mix * Matrix<double>.Build.Dense(D, N, random.Normals(D * N)) + 3;
    }

    private static Matrix<double> Covariance(Matrix<double> X)
    {
        Matrix<double> C = X - X.RowSums().ToColumnMatrix() * Matrices.Ones(1, X.ColumnCount) / X.ColumnCount;
        return C * C.Transpose() / X.ColumnCount;
    }

    [Property(MaxTest = 50)]
    public void Projections_have_the_eigenvalues_of_the_covariance_as_variances(Seed seed)
    {
        Matrix<double> X = Samples(seed.Stream());
        int D = X.RowCount;
        var pca = Pca.Of(X, D);
        Matrix<double> covariance = Covariance(X);
        double[] eigenvalues = [.. covariance.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).Reverse()];
        double tolerance = 1e-12 * (1 + eigenvalues[0]);
        Assert.Equal(eigenvalues, pca.Variances, (a, b) => Math.Abs(a - b) < tolerance);
        Matrix<double> projected = Covariance(pca.Project(X)); // diagonal: uncorrelated
        Assert.True((projected - Matrix<double>.Build.DiagonalOfDiagonalVector(pca.Variances)).L2Norm() < tolerance);
        Assert.True((pca.Components.Transpose() * pca.Components - Matrix<double>.Build.DenseIdentity(D)).L2Norm()
            < 1e-12);
    }

    [Property(MaxTest = 50)]
    public void The_reconstruction_error_is_the_sum_of_the_discarded_variances(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Samples(random);
        int K = 1 + random.Below(X.RowCount);
        Pca pca = Pca.Of(X, K), all = Pca.Of(X, X.RowCount);
        double error = Math.Pow((pca.Reconstruct(pca.Project(X)) - X).FrobeniusNorm(), 2) / X.ColumnCount;
        Assert.Equal(all.Variances.Skip(K).Sum(), error, 1e-11 * (1 + all.Variances[0]));
    }

    [Property(MaxTest = 50)]
    public void Signs_do_not_depend_on_the_sign_or_the_order_of_the_samples(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Samples(random);
        int[] order = [.. Enumerable.Range(0, X.ColumnCount)];
        random.Shuffle(order.AsSpan());
        Pca pca = Pca.Of(X, 1), other = Pca.Of(-Matrix<double>.Build.DenseOfColumnVectors(order.Select(X.Column)), 1);
        double apart = X.RowCount == 1 ? 1
            : Pca.Of(X, 2).Variances is var v ? 1 - v[1] / v[0] : 0; // directions blur where two variances meet
        Assert.True((pca.Components - other.Components).L2Norm() < 1e-11 / apart);
        Assert.Equal(pca.Components.Column(0).AbsoluteMaximum(), pca.Components.Column(0).Maximum(), 1e-8);
    }

    [Fact]
    public void Points_on_a_line_have_one_component()
    {
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { -2, -4, -6 } });
        var pca = Pca.Of(X, 2);
        Assert.Equal([-1 / Math.Sqrt(5), 2 / Math.Sqrt(5)], pca.Components.Column(0), (a, b) =>
            Math.Abs(a - b) < 1e-12);
        Assert.Equal([10.0 / 3, 0], pca.Variances, (a, b) => Math.Abs(a - b) < 1e-12); // 2/3 (1 + 4)
        Assert.Equal([2, -4], pca.Mean.Column(0));
    }

    [Fact]
    public void More_components_than_dimensions_or_samples_are_refused()
    {
        Matrix<double> X = Matrix<double>.Build.Dense(3, 2, (d, n) => d + n);
        Refuses(() => Pca.Of(X, 3), "1 to 2 components", "3 × 2", "3");
        Refuses(() => Pca.Of(X, 0), "0");
        X[1, 1] = double.NaN;
        Refuses(() => Pca.Of(X, 1), "finite");
    }
}
