using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Regularization;
using static Reference.Testing.BadInput;

namespace Reference.ModelSelection.Tests;

/// <summary>Folds, cross-validation inside a search, and a test set that is used once.</summary>
public class SplitTests
{
    // (11.2) S2-135: the mean of the folds, reported fold by fold, so that a pruner saves some.
    [Fact]
    public void Cross_validation_by_hand()
    {
        IReadOnlyList<Split> folds = Split.Folds(9, 3, new RandomStream(1));
        double[][] scores = [[1, 2, 6], [2, 2, 2], [1, 1, 1], [9, 0, 0]];
        var study = new Study(new RandomSampler(new RandomStream(1)), new MedianPruner(3));
        study.Optimize(CrossValidated.Objective(
            folds, (trial, fold) => scores[trial.Number][folds.ToList().IndexOf(fold)]), 4);
        Assert.Equal([3, 2, 1, 9], study.Trials.Select(t => t.Value));
        Assert.Equal([1, 1.5, 3], study.Trials[0].Reports.Values);
        Assert.Equal((TrialState.Pruned, 1), (study.Trials[3].State, study.Trials[3].Reports.Count));
        Assert.Equal(2, study.Best.Number);
    }

    // (11.2) S2-135: the degree chosen by folds is about right; the training error would choose the largest.
    [Fact]
    public void Folds_choose_a_degree_that_training_errors_cannot()
    {
        int[] degrees = [.. Enumerable.Range(0, 11)];
        NoisyCurve curve = NoisyCurve.Draw(new RandomStream(6), training: 50);
        double[] scores = PolynomialDegree.Scores(curve, degrees, 10, 1);
        Assert.InRange(Array.IndexOf(scores, scores.Min()), 3, 7);
        double[] training = [.. curve.ByDegree(degrees).Select(e => e.Training)];
        Assert.Equal(10, Array.IndexOf(training, training.Min()));
        // each fold by hand
        Split[] folds = [.. Split.Folds(50, 10, new RandomStream(1))];
        double[] At(double[] of, int[] n) => [.. n.Select(i => of[i])];
        (double[] x, double[] y) = (curve.Training.X, curve.Training.Y);
        double byHand = folds.Average(f => PolynomialFit.Of(At(x, f.Train), At(y, f.Train), 3)
            .Error(At(x, f.Validation), At(y, f.Validation)));
        Assert.Equal(byHand, scores[3], 1e-12);
    }

    private static SampleSet Ten() => new(new ColumnSamples(Matrix<double>.Build.Dense(1, 10, (_, n) => n)),
        new ColumnSamples(Matrix<double>.Build.Dense(1, 10)));

    // S3-053: parts that are disjoint, and a test set that can be looked at once.
    [Fact]
    public void A_test_set_is_opened_once()
    {
        var parts = ThreeParts.Random(Ten(), 0.5, 0.3, new RandomStream(1));
        SampleSet test = parts.OpenTest();
        Assert.Equal((5, 3, 2), (parts.Training.Count, parts.Validation.Count, test.Count));
        Assert.Equal(
            Enumerable.Range(0, 10).Select(n => (double)n),
            new[] { parts.Training, parts.Validation, test }
                .SelectMany(part => Enumerable.Range(0, part.Count).Select(n => part[n].X[0])).Order());
        Assert.Contains("once", Assert.Throws<InvalidOperationException>(() => parts.OpenTest()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_overlap_or_are_empty_are_refused()
    {
        Refuses(() => _ = new ThreeParts(Ten(), [0, 1], [2], [3, 1]), "sample 1", "training", "test");
        Refuses(() => _ = new ThreeParts(Ten(), [0], [2, 3], [4, 3]), "sample 3", "validation", "test");
        Refuses(() => _ = new ThreeParts(Ten(), [0, 0], [2], [4]), "sample 0");
        Refuses(() => _ = new ThreeParts(Ten(), [0], [], [4]), "validation");
        Refuses(() => _ = new ThreeParts(Ten(), [0], [1], [10]), "10");
        Refuses(() => ThreeParts.Random(Ten(), 0.6, 0.4, new RandomStream(1)), "fraction", "1");
        Refuses(() => CrossValidated.Objective([], (_, _) => 0), "folds");
    }
}
