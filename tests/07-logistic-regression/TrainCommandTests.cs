using Reference.Book;

namespace Reference.Classification.Tests;

public class TrainCommandTests
{
    // S4-114 S0-112: a row a seed, the median, and two figures.
    [Fact]
    public void The_command_trains_every_seed_and_says_the_median()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        IReadOnlyList<double> accuracies = TrainCommand.Train(
            screen.Console, folder.Path, "drawn", firstSeed: 4, seeds: 3, new(Epochs: 2), TestContext.Current.CancellationToken);
        Assert.Equal(3, accuracies.Count);
        Assert.Contains($"median of 3: {accuracies.Order().ElementAt(1):0.0 %}", screen.Text, StringComparison.Ordinal);
        Assert.All(
            new[] { "│ 4 ", "│ 5 ", "│ 6 ", "drawn-weights.png", "drawn-confusion.png" },
            part => Assert.Contains(part, screen.Text.ReplaceLineEndings(""), StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void The_command_line_reaches_it()
    {
        using var folder = new TemporaryFolder();
        using var errors = new StringWriter();
        Assert.Equal(
            0,
            ChapterConsole.Run(new LogisticRegressionChapter(), ["train", "drawn", "--seeds", "1", "--epochs", "1", "--output", folder.Path], errors: errors));
        Assert.Equal(1, ChapterConsole.Run(new LogisticRegressionChapter(), ["train", "letters", "--output", folder.Path], errors: errors));
        Assert.Contains("'drawn' or 'mnist'; got 'letters'", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            1,
            ChapterConsole.Run(new LogisticRegressionChapter(), ["train", "drawn", "--learning-rate", "1e308", "--output", folder.Path], errors: errors));
        Assert.Matches("Expected .* to be finite; got .* after step 1 with learning rate 1E\\+308", errors.ToString());
    }

    [Fact]
    public void Stopping_leaves_no_half_file()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        Assert.Throws<OperationCanceledException>(
            () => TrainCommand.Train(screen.Console, folder.Path, "drawn", 1, 1, new(Epochs: 1), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
