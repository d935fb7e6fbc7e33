using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>The programs of the notes on pictures in folders and files: dogs and cats, CIFAR-10, faces.
/// S2-003.</summary>
public static class PictureRuns
{
    /// <summary>
    /// Dogs and cats: pictures brought to side × side, a fifth kept for validation, Adam at 0.001, batches of 32. The
    /// notes have 224 and 15 epochs. S0-118, S0-131, S0-132, S0-134.
    /// </summary>
    public static (Trainer Trainer, History History) Pets(
        IImages pictures, IReadOnlyList<int> labels, int side, int epochs, ulong seed, AfterEpoch? after = null)
    {
        var random = new RandomStream(seed);
        var set = new SampleSet(new TransformedImages(pictures, new Resize(side, side), random), labels, 2);
        (SampleSet training, SampleSet held) = FourFifths(set, random);
        Sequential network = ConvolutionalNetworks.Pets(random, side);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 32, random, held, after: Each(after)));
    }

    /// <summary>Four fifths to train on, drawn at random, and a fifth for validation. S0-128.</summary>
    public static (SampleSet Training, SampleSet Held) FourFifths(SampleSet set, RandomStream random) =>
        Split.Random(set.Count, 0.8, random) is var split ? (set.At(split.Train), set.At(split.Validation)) : default;

    /// <summary>The probabilities of the classes of one picture. S0-135, S0-137.</summary>
    public static double[] Predict(ILayer network, IImages pictures, int index, int side)
    {
        var x = new double[network.Inputs];
        new TransformedImages(pictures, new Resize(side, side), new RandomStream(0)).CopyTo(index, x);
        return ScalarActivations.Softmax([.. network.Forward(Matrices.Column(x), Mode.Inference).Column(0)]);
    }

    /// <summary>
    /// The program of S3 for CIFAR-10, for the network of S2 or of S3: RMSProp, batches of 128, and as Keras's
    /// <c>validation_split</c> the last fifth of the samples for validation. S3-127, S3-128.
    /// </summary>
    public static (Trainer Trainer, History History) Cifar(
        LabelledImages images, int epochs, ulong seed, Func<RandomStream, Sequential> build, AfterEpoch? after = null)
    {
        var random = new RandomStream(seed);
        SampleSet set = images.ToSampleSet();
        (int[] train, int[] validation) = LastFifth(set.Count);
        Sequential network = build(random);
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new RmsProp(network.Parameters, 1e-3), Metric.Accuracy);
        return (trainer, trainer.Fit(
            set.At(train), epochs, 128, random, set.At(validation), after: Each(after)));
    }

    /// <summary>Drawn cats and dogs under the labels that CIFAR-10 gives them.</summary>
    public static LabelledImages DrawnCifar(RandomStream random, int count)
    {
        LabelledImages pets = DrawnPets.Draw(random, count);
        return new(pets.Images, [.. pets.Labels.Select(dog => dog == 1 ? 5 : 3)], Cifar10.Classes);
    }

    /// <summary>Keras's <c>validation_split=0.2</c>: the last fifth, as the samples stand. S3-128.</summary>
    public static (int[] Train, int[] Validation) LastFifth(int count) =>
        ([.. Enumerable.Range(0, count - count / 5)], [.. Enumerable.Range(count - count / 5, count / 5)]);

    /// <summary>
    /// Faces brought to 50 × 50 and [0, 1]. Binary cross-entropy, Adam, batches of 32. S3-230, S3-231, S3-235.
    /// </summary>
    public static (Trainer Trainer, History History) Gender(
        IImages faces, IReadOnlyList<int> labels, int epochs, ulong seed, AfterEpoch? after = null)
    {
        var random = new RandomStream(seed);
        SampleSet Of(IImages images, IReadOnlyList<int> classes) => new(
            new TransformedImages(images, new Resize(50, 50), random),
            new ColumnSamples(Matrix<double>.Build.Dense(1, classes.Count, (_, n) => classes[n])));
        (BalancedImages training, _, int[] held) = Balanced(faces, labels, random);
        Sequential network = ConvolutionalNetworks.Gender(random);
        var trainer = new Trainer(
            network, new SigmoidCrossEntropy(), new Adam(network.Parameters), Metric.BinaryAccuracy);
        return (trainer, trainer.Fit(
            Of(training, training.Labels), epochs, 32, random, Of(faces, labels).At(held), after: Each(after)));
    }

    /// <summary>
    /// A quarter of the faces is kept for validation; only then the smaller class of the others is filled up with
    /// flipped, turned and zoomed copies, so that no copy of a validation face is trained on. The indices of the faces
    /// behind the training images, copies included, and of those held out. S3-232, S3-233.
    /// </summary>
    public static (BalancedImages Training, int[] Origins, int[] Held) Balanced(
        IImages faces, IReadOnlyList<int> labels, RandomStream random)
    {
        Split split = Split.Stratified(labels, 0.75, random);
        var augment = new Compose(new Flip(), new Rotation((-36, 36)), new Zoom((0.9, 1.1)));
        var training = new BalancedImages(
            new Part(faces, split.Train), [.. split.Train.Select(n => labels[n])], augment, random);
        return (training, [.. training.Origins.Select(n => split.Train[n])], split.Validation);
    }

    private static AfterEpoch[]? Each(AfterEpoch? after) => after is null ? null : [after];

    /// <summary>Some of the images.</summary>
    public sealed class Part(IImages images, IReadOnlyList<int> indices) : IImages
    {
        /// <inheritdoc/>
        public int Count => indices.Count;

        /// <inheritdoc/>
        public void Load(int index, PixelBuffer into) => images.Load(indices[index], into);
    }
}
