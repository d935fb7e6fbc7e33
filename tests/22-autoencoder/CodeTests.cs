using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Autoencoders.Tests;

/// <summary>Clusters, anomalies and the curse of dimensionality.</summary>
public class CodeTests
{
    // (22.21) S3-173: a fixed point: every code is nearest to its centre, every centre the mean of its codes.
    [Property(MaxTest = 30)]
    public void Clusters_are_a_fixed_point(Seed seed)
    {
        RandomStream random = seed.Stream();
        int N = 5 + random.Below(30), K = 1 + random.Below(4);
        Matrix<double> Z = Matrix<double>.Build.Dense(2, N, random.Normals(2 * N));
        KMeans found = KMeans.Of(Z, K, random);
        double inertia = 0;
        for (int n = 0; n < N; n++)
        {
            double[] far = [.. found.Centres.EnumerateColumns().Select(c => (Z.Column(n) - c).L2Norm())];
            Assert.Equal(far.Min(), far[found.Labels[n]], 1e-12);
            inertia += far.Min() * far.Min();
        }

        Digits.Agree(inertia, found.Inertia, 12);
        foreach (var cluster in found.Labels.Index().GroupBy(label => label.Item))
        {
            Vector<double> mean = cluster.Select(label => Z.Column(label.Index)).Aggregate((a, b) => a + b)
                / cluster.Count();
            Digits.Agree(mean.ToArray(), found.Centres.Column(cluster.Key).ToArray(), 10, 1);
        }

        Assert.InRange(found.Inertia, 0, KMeans.Of(Z, 1, new(1)).Inertia * (1 + 1e-12));
    }

    // (22.21) S3-173: clusters far apart are found, whatever their order; purity by hand.
    [Fact]
    public void Separate_clusters_are_found()
    {
        LabelledPoints points = Blobs.Draw(new(1), new double[,] { { -9, 9, 0 }, { 0, 0, 9 } }, 90, 1);
        KMeans found = KMeans.Of(Matrix<double>.Build.DenseOfArray(points.X), 3, new(2));
        Assert.Equal(1, found.Purity(points.Labels));
        var by = new KMeans(Matrices.Ones(1, 2), [0, 0, 0, 1, 1], 0);
        Assert.Equal(0.8, by.Purity([7, 7, 3, 3, 3]), 1e-15);
        Refuses(() => KMeans.Of(Matrices.Ones(1, 2), 3, new(1)), "1 to 2", "got 3");
        Refuses(() => KMeans.Of(Matrices.Ones(1, 2) * double.NaN, 1, new(1)), "finite");
        Refuses(() => by.Purity([1]), "5");
    }

    // (22.22) S3-174 S4-174: planted outliers have the largest errors; the distance from a centre misses some.
    [Fact]
    public void Planted_outliers_are_found()
    {
        (Matrix<double> X, int[] labels) = Toys.Clusters(300, 30, new(7));
        Pca pca = PcaEquations.ByCovariance(X.SubMatrix(0, 10, 0, 300), 2);
        double[] errors = Anomalies.Errors(X, pca.Reconstruct(pca.Project(X)));
        Assert.Equal((X.Column(4) - pca.Reconstruct(pca.Project(X)).Column(4)).L2Norm(), errors[4], 1e-12);
        (RocCurve curve, double area) = Toys.Roc(errors, labels);
        Assert.InRange(area, 0.98, 1);
        KMeans clusters = KMeans.Of(X.SubMatrix(0, 10, 0, 300), 3, new(8));
        double[] far = [.. X.EnumerateColumns().Select(x =>
            clusters.Centres.EnumerateColumns().Min(c => (x - c).L2Norm()))];
        Assert.InRange(Toys.Roc(far, labels).Area, 0.6, area - 0.02);

        // The threshold of 99 % reports one ordinary sample in a hundred.
        double threshold = Anomalies.Threshold(errors[..300], 0.99);
        Assert.Equal(3, errors[..300].Count(e => e > threshold));
        Assert.InRange(errors[300..].Count(e => e > threshold), 27, 30);
        Assert.Equal(curve.Points[0], new RocPoint(double.PositiveInfinity, 0, 0));
        Assert.Equal(2.5, Anomalies.Threshold([4, 1, 3, 2], 0.5));
        Refuses(() => Anomalies.Threshold([], 0.5), "errors");
        Refuses(() => Anomalies.Threshold([1], 1.5), "1.5");
    }

    // S3-175: yes or no from a code of two numbers, by a feed-forward network with one output.
    [Fact]
    public void A_network_answers_yes_or_no_from_the_code()
    {
        (Matrix<double> X, int[] _) = Toys.Clusters(300, 0 + 3, new(7));
        X = X.SubMatrix(0, 10, 0, 300);
        Matrix<double> yes = Matrix<double>.Build.Dense(1, 300, (_, n) => n % 3 == 1 ? 1 : 0); // the second cluster
        Autoencoder autoencoder = Toys.Descend(X, 2, 300, 1);
        Matrix<double> Z = DigitAutoencoders.Codes(autoencoder, X);
        Sequential network = MultilayerPerceptron.Of(
            [2, 8, 1], width => new Relu(width), Initializers.He(new(2)));
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new Adam(network.Parameters, 0.05));
        trainer.Fit(new(new ColumnSamples(Z), new ColumnSamples(yes)), 20, 50, new(3));
        double right = trainer.Predict(Z).Row(0).Zip(yes.Row(0), (p, y) => p > 0.5 == (y > 0.5) ? 1.0 : 0).Average();
        Assert.InRange(right, 0.95, 1);
    }

    // (22.23) S4-201: falls with the points, ever more slowly in more dimensions; p → ∞ gives 1/√m.
    [Property(MaxTest = 30)]
    public void The_rate_falls_with_points_and_rises_with_dimensions(Seed seed)
    {
        RandomStream random = seed.Stream();
        double m = random.Uniform(2, 1e4), p = random.Uniform(0.5, 4), d = 1 + random.Below(50);
        Assert.True(ScalarDimensions.Rate(2 * m, p, d) < ScalarDimensions.Rate(m, p, d));
        Assert.True(ScalarDimensions.Rate(m, p, d + 1) > ScalarDimensions.Rate(m, p, d));
        Assert.True(ScalarDimensions.Rate(m, p + 1, d) < ScalarDimensions.Rate(m, p, d));
        Digits.Agree(1 / Math.Sqrt(m), ScalarDimensions.Rate(m, 1e12, d), 6);
        Digits.Agree(Math.Log(ScalarDimensions.Rate(m, p, d)) * (2 * p + d), -p * Math.Log(m), 10);
    }

    // (22.24) S4-200: distances concentrate.
    [Fact]
    public void Distances_concentrate_in_high_dimensions()
    {
        double[] contrasts = [.. new[] { 2, 10, 100, 1000 }.Select(d =>
            ScalarDimensions.Contrast(Toys.Distances(d, 500, new(5))))];
        Assert.All(contrasts.Zip(contrasts.Skip(1)), pair => Assert.True(pair.Second < pair.First / 1.5));
        Assert.Equal(3.0, ScalarDimensions.Contrast([2, 8, 5]), 1e-15);
    }
}
