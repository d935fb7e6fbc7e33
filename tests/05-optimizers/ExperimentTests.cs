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

    // S2-123: both ends of the printed rule stand in the last row.
    [Fact]
    public void The_printed_Adam_experiment_shows_where_it_leads()
    {
        string printed = Printed("printed-adam");
        Assert.Contains("-27.98", printed, StringComparison.Ordinal);
        Assert.Contains("-175.0", printed, StringComparison.Ordinal);
    }

    // S2-124: everyone is listed.
    [Fact]
    public void The_race_lists_every_optimizer()
    {
        string printed = Printed("race");
        Assert.All(
            new[] { "GD", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "AdamW" },
            name => Assert.Contains(name, printed, StringComparison.Ordinal));
        Assert.Equal(20, OptimizerExperiments.StepsNeeded(Quadratic.Parabola, [1], p => new GradientDescent(p, 0), 20));
        Assert.Equal(7, OptimizerExperiments.StepsNeeded(Quadratic.Parabola, [1], p => new GradientDescent(p, 0.32), 20)); // 0.36ᵗ < 10⁻³
    }

    // S1-283: λw in the gradient against AdamW.
    [Fact]
    public void The_weight_decay_experiment_prints_both() => Assert.Contains("AdamW", Printed("weight-decay"), StringComparison.Ordinal);
}
