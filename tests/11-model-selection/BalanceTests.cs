using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.ModelSelection.Tests;

/// <summary>Class weights, copies, and copies across a split.</summary>
public class BalanceTests
{
    private static Matrix<double> OneHot(int[] labels, int K) =>
        Matrix<double>.Build.Dense(K, labels.Length, (k, n) => labels[n] == k ? 1 : 0);

    // (11.13) S3-232: three of class 0 and one of class 1.
    [Fact]
    public void Weights_by_hand()
    {
        Assert.Equal([2.0 / 3, 2], ScalarBalance.Weights([0, 0, 1, 0], 2));
        Assert.Equal(4.0, ScalarBalance.WeightedMean([1, 2, 7, 0], [0, 0, 1, 0], [2.0 / 3, 2]), 1e-12); // (1 + 7)/2
        Assert.Equal(2.5, ScalarBalance.WeightedMean([1, 2, 7, 0], [0, 0, 1, 0], [1, 1]), 1e-12);
    }

    // (11.13) S3-232: over any labels the classes weigh the same in all, and the weights of the samples sum to N.
    [Property(MaxTest = 50)]
    public void Every_class_weighs_the_same(Seed seed)
    {
        RandomStream random = seed.Stream();
        int K = 2 + random.Below(3);
        int[] labels = [.. Enumerable.Range(0, K), .. Enumerable.Range(0, random.Below(20))
            .Select(_ => random.Below(K))];
        double[] w = ScalarBalance.Weights(labels, K);
        Assert.All(Enumerable.Range(0, K), c =>
            Assert.Equal((double)labels.Length / K, labels.Where(y => y == c).Sum(y => w[y]), 1e-10));
        Assert.Equal(labels.Length, labels.Sum(y => w[y]), 1e-10);
    }

    // (11.13): the loss that trains is the scalar one, its gradient the numerical one.
    [Property(MaxTest = 30)]
    public void The_weighted_loss_is_the_scalar_one_with_its_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        int K = 2 + random.Below(3), N = 1 + random.Below(6);
        int[] labels = [.. Enumerable.Range(0, N).Select(_ => random.Below(K))];
        double[] w = random.Uniforms(K, 0.2, 3);
        Matrix<double> Z = Matrix<double>.Build.Dense(K, N, random.Normals(K * N)), Y = OneHot(labels, K);
        var loss = new WeightedCrossEntropy(w);
        double value = loss.Forward(Z.View(), Y.View());
        double[] each = [.. labels.Select((y, n) => ScalarCalibration.Loss([Z.Column(n).ToArray()], [y], 1))];
        Assert.Equal(ScalarBalance.WeightedMean(each, labels, w), value, 1e-12);
        double[] numeric = NumericalDerivative.Gradient(
            z => loss.Forward(Matrix<double>.Build.Dense(K, N, [.. z]).View(), Y.View()), Z.ToColumnMajorArray());
        loss.Forward(Z.View(), Y.View());
        Assert.Equal(numeric, loss.Backward().Span.ToArray(), (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.Equal(new SoftmaxCrossEntropy().Predict(Z), loss.Predict(Z));
        var plain = new SoftmaxCrossEntropy();
        double unweighted = plain.Forward(Z.View(), Y.View());
        Assert.Equal(unweighted, new WeightedCrossEntropy([.. w.Select(_ => 2.0)]).Forward(Z.View(), Y.View()), 1e-12);
    }

    // (11.13) S3-232: weights have the gradient of copies.
    [Fact]
    public void Weights_have_the_gradient_of_copies()
    {
        var random = new RandomStream(3);
        int[] labels = [0, 0, 0, 0, 1, 1], copied = [.. labels, 1, 1];
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 6, random.Normals(12));
        Matrix<double> more = Z.Append(Z.SubMatrix(0, 2, 4, 2));
        Loss weighted = new WeightedCrossEntropy(ScalarBalance.Weights(labels, 2)), plain = new SoftmaxCrossEntropy();
        Assert.Equal(
            plain.Forward(more.View(), OneHot(copied, 2).View()),
            weighted.Forward(Z.View(), OneHot(labels, 2).View()), 1e-12);
        MatrixView copies = plain.Backward(), weights = weighted.Backward();
        Assert.Equal(copies.Column(0)[0], weights.Column(0)[0], 1e-12);
        Assert.Equal(2 * copies.Column(4)[1], weights.Column(4)[1], 1e-12);
    }

