using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Texts;

/// <summary>The classifiers of the notes on multi-hot vectors; all end in raw scores, with Keras's initial
/// weights.</summary>
public static class TextNetworks
{
    /// <summary>Reviews, 10,000-16-16-1: 160,016 + 272 + 17 = 160,305 parameters. S3-060, S3-063, S3-065,
    /// S3-066.</summary>
    public static Sequential Reviews(RandomStream random, int inputs = 10_000, int width = 16) =>
        Of([inputs, width, width, 1], random);

    /// <summary>Its listing as printed, with one more layer of one ReLU before the output: 160,307 parameters.
    /// S3-060</summary>
    public static Sequential ReviewsAsListed(RandomStream random, int inputs = 10_000) =>
        Of([inputs, 16, 16, 1, 1], random);

    /// <summary>News, 10,000-64-64-46: 640,064 + 4,160 + 2,990 = 647,214 parameters. S3-089, S3-090.</summary>
    public static Sequential News(RandomStream random, int inputs = 10_000, int width = 64, int topics = 46) =>
        Of([inputs, width, width, topics], random);

    /// <summary>Logistic regression: one score from a bag of words. S1-171</summary>
    public static Sequential Linear(RandomStream random, int inputs) => Of([inputs, 1], random);

    /// <summary>
    /// RMSProp with Keras's constants, η 0.001, ρ 0.9, and ε 10⁻⁷ under the root, as since version 2.11. PyTorch's are
    /// 0.01, 0.99, and 10⁻⁸ beside the root. S3-061
    /// </summary>
    public static RmsProp Keras(IReadOnlyList<Parameter> parameters, double learningRate = 1e-3) =>
        new(parameters, learningRate, 0.9, 1e-7, EpsilonPlace.InsideRoot);

    private static Sequential Of(int[] sizes, RandomStream random) =>
        MultilayerPerceptron.Of(sizes, width => new Relu(width), Initializers.Xavier(random));
}
