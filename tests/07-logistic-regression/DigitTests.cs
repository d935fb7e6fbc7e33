using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class DigitTests
{
    // S4-114 S0-112: the loss falls every epoch, and most held-out digits are read.
    [Fact]
    public void Drawn_digits_are_learned()
    {
        List<int> epochs = [];
        LabelledImages training = DrawnDigits.Draw(new RandomStream(1), 300),
            heldOut = DrawnDigits.Draw(new RandomStream(2), 200);
        DigitTraining run = DigitTraining.Run(training, heldOut, seed: 3, new(Epochs: 8), epochs.Add);
        Assert.Equal(8, run.Accuracies.Count);
        Assert.True(run.Losses[0] < 1.2 * Math.Log(10));
        Assert.True(run.Losses.Zip(run.Losses.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.True(run.Accuracies[^1] > 0.5, $"{run.Accuracies[^1]}");
        Assert.Equal(run.Accuracies[^1], run.Confusion.Accuracy(), 1e-15);
        Assert.Equal(200, run.Confusion.Samples);
        Assert.Equal(Enumerable.Range(1, 8), epochs);

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
}
