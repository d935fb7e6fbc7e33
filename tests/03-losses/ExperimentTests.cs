using Reference.Book;
using Spectre.Console;

namespace Reference.Losses.Tests;

public class ExperimentTests
{
    private static string Printed(string experiment)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("losses");
        try
        {
            using var text = new StringWriter();
            IAnsiConsole console = AnsiConsole.Create(
                new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
            Assert.Equal(0, ChapterConsole.Run(new LossesChapter(), ["experiment", experiment, "--output", folder.FullName], console));
            return text.ToString();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // S3-035: the table's last row: an outlier at 1000 takes the mean to 91.864 and leaves the median at 1.100.
    [Fact]
    public void The_outlier_experiment_prints_three_centres()
    {
        string printed = Printed("outlier");
        Assert.Contains("91.864", printed, StringComparison.Ordinal);
        Assert.Contains("1.100", printed, StringComparison.Ordinal);
    }

    // S1-029: eleven lengths up to 4096, with the theory beside them, and a figure.
    [Fact]
    public void The_consistency_experiment_prints_theory_beside_measurement()
    {
        string printed = Printed("consistency");
        Assert.Contains("0.00716", printed, StringComparison.Ordinal); // √(0.21 / 4096)
        Assert.Contains("wrote", printed, StringComparison.Ordinal);
    }
}
