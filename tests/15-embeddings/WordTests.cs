using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Embeddings.Tests;

/// <summary>Windows, counts, GloVe, noise, n-grams, similarity and neighbours.</summary>
public class WordTests
{
    private static readonly Golden PyTorch = Golden.Read("15-embeddings");

    // (15.3) S0-155: 2kn − k(k+1) pairs; each is there both ways round.
    [Property]
    public void A_window_has_its_number_of_pairs(Seed seed)
    {
        RandomStream random = seed.Stream();
        int k = 1 + random.Below(5), n = k + 1 + random.Below(9);
        (int, int)[] pairs = [.. ContextWindow.Pairs([.. Enumerable.Range(0, n)], k)];
        Assert.Equal(ContextWindow.Count(n, k), pairs.Length);
        Assert.Equal(pairs.Select(p => (p.Item2, p.Item1)).Order(), pairs.Order());
        Assert.All(pairs, p => Assert.InRange(Math.Abs(p.Item1 - p.Item2), 1, k));
    }

    // (15.6) (15.7) S0-166: X is symmetric, its sum is the pairs; words without relation have PMI 0.
    [Fact]
    public void Counts_are_symmetric_and_PMI_compares_them_with_chance()
    {
        double[,] X = ScalarCounts.CoOccurrence([[0, 1, 2, 0], [2, 1]], 3, 2);
        Assert.Equal([0.0, 2, 2, 2, 0, 2, 2, 2, 0], X.Cast<double>());
        Matrix<double> independent = Matrices.Column(1, 2, 3) * Matrices.Column(2, 1, 1).Transpose();
        Assert.All(ScalarCounts.Ppmi(independent.ToArray()).Cast<double>(), v => Assert.Equal(0, v, 1e-15));
        double[,] P = ScalarCounts.Ppmi(new double[,] { { 0, 3 }, { 3, 4 } });
        Assert.Equal(0, P[0, 0]);
        Assert.Equal(Math.Log(3 * 10 / 21.0), P[0, 1], 1e-14);
        Assert.Equal(0, P[1, 1]); // ln(4 · 10 / 49) < 0
        Assert.Empty(ContextWindow.Pairs([7], 3));
    }

    // (15.8): all dimensions give M's inner products; fewer the best approximation.
    [Fact]
    public void Count_vectors_have_the_products_of_the_matrix()
    {
        Matrix<double> A = EmbeddingTests.Normal(new RandomStream(1), 4, 4), P = A * A.Transpose();
        Matrix<double> all = CountVectors.Of(P, 4), two = CountVectors.Of(P, 2);
        Near(P, all.Transpose() * all);
        Assert.Equal(
            P.Svd().S.SubVector(2, 2).L2Norm(), (P - two.Transpose() * two).FrobeniusNorm(), 1e-10);
        Refuses(() => CountVectors.Of(P, 5), "1 to 4", "got 5");
        Refuses(() => CountVectors.Of(P, 0), "1 to 4", "got 0");
    }

    // (15.19) (15.20) (15.21) S0-166 S1-177: below and above the cap of the weight.
    [Theory]
    [InlineData(7)]
    [InlineData(250)]
    public void A_cell_of_GloVe_matches_PyTorch(double x)
    {
        double[] Fill(string name, int n = 5) => HashFill.Values($"15-embeddings/glove.{name}", n);
        (double[] w, double[] context, double b, double c) =
            (Fill("w"), Fill("context"), Fill("b", 1)[0], Fill("c", 1)[0]);
        PyTorch.Agrees($"glove.{x}.loss", [ScalarGlove.Loss(w, context, b, c, x)]);
        double g = ScalarGlove.Derivative(w, context, b, c, x);
        PyTorch.Agrees($"glove.{x}.dw", [.. context.Select(v => g * v)]);
        PyTorch.Agrees($"glove.{x}.dcontext", [.. w.Select(v => g * v)]);
        PyTorch.Agrees($"glove.{x}.db", [g]);
        PyTorch.Agrees($"glove.{x}.dc", [g]);
    }

