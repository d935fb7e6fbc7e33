using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>One output for each class and raw scores at the end: networks of any depth and activation on spirals and
/// digits. S4-130…S4-133, S4-137…S4-143.</summary>
internal static class ClassNetworks
{
    /// <summary>Three interleaved spirals. S4-131.</summary>
    public static LabelledPoints Spirals(ulong seed, int count = 300) =>
        Datasets.Spirals.Draw(new RandomStream(seed), 3, count, 0.75, 0.03);

    /// <summary>Trains a stack on points in the plane: Adam at 0.01, batches of 50.</summary>
    public static (Trainer Trainer, History History) Train(
        LabelledPoints points, int[] sizes, Func<int, ILayer> activation, ulong seed, int epochs)
    {
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(sizes, activation, Initializers.XavierNormal(random));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.Accuracy);
        return (trainer, trainer.Fit(points.ToSampleSet(), epochs, 50, random));
    }

    /// <summary>784-50-10 with sigmoid, tanh and ReLU from the same weights, descent at 0.1. S4-140.</summary>
    public static IReadOnlyList<(string Name, History History)> Compare(
        SampleSet training, SampleSet validation, ulong seed, int epochs)
    {
        (string, Func<int, ILayer>)[] activations =
            [("sigmoid", n => new Sigmoid(n)), ("tanh", n => new Tanh(n)), ("ReLU", n => new Relu(n))];
        return [.. activations.Select(entry =>
        {
            var random = new RandomStream(seed);
            Initializer start = Initializers.InverseRoot(random);
            Sequential network = MultilayerPerceptron.Of([784, 50, 10], entry.Item2, start, start);
            var trainer = new Trainer(
                network, new SoftmaxCrossEntropy(), new GradientDescent(network.Parameters, 0.1), Metric.Accuracy);
            return (entry.Item1, trainer.Fit(training, epochs, 50, random, validation));
        })];
    }
}
