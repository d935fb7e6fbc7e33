using Reference.Plotting;

namespace Reference.Classification.Tests;

/// <summary>The data of the figures.</summary>
public class FigureTests
{
    private static Figure Of(string name) => LogisticRegressionFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S4-107: a hundred epochs, no loss below the least, and steps too long never settle.
    [Fact]
    public void Losses_approach_the_minimum_from_above()
    {
        Panel panel = Of("loss-curves").Panels[0];
        double least = panel.Series.OfType<HorizontalLine>().Single().At;
        Assert.All(panel.Series.OfType<Line>(), line =>
        {
            Assert.Equal(101, line.Ys.Count);
            Assert.All(line.Ys, loss => Assert.True(loss >= least - 1e-12));
            Assert.True(line.Ys[^1] < line.Ys[0] / 2);
        });
        double Last(string α) => LineOf(panel, $"a step after every point, α = {α}").Ys[^1];
        Assert.True(Last("0.3") > Last("0.01"));
    }

    // (7.11) S1-064: both lines separate. On overlapping points only the logistic rule settles.
    [Fact]
    public void The_logistic_line_converges_and_the_perceptron_line_does_not()
    {
        Figure figure = Of("perceptron-contrast");
        (double[,] X, int[] y) = (ExampleSets.Separable.X, ExampleSets.Separable.Labels);
        Assert.All(figure.Panels[0].Series.OfType<SlopedLine>(), l =>
            Assert.Equal(y, new LogisticModel([l.A, l.B], l.C).Classes(X)));
        Assert.Single(LineOf(figure.Panels[1], "logistic").Ys.Skip(10).Distinct());
        Assert.True(LineOf(figure.Panels[1], "perceptron").Ys.Skip(10).Distinct().Count() > 5);
    }

    // S4-111 S4-109 S4-110: every cell has the class of the largest score; on a border two scores are equal.
    [Fact]
    public void Regions_hold_the_class_of_the_largest_score()
    {
        Panel panel = Of("softmax-regions").Panels[0];
        HeatMap map = panel.Series.OfType<HeatMap>().Single();
        double[,] W = SeededSoftmax.OfNotes.W.Value.ToArray();
        double[] b = SeededSoftmax.OfNotes.B.Values.ToArray();
        double At(int i) => -4 + 8 * (i + 0.5) / map.Rows;
        Assert.All(Enumerable.Range(0, map.Rows).Select(i => (I: i, J: 7 * i % map.Rows)), c =>
            Assert.Equal(ScalarSoftmaxRegression.Class(W, b, [At(c.J), At(c.I)]), map[c.I, c.J]));

        Line[] borders = [.. panel.Series.OfType<Line>()];
        Assert.Equal(3, borders.Length);
        Assert.All(borders.SelectMany(l => l.Xs.Zip(l.Ys)).Where(p => double.IsFinite(p.First)), p =>
        {
            double[] z = [.. ScalarSoftmaxRegression.Scores(W, b, [p.First, p.Second]).OrderDescending()];
            Assert.Equal(z[0], z[1], 1e-9);
        });
    }

    // S3-221: the accuracy takes only values n/160, and is constant where the cross-entropy changes.
    [Fact]
    public void Accuracy_is_a_staircase()
    {
        Line[] lines = [.. Of("accuracy-staircase").Panels.Select(p => Assert.IsType<Line>(Assert.Single(p.Series)))];
        (Line accuracy, Line entropy) = (lines[0], lines[1]);
        Assert.All(accuracy.Ys, a => Assert.Equal(Math.Round(160 * a), 160 * a, 1e-9));
        Assert.True(accuracy.Ys.Zip(accuracy.Ys.Skip(1), (a, b) => a == b).Count(flat => flat) > 500);
        Assert.DoesNotContain(entropy.Ys.Zip(entropy.Ys.Skip(1)), p => p.First == p.Second);
    }
}
