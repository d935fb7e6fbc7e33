using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>Digits turned, augmented and scrambled. S0-092, S0-093, S2-151, S3-130.</summary>
public static class DigitRuns
{
    /// <summary>The program of the notes, Adam at 0.001 and batches of 10: it trains, stops, resumes and predicts.
    /// S0-098, S0-110, S0-111, S0-115, S0-139, S0-140.</summary>
    public static DigitsProgram Program(ulong seed) => new(seed, ConvolutionalNetworks.Mnist, 10);

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

    /// <summary>The accuracy on held-out digits turned by each angle, after training on digits that are turned by up
    /// to so many degrees either way; 0 leaves them. // angles [A] → [A]</summary>
    public static double[] ByAngle(
        LabelledImages training, LabelledImages held, double turn, double[] angles, int epochs, ulong seed)
    {
        Trainer trainer = Train(
            turn == 0 ? training.ToSampleSet() : Turned(training, -turn, turn, seed), held.ToSampleSet(), epochs, seed)
            .Trainer;
        return [.. angles.Select(angle => trainer.Evaluate(Turned(held, angle, angle, seed)).Metric)];
    }

    /// <summary>The held-out accuracy after every epoch of the dense or the convolutional network, with the pixels in
    /// place or all in one other order. // [epochs]</summary>
    public static double[] InOrder(
        LabelledImages training, LabelledImages held, bool scrambled, bool dense, int epochs, ulong seed)
    {
        SampleSet Of(LabelledImages digits) =>
            scrambled ? Scrambled(digits.ToSampleSet(), seed) : digits.ToSampleSet();
        return Train(Of(training), Of(held), epochs, seed, dense).History.ValidationMetrics;
    }

    /// <summary>Every image turned by an angle drawn from a range in degrees, anew each time it is read.</summary>
    public static SampleSet Turned(LabelledImages digits, double low, double high, ulong seed) => new(
        new TransformedImages(digits.Images, new Rotation((low, high)), new RandomStream(seed)), digits.Labels, 10);

    /// <summary>
    /// Small changes that leave a digit what it is, and a flip, which does not. S0-092, S0-093, S0-094, S0-095,
    /// S0-096, S2-163.
    /// </summary>
    public static IReadOnlyList<(string Name, IImageTransform Change)> Changes { get; } =
    [
        ("turned by up to 15°", new Rotation((-15, 15))), ("zoomed by 0.8 … 1.2", new Zoom((0.8, 1.2))),
        ("brightness 0.5 … 1.5", new Brightness((0.5, 1.5))), ("flipped", new Flip(1)),
    ];

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
