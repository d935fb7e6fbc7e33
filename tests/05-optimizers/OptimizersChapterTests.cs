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
        string[] rows = [.. Printed("race").Split('\n').Where(line => line.StartsWith('│'))];
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
        Assert.Equal([61, 61, 61], Lines("batches", 3).Select(line => line.Ys.Count));
        Assert.True(Falls(Lines("batches", 3)[2].Ys));
        Assert.False(Falls(Lines("batches", 3)[0].Ys));
    }

    // S2-124: the paths end lower than they start, and momentum's is the longest way along the valley.
    [Fact]
    public void Paths_follow_the_valley()
    {
        double[] ends = [.. Drawn("valley-paths").Panels.Select(panel =>
            panel.Series.OfType<Line>().Single()).Select(path => new Rosenbrock().Value([path.Xs[^1], path.Ys[^1]]))];
        Assert.All(ends, end => Assert.True(end < 4));
        Assert.Equal(1, ends.Index().MinBy(end => end.Item).Index);
    }

    // S3-040: descent comes within 0.1 of the saddle, at height 0, and leaves it downwards along y.
    [Fact]
    public void Descent_leaves_the_saddle()
    {
        IReadOnlyList<(double X, double Y, double Z)> path =
            Drawn("saddle").Panels[0].Series.OfType<Surface>().Single().Path;
        Assert.All(path, p => Assert.Equal(p.X * p.X - p.Y * p.Y, p.Z, 1e-12));
        Assert.Contains(path, p => Math.Sqrt(p.X * p.X + p.Y * p.Y) < 0.15);
        Assert.True(path[^1].Y < -0.8 && Math.Abs(path[^1].X) < 0.01);
    }

    private static Figure Drawn(string name) => OptimizerFigures.All.Single(f => f.Name == name).Draw();

    private static Line[] Lines(string name, int panel = 0) => [.. Drawn(name).Panels[panel].Series.OfType<Line>()];

    private static bool Falls(IEnumerable<double> values) =>
        values.Zip(values.Skip(1), (a, b) => b <= a).All(fell => fell);
}
