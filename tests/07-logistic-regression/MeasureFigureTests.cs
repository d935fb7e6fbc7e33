using Reference.Plotting;

namespace Reference.Classification.Tests;

public class MeasureFigureTests
{
    private static Figure Of(string name) => LogisticRegressionFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S3-221: the accuracy only takes values n/160, and stays where the cross-entropy moves.
    [Fact]
    public void Accuracy_is_a_staircase()
    {
        Panel panel = Of("accuracy-staircase").Panels[0];
        Line accuracy = LineOf(panel, "accuracy"), entropy = LineOf(panel, "cross-entropy");
        Assert.All(accuracy.Ys, a => Assert.Equal(Math.Round(160 * a), 160 * a, 1e-9));
        Assert.True(accuracy.Ys.Zip(accuracy.Ys.Skip(1), (a, b) => a == b).Count(flat => flat) > 500);
        Assert.DoesNotContain(entropy.Ys.Zip(entropy.Ys.Skip(1)), p => p.First == p.Second);
    }

    // S0-119 S3-093: recall falls from left to right; F₁ lies between the two.
    [Fact]
    public void Precision_and_recall_pull_apart()
    {
        Panel panel = Of("precision-recall").Panels[0];
        Line precision = LineOf(panel, "precision"), recall = LineOf(panel, "recall"), f1 = LineOf(panel, "F₁");
        Assert.True(recall.Ys.Zip(recall.Ys.Skip(1), (a, b) => b <= a).All(falls => falls));
        Assert.True(precision.Ys[0] < recall.Ys[0] && precision.Ys[^1] > recall.Ys[^1]);
        Assert.All(
            Enumerable.Range(0, f1.Ys.Count),
            i => Assert.InRange(f1.Ys[i], Math.Min(precision.Ys[i], recall.Ys[i]), Math.Max(precision.Ys[i], recall.Ys[i])));
    }

    // S0-119: the areas in the legend are those under the lines.
    [Fact]
    public void The_areas_in_the_legend_are_those_under_the_curves()
    {
        Line[] curves = [.. Of("roc").Panels[0].Series.OfType<Line>().Where(l => l.Label is not null)];
        Assert.All(curves, c =>
        {
            double area = Enumerable.Range(1, c.Xs.Count - 1).Sum(i => (c.Xs[i] - c.Xs[i - 1]) * (c.Ys[i] + c.Ys[i - 1]) / 2);
            Assert.EndsWith($"AUC = {area:0.000}", c.Label!, StringComparison.Ordinal);
        });
        Assert.Equal(3, curves.Length);
    }

    // S0-119 S0-112 S4-114: the matrix holds all 500 digits, the share on its diagonal stands above it and at the end of the curve.
    [Fact]
    public void The_confusion_matrix_is_that_of_the_training()
    {
        Figure figure = Of("confusion-matrix");
        HeatMap map = figure.Panels[0].Series.OfType<HeatMap>().Single();
        double all = 0, right = 0;
        for (int i = 0; i < 10; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                all += map[i, j];
                right += i == j ? map[i, j] : 0;
            }
        }

        Assert.Equal(500, all);
        Assert.StartsWith($"{right / 500:0.0 %}", figure.Title, StringComparison.Ordinal);
        Assert.Equal(right / 500, LineOf(Of("digit-training").Panels[0], "held-out").Ys[^1], 1e-12);
        ImageGrid weights = Of("weight-images").Panels[0].Series.OfType<ImageGrid>().Single();
        Assert.Equal((10, 28), (weights.Images.Count, weights.Images[0].GetLength(0)));
        Assert.Equal(-weights.Range!.Value.Low, weights.Range.Value.High);
    }
}
