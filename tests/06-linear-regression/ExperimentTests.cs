using Reference.Numerics;

namespace Reference.LinearModels.Tests;

public class ExperimentTests
{
    // S0-066 S0-067 S0-075: every printed loss and the answer.
    [Fact]
    public void The_thermometer_experiment_shows_printed_and_replayed_losses()
    {
        string printed = LinearRegressionChapterTests.Printed("thermometer");
        Assert.Contains("1044.3514404296875", printed, StringComparison.Ordinal);
        Assert.Contains("0.44381776452064514", printed, StringComparison.Ordinal);
        Assert.Equal(2, printed.Split("21.1672").Length - 1);
    }

    // S3-101 S3-212: which data, and the mean error of the folds.
    [Fact]
    public void The_housing_experiment_names_its_table_and_prints_the_mean_error()
    {
        string printed = LinearRegressionChapterTests.Printed("housing");
        Housing housing = Housing.Load();
        Assert.Contains(housing.IsReal ? "published" : "synthetic", printed, StringComparison.Ordinal);
        double score = CrossValidation.Score(CrossValidation.LinearRegression(housing.Samples, 4,
            new RandomStream(1)));
        Assert.Contains($"{score:0.000}", printed, StringComparison.Ordinal);
    }
}
