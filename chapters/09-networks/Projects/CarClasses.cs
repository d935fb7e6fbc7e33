using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The notes' exercise with four classes of cars, whose last layer is <c>Dense(1, "softmax")</c>: its output
/// is 1 for every car and its gradient 0, so it learns nothing. Their table is lost; ours is drawn. S4-018, S4-019,
/// S4-021.</summary>
internal static class CarClasses
{
    /// <summary>Four clouds of six features.</summary>
    public static SampleSet Draw(RandomStream random, int count)
    {
        double[,] centres =
            { { 0, 2, 0, 2 }, { 0, 0, 2, 2 }, { 1, -1, 1, -1 }, { 0, 1, 1, 0 }, { 2, 2, 0, 0 }, { -1, 0, 0, 1 } };
        return Blobs.Draw(random, centres, count, 0.7).ToSampleSet();
    }

    /// <summary>The network of the notes, its softmax a layer of one output as printed or of four.</summary>
    public static Sequential Build(int outputs, RandomStream random)
    {
        Initializer weights = Initializers.Xavier(random);
        return new(
            new Dense(6, 10, weights), new Relu(10), new Dense(10, 5, weights), new Relu(5),
            new Dense(5, outputs, weights), new Softmax(outputs));
    }

    /// <summary>Trains the right network, its softmax in the loss: Adam at 0.01, batches of 20.</summary>
    public static (Trainer Trainer, History History) Train(SampleSet training, SampleSet test, ulong seed, int epochs)
    {
        var random = new RandomStream(seed);
        Sequential network = new([.. Build(4, random).Layers.SkipLast(1)]);
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 20, random, test));
    }
}
