using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class DigitTests
{
    private static readonly Lazy<DigitTraining> Drawn = new(() =>
        DigitTraining.Run(DrawnDigits.Draw(new RandomStream(1), 600), DrawnDigits.Draw(new RandomStream(2), 200), seed: 3, new(Epochs: 8)));

    // S4-114 S0-112: on drawn digits the error falls every epoch, and most held-out digits are read.
    [Fact]
    public void Drawn_digits_are_learned()
    {
        DigitTraining run = Drawn.Value;
        Assert.Equal((8, 8), (run.Errors.Count, run.Accuracies.Count));
        Assert.True(run.Errors[0] < 1.2 * Math.Log(10));
        Assert.True(run.Errors.Zip(run.Errors.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.True(run.Accuracies[^1] > 0.6, $"{run.Accuracies[^1]}");
        Assert.Equal(run.Accuracies[^1], run.Confusion.Accuracy(), 1e-15);
        Assert.Equal(200, run.Confusion.Samples);
    }

    // The same seed, the same bits.
    [Fact]
    public void A_seed_repeats_its_run()
    {
        List<int> epochs = [];
        DigitTraining again = DigitTraining.Run(
            DrawnDigits.Draw(new RandomStream(1), 600), DrawnDigits.Draw(new RandomStream(2), 200), seed: 3, new(Epochs: 8), epochs.Add);
        Assert.Equal(Enumerable.Range(1, 8), epochs);
        Assert.Equal(Drawn.Value.Errors, again.Errors);
        Assert.Equal(Drawn.Value.Model.W.Values.ToArray(), again.Model.W.Values.ToArray());
    }

    // S4-114 S4-115: a picture is flattened row after row, and a row of weights is folded back the same way.
    [Fact]
    public void Pictures_are_flattened_row_after_row()
    {
        byte[] pixels = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
        Matrix<double> X = ScaledWeights.Columns(new ByteImages(pixels, new ImageShape(10, 10, 1)));
        Assert.Equal((100, 2), (X.RowCount, X.ColumnCount));
        Assert.Equal(123 / 255.0, X[23, 1], 1e-15); // row 2, column 3 of the second picture

        IReadOnlyList<double[,]> images = Drawn.Value.WeightImages(new ImageShape(28, 28, 1));
        Assert.Equal(10, images.Count);
        Assert.Equal(Drawn.Value.Model.W.Value[4, 2 * 28 + 5], images[4][2, 5]);
    }

    // S4-114: MNIST 784 → 10, Adam with 0.001, batches of 64, 20 epochs:
    // the median of five seeds reads 91.5 % of 1,000 held-out digits at least (92.5 % measured).
    [Fact]
    public void Real_digits_are_read()
    {
        string folder = RealData.At("mnist");
        LabelledImages train = Mnist.Train(folder), test = Mnist.Test(folder);
        double[] accuracies = [.. Enumerable.Range(1, 5).Select(seed => DigitTraining.Run(train, test, (ulong)seed).Accuracies[^1]).Order()];
        Assert.True(accuracies[2] >= 0.915, string.Join(", ", accuracies));
    }
}
