using Reference.Book;
using Spectre.Console;

namespace Reference.Differentiation.Tests;

public class ExperimentTests
{
    private static string Printed(string experiment)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("differentiation");
        try
        {
            using var text = new StringWriter();
            IAnsiConsole console = AnsiConsole.Create(
                new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
            Assert.Equal(0, ChapterConsole.Run(new DifferentiationChapter(), ["experiment", experiment, "--output", folder.FullName], console));
            return text.ToString();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // (4.20) S2-053: predicted steps stand in the table, and a figure is written.
    [Fact]
    public void The_step_size_experiment_prints_predictions()
    {
        string printed = Printed("step-size");
        Assert.Contains("2.1E-8", printed, StringComparison.Ordinal);
        Assert.Contains("6.9E-6", printed, StringComparison.Ordinal);
        Assert.Contains("2.1E-3", printed, StringComparison.Ordinal);
        Assert.Contains("wrote", printed, StringComparison.Ordinal);
    }

    // S0-042: three ways, each with its time.
    [Fact]
    public void The_race_prints_three_ways()
    {
        string printed = Printed("million-sums");
        Assert.Contains("boxed", printed, StringComparison.Ordinal);
        Assert.Contains("one by one", printed, StringComparison.Ordinal);
        Assert.Contains("vectorized", printed, StringComparison.Ordinal);
    }
}
