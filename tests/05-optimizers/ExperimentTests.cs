using Reference.Book;

namespace Reference.Optimizers.Tests;

public class ExperimentTests
{
    private static string Printed(string experiment)
    {
        using var screen = new Screen();
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ChapterConsole.Run(new OptimizersChapter(), ["experiment", experiment, "--output", folder.Path], screen.Console));
        return screen.Text;
    }

    // The cells of each row of a table, the header included.
    private static string[][] Rows(string printed) =>
        [.. printed.Split('\n').Where(line => line.StartsWith('│')).Select(line => line.Trim().Trim('│').Split('│', StringSplitOptions.TrimEntries))];

    // S2-123: both ends of the printed rule stand in the last row.
    [Fact]
    public void The_printed_Adam_experiment_shows_where_it_leads()
    {
        string printed = Printed("printed-adam");
        Assert.Contains("-27.98", printed, StringComparison.Ordinal);
        Assert.Contains("-175.0", printed, StringComparison.Ordinal);
    }

    // S2-124: everyone is listed, with the steps on the ravine and in Rosenbrock's valley.
    [Fact]
    public void The_race_lists_every_optimizer()
    {
        string[][] rows = Rows(Printed("race"));
        Assert.Equal(["optimizer", "GD", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "AdamW"], rows.Select(row => row[0]));
        Assert.Equal(["GD", "86", "5507"], rows[1]);
        Assert.Equal(["RMSProp", "more than 20000", "more than 20000"], rows[5]);
        Assert.Equal(["Adam", "107", "1442"], rows[6]);
        Assert.Equal(["AdamW", "106", "more than 20000"], rows[7]);
        Assert.Equal(20, OptimizerExperiments.StepsNeeded(Quadratic.Parabola, [1], p => new GradientDescent(p, 0), 20));
        Assert.Equal(7, OptimizerExperiments.StepsNeeded(Quadratic.Parabola, [1], p => new GradientDescent(p, 0.32), 20)); // 0.36ᵗ < 10⁻³
    }

    // S1-283: λw in the gradient keeps 0.990 of a weight under the largest noise and nothing under the smallest; AdamW keeps as much under both.
    [Fact]
    public void The_weight_decay_experiment_prints_both()
    {
        string[][] rows = Rows(Printed("weight-decay"));
        Assert.Equal(["0.01", "-0.001", "0.603"], rows[1]);
        Assert.Equal(["100", "0.990", "0.603"], rows[^1]);
    }
}