    // (15.19) (15.21) S1-177: the loss falls to a thousandth on counts whose logarithms are products of vectors.
    [Fact]
    public void GloVe_fits_the_logarithms_of_counts()
    {
        var random = new RandomStream(3);
        Matrix<double> A = EmbeddingTests.Normal(random, 3, 8);
        double[,] X = (A.Transpose() * A + 3).PointwiseExp().ToArray();
        var glove = new Glove(X, 4, random);
        double[] losses = [.. Enumerable.Range(0, 1000).Select(_ => glove.Epoch(0.1, random))];
        Assert.True(losses[^1] < 1e-3 * losses[0], $"{losses[0]}, {losses[^1]}");
        Assert.Equal((4, 8), (glove.Vectors.RowCount, glove.Vectors.ColumnCount));
        Refuses(() => _ = new Glove(new double[2, 2], 2, random), "positive", "[2 × 2]");
        Refuses(() => _ = new Glove(new double[1, 2], 2, random), "[1 × 2]");
        Refuses(() => _ = new Glove(new double[,] { { -1 } }, 2, random), "none negative");
        Refuses(() => _ = new Glove(new[,] { { double.NaN } }, 2, random), "finite");
        Refuses(() => _ = new Glove(new double[,] { { 1 } }, 0, random), "dimension");
    }

    // (15.16) (15.17) S1-176: the square root, and the exponent ¾ between f and 1.
    [Fact]
    public void Frequent_words_are_kept_and_drawn_more_rarely()
    {
        Assert.Equal(0.1, WordSampling.KeepProbability(0.1, 1e-3), 1e-15);
        Assert.Equal(1, WordSampling.KeepProbability(1e-4, 1e-3));
        double[] noise = WordSampling.Noise([16, 1, 0]);
        Assert.Equal([8 / 9.0, 1 / 9.0, 0], noise, (a, b) => Math.Abs(a - b) < 1e-14);
        int[] ids = [.. Enumerable.Range(0, 20_000).Select(t => t % 10 == 0 ? 1 : 0)];
        int[] kept = WordSampling.Kept(ids, [18_000, 2_000], 0.025, new RandomStream(1));
        Assert.InRange(kept.Count(v => v == 0), 2800, 3200); // 18,000 · √(0.025/0.9) = 3,000
        Assert.InRange(kept.Count(v => v == 1), 900, 1100); // 2,000 · ½
        Refuses(() => WordSampling.Kept(ids, [1, 1], 0, new RandomStream(1)), "t", "0");
    }

