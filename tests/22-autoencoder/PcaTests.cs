using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Autoencoders.Tests;

/// <summary>Principal components: loops, eigenvectors and singular values agree, and their laws hold.</summary>
public class PcaTests
{
    // Samples whose deviations along the axes of a random basis fall by 0.7.
    private static Matrix<double> Draw(RandomStream random, int D, int N) =>
        Toys.Ellipsoid(D, N, 0.7, random) + Matrix<double>.Build.Dense(D, 1, random.Normals(D)) * Matrices.Ones(1, N);

    // (22.1) (22.2) (22.6) (22.7) S3-238 S3-239
    [Property(MaxTest = 40)]
    public void Loops_eigenvectors_and_singular_values_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(5), N = D + 20, k = 1 + random.Below(D);
        Matrix<double> X = Draw(random, D, N);
        (Pca svd, Pca eigen) = (Pca.Of(X, k), PcaEquations.ByCovariance(X, k));
        Digits.Agree(svd.Mean, eigen.Mean, 12, 1);
        Digits.Agree(svd.Components, eigen.Components, 8);
        Digits.Agree(svd.Variances, eigen.Variances, 10);
        double[] μ = ScalarPca.Mean(X.ToArray());
        Digits.Agree(svd.Mean.ToColumnMajorArray(), μ, 12, 1);
        Matrix<double> centred = Matrix<double>.Build.DenseOfArray(ScalarPca.Centred(X.ToArray(), μ));
        Matrix<double> C = Matrix<double>.Build.DenseOfArray(ScalarPca.Covariance(centred.ToArray()));
        Digits.Agree(C, PcaEquations.Covariance(centred), 12);
        double[,] V = svd.Components.ToArray();
        double[] z = ScalarPca.Project(V, X.Column(0).ToArray(), μ), x̂ = ScalarPca.Reconstruct(V, z, μ);
        Digits.Agree(svd.Project(X).Column(0).ToArray(), z, 10, 1);
        Digits.Agree(svd.Reconstruct(svd.Project(X)).Column(0).ToArray(), x̂, 10, 1);
    }

    // (22.3) (22.4) (22.5): one direction after another, each the largest that is left.
    [Property(MaxTest = 20)]
    public void The_power_iteration_finds_the_components(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Toys.Ellipsoid(4, 60, 0.5, random);
        Pca pca = Pca.Of(X, 3);
        double[,] C = ScalarPca.Covariance(X.ToArray());
        var V = Matrix<double>.Build.DenseOfArray(ScalarPca.Components(C, 3, 400));
        for (int c = 0; c < 3; c++)
        {
            Assert.Equal(1, Math.Abs(V.Column(c) * pca.Components.Column(c)), 1e-8);
            Digits.Agree(pca.Variances[c], ScalarPca.Variance(C, V.Column(c).ToArray()), 8);
        }
    }

    // (22.7) (22.8): codes of a component have its eigenvalue as variance, two components are uncorrelated, and the
    // error is the sum of the eigenvalues that are left out; all D leave nothing.
    [Property(MaxTest = 30)]
    public void Codes_are_uncorrelated_and_the_error_is_what_is_left_out(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 2 + random.Below(4), k = 1 + random.Below(D);
        Matrix<double> X = Draw(random, D, D + 15);
        (Pca all, Pca pca) = (Pca.Of(X, D), PcaEquations.ByCovariance(X, k));
        Digits.Agree(
            Matrix<double>.Build.DiagonalOfDiagonalVector(pca.Variances), PcaEquations.Covariance(pca.Project(X)), 9);
        double left = D * DigitAutoencoders.Error(pca, X);
        Digits.Agree(PcaEquations.Left(all.Variances, k), left, 9, all.Variances.Sum());
        Digits.Agree(
            Matrix<double>.Build.DenseIdentity(k), pca.Components.TransposeThisAndMultiply(pca.Components), 10);
    }

    // (22.9) S4-172 S4-223: the statistics of the training set scale both sets.
    [Property(MaxTest = 20)]
    public void Standardized_training_samples_have_mean_0_and_deviation_1(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Draw(random, 3, 20), test = Draw(random, 3, 5);
        Matrix<double> μ = Matrix<double>.Build.DenseOfColumnArrays(ScalarPca.Mean(X.ToArray()));
        Matrix<double> s = PcaEquations.Covariance(X - μ * Matrices.Ones(1, 20)).Diagonal().PointwiseSqrt()
            .ToColumnMatrix();
        Matrix<double> scaled = PcaEquations.Standardized(X, μ, s);
        Digits.Agree(new double[3], ScalarPca.Mean(scaled.ToArray()), 12, 1);
        Digits.Agree(Matrices.Ones(3, 1), PcaEquations.Covariance(scaled).Diagonal().ToColumnMatrix(), 12);
        Digits.Agree(test.Column(2).ToArray(), [.. PcaEquations.Standardized(test, μ, s).Column(2).Index()
            .Select(v => v.Item * s[v.Index, 0] + μ[v.Index, 0])], 12);
    }

    // S4-169: a rotation keeps lengths; the angle of a subspace with itself turned is that of the turn.
    [Property(MaxTest = 20)]
    public void A_rotation_keeps_lengths_and_turns_subspaces(Seed seed)
    {
        RandomStream random = seed.Stream();
        double α = random.Uniform(0.1, 1.5);
        (double sin, double cos) = Math.SinCos(α);
        Matrix<double> R = Matrix<double>.Build.DenseOfArray(new[,] { { cos, -sin }, { sin, cos } });
        Matrix<double> X = Matrix<double>.Build.Dense(2, 5, random.Normals(10));
        Digits.Agree(X.ColumnNorms(2), (R * X).ColumnNorms(2), 12);
        Matrix<double> u = X.SubMatrix(0, 2, 0, 1).NormalizeColumns(2);
        Assert.Equal(α, PcaEquations.Angle(u, R * u), 1e-7);
    }

    [Fact]
    public void A_code_larger_than_the_input_is_refused()
    {
        Matrix<double> X = Matrix<double>.Build.Dense(3, 9, (i, n) => i * n % 5);
        Refuses(() => PcaEquations.ByCovariance(X, 4), "1 to 3", "got 4");
        Refuses(() => PcaEquations.ByCovariance(X, 0), "1 to 3", "got 0");
        Refuses(() => PcaEquations.ByCovariance(X * double.NaN, 1), "finite");
        Refuses(() => Pca.Of(X, 4), "1 to 3", "got 4");
    }
}
