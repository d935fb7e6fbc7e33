using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class DigitTests
{
    private static readonly LabelledImages training = DrawnDigits.Draw(new RandomStream(1), 300),
        heldOut = DrawnDigits.Draw(new RandomStream(2), 200);

    private static DigitTraining Train(Action<int>? afterEpoch = null) =>
        DigitTraining.Run(training, heldOut, seed: 3, new(Epochs: 8), afterEpoch);

    // S4-114 S0-112: the loss falls every epoch, most held-out digits are read, and a seed repeats its bits.
    [Fact]
    public void Drawn_digits_are_learned()
    {
        List<int> epochs = [];
        DigitTraining run = Train(), again = Train(epochs.Add);
        Assert.Equal(8, run.Accuracies.Count);
        Assert.True(run.Losses[0] < 1.2 * Math.Log(10));
        Assert.True(run.Losses.Zip(run.Losses.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.True(run.Accuracies[^1] > 0.5, $"{run.Accuracies[^1]}");
        Assert.Equal(run.Accuracies[^1], run.Confusion.Accuracy(), 1e-15);
        Assert.Equal(200, run.Confusion.Samples);
        Assert.Equal(Enumerable.Range(1, 8), epochs);
        Assert.Equal(run.Losses, again.Losses);
        Assert.Equal(run.Model.W.Values.ToArray(), again.Model.W.Values.ToArray());

        // S4-115: a row of weights is folded as a picture is flattened, row after row.
        IReadOnlyList<double[,]> images = run.WeightImages(new ImageShape(28, 28, 1));
        Assert.Equal(10, images.Count);
        Assert.Equal(run.Model.W.Value[4, 2 * 28 + 5], images[4][2, 5]);
    }

    // S4-114: MNIST 784 → 10, Adam with 0.001, batches of 64, 20 epochs: 92.5 % measured, median of five seeds.
    [Fact]
    public void Real_digits_are_read()
    {
        string folder = RealData.At("mnist");
        LabelledImages train = Mnist.Train(folder), test = Mnist.Test(folder);
        double[] accuracies = [.. Enumerable.Range(1, 5)
            .Select(seed => DigitTraining.Run(train, test, (ulong)seed).Accuracies[^1]).Order()];
        Assert.True(accuracies[2] >= 0.915, string.Join(", ", accuracies));
    }

    // S4-114 S0-112: a row a seed, the median, and two figures.
    [Fact]
    public void The_command_trains_every_seed_and_prints_the_median()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        IReadOnlyList<double> accuracies = TrainCommand.Train(
            screen.Console, folder.Path, "drawn", firstSeed: 4, seeds: 2, new(Epochs: 2),
            TestContext.Current.CancellationToken);
        Assert.Equal(2, accuracies.Count);
        Assert.Contains($"median of 2: {accuracies.Average():0.0 %}", screen.Text, StringComparison.Ordinal);
        string[] parts = ["│ 4 ", "│ 5 ", "drawn-weights.png", "drawn-confusion.png"];
        Assert.All(parts, part => Assert.Contains(part, screen.Text.ReplaceLineEndings(""), StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void The_command_reports_what_it_cannot_do()
    {
        using var folder = new TemporaryFolder();
        using var errors = new StringWriter();
        int Run(params string[] options) => ChapterConsole.Run(
            new LogisticRegressionChapter(), ["train", .. options, "--output", folder.Path], errors: errors);
        Assert.Equal(1, Run("letters"));
        Assert.Contains("'drawn' or 'mnist'; got 'letters'", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run("drawn", "--learning-rate", "1e308"));
        Assert.Matches("Expected .* to be finite; got .* after step 1 with learning rate 1E\\+308", errors.ToString());

        using var screen = new Screen();
        Assert.Throws<OperationCanceledException>(() => TrainCommand.Train(
            screen.Console, folder.Path, "drawn", 1, 1, new(Epochs: 1), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
