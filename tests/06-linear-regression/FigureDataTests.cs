using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels.Tests;

/// <summary>The data of the figures.</summary>
public class FigureDataTests
{
    private static Panel PanelOf(string name, int panel = 0) =>
        LinearRegressionFigures.All.Single(f => f.Name == name).Draw().Panels[panel];

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S0-055 S0-072 S0-074: five lines from the untrained model to the readings, the last with residuals.
    [Fact]
    public void Five_lines_lead_from_the_untrained_model_to_the_readings()
    {
        Panel panel = PanelOf("thermometer-lines");
        Assert.Equal(["epoch 0", "epoch 2", "epoch 4", "epoch 100", "epoch 2999"],
            panel.Series.OfType<Line>().Select(l => l.Label));
        Assert.Equal(50.96, AtMean(LineOf(panel, "epoch 0")), 0.005);
        Assert.Equal(18.71, AtMean(LineOf(panel, "epoch 2999")), 0.005);
        Line residuals = LineOf(PanelOf("thermometer-lines", 1), "residuals");
        Assert.Equal(1.630, residuals.Ys.Zip(residuals.Ys.Skip(1), (a, b) => Math.Abs(a - b)).Where(double.IsFinite)
            .Max(), 5e-4);
        Assert.Contains("0.9843", PanelOf("thermometer-data").Series[0].Label, StringComparison.Ordinal);

        static double AtMean(Line line) =>
            line.Ys[0] + (line.Ys[^1] - line.Ys[0]) * (65.571429 - line.Xs[0]) / (line.Xs[^1] - line.Xs[0]);
    }

    // S0-066 S0-067 S0-070: the printed losses lie on the curve of η = 0.1, which alone ends at the least.
    [Fact]
    public void Printed_losses_lie_on_the_replayed_curve()
    {
        Panel all = PanelOf("thermometer-loss", 1);
        Line curve = LineOf(all, "η = 0.1");
        Markers printed = all.Series.OfType<Markers>().Single();
        Assert.Equal(13, printed.Xs.Count);
        Assert.All(printed.Xs.Zip(printed.Ys), p => Assert.Equal(1, curve.Ys[(int)p.First] / p.Second, 5e-6));
        Assert.Equal(curve.Ys[^1], all.Series.OfType<HorizontalLine>().Single().At, 1e-4);
        Assert.True(LineOf(all, "η = 0.01").Ys[^1] > 9 * curve.Ys[^1]);
    }

    // S0-009 S0-010: lines of one bias meet at x = 0; lines of one weight are parallel.
    [Fact]
    public void Weights_turn_the_line_and_biases_lift_it()
    {
        Assert.All(PanelOf("neuron-lines").Series.OfType<Line>(), l => Assert.Equal(2, l.Ys[0] + l.Ys[1], 1e-12));
        Assert.All(PanelOf("neuron-lines", 1).Series.OfType<Line>(), l => Assert.Equal(6, l.Ys[1] - l.Ys[0], 1e-12));
    }

    // S4-073 S4-074 S4-077: the marks lie on the parabola, each 0.16 times the one before, with its tangent.
    [Fact]
    public void Steps_go_down_the_parabola()
    {
        Panel cost = PanelOf("slope-descent", 1);
        Assert.Equal([147.0817, 23.4939, 3.7528, 0.5994, 0.0958],
            cost.Series.OfType<Markers>().Select(m => Math.Round(m.Ys[0], 4)));
        Line tangent = (Line)cost.Series[1];
        Assert.Equal(SlopeCost.Exercise.Derivative(-10),
            (tangent.Ys[1] - tangent.Ys[0]) / (tangent.Xs[1] - tangent.Xs[0]), 1e-9);
    }

    // S4-079 S0-038: the path is the loop's, on the surface of the loss, and it goes down at every step.
    [Fact]
    public void The_descent_path_goes_to_the_minimum()
    {
        Surface loss = PanelOf("descent-path").Series.OfType<Surface>().Single();
        Assert.Equal(835.0267, loss.Path[0].Z, 5e-5);
        Assert.Equal(LeastSquaresLine.Exercise.Value([-16, 10]), loss[loss.Rows - 1, 0], 1e-9);
        Line path = LineOf(PanelOf("descent-path", 1), "descent");
        Assert.Equal((-5.484667, -8.36), (Math.Round(path.Xs[1], 6), Math.Round(path.Ys[1], 6)));
        Assert.True(loss.Path.Zip(loss.Path.Skip(1), (a, b) => b.Z < a.Z).All(fell => fell));
    }

    // S3-212: before scaling the path hardly moves along the valley; after it, it arrives.
    [Fact]
    public void Descent_converges_on_scaled_features()
    {
        Assert.True(Left(PanelOf("feature-scales")) > 0.9);
        Assert.True(Left(PanelOf("feature-scales", 1)) < 1e-3);

        static double Left(Panel panel)
        {
            Line path = LineOf(panel, "40 steps");
            double best = panel.Series.OfType<Markers>().Single(m => m.Label == "least squares").Xs[0];
            return Math.Abs((path.Xs[^1] - best) / (path.Xs[0] - best)); // the share of the way in w₁ that is left
        }
    }

    // S3-097 S3-098: min-max fills [0, 1], z-scores have mean 0; an outlier squeezes the others into a fifth.
    [Fact]
    public void An_outlier_squeezes_the_others()
    {
        Markers[] minMax = [.. PanelOf("scaling", 1).Series.OfType<Markers>()];
        Assert.Equal((0, 1), (minMax[0].Xs.Min(), minMax[0].Xs.Max()));
        Assert.True(minMax[1].Xs.Order().SkipLast(1).Last() < 0.2);
        Assert.Equal(0, PanelOf("scaling", 2).Series.OfType<Markers>().First().Xs.Average(), 1e-12);
    }

    // S4-088 S4-068: the plane and the line are those of least squares: residuals of mean 0, and none along ŷ.
    [Fact]
    public void Plane_and_line_show_their_fits()
    {
        Surface plane = PanelOf("plane").Series.OfType<Surface>().Single();
        Markers left = PanelOf("plane", 1).Series.OfType<Markers>().Single();
        Assert.Equal(80, plane.Points.Count);
        Assert.All(left.Xs.Zip(left.Ys).Zip(plane.Points), p =>
            Assert.Equal(p.Second.Z, p.First.First + p.First.Second, 1e-12));
        Assert.Equal(0, left.Ys.Average(), 1e-10);
        Assert.Equal(0, left.Xs.Zip(left.Ys, (ŷ, r) => ŷ * r).Average(), 1e-10);
        Line[] lines = [.. PanelOf("noise").Series.OfType<Line>()];
        Assert.True(Math.Abs(lines[0].Ys[0] - lines[1].Ys[0]) < 0.5);
    }
}
