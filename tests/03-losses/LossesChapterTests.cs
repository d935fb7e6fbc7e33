using Reference.Book;

namespace Reference.Losses.Tests;

public class LossesChapterTests : ChapterTests<LossesChapter>
{
    // S1-029 S3-035: an outlier at 1000 takes the mean to 91.864 and leaves the median at 1.100; 4096 flips have the
    // error 0.00716.
    [Theory]
    [InlineData("outlier", "91.864", "1.100")]
    [InlineData("consistency", "0.00716", "wrote")]
    public void Experiments_print_known_values(string experiment, string first, string second)
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        string[] arguments = ["experiment", experiment, "--output", folder.Path];
        Assert.Equal(0, ChapterConsole.Run(new LossesChapter(), arguments, screen.Console, screen.Errors));
        Assert.Contains(first, screen.Text, StringComparison.Ordinal);
        Assert.Contains(second, screen.Text, StringComparison.Ordinal);
    }
}
