using Reference.Book;
using Reference.Networks;
using Reference.Plotting;

namespace Reference.Regularization.Tests;

/// <summary>What the figures show is there in their data.</summary>
public class FigureDataTests
{
    private static Figure Draw(string name) => RegularizationFigures.All.Single(figure => figure.Name == name).Draw();

    // S1-115 S1-323: the validation loss ends higher than at the best epoch, the training loss lower.
    [Fact]
    public void The_validation_loss_turns_up()
    {
        History run = OverfitRun.Bare.History;
        (int stopped, int best) = EarlyStopping.Of(run.ValidationLosses, 20);
        Assert.InRange(best, 2, 40);
        Assert.Equal(best + 20, stopped);
        Assert.True(run.ValidationLosses[^1] > 1.3 * run.ValidationLosses[best - 1]);
        Assert.True(run.Losses[^1] < 0.8 * run.Losses[best - 1]);
        Panel panel = Assert.Single(Draw("early-stopping").Panels);
        Assert.Equal(run.ValidationLosses, panel.Series.OfType<Line>().Last().Ys);
    }

    // S4-148: dropout follows the wrong labels less and is right more often elsewhere.
    [Fact]
    public void With_dropout_a_network_fits_wrong_labels_less()
    {
        (History bare, History dropped) = (OverfitRun.Bare.History, OverfitRun.WithDropout.History);
        Assert.True(dropped.Metrics[^1] < bare.Metrics[^1]);
        Assert.True(dropped.ValidationLosses[^1] < bare.ValidationLosses[^1]);
        Assert.True(dropped.ValidationMetrics[^1] > bare.ValidationMetrics[^1]);
    }

    // S1-121 S1-324: the minimum under L1 lies on an axis, that under L2 does not.
    [Fact]
    public void Under_L1_the_minimum_lies_on_an_axis()
    {
        Markers[] minima = [.. Draw("penalty-balls").Panels.Select(panel => panel.Series.OfType<Markers>().Single())];
        Assert.Equal([(1.5, 0.5), (0.9, 0.0)], minima[..2].Select(m => (m.Xs[0], m.Ys[0])));
        Assert.Equal(0.9375, minima[2].Xs[0], 0.025); // 1.5/1.6 on a grid of 1/80
        Assert.Equal(0.3125, minima[2].Ys[0], 0.025);
    }

    // S3-106 S3-107 S1-116: L1 leaves weights at exactly 0, L2 makes them small.
    [Fact]
    public void L1_leaves_zeros_and_L2_small_weights()
    {
        double[][] weights = [.. Draw("weight-histograms").Panels
            .Select(panel => panel.Series.OfType<Histogram>().Single().Samples.ToArray())];
        Assert.Equal([false, true, false], weights.Select(w => w.Count(v => v == 0) > w.Length / 3));
        Assert.True(weights[2].Sum(v => v * v) < 0.3 * weights[0].Sum(v => v * v));
    }

    // S1-133: as λ grows L1 has fewer features left, and the three that matter last longest.
    [Fact]
    public void Paths_end_at_0()
    {
        Line[] l1 = [.. Draw("penalty-paths").Panels[0].Series.OfType<Line>()];
        Assert.Equal(10, l1.Length);
        Assert.All(l1, path => Assert.Equal(0, path.Ys[^1]));
        Assert.All(l1[..7], path => Assert.Equal(0, path.Ys[100]));
        Assert.Equal(3, l1[7..].Count(path => path.Ys[100] != 0));
    }
}
