using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The digit classifier 784-128-64-10, cross-entropy on raw scores. S2-002, S2-100, S2-105…S2-108.</summary>
public static class DigitsNetwork
{
    /// <summary>The sizes of the layers; 784 is a flattened image of 28×28. S2-100.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [784, 128, 64, 10];

    /// <summary>The network, started as PyTorch starts its linear layers.</summary>
    public static Sequential Build(RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return MultilayerPerceptron.Of([.. Sizes], width => new Relu(width), start, start);
    }

    /// <summary>The program of the notes: Adam at 0.001, batches of 64. S2-106, S2-107.</summary>
    public static (Trainer Trainer, History History) Train(
        SampleSet training, SampleSet test, ulong seed, int epochs = 5, Action<int>? progress = null)
    {
        var random = new RandomStream(seed);
        Sequential network = Build(random);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 64, random, test, progress));
    }

    /// <summary>The real digits of a folder, or drawn ones.</summary>
    public static (SampleSet Training, SampleSet Test, string What) Digits(
        string? folder, int training = 1500, int test = 500)
    {
        (LabelledImages train, LabelledImages held) = Images(folder, training, test);
        string what = $"{train.Count:N0} {(folder is null ? "drawn" : "MNIST")} digits";
        return (train.ToSampleSet(), held.ToSampleSet(), what);
    }

    /// <summary>The same as images; real ones are all of them.</summary>
    public static (LabelledImages Training, LabelledImages Test) Images(string? folder, int training, int test) =>
        folder is null
            ? (DrawnDigits.Draw(new RandomStream(8), training), DrawnDigits.Draw(new RandomStream(9), test))
            : (Mnist.Train(folder), Mnist.Test(folder));
}
