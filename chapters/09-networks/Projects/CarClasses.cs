using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// The notes' exercise with four classes of cars, whose last layer is <c>Dense(1, "softmax")</c>.
/// A softmax over one unit is 1 whatever goes in, and its gradient is 0, so that network can learn nothing; one unit for each class can.
/// The notes' table is lost: ours are seeded clouds of six features. S4-018, S4-019, S4-021.
/// </summary>
public static class CarClasses
{
    /// <summary>Four clouds in six features, standardised.</summary>
    /// <param name="random">Draws the cars.</param>
    /// <param name="count">N.</param>
    public static SampleSet Draw(RandomStream random, int count)
    {
        double[,] centres = { { 0, 2, 0, 2 }, { 0, 0, 2, 2 }, { 1, -1, 1, -1 }, { 0, 1, 1, 0 }, { 2, 2, 0, 0 }, { -1, 0, 0, 1 } };
        return Blobs.Draw(random, centres, count, 0.7).ToSampleSet();
    }

    /// <summary>The notes' network with its last layer as printed (one unit) or as it must be (one a class), with the softmax as a layer of its own.</summary>
    /// <param name="outputs">1 as printed, 4 as it must be.</param>
    /// <param name="random">Draws the weights.</param>
    public static Sequential Build(int outputs, RandomStream random)
    {
        Initializer weights = Initializers.Xavier(random);
        return new(new Dense(6, 10, weights), new Relu(10), new Dense(10, 5, weights), new Relu(5), new Dense(5, outputs, weights), new Softmax(outputs));
    }

    /// <summary>The repaired network without its softmax layer, which the loss contains. Adam at 0.01, batches of 20.</summary>
    /// <param name="training">Cars to learn from.</param>
    /// <param name="test">Cars to judge by.</param>
    /// <param name="seed">Draws weights and orders.</param>
    /// <param name="epochs">Epochs.</param>
    public static (Trainer Trainer, History History) Train(SampleSet training, SampleSet test, ulong seed, int epochs)
    {
        var random = new RandomStream(seed);
        Sequential network = new([.. Build(4, random).Layers.SkipLast(1)]);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 20, random, test));
    }
}
