using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class MeasureTests
{
    private static (int[] Predicted, int[] Labels, int Classes) Draw(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int samples, int classes) = (1 + random.Below(30), 2 + random.Below(4));
        int[] Classes() => [.. Enumerable.Range(0, samples).Select(_ => random.Below(classes))];
        return (Classes(), Classes(), classes);
    }

    // Scores on a coarse grid, so that some tie, and labels of both kinds.
    private static (double[] Scores, int[] Labels) Scored(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] labels = [0, 1, .. Enumerable.Range(0, random.Below(25)).Select(_ => random.Below(2))];
        random.Shuffle(labels.AsSpan());
        return ([.. labels.Select(y => Math.Round(random.Normal(y, 1) * 3) / 3)], labels);
    }

    // (7.17) S0-112 S3-068 S4-020: 1 for perfect predictions, the same in any order, and as chapter 03 counts it.
    [Property]
    public void Accuracy_is_the_share_of_correct_predictions(Seed seed)
    {
        (int[] predicted, int[] labels, int classes) = Draw(seed);
        double accuracy = Accuracy.Of(predicted, labels);
        Assert.Equal(1, Accuracy.Of(labels, labels));
        Assert.Equal(accuracy, Accuracy.Of([.. predicted.Reverse()], [.. labels.Reverse()]));
        Assert.Equal(accuracy, Classifiers.Accuracy(
            Losses.OneHot.Encode(predicted, classes), Losses.OneHot.Encode(labels, classes)), 1e-15);
        Assert.Equal(accuracy, ConfusionMatrix.Of(predicted, labels, classes).Accuracy(), 1e-15);
    }

    // (7.18) S0-119: rows are labels and columns predictions; one class against the others is a binary question.
    [Property]
    public void The_confusion_matrix_counts_every_pair(Seed seed)
    {
        (int[] predicted, int[] labels, int classes) = Draw(seed);
        ConfusionMatrix matrix = ConfusionMatrix.Of(predicted, labels, classes);
        for (int k = 0; k < classes; k++)
        {
            for (int j = 0; j < classes; j++)
            {
                Assert.Equal(labels.Zip(predicted).Count(pair => pair == (k, j)), matrix[k, j]);
                Assert.Equal(matrix[k, j], matrix.ToArray()[k, j]);
            }

            BinaryCounts own = BinaryCounts.Of(
                [.. predicted.Select(y => y == k ? 1 : 0)], [.. labels.Select(y => y == k ? 1 : 0)]);
            Assert.Equal(own, matrix.Against(k));
            Assert.Equal(labels.Length, own.Count);
        }

        Assert.Equal((labels.Length, classes), (matrix.Samples, matrix.Classes));
    }

    // (7.17) (7.18) (7.19) S0-119 S3-093: TP 8, FP 2, TN 85, FN 5, to the fraction.
    [Fact]
    public void Measures_have_the_values_computed_by_hand()
    {
        int[] Repeat(int a, int b, int c, int d) =>
            [.. new[] { a, b, c, d }.Zip([8, 2, 85, 5]).SelectMany(r => Enumerable.Repeat(r.First, r.Second))];
        (int[] predicted, int[] labels) = (Repeat(1, 1, 0, 0), Repeat(1, 0, 0, 1));
        BinaryCounts counts = BinaryCounts.Of(predicted, labels);
        Assert.Equal(new(TruePositives: 8, FalsePositives: 2, TrueNegatives: 85, FalseNegatives: 5), counts);
        Assert.Equal(8 / 10.0, counts.Precision());
        Assert.Equal(8 / 13.0, counts.Recall());
        Assert.Equal(93 / 100.0, counts.Accuracy());
        Assert.Equal(16 / 23.0, counts.F1());
        Assert.Equal(2 / (1 / counts.Precision() + 1 / counts.Recall()), counts.F1(), 1e-15);
        Assert.Equal(2 / 87.0, counts.FalsePositiveRate());
        ConfusionMatrix matrix = ConfusionMatrix.Of(predicted, labels, 2);
        Assert.Equal((16 / 23.0 + 170 / 177.0) / 2, matrix.MacroF1(), 1e-15);
    }

    // (7.19) (7.20) S3-093: recall falls with the threshold; the curve holds the rates, from (0, 0) to (1, 1).
    [Property]
    public void The_curve_holds_the_rates_at_every_threshold(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        RocCurve curve = RocCurve.Of(scores, labels);
        Assert.Equal(new RocPoint(double.PositiveInfinity, 0, 0), curve.Points[0]);
        Assert.Equal((1.0, 1.0), (curve.Points[^1].FalsePositiveRate, curve.Points[^1].TruePositiveRate));
        Assert.Equal(scores.Distinct().OrderDescending(), curve.Points.Skip(1).Select(p => p.Threshold));
        foreach ((RocPoint a, RocPoint b) in curve.Points.Zip(curve.Points.Skip(1)))
        {
            BinaryCounts counts = BinaryCounts.At(scores, labels, b.Threshold);
            Assert.Equal((counts.FalsePositiveRate(), counts.Recall()), (b.FalsePositiveRate, b.TruePositiveRate));
            Assert.True(b.FalsePositiveRate >= a.FalsePositiveRate && b.TruePositiveRate >= a.TruePositiveRate);
        }
    }

    // (7.21): the trapezoids are the count of pairs, ties included; only the order of the scores matters.
    [Property]
    public void The_area_is_the_rank_statistic(Seed seed)
    {
        (double[] scores, int[] labels) = Scored(seed);
        double Area(IEnumerable<double> s) => RocCurve.Of([.. s], labels).Area();
        double area = Area(scores);
        Assert.Equal(RocCurve.RankStatistic(scores, labels), area, 1e-14);
        Assert.Equal(area, Area(scores.Select(s => Math.Exp(s) - 3)), 1e-14);
        Assert.Equal(1 - area, Area(scores.Select(s => -s)), 1e-14);
        Assert.Equal(1 - area, RocCurve.Of(scores, [.. labels.Select(y => 1 - y)]).Area(), 1e-14);
        Assert.Equal(0.5, Area(scores.Select(_ => 0.7)), 1e-15);
        Assert.Equal(1, Area(labels.Select(y => y + 0.1)), 1e-15);
        Assert.Equal(7 / 8.0, RocCurve.Of([3, 2, 2, 1], [1, 1, 0, 0]).Area(), 1e-15); // three of four won, one tied
    }
}
