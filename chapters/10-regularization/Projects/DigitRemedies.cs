using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// The digits networks of the notes under each remedy: 784-128-64-10 on few digits, and the network of sigmoids with
/// and without batch normalization. S2-126, S2-127, S2-128, S4-158.
/// </summary>
public static class DigitRemedies
{
    /// <summary>A remedy: the strength of a penalty, the p of dropout, or none.</summary>
    public sealed record Remedy(string Name, double L1 = 0, double L2 = 0, double P = 0);

    /// <summary>Bare, L2, L1, dropout, and L2 with dropout.</summary>
    public static IReadOnlyList<Remedy> All { get; } =
    [
        new("bare"), new("L2 10⁻³", L2: 1e-3), new("L1 10⁻⁴", L1: 1e-4), new("dropout ½", P: 0.5),
        new("L2 and dropout", L2: 1e-3, P: 0.5),
    ];

    /// <summary>784-128-64-10, Adam at 0.001, batches of 64.</summary>
    public static (Trainer Trainer, History History) Train(
        Remedy remedy, SampleSet training, SampleSet held, int epochs, ulong seed, int patience = 0)
    {
        var random = new RandomStream(seed);
        Initializer start = Initializers.InverseRoot(random);
        Dense Of(int inputs, int outputs) => new(inputs, outputs, start, start);
        var network = new Sequential(
            Of(784, 128), new Relu(128), new Dropout(128, remedy.P, new RandomStream(seed + 1000)),
            Of(128, 64), new Relu(64), new Dropout(64, remedy.P, new RandomStream(seed + 2000)), Of(64, 10));
        var penalized = new PenalizedOptimizer(
            new Adam(network.Parameters), new Penalty(remedy.L1, remedy.L2), Penalty.WeightsOf(network));
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), penalized, Metric.Accuracy);
        var stopping = new EarlyStopping(network, Math.Max(1, patience));
        History history = trainer.Fit(
            training, epochs, 64, random, held, after: patience > 0 ? [stopping.After] : null);
        if (patience > 0)
        {
            stopping.Restore();
        }

        return (trainer, history);
    }

    /// <summary>784-H-H-10 of sigmoids, batch norm before each if wanted; descent, momentum 0.9, 0.01.
    /// S4-158.</summary>
    public static Sequential Sigmoids(RandomStream random, bool batchNorm, int hidden = 100)
    {
        Initializer start = Initializers.InverseRoot(random);
        ILayer[] Block(int inputs) =>
        [
            new Dense(inputs, hidden, start, start),
            .. batchNorm ? new ILayer[] { new BatchNormalization(hidden) } : [],
            new Sigmoid(hidden),
        ];
        return new([.. Block(784), .. Block(hidden), new Dense(hidden, 10, start, start)]);
    }

    /// <summary>Batches of 64.</summary>
    public static History TrainSigmoids(
        SampleSet training, SampleSet held, bool batchNorm, int epochs, ulong seed, double rate = 0.01,
        int hidden = 100)
    {
        var random = new RandomStream(seed);
        Sequential network = Sigmoids(random, batchNorm, hidden);
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Momentum(network.Parameters, rate), Metric.Accuracy);
        return trainer.Fit(training, epochs, 64, random, held);
    }

    /// <summary>Real digits of a folder, or drawn ones; in [−1, 1], as S2 normalizes them, or in [0, 1] as
    /// S4.</summary>
    public static (SampleSet Training, SampleSet Held, string What) Digits(
        string? folder, int training, int held, bool centred = true)
    {
        (LabelledImages train, LabelledImages test) = DigitsNetwork.Images(folder, training, held);
        SampleSet First(LabelledImages images, int count) =>
            (centred ? images.ToSampleSet(0.5, 0.5) : images.ToSampleSet())
                .At([.. Enumerable.Range(0, Math.Min(count, images.Count))]);
        return (First(train, training), First(test, held), folder is null ? "drawn digits" : "MNIST digits");
    }
}
