using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// One output for each class and raw scores at the end: networks of any depth and activation on spirals and digits.
/// S4-130…S4-133, S4-137…S4-143.
/// </summary>
public static class ClassNetworks
{
    /// <summary>Three interleaved spirals. S4-131.</summary>
    /// <param name="seed">Draws the points.</param>
    /// <param name="count">N.</param>
    public static LabelledPoints Spirals(ulong seed, int count = 300) =>
        Datasets.Spirals.Draw(new RandomStream(seed), 3, count, 0.75, 0.03);

    /// <summary>Trains a stack on points in the plane: Adam at 0.01, batches of 50.</summary>
    /// <param name="points">The points.</param>
    /// <param name="sizes">2, the hidden sizes, and the number of classes.</param>
    /// <param name="activation">Makes the activation of a hidden layer.</param>
    /// <param name="seed">Draws weights and orders.</param>
    /// <param name="epochs">Epochs.</param>
    public static (Trainer Trainer, History History) Train(
        LabelledPoints points, int[] sizes, Func<int, ILayer> activation, ulong seed, int epochs)
    {
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(sizes, activation, Initializers.XavierNormal(random));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.Accuracy);
        return (trainer, trainer.Fit(points.ToSampleSet(), epochs, 50, random));
    }

    /// <summary>784-50-10 on digits with sigmoid, tanh and ReLU from the same weights, plain descent at 0.1. S4-140.</summary>
    /// <param name="training">The digits to learn from.</param>
    /// <param name="validation">The digits to judge by.</param>
    /// <param name="seed">Draws weights and orders.</param>
    /// <param name="epochs">Epochs.</param>
    public static IReadOnlyList<(string Name, History History)> Compare(
        SampleSet training, SampleSet validation, ulong seed, int epochs)
    {
        (string, Func<int, ILayer>)[] activations =
            [("sigmoid", width => new Sigmoid(width)), ("tanh", width => new Tanh(width)), ("ReLU", width => new Relu(width))];
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
