using Reference.Book;

namespace Reference.LinearModels.Tests;

public class ExperimentTests
{
    private static string Printed(string experiment)
    {
        using var screen = new Screen();
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ChapterConsole.Run(new LinearRegressionChapter(), ["experiment", experiment, "--output", folder.Path], screen.Console));
        return screen.Text;
    }

    // S0-066 S0-067 S0-075: every printed loss and the answer.
    [Fact]
    public void The_thermometer_experiment_shows_printed_and_replayed_losses()
    {
        string printed = Printed("thermometer");
        Assert.Contains("1044.3514404296875", printed, StringComparison.Ordinal);
        Assert.Contains("0.44381776452064514", printed, StringComparison.Ordinal);
        Assert.Equal(2, printed.Split("21.1672").Length - 1);
    }

    // S3-101 S3-212: which data, the mean error, and three ways to scale.
    [Fact]
    public void The_housing_experiment_says_which_table_it_has()
    {
        string printed = Printed("housing");
        Assert.Contains(Housing.Load().IsReal ? "published" : "synthetic", printed, StringComparison.Ordinal);
        Assert.Contains("mean", printed, StringComparison.Ordinal);
        Assert.Contains("z-score", printed, StringComparison.Ordinal);
    }

    // S3-101: another seed divides the samples otherwise, in the picture as in the table.
    [Fact]
    public void The_housing_picture_shows_the_folds_that_were_measured()
    {
        Assert.NotEqual(Picture("1"), Picture("2"));

        static byte[] Picture(string seed)
        {
            using var screen = new Screen();
            using var folder = new TemporaryFolder();
            string[] args = ["experiment", "housing", "--seed", seed, "--output", folder.Path];
            Assert.Equal(0, ChapterConsole.Run(new LinearRegressionChapter(), args, screen.Console));
            return File.ReadAllBytes(Directory.GetFiles(folder.Path, "k-fold-*.png", SearchOption.AllDirectories).Single());
        }
    }

    // S2-092: below the edge weights, above it the step at which it broke.
    [Fact]
    public void The_bonus_experiment_shows_both_sides_of_the_edge()
    {
        string printed = Printed("bonus");
        Assert.Contains("w = (3.05", printed, StringComparison.Ordinal);
        Assert.Contains("diverged at step", printed, StringComparison.Ordinal);
    }
}
