using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Embeddings.Tests;

/// <summary>t-SNE: probabilities, gradient, and neighbours that stay together.</summary>
public class MapTests
{
    // (15.23) (15.24) (15.25) (15.26): P and Q are distributions, P has its perplexity, both are symmetric.
    [Property(MaxTest = 8)]
    public void P_and_Q_are_symmetric_distributions(Seed seed)
    {
        RandomStream random = seed.Stream();
        int N = 7 + random.Below(6);
        double[,] d = Tsne.Distances(EmbeddingTests.Normal(random, 3, N));
        double[] row = [.. Enumerable.Range(0, N).Select(j => d[0, j])];
        double[] p = ScalarTsne.Conditional(row, 0, ScalarTsne.Precision(row, 0, 2.5));
        Assert.Equal(2.5, ScalarTsne.Perplexity(p), 1e-9);
        Assert.Equal(0, p[0]);
        Assert.Equal(4, ScalarTsne.Perplexity([0.25, 0.25, 0.25, 0.25, 0]), 1e-12);
        foreach (double[,] P in new[]
            { ScalarTsne.Joint(d, 2.5), ScalarTsne.Similarities(EmbeddingTests.Normal(random, 2, N).ToArray()) })
        {
            Assert.Equal(1, P.Cast<double>().Sum(), 1e-12);
            Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(P);
            Assert.Equal(matrix, matrix.Transpose());
            Assert.All(matrix.Diagonal(), v => Assert.Equal(0, v));
        }
    }

    // (15.27) (15.28) S1-184: the gradient by hand is the numerical one; the fast form has it too, and its loss.
    [Property(MaxTest = 4)]
    public void The_gradient_is_the_numerical_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = EmbeddingTests.Normal(random, 3, 8);
        double[,] P = ScalarTsne.Joint(Tsne.Distances(X), 2), y = EmbeddingTests.Normal(random, 2, 8).ToArray();
        GradientCheck.Smooth(
            map => ScalarTsne.Divergence(P, ScalarTsne.Similarities(map)), y, ScalarTsne.Gradient(P, y))
                .ThrowIfFailed();

        var tsne = new Tsne(X, 2);
        tsne.Run(20);
        double[,] expected = ScalarTsne.Gradient(P, tsne.Map.ToArray());
        Near(
            Matrix<double>.Build.DenseOfArray(expected), Matrix<double>.Build.Dense(2, 8, [.. tsne.Gradient(1)]));
        Assert.Equal(
            ScalarTsne.Divergence(P, ScalarTsne.Similarities(tsne.Map.ToArray())), tsne.Divergence(), 1e-12);
    }

    // (15.27): from the same samples the same map; distances are those of the columns.
    [Fact]
    public void A_map_is_the_same_every_time()
    {
        Matrix<double> X = EmbeddingTests.Normal(new RandomStream(1), 5, 20);
        Tsne a = new(X, 5), b = new(X, 5);
        a.Run(60);
        b.Run(60);
        Assert.Equal(a.Map, b.Map);
        Assert.Equal((X.Column(3) - X.Column(7)).L2Norm(), Math.Sqrt(Tsne.Distances(X)[3, 7]), 1e-12);
        Refuses(() => _ = new Tsne(X, 7), "third", "19", "7");
        Refuses(() => _ = new Tsne(X, 0.5), "from 1", "0.5");
        Refuses(() => _ = new Tsne(X.SubMatrix(0, 5, 0, 3), 1), "2 samples");
        Refuses(() => _ = new Tsne(X * double.NaN), "finite");
    }

    // S0-168: two neighbours of three share the label by hand; drawn digits stay together on the map, better than by
    // PCA.
    [Fact]
    public void Digits_of_a_label_stay_together()
    {
        Assert.Equal(0.75, Tsne.SameLabel(
            Matrix<double>.Build.DenseOfRowArrays([0, 1, 2.5, 3.6], [0, 0, 0, 0]), [0, 0, 1, 0], 1) + 0.25, 1e-12);
        DigitMap map = MapFigures.Drawn;
        Assert.True(map.Tsne > 0.8, $"{map.Tsne}");
        Assert.True(map.Tsne > map.Pca + 0.2, $"{map.Tsne}, {map.Pca}");
    }

    // S0-168: 1,000 real digits.
    [Fact]
    public void Real_digits_stay_together()
    {
        string folder = RealData.At("mnist");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1", "Takes seconds: REFERENCE_LONG_RUN=1");
        DigitMap map = DigitMap.Of(folder, 1000, 750);
        Assert.True(map.Tsne > 0.7, $"{map.Tsne}"); // by chance 0.1; of the pixels 0.74
        Assert.True(map.Tsne > map.Pca + 0.3, $"{map.Tsne}, {map.Pca}");
    }
}
