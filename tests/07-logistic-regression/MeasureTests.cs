using MathNet.Numerics.LinearAlgebra;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class MeasureTests
{
    // TP 8, FP 2, TN 85, FN 5, in a mixed order.
    private static (int[] Predicted, int[] Labels) HandMade
    {
        get
        {
            (int, int)[] pairs =
                [.. Enumerable.Repeat((1, 1), 8), .. Enumerable.Repeat((1, 0), 2), .. Enumerable.Repeat((0, 0), 85), .. Enumerable.Repeat((0, 1), 5)];
            new RandomStream(2).Shuffle(pairs.AsSpan());
            return ([.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]);
        }
    }

    private static (int[] Predicted, int[] Labels, int Classes) Draw(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int samples, int classes) = (1 + random.Below(30), 2 + random.Below(4));
        return (
            [.. Enumerable.Range(0, samples).Select(_ => random.Below(classes))],
            [.. Enumerable.Range(0, samples).Select(_ => random.Below(classes))],
            classes);
    }

    // Scores on a coarse grid, so that some tie, and labels of both kinds.
    private static (double[] Scores, int[] Labels) Scored(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] labels = [0, 1, .. Enumerable.Range(0, random.Below(25)).Select(_ => random.Below(2))];
        random.Shuffle(labels.AsSpan());
        return ([.. labels.Select(y => Math.Round(random.Normal(y, 1) * 3) / 3)], labels);
    }

    // (7.20) S0-112 S3-068 S4-020: 1 for perfect predictions, unmoved by the order of the samples, ⅔ for S3-227's classifiers.
    [Property]
    public void Accuracy_is_the_share_of_right_answers(Seed seed)
    {
        (int[] predicted, int[] labels, int classes) = Draw(seed);
        Assert.Equal(1, Accuracy.Of(labels, labels));
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        seed.Stream().Shuffle(order.AsSpan());
        double accuracy = Accuracy.Of(predicted, labels);
        Assert.Equal(accuracy, Accuracy.Of([.. order.Select(i => predicted[i])], [.. order.Select(i => labels[i])]));
        Assert.Equal(accuracy, Classifiers.Accuracy(Losses.OneHot.Encode(predicted, classes), Losses.OneHot.Encode(labels, classes)), 1e-15);
        Assert.Equal(accuracy, ConfusionMatrix.Of(predicted, labels, classes).Accuracy(), 1e-15);
        Assert.Equal(2 / 3.0, Accuracy.Of(Losses.OneHot.Decode(Classifiers.Second), Losses.OneHot.Decode(Classifiers.Labels)), 1e-15);
    }

    // S3-221: a small change of the weights changes no answer, unless a point lies on the border; the cross-entropy's slope says where to go.
    [Property]
    public void The_slope_of_accuracy_is_zero_almost_everywhere(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        if (LogisticEquations.Scores(p.W, p.B, p.X).AbsoluteMinimum() < 1e-3)
        {
            return;
        }

        double here = Accuracy.Of(new LogisticModel(p.w, p.B), p.Points, p.Labels);
        Assert.Equal(Accuracy.Of(LogisticEquations.Classes(p.W, p.B, p.X), p.Labels), here);
        foreach (double h in new[] { 1e-5, -1e-5 })
        {
            Assert.Equal(here, Accuracy.Of(new LogisticModel(p.w, p.B + h), p.Points, p.Labels));
            Assert.Equal(here, Accuracy.Of(new LogisticModel([.. p.w.Select(w => w + h)], p.B), p.Points, p.Labels));
        }

        Assert.Contains(ScalarLogisticRegression.Gradient(p.w, p.B, p.Points, p.Labels).DW, d => d != 0);
    }

    // (7.21) S0-119: rows are labels and columns predictions; each adds up to how often it occurs.
    [Property]
    public void The_confusion_matrix_counts_every_pair(Seed seed)
    {
        (int[] predicted, int[] labels, int classes) = Draw(seed);
        ConfusionMatrix matrix = ConfusionMatrix.Of(predicted, labels, classes);
        double[,] counts = matrix.ToArray();
        for (int k = 0; k < classes; k++)
        {
            Assert.Equal(labels.Count(y => y == k), Enumerable.Range(0, classes).Sum(j => matrix[k, j]));
            Assert.Equal(predicted.Count(y => y == k), Enumerable.Range(0, classes).Sum(j => matrix[j, k]));
            for (int j = 0; j < classes; j++)
            {
                Assert.Equal(labels.Zip(predicted).Count(pair => pair == (k, j)), matrix[k, j]);
                Assert.Equal(matrix[k, j], counts[k, j]);
            }

            // One class against the others is a yes-or-no question.
            BinaryCounts own = BinaryCounts.Of([.. predicted.Select(y => y == k ? 1 : 0)], [.. labels.Select(y => y == k ? 1 : 0)]);
            Assert.Equal(own, matrix.Against(k));
            Assert.Equal(labels.Length, own.Count);
        }

        Assert.Equal((labels.Length, classes), (matrix.Samples, matrix.Classes));
    }

    // (7.20) (7.21) (7.22) (7.23) S0-119 S3-093: on hand-made counts, to the fraction.
    [Fact]
    public void Measures_of_hand_made_counts()
    {
        (int[] predicted, int[] labels) = HandMade;
        BinaryCounts counts = BinaryCounts.Of(predicted, labels);
        Assert.Equal(new BinaryCounts(TruePositives: 8, FalsePositives: 2, TrueNegatives: 85, FalseNegatives: 5), counts);
        Assert.Equal(8 / 10.0, counts.Precision());
        Assert.Equal(8 / 13.0, counts.Recall());
        Assert.Equal(93 / 100.0, counts.Accuracy());
        Assert.Equal(16 / 23.0, counts.F1());
        Assert.Equal(2 / 87.0, counts.FalsePositiveRate());
        ConfusionMatrix matrix = ConfusionMatrix.Of(predicted, labels, 2);
        Assert.Equal((85, 2, 5, 8), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal((16 / 23.0 + 170 / 177.0) / 2, matrix.MacroF1(), 1e-15);
    }

    // (7.22) (7.23) S3-093: recall never sees a false alarm, precision never a miss; F₁ lies between them and below their mean.
    [Property]
    public void F1_lies_between_precision_and_recall(Seed seed)
    {
        RandomStream random = seed.Stream();
        BinaryCounts counts = new(1 + random.Below(20), random.Below(20), random.Below(20), random.Below(20));
        (double precision, double recall) = (counts.Precision(), counts.Recall());
        Assert.InRange(counts.F1(), Math.Min(precision, recall) - 1e-15, Math.Max(precision, recall) + 1e-15);
        Assert.True(counts.F1() <= (precision + recall) / 2 + 1e-15);
        Assert.Equal(recall, (counts with { FalsePositives = counts.FalsePositives + 7 }).Recall());
        Assert.Equal(precision, (counts with { FalseNegatives = counts.FalseNegatives + 7 }).Precision());
        Assert.True((counts with { FalseNegatives = counts.FalseNegatives + 7 }).Recall() < recall);
        Assert.True((counts with { FalsePositives = counts.FalsePositives + 7 }).Precision() < precision);

        // The two swap when predictions and labels do.
        Assert.Equal(precision, new BinaryCounts(counts.TruePositives, counts.FalseNegatives, counts.TrueNegatives, counts.FalsePositives).Recall());
    }

    // (7.22) S3-093: lowering the threshold finds more of the positives, never fewer.
    [Property]
    public void Recall_falls_with_the_threshold(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        double[] recalls = [.. Enumerable.Range(-20, 41).Select(t => BinaryCounts.At(scores, labels, t / 5.0).Recall())];
        Assert.True(recalls.Zip(recalls.Skip(1), (a, b) => b <= a).All(falls => falls));
        Assert.Equal(1, BinaryCounts.At(scores, labels, scores.Min()).Recall());
        Assert.Equal(0, BinaryCounts.At(scores, labels, scores.Max() + 1).Recall());
    }

    // (7.24): the points of the curve are the rates at their thresholds, from (0, 0) to (1, 1), never falling.
    [Property]
    public void The_curve_holds_the_rates_at_every_threshold(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        RocCurve curve = RocCurve.Of(scores, labels);
        Assert.Equal(new RocPoint(double.PositiveInfinity, 0, 0), curve.Points[0]);
        Assert.Equal((1.0, 1.0), (curve.Points[^1].FalsePositiveRate, curve.Points[^1].TruePositiveRate));
        Assert.Equal(scores.Distinct().Count() + 1, curve.Points.Count);
        foreach ((RocPoint a, RocPoint b) in curve.Points.Zip(curve.Points.Skip(1)))
        {
            BinaryCounts counts = BinaryCounts.At(scores, labels, b.Threshold);
            Assert.Equal((counts.FalsePositiveRate(), counts.Recall()), (b.FalsePositiveRate, b.TruePositiveRate));
            Assert.True(b.Threshold < a.Threshold && b.FalsePositiveRate >= a.FalsePositiveRate && b.TruePositiveRate >= a.TruePositiveRate);
        }
    }

    // (7.25) (7.26): the trapezoids under the curve and the count of pairs are one number, ties included.
    [Property]
    public void The_area_is_the_rank_statistic(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        Assert.Equal(RocCurve.RankStatistic(scores, labels), RocCurve.Of(scores, labels).Area(), 1e-14);
    }

    // (7.25): only the order of the scores counts; turned round, the area is 1 minus it; a constant knows nothing.
    [Property]
    public void The_area_sees_only_the_order(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        double area = RocCurve.Of(scores, labels).Area();
        Assert.Equal(area, RocCurve.Of([.. scores.Select(s => Math.Exp(s) - 3)], labels).Area(), 1e-14);
        Assert.Equal(1 - area, RocCurve.Of([.. scores.Select(s => -s)], labels).Area(), 1e-14);
        Assert.Equal(1 - area, RocCurve.Of(scores, [.. labels.Select(y => 1 - y)]).Area(), 1e-14);
        Assert.Equal(0.5, RocCurve.Of([.. scores.Select(_ => 0.7)], labels).Area(), 1e-15);
        Assert.Equal(1, RocCurve.Of([.. labels.Select(y => y + 0.1)], labels).Area(), 1e-15);
    }

    // (7.25) (7.26): a curve that can be counted by hand: scores 3, 2, 2, 1 with labels 1, 1, 0, 0: three pairs won, one tied.
    [Fact]
    public void The_area_of_four_scores_is_seven_eighths()
    {
        Assert.Equal(7 / 8.0, RocCurve.Of([3, 2, 2, 1], [1, 1, 0, 0]).Area(), 1e-15);
        Assert.Equal(7 / 8.0, RocCurve.RankStatistic([3, 2, 2, 1], [1, 1, 0, 0]), 1e-15);
    }
}
