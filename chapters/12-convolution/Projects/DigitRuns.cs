using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>Digits turned, augmented and scrambled. S0-092, S0-093, S2-151, S3-130.</summary>
public static class DigitRuns
{
    /// <summary>A run of the network of the notes and of 784-120-84-10, Adam at 0.001, batches of 10.</summary>
    public static (Trainer Trainer, History History) Train(
        SampleSet training, SampleSet held, int epochs, ulong seed, bool dense = false)
    {
        var random = new RandomStream(seed);
        Initializer start = Initializers.InverseRoot(random);
        Sequential network = dense
            ? MultilayerPerceptron.Of([784, 120, 84, 10], width => new Relu(width), start, start)
            : ConvolutionalNetworks.Mnist(random);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 10, random, held));
    }

    /// <summary>Every image turned by an angle drawn from a range in degrees, anew each time it is read.</summary>
    public static SampleSet Turned(LabelledImages digits, double low, double high, ulong seed) => new(
        new TransformedImages(digits.Images, new Rotation((low, high)), new RandomStream(seed)), digits.Labels, 10);

    /// <summary>The pixels of every image in one other order, the same for all.</summary>
    public static SampleSet Scrambled(SampleSet digits, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, 784)];
        new RandomStream(seed).Shuffle<int>(order);
        Matrix<double> X = Matrix<double>.Build.Dense(784, digits.Count);
        for (int n = 0; n < digits.Count; n++)
        {
            double[] x = digits[n].X.ToArray();
            X.SetColumn(n, [.. order.Select(pixel => x[pixel])]);
        }

        return new(new ColumnSamples(X), digits.Labels, 10);
    }
}
