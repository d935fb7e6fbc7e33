using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.ModelSelection;

/// <summary>
/// Two classes of unequal size, many threes and few eights: what balancing does, and what it is worth to augment
/// before the split, as the notes do with faces. S3-232, S3-234.
/// </summary>
public sealed record UnequalClasses(LabelledImages Images, LabelledImages Fresh)
{
    /// <summary>Ways to treat the smaller class.</summary>
    public enum Remedy
    {
        /// <summary>None.</summary>
        None,

        /// <summary>Weights in the loss, (11.13).</summary>
        Weights,

        /// <summary>Copies of the smaller class.</summary>
        Copies,

        /// <summary>Copies that are turned and shifted a little. S3-232</summary>
        Augmented,
    }

    /// <summary>Recall of the larger and of the smaller class.</summary>
    public readonly record struct Recalls(double Large, double Small)
    {
        /// <summary>Their mean, the accuracy if both were of one size.</summary>
        public double Mean => (Large + Small) / 2;
    }

    /// <summary>Recalls on the held-out part and on fresh digits, and the share of held-out images with a
    /// twin.</summary>
    public readonly record struct Verdict(Recalls Held, Recalls Fresh, double Twins);

    /// <summary>Threes (class 0) and eights (class 1), and fresh ones of both; real ones of a folder or
    /// drawn.</summary>
    public static UnequalClasses Of(string? folder, int threes, int eights, int fresh, ulong seed)
    {
        Require.NotEmpty(Math.Max(0, threes), nameof(threes));
        Require.NotEmpty(Math.Max(0, eights), nameof(eights));
        LabelledImages all = folder is null
            ? DrawnDigits.Draw(new RandomStream(seed), 25 + 12 * (threes + fresh), Noisy) : Mnist.Train(folder);
        int[] order = [.. Enumerable.Range(0, all.Count)];
        new RandomStream(seed).Shuffle(order.AsSpan());
        int[] Of(int digit) => [.. order.Where(n => all.Labels[n] == digit)];
        int[] three = Of(3), eight = Of(8);
        LabelledImages Set(int[] members) => new(
            new ByteImages([.. members.SelectMany(n => all.Images[n].ToArray())], all.Images.Shape),
            [.. members.Select(n => all.Labels[n] == 8 ? 1 : 0)], ["three", "eight"]);
        return new(
            Set([.. three[..threes], .. eight[..eights]]),
            Set([.. three[threes..(threes + fresh)], .. eight[eights..(eights + fresh)]]));
    }

    /// <summary>Trained on a part of the images with a remedy for that part alone, judged on fresh digits.</summary>
    public Recalls Remedied(Remedy remedy, ulong seed)
    {
        var random = new RandomStream(seed);
        SampleSet set = remedy switch
        {
            Remedy.Copies => Balanced(Images, new Flip(0), random).Set,
            Remedy.Augmented => Balanced(Images, Slightly, random).Set,
            _ => Images.ToSampleSet(),
        };
        return Recall(Train(set, seed, remedy == Remedy.Weights), Fresh.ToSampleSet());
    }

    /// <summary>
    /// Augments and then splits 75 to 25, as the notes do, or splits and then augments the training part: the recalls
    /// on the held-out part and on fresh digits, and the share of held-out images with a twin among the training ones.
    /// S3-234
    /// </summary>
    public Verdict HeldOut(bool augmentFirst, ulong seed)
    {
        var random = new RandomStream(seed);
        SampleSet training, held;
        int twins = 0;
        if (augmentFirst)
        {
            (SampleSet all, IReadOnlyList<int> origins) = Balanced(Images, Slightly, random);
            Split split = Split.Random(all.Count, 0.75, random);
            (training, held) = (all.At(split.Train), all.At(split.Validation));
            twins = ScalarBalance.Twins(origins, split.Train, split.Validation).Length;
        }
        else
        {
            Split split = Split.Stratified(Images.Labels, 0.75, random);
            var part = new LabelledImages(
                new ByteImages([.. split.Train.SelectMany(n => Images.Images[n].ToArray())], Images.Images.Shape),
                [.. split.Train.Select(n => Images.Labels[n])], Images.Classes);
            (training, held) = (Balanced(part, Slightly, random).Set, Images.ToSampleSet().At(split.Validation));
        }

        Trainer trainer = Train(training, seed, weighted: false);
        return new(Recall(trainer, held), Recall(trainer, Fresh.ToSampleSet()), (double)twins / held.Count);
    }

    /// <summary>The share of held-out images with a twin in the training part: balanced before the split, and after.
    /// S3-234</summary>
    public static (double Before, double After) TwinShares(int large, int small, ulong seed = 1)
    {
        var random = new RandomStream(seed);
        LabelledImages images = Blank([.. Enumerable.Repeat(0, large), .. Enumerable.Repeat(1, small)]);
        IReadOnlyList<int> origins = new BalancedImages(images.Images, images.Labels, Slightly, random).Origins;
        Split split = Split.Random(origins.Count, 0.75, random), first = Split.Random(images.Count, 0.75, random);
        double Share(Split of, IReadOnlyList<int> origin) =>
            (double)ScalarBalance.Twins(origin, of.Train, of.Validation).Length / of.Validation.Length;
        return (Share(split, origins), Share(first, [.. Enumerable.Range(0, images.Count)]));
    }

    /// <summary>All images and transformed copies of the smaller class, each computed once, and the original of each.
    /// S3-232</summary>
    public static (SampleSet Set, IReadOnlyList<int> Origins) Balanced(
        LabelledImages images, IImageTransform transform, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(images);
        var balanced = new BalancedImages(images.Images, images.Labels, transform, random);
        var pixels = new PixelBuffer(images.Images.Shape);
        Matrix<double> X = Matrix<double>.Build.Dense(images.Images.Features, balanced.Count);
        for (int n = 0; n < balanced.Count; n++)
        {
            balanced.Load(n, pixels);
            X.SetColumn(n, pixels.Values.ToArray());
        }

        return (new(new ColumnSamples(X), balanced.Labels, images.Classes.Count), balanced.Origins);
    }

    // Plain drawn digits are too easy: nobody errs on fresh ones.
    private static Handwriting Noisy => Handwriting.Ordinary with { Noise = 0.3, Shift = 0.15 };

    /// <summary>Turned by at most 10° and shifted by at most 4 % of a side.</summary>
    public static IImageTransform Slightly =>
        new Compose(new Rotation((-10, 10)), new Shift((-0.04, 0.04), (-0.04, 0.04)));

    private static LabelledImages Blank(int[] labels) =>
        new(new ByteImages(new byte[labels.Length], new ImageShape(1, 1, 1)), labels, ["large", "small"]);

    private static Trainer Train(SampleSet set, ulong seed, bool weighted)
    {
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(
            [784, 32, 2], width => new Relu(width), Initializers.He(random));
        Loss loss = weighted
            ? new WeightedCrossEntropy(ScalarBalance.Weights([.. set.Labels], 2)) : new SoftmaxCrossEntropy();
        var trainer = new Trainer(network, loss, new Adam(network.Parameters), Metric.Accuracy);
        trainer.Fit(set, 30, 16, random);
        return trainer;
    }

    private static Recalls Recall(Trainer trainer, SampleSet set)
    {
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnArrays(
            Enumerable.Range(0, set.Count).Select(n => set[n].X));
        var matrix = ConfusionMatrix.Of(OneHot.Decode(trainer.Predict(X)), [.. set.Labels], 2);
        return new(matrix.Against(0).Recall(), matrix.Against(1).Recall());
    }
}
