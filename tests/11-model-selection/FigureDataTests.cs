using Reference.Plotting;

namespace Reference.ModelSelection.Tests;

/// <summary>What the figures show is there in their data.</summary>
public class FigureDataTests
{
    private static Figure Draw(string name) => ModelSelectionFigures.All.Single(figure => figure.Name == name).Draw();

    // S3-079: the rate matters more than the topology, and the best rate after 2 epochs is not that after 30.
    [Fact]
    public void The_rate_matters_most()
    {
        HeatMap[] maps = [.. Draw("topology-rate-epochs").Panels.Select(p => p.Series.OfType<HeatMap>().Single())];
        double[] Row(HeatMap map, int t) => [.. Enumerable.Range(0, 4).Select(r => map[t, r])];
        Assert.All(Enumerable.Range(0, 4), t => Assert.Equal(Row(maps[2], t).Max(), maps[2][t, 2]));
        Assert.Equal(3, Enumerable.Range(0, 4).Count(t => Row(maps[0], t).Max() == maps[0][t, 3]));
        double[] atBest = [.. Enumerable.Range(0, 4).Select(t => maps[2][t, 2])];
        Assert.True(atBest.Max() - atBest.Min() < 0.1);
        Assert.All(Enumerable.Range(0, 4), t => Assert.True(maps[2][t, 0] < maps[2][t, 2] - 0.15));
    }

    // S2-133 S2-134: four values against sixteen.
    [Fact]
    public void Random_search_tries_more_values()
    {
        int[] values = [.. Draw("coverage").Panels.Select(p =>
            p.Series.OfType<Markers>().First().Xs.Distinct().Count())];
        Assert.Equal([4, 16], values);
    }

    // S2-136: what is tried next is the candidate of the largest ratio.
    [Fact]
    public void The_chosen_candidate_has_the_largest_ratio()
    {
        Markers[] marks = [.. Draw("parzen").Panels[2].Series.OfType<Markers>()];
        Assert.Equal(24, marks[0].Xs.Count);
        Assert.Equal(marks[0].Ys.Max(), Assert.Single(marks[1].Ys));
        Markers[] trials = [.. Draw("parzen").Panels[0].Series.OfType<Markers>()];
        Assert.Equal((5, 25), (trials[0].Xs.Count, trials[1].Xs.Count)); // ⌈0.15 · 30⌉
        Assert.True(trials[0].Ys.Max() <= trials[1].Ys.Min());
    }

    // S2-138: a stopped curve ends above the median of the complete trials.
    [Fact]
    public void Stopped_trials_end_early()
    {
        Line[] lines = [.. Draw("pruning").Panels[0].Series.OfType<Line>()];
        Assert.Equal(31, lines.Length);
        Assert.True(lines.Count(line => line.Xs.Count < 20) >= 5);
        Assert.All(lines, line => Assert.True(line.Xs.Count > 2)); // warm-up
    }

    // S3-232 S3-234: counts before and after, and held-out recall above that of fresh eights only with a leak.
    [Fact]
    public void The_leak_shows()
    {
        MutationTesting.SkipSlow();
        Figure figure = Draw("balance-and-leak");
        Assert.Equal([40, 16, 40], figure.Panels[0].Series.OfType<Bars>().Single().Values);
        double Recall(int panel, int of) => figure.Panels[panel].Series.OfType<Bars>().ElementAt(of).Values[of];
        Assert.True(Recall(2, 0) > Recall(2, 1) + 0.05);
        Assert.True(Recall(2, 0) > Recall(3, 0));
    }
}
