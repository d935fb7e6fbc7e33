using Reference.Datasets;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Plotting;

namespace Reference.Classification.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => LogisticRegressionFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S1-042 S4-098: the curve is ½ where the log-odds are 0, the thresholds are crossed where they should be.
    [Fact]
    public void The_s_curve_crosses_one_half_where_the_log_odds_cross_zero()
    {
        Figure figure = Of("s-curve");
        double boundary = figure.Panels[0].Series.OfType<VerticalLine>().Single().At;
        Line curve = figure.Panels[0].Series.OfType<Line>().Single(), odds = figure.Panels[1].Series.OfType<Line>().Single();
        Assert.All(curve.Xs.Zip(curve.Ys), p => Assert.Equal(p.First >= boundary, p.Second >= 0.5));
        double slope = (odds.Ys[^1] - odds.Ys[0]) / 6;
        Assert.All(odds.Xs.Zip(odds.Ys), p => Assert.Equal(slope * (p.First - boundary), p.Second, 1e-9));
        Assert.Equal([0.1, 0.5, 0.9], figure.Panels[1].Series.OfType<Markers>().Select(m => 1 / (1 + Math.Exp(-m.Ys[0]))), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // S1-042: on the line the map shows ½.
    [Fact]
    public void The_map_is_one_half_on_the_boundary()
    {
        Panel panel = Of("probability-map").Panels[0];
        SlopedLine line = panel.Series.OfType<SlopedLine>().Single();
        HeatMap map = panel.Series.OfType<HeatMap>().Single();
        for (int row = 0; row < map.Rows; row++)
        {
            for (int column = 0; column < map.Columns; column++)
            {
                double score = line.A * (-4 + 8 * (column + 0.5) / map.Columns) + line.B * (-4 + 8 * (row + 0.5) / map.Rows) + line.C;
                Assert.Equal(score >= 0, map[row, column] >= 0.5);
            }
        }
    }

    // S1-043 S1-061: both paths start together, and the dot is lower than every point of them.
    [Fact]
    public void Paths_lead_down_to_the_minimum()
    {
        Panel panel = Of("error-surface").Panels[0];
        Line[] paths = [.. panel.Series.OfType<Line>()];
        Assert.Equal((paths[0].Xs[0], paths[0].Ys[0]), (paths[1].Xs[0], paths[1].Ys[0]));
        Markers dot = panel.Series.OfType<Markers>().Single();
        Line straight = paths.Single(p => p.Label!.StartsWith("a step after every pass", StringComparison.Ordinal));
        Assert.Equal(dot.Xs[0], straight.Xs[^1], 0.05);
        Assert.Equal(dot.Ys[0], straight.Ys[^1], 0.2);
    }

    // S1-061 S4-107: dotted lines first, the solid one last and best.
    [Fact]
    public void The_boundary_ends_solid_and_best()
    {
        Panel panel = Of("boundary-moves").Panels[0];
        SlopedLine[] lines = [.. panel.Series.OfType<SlopedLine>()];
        Assert.All(lines[..^1], l => Assert.Equal(LineStyle.Dotted, l.Style));
        Assert.Equal(LineStyle.Solid, lines[^1].Style);
        Markers ones = panel.Series.OfType<Markers>().Single(m => m.Label == "label 1"),
            zeros = panel.Series.OfType<Markers>().Single(m => m.Label == "label 0");
        int Right(SlopedLine l) =>
            ones.Xs.Zip(ones.Ys).Count(p => l.A * p.First + l.B * p.Second + l.C >= 0)
            + zeros.Xs.Zip(zeros.Ys).Count(p => l.A * p.First + l.B * p.Second + l.C < 0);
        Assert.True(Right(lines[^1]) > Right(lines[0]) + 40);
        Assert.True(Right(lines[^1]) >= lines.Max(Right) - 3);
    }

    // S4-107: a hundred epochs, and no error below the least.
    [Fact]
    public void Errors_approach_the_least_from_above()
    {
        Panel panel = Of("error-curves").Panels[0];
        double least = panel.Series.OfType<HorizontalLine>().Single().At;
        Assert.All(panel.Series.OfType<Line>(), line =>
        {
            Assert.Equal(101, line.Ys.Count);
            Assert.All(line.Ys, error => Assert.True(error >= least - 1e-12));
            Assert.True(line.Ys[^1] < line.Ys[0] / 2);
        });
        Assert.True(
            LineOf(panel, "a step after every point, α = 0.3").Ys[^1]
            > LineOf(panel, "a step after every point, α = 0.01").Ys[^1]); // too long a step never settles
    }

    // S1-052 S1-064: the sigmoid's error term halves at the line, the perceptron's falls from 1 to 0.
    [Fact]
    public void The_error_terms_are_a_curve_and_a_step()
    {
        Panel panel = Of("error-term").Panels[0];
        Line logistic = LineOf(panel, "logistic");
        Assert.Equal(0.5, logistic.Ys[logistic.Ys.Count / 2], 1e-12);
        Assert.True(logistic.Ys.Zip(logistic.Ys.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.Equal([1, 1], LineOf(panel, "perceptron").Ys);
    }

    // S1-064: both lines separate the separable points; on the others the logistic rule settles and the perceptron's does not.
    [Fact]
    public void The_logistic_line_settles_and_the_perceptrons_does_not()
    {
        Figure figure = Of("perceptron-contrast");
        Panel separable = figure.Panels[0], overlapping = figure.Panels[1];
        foreach (SlopedLine line in separable.Series.OfType<SlopedLine>())
        {
            foreach (Markers points in separable.Series.OfType<Markers>())
            {
                Assert.All(points.Xs.Zip(points.Ys), p => Assert.Equal(points.Label == "label 1", line.A * p.First + line.B * p.Second + line.C >= 0));
            }
        }

        Assert.Single(LineOf(overlapping, "logistic").Ys.Skip(10).Distinct());
        Assert.True(LineOf(overlapping, "perceptron").Ys.Skip(10).Distinct().Count() > 5);
    }

    // S1-047: the longer the price, the shorter the weights; only the free ones still grow.
    [Fact]
    public void Only_free_weights_keep_growing()
    {
        Panel panel = Of("growing-weights").Panels[0];
        Line[] lines = [.. panel.Series.OfType<Line>()];
        Assert.True(lines.Zip(lines.Skip(1), (free, priced) => priced.Ys[^1] < free.Ys[^1]).All(shorter => shorter));
        Assert.True(lines[0].Ys[^1] > 1.02 * lines[0].Ys[^10]);
        Assert.All(lines[1..], l => Assert.Equal(l.Ys[^1], l.Ys[^2], 1e-6));
    }

    // S4-111 S4-109 S4-110: every cell has the class of the largest score, and the borders are where two are equal.
    [Fact]
    public void Regions_hold_the_class_of_the_largest_score()
    {
        Panel panel = Of("softmax-regions").Panels[0];
        HeatMap map = panel.Series.OfType<HeatMap>().Single();
        double[,] W = SeededSoftmax.OfNotes.W.Value.ToArray();
        double[] b = SeededSoftmax.OfNotes.B.Values.ToArray();
        for (int i = 0; i < map.Rows; i += 9)
        {
            for (int j = 0; j < map.Columns; j += 9)
            {
                double[] x = [-4 + 8 * (j + 0.5) / map.Columns, -4 + 8 * (i + 0.5) / map.Rows];
                Assert.Equal(ScalarSoftmaxRegression.Class(W, b, x), map[i, j]);
            }
        }

        Line[] borders = [.. panel.Series.OfType<Line>()];
        Assert.Equal(3, borders.Length);
        Assert.All(borders, border => Assert.All(border.Xs.Zip(border.Ys).Where(p => double.IsFinite(p.First)), p =>
        {
            double[] z = [.. ScalarSoftmaxRegression.Scores(W, b, [p.First, p.Second]).OrderDescending()];
            Assert.Equal(z[0], z[1], 1e-9);
        }));
    }

    // S4-093: x → z → σ → ŷ.
    [Fact]
    public void The_model_is_a_linear_part_and_a_sigmoid()
    {
        NetworkDiagram diagram = Of("model").Panels[0].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(["x₁", "x₂", "1", "z", "σ", "ŷ"], diagram.Nodes.Select(n => n.Label));
        Assert.Equal(["w₁", "w₂", "b"], diagram.Edges.Where(e => e.To == 3).Select(e => e.Label));
    }

    // S1-064: one epoch of the perceptron's rule is one of chapter 01's.
    [Fact]
    public void The_experiment_measures_both_rules()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(70), 2, 60, 0.08);
        Assert.Equal(new LogisticRegressionExperiments.Ending(1, 0), LogisticRegressionExperiments.Measure(set.X, set.Labels, perceptron: true));
        Assert.True(PerceptronTraining.Train(set.X, set.Labels, 0.1, 50).Converged);
        Assert.InRange(LogisticRegressionExperiments.Measure(set.X, set.Labels, perceptron: false).Moves, 1e-3, 0.05);
    }
}
