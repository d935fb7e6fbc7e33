using Reference.Book;
using Reference.Plotting;

namespace Reference.Optimizers.Tests;

/// <summary>The chapter's promises, the values that its experiments print and the data of its figures.</summary>
public class OptimizersChapterTests : ChapterTests<OptimizersChapter>
{
    // S2-124 S1-283: the steps of optimizers.
    [Theory]
    [InlineData(1, "GD", "86", "5507")]
    [InlineData(5, "RMSProp", "more than 20000", "more than 20000")]
    [InlineData(6, "Adam", "107", "1442")]
    [InlineData(7, "AdamW", "106", "more than 20000")]
    public void The_race_prints_its_steps(int row, params string[] cells)
    {
        MutationTesting.SkipSlow();
        using var screen = new Screen();
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ChapterConsole.Run(new OptimizersChapter(),
            ["experiment", "race", "--output", folder.Path], screen.Console));
        string[] rows = [.. screen.Text.Split('\n').Where(line => line.StartsWith('│'))];
        Assert.Equal(cells, rows[row].Trim().Trim('│').Split('│', StringSplitOptions.TrimEntries));
    }

    // S1-063 S1-084 S1-363 S3-042 S3-048: the error falls along all three paths, and most at the good rate; of four
    // rates only the last diverges.
    [Fact]
    public void Learning_rate_regimes_end_in_order()
    {
        var tilted = new LeastSquaresLine([-1, 0, 1, 2, 3], [-0.5, 0.5, 1.5, 2.5, 3.5]);
        double[] ends = [.. Drawn("contours").Panels.Select(panel =>
        {
            Line path = panel.Series.OfType<Line>().Single();
            double[] errors = [.. path.Xs.Zip(path.Ys, (w, b) => tilted.Value([w, b]))];
            Assert.True(Falls(errors));
            return errors[^1];
        })];
        Assert.True(ends[1] < ends[0] && ends[1] < ends[2]);
        Line[] rates = Lines("learning-rates"); // low, good, high, very high
        Assert.All(rates[..3], l => Assert.True(l.Ys[^1] < l.Ys[0]));
        Assert.True(rates[1].Ys[^1] < rates[0].Ys[^1] && rates[1].Ys[^1] < rates[2].Ys[^1]
            && rates[3].Ys[^1] > rates[3].Ys[0]);
    }

    // S1-337 S1-224: the loss of the full batch never rises, that of single records does.
    [Fact]
    public void Only_the_full_batch_never_rises()
    {
        Assert.True(Falls(Lines("batches", 1)[2].Ys));
        Assert.False(Falls(Lines("batches", 1)[0].Ys));
    }

    // S1-136: the ends lie in several minima, and the best is the lowest.
    [Fact]
    public void Restarts_end_in_minima()
    {
        Markers[] marks = [.. Drawn("restarts").Panels[0].Series.OfType<Markers>()]; // starts, ends, best
        Assert.All(marks[1].Xs, x => Assert.Equal(0, new Rastrigin().Gradient([x])[0], 1e-6));
        Assert.Equal(marks[1].Ys.Min(), marks[2].Ys[0]);
        Assert.True(marks[1].Xs.Select(x => Math.Round(x, 3)).Distinct().Count() > 2);
        Assert.True(Falls(Lines("restarts", 1)[0].Ys));
    }

    // S3-040: descent moves away along the saddle, below its height 23.
    [Fact]
    public void Descent_leaves_the_saddle()
    {
        Line path = Lines("saddle")[0];
        Assert.Equal((-0.1, 0.1), (Math.Round(path.Xs[1], 12), Math.Round(path.Ys[1], 12)));
        Assert.True(Quadratic.Saddle.Value([path.Xs[^1], path.Ys[^1]]) < 22.9);
    }

    private static Figure Drawn(string name) => OptimizerFigures.All.Single(f => f.Name == name).Draw();

    private static Line[] Lines(string name, int panel = 0) => [.. Drawn(name).Panels[panel].Series.OfType<Line>()];

    private static bool Falls(IEnumerable<double> values) =>
        values.Zip(values.Skip(1), (a, b) => b <= a).All(fell => fell);
}