    // (15.18): the cells hold the distribution exactly, draws follow it, outcomes of weight 0 never come.
    [Property(MaxTest = 30)]
    public void An_alias_table_holds_its_distribution(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] weights = [.. Enumerable.Range(0, 1 + random.Below(12)).Select(_ =>
            random.Below(4) == 0 ? 0 : random.Uniform())];
        weights[random.Below(weights.Length)] += 1;
        var table = new AliasTable(weights);
        Assert.All(weights.Index(), w => Assert.Equal(
            w.Item / weights.Sum(), table.Probability(w.Index), 1e-14));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.True(weights[table.Draw(random)] > 0));
    }

    // (15.18): 20,000 draws of (1, 2, 5)/8 within four standard deviations.
    [Fact]
    public void Draws_follow_the_table()
    {
        var random = new RandomStream(1);
        var table = new AliasTable([1, 2, 5]);
        int[] drawn = [.. Enumerable.Range(0, 20_000).Select(_ => table.Draw(random))];
        Assert.All(new[] { 1, 2, 5 }.Index(), w => Assert.Equal(
            w.Item / 8.0, drawn.Count(v => v == w.Index) / 20_000.0, 4 * Math.Sqrt(0.25 / 20_000)));
        Refuses(() => _ = new AliasTable([1, -1]), "at least 0");
        Refuses(() => _ = new AliasTable([0, 0]), "positive");
        Refuses(() => _ = new AliasTable([]), "positive");
        Refuses(() => _ = new AliasTable([1, double.NaN]), "finite");
    }

    // (15.22) S1-178: a known word has an id besides its n-grams; a new word shares some of them.
    [Fact]
    public void A_word_is_its_n_grams()
    {
        Assert.Equal(
            ["<ca", "cat", "at>", "<cat", "cat>", "<cat>"], Subwords.Grams("cat"));
        Assert.Equal(14, Subwords.Grams("where").Count());
        var parts = new Subwords(10, 1000);
        Assert.Equal(7, parts.Of("cat", 3).Length);
        Assert.Equal(parts.Of("cat"), parts.Of("cat", 3)[1..]);
        Assert.All(parts.Of("cat"), id => Assert.InRange(id, 10, parts.Count - 1));
        Assert.True(parts.Of("cats").Intersect(parts.Of("cat")).Count() >= 3);
        Refuses(() => parts.Of("cat", 10), "id");
        Refuses(() => parts.Of(""));
        Refuses(() => _ = new Subwords(0, 5), "words");
        Refuses(() => _ = new Subwords(5, 0), "buckets");
    }

    // (15.4) S1-189: a·b = |a||b| cos θ, whatever the lengths; at right angles 0.
    [Property]
    public void A_cosine_ignores_lengths(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(6);
        (double[] a, double[] b) = (random.Normals(D), random.Normals(D));
        double cos = ScalarSimilarity.Cosine(a, b), s = random.Uniform(0.1, 9);
        Assert.InRange(cos, -1 - 1e-12, 1 + 1e-12);
        Assert.Equal(cos, ScalarSimilarity.Cosine([.. a.Select(v => s * v)], b), 1e-12);
        Assert.Equal(-cos, ScalarSimilarity.Cosine([.. a.Select(v => -v)], b), 1e-12);
        Assert.Equal(0, ScalarSimilarity.Cosine([1, 0, 2], [0, 5, 0]));
        WordVectors vectors = new(["a", "b"], Matrix<double>.Build.DenseOfColumnArrays(a, b));
        Assert.Equal(cos, vectors.Cosine("a", "b"), 1e-12);
    }

    // (15.5) S0-154 S1-190 S1-191 S2-225: two offsets, and no answer may be one of the question's words.
    [Fact]
    public void An_analogy_is_a_parallelogram()
    {
        var vectors = new WordVectors(
            ["man", "woman", "king", "queen", "rome", "italy", "paris", "france", "apple"],
            Matrix<double>.Build.DenseOfColumnArrays(
                [1, 0, 0, 0], [1, 0, 0, 1], [1, 1, 0, 0], [1, 1, 0, 1], [0, 0, 1, 0.5], [-1, 0, 1, 0.5],
                [0, -0.5, 1, 0], [-1, -0.5, 1, 0], [0, 1, -3, 0]));
        Assert.Equal("queen", vectors.Analogy("man", "king", "woman"));
        Assert.Equal("france", vectors.Analogy("rome", "italy", "paris"));
        Assert.Equal("woman", vectors.Nearest("man", 1)[0].Word); // as near as king; the first of equals
        Assert.Equal(["woman", "king"], vectors.Nearest("man", 2).Select(n => n.Word));
        Assert.All(vectors.Unit.ColumnNorms(2), norm => Assert.Equal(1, norm, 1e-14)); // S1-185
        Refuses(() => vectors.Nearest("pear", 1), "9 words", "pear");
        Refuses(() => _ = new WordVectors(["a", "a"], Matrix<double>.Build.Dense(2, 2, 1)), "once", "a");
        Refuses(() => _ = new WordVectors(["a", "b"], Matrix<double>.Build.DenseIdentity(2) * 0), "other than 0");
        Refuses(() => _ = new WordVectors(["a"], Matrix<double>.Build.Dense(2, 2, 1)), "2 vectors", "1");
        Refuses(() => ContextWindow.Pairs([1, 2], 0).Count(), "at least 1", "got 0");
    }
}
