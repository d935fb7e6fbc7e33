using Reference.Plotting;

namespace Reference.Classification.Tests;

/// <summary>The data of the figures.</summary>
public class FigureTests
{
    private static Figure Of(string name) => LogisticRegressionFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S4-093: x → z → σ → ŷ.
    [Fact]
    public void The_model_is_a_linear_part_and_a_sigmoid()
    {
        NetworkDiagram diagram = Of("model").Panels[0].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(["x₁", "x₂", "1", "z", "σ", "ŷ"], diagram.Nodes.Select(n => n.Label));
        Assert.Equal(["w₁", "w₂", "b"], diagram.Edges.Where(e => e.To == 3).Select(e => e.Label));
    }

    // S1-042 S4-098: the curve is ½ where the log-odds are 0; the marks lie at the log-odds of the thresholds.
    [Fact]
    public void The_s_curve_crosses_one_half_where_the_log_odds_cross_zero()
    {
        Figure figure = Of("s-curve");
        double boundary = figure.Panels[0].Series.OfType<VerticalLine>().Single().At;
        Line curve = figure.Panels[0].Series.OfType<Line>().Single();
        Line odds = figure.Panels[1].Series.OfType<Line>().Single();
        Assert.All(curve.Xs.Zip(curve.Ys), p => Assert.Equal(p.First >= boundary, p.Second >= 0.5));
        double w = (odds.Ys[^1] - odds.Ys[0]) / 6;
        Assert.All(odds.Xs.Zip(odds.Ys), p => Assert.Equal(w * (p.First - boundary), p.Second, 1e-9));
        Assert.Equal(
            [0.1, 0.5, 0.9], figure.Panels[1].Series.OfType<Markers>().Select(m => 1 / (1 + Math.Exp(-m.Ys[0]))),
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // S1-061 S4-107: dotted lines first, the solid one last and best.
    [Fact]
    public void The_boundary_ends_solid_and_best()
    {
        SlopedLine[] lines = [.. Of("boundary-moves").Panels[0].Series.OfType<SlopedLine>()];
        Assert.All(lines[..^1], l => Assert.Equal(LineStyle.Dotted, l.Style));
        Assert.Equal(LineStyle.Solid, lines[^1].Style);
        double[] accuracies = [.. lines.Select(l => Accuracy.Of(
            new LogisticModel([l.A, l.B], l.C).Classes(ExampleSets.Overlapping.X), ExampleSets.Overlapping.Labels))];
        Assert.True(accuracies[^1] > accuracies[0] + 0.25 && accuracies[^1] >= accuracies.Max() - 0.02);
    }

    // S4-107: a hundred epochs, no loss below the least, and steps too long never settle.
    [Fact]
    public void Losses_approach_the_least_from_above()
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

    // S1-064: both lines separate. On overlapping points only the logistic rule settles; on separable ones only the
    // perceptron's comes to rest: the experiment measures it.
    [Fact]
    public void The_logistic_line_settles_and_the_perceptrons_does_not()
    {
        Figure figure = Of("perceptron-contrast");
        (double[,] X, int[] y) = (ExampleSets.Separable.X, ExampleSets.Separable.Labels);
        Assert.All(figure.Panels[0].Series.OfType<SlopedLine>(), l =>
            Assert.Equal(y, new LogisticModel([l.A, l.B], l.C).Classes(X)));
        Assert.Single(LineOf(figure.Panels[1], "logistic").Ys.Skip(10).Distinct());
        Assert.True(LineOf(figure.Panels[1], "perceptron").Ys.Skip(10).Distinct().Count() > 5);
        Assert.Equal((1, 0), LogisticRegressionExperiments.Measure(X, y, perceptron: true));
        Assert.InRange(LogisticRegressionExperiments.Measure(X, y, perceptron: false).Moves, 1e-3, 0.05);
    }

    // S1-047: the larger the penalty, the shorter the weights; only the free ones still grow.
    [Fact]
    public void Only_free_weights_keep_growing()
    {
        Line[] lines = [.. Of("growing-weights").Panels[0].Series.OfType<Line>()];
        Assert.True(lines.Zip(lines.Skip(1), (a, b) => b.Ys[^1] < a.Ys[^1]).All(shorter => shorter));
        Assert.True(lines[0].Ys[^1] > 1.02 * lines[0].Ys[^10]);
        Assert.All(lines[1..], l => Assert.Equal(l.Ys[^1], l.Ys[^2], 1e-6));
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
        Panel panel = Of("accuracy-staircase").Panels[0];
        Line accuracy = LineOf(panel, "accuracy"), entropy = LineOf(panel, "cross-entropy");
        Assert.All(accuracy.Ys, a => Assert.Equal(Math.Round(160 * a), 160 * a, 1e-9));
        Assert.True(accuracy.Ys.Zip(accuracy.Ys.Skip(1), (a, b) => a == b).Count(flat => flat) > 500);
        Assert.DoesNotContain(entropy.Ys.Zip(entropy.Ys.Skip(1)), p => p.First == p.Second);
    }

    // S0-119 S3-093: recall falls from left to right, precision rises in all; F₁ lies between the two.
    [Fact]
    public void Precision_and_recall_pull_apart()
    {
        Panel panel = Of("precision-recall").Panels[0];
        Line precision = LineOf(panel, "precision"), recall = LineOf(panel, "recall"), f1 = LineOf(panel, "F₁");
        Assert.True(recall.Ys.Zip(recall.Ys.Skip(1), (a, b) => b <= a).All(falls => falls));
        Assert.True(precision.Ys[0] < recall.Ys[0] && precision.Ys[^1] > recall.Ys[^1]);
        Assert.All(f1.Ys.Zip(precision.Ys, recall.Ys), m =>
            Assert.InRange(m.First, Math.Min(m.Second, m.Third), Math.Max(m.Second, m.Third)));
    }

    // S0-119 S0-112 S4-114: the matrix holds all 500 digits, and the share on its diagonal stands above it.
    [Fact]
    public void The_confusion_matrix_is_that_of_the_training()
    {
        Figure figure = Of("confusion-matrix");
        HeatMap map = figure.Panels[0].Series.OfType<HeatMap>().Single();
        (int, int)[] cells = [.. from i in Enumerable.Range(0, 10) from j in Enumerable.Range(0, 10) select (i, j)];
        Assert.Equal(500, cells.Sum(c => map[c.Item1, c.Item2]));
        double right = Enumerable.Range(0, 10).Sum(k => map[k, k]);
        Assert.StartsWith($"{right / 500:0.0 %}", figure.Title, StringComparison.Ordinal);
        ImageGrid weights = Of("weight-images").Panels[0].Series.OfType<ImageGrid>().Single();
        Assert.Equal((10, 28), (weights.Images.Count, weights.Images[0].GetLength(0)));
        Assert.Equal(-weights.Range!.Value.Low, weights.Range.Value.High);
    }
}
