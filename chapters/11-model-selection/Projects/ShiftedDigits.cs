using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.ModelSelection;

/// <summary>A digit network on test digits like its own and on turned ones: the notes' assumption broken by degrees.
/// S3-052.</summary>
public static class ShiftedDigits
{
    /// <summary>Test accuracies at angles, of 784-32-10 trained on upright digits. // angles, accuracies [n]</summary>
    public static double[] Accuracies(
        LabelledImages training, LabelledImages test, double[] degrees, ulong seed, int epochs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(
            [784, 32, 10], width => new Relu(width), Initializers.He(random));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
        trainer.Fit(training.ToSampleSet(), epochs, 32, random);
        return [.. degrees.Select(angle => trainer.Evaluate(new SampleSet(
            new TransformedImages(test.Images, new Rotation((angle, angle)), random), test.Labels, 10)).Metric)];
    }

    /// <summary>The first images of a set.</summary>
    public static LabelledImages First(LabelledImages images, int count)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new(
            new ByteImages(
                [.. Enumerable.Range(0, count).SelectMany(n => images.Images[n].ToArray())], images.Images.Shape),
            [.. images.Labels.Take(count)], images.Classes);
    }
}
