using Reference.Book;

namespace Reference.Losses.Tests;

public class LossesChapterTests : ChapterTests<LossesChapter>
{
    // S1-029: 4096 flips have the error 0.00716.
    [Fact]
    public void The_experiment_prints_a_known_error()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        string[] arguments = ["experiment", "consistency", "--output", folder.Path];
        Assert.Equal(0, ChapterConsole.Run(new LossesChapter(), arguments, screen.Console, screen.Errors));
        Assert.Contains("0.00716", screen.Text, StringComparison.Ordinal);
    }
}