    // S3-232: n_augment = count(major) − count(minor); new images carry the label of the smaller class.
    [Fact]
    public void Balancing_adds_copies_of_the_smaller_class()
    {
        var set = UnequalClasses.Of(null, 9, 3, 2, 1);
        (SampleSet balanced, IReadOnlyList<int> origins) =
            UnequalClasses.Balanced(set.Images, UnequalClasses.Slightly, new RandomStream(1));
        Assert.Equal((12, 18), (set.Images.Count, balanced.Count));
        Assert.Equal((9, 9), (balanced.Labels.Count(y => y == 0), balanced.Labels.Count(y => y == 1)));
        Assert.All(Enumerable.Range(12, 6), n => Assert.Equal(1, balanced.Labels[n]));
        Assert.Equal(Enumerable.Range(0, 12), origins.Take(12));
        Assert.All(origins.Skip(12), origin => Assert.InRange(origin, 9, 11));
        Assert.Equal(balanced[12].X, balanced[12].X); // computed once
        Assert.NotEqual(balanced[12].X, balanced[origins[12]].X);
        Assert.Equal(4, set.Fresh.Count);
    }

    // S3-234: by hand, and as the split of the notes has them.
    [Fact]
    public void Augmented_twins_lie_across_the_split()
    {
        Assert.Equal([5, 6], ScalarBalance.Twins([0, 1, 2, 3, 2, 2, 3], [0, 2, 3, 4], [1, 5, 6]));
        Assert.Empty(ScalarBalance.Twins([0, 1, 2, 3], [0, 1], [2, 3]));
        (double before, double after) = UnequalClasses.TwinShares(120, 20);
        Assert.InRange(before, 0.4, 0.6); // almost every held-out eight
        Assert.Equal(0, after);
    }

    // S3-232 S3-234: augmented copies raise the recall of the smaller class; split first, and there are no twins.
    [Fact]
    public void Balancing_raises_the_recall_of_the_smaller_class()
    {
        MutationTesting.SkipSlow();
        var set = UnequalClasses.Of(null, 40, 8, 30, 3);
        double[] recalls = [.. Enum.GetValues<UnequalClasses.Remedy>().Select(r => set.Remedied(r, 1).Small)];
        Assert.True(recalls[^1] > recalls[0] + 0.1, string.Join(" ", recalls)); // augmented copies against none
        UnequalClasses.Verdict leaky = set.HeldOut(true, 1), honest = set.HeldOut(false, 1);
        Assert.True(leaky.Twins > 0.3 && honest.Twins == 0);
        Assert.Equal((leaky.Held.Large + leaky.Held.Small) / 2, leaky.Held.Mean);
    }

    // S3-234 on real digits, 20 seeds: augmented first, held-out eights are read better than fresh ones.
    [Fact]
    public void A_leak_flatters_the_held_out_recall()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1");
        string folder = RealData.At("mnist");
        double[] differences = [.. Enumerable.Range(1, 20).Select(seed =>
            UnequalClasses.Of(folder, 120, 20, 300, (ulong)seed).HeldOut(true, (ulong)seed) is var leaky
                ? leaky.Held.Small - leaky.Fresh.Small : 0)];
        Assert.True(differences.Average() > 0.02);
    }

    [Fact]
    public void Weights_that_are_none_and_soft_targets_are_refused()
    {
        Refuses(() => _ = new WeightedCrossEntropy(ScalarBalance.Weights([0, 0], 2)), "weights"); // no class 1
        Refuses(() => _ = new WeightedCrossEntropy(1, 0), "weights", "0");
        Refuses(() => _ = new WeightedCrossEntropy(), "weights");
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 1);
        var loss = new WeightedCrossEntropy(1, 1);
        Refuses(() => loss.Forward(Z.View(), Matrix<double>.Build.Dense(2, 1, 0.5).View()), "one-hot", "0.5");
        Refuses(() => loss.Forward(Z.View(), Matrix<double>.Build.Dense(2, 1, 1).View()), "one-hot");
        Refuses(() => new WeightedCrossEntropy(1, 1, 1).Forward(Z.View(), OneHot([1], 2).View()), "3", "2");
        Refuses(() => UnequalClasses.Of(null, 0, 3, 2, 1), "threes");
    }
}
