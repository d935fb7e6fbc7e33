using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Networks;

/// <summary>The notes' XOR project: 100 points around the corners of the unit square and a network 2-H-1 of sigmoids,
/// trained one sample at a time. S4-118, S4-124, S4-125, S4-126, S2-026.</summary>
public static class XorNetwork
{
    /// <summary>The four corners. // [2 × 4]</summary>
    public static Matrix<double> Corners { get; } = Matrix<double>.Build.DenseOfArray(LogicGates.X);

    /// <summary>Their targets. // [1 × 4]</summary>
    public static Matrix<double> Targets { get; } =
        Matrix<double>.Build.Dense(1, 4, (_, n) => LogicGates.XorLabels[n]);

    /// <summary>A run and its final accuracy on the set.</summary>
    public sealed record Run(Trainer Trainer, History History, double Accuracy);

    /// <summary>Linear, sigmoid, linear; the last sigmoid is in the loss. Started as PyTorch starts. S4-125.</summary>
    public static Sequential Build(int hidden, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        int[] sizes = hidden == 0 ? [2, 1] : [2, hidden, 1];
        return MultilayerPerceptron.Of(sizes, width => new Sigmoid(width), start, start);
    }

    /// <summary>The set of the notes, targets 0 and 1. S4-124.</summary>
    public static SampleSet Samples(RandomStream random, int count = 100)
    {
        LabelledPoints points = NoisyXor.Draw(random, count);
        return new(
            new ColumnSamples(points.X),
            new ColumnSamples(Matrix<double>.Build.Dense(1, count, (_, n) => points.Labels[n])));
    }

    /// <summary>A run as in the notes (η = 0.01): descent, batches of one in the order of the set. S4-126.</summary>
    public static Run Train(int hidden, double learningRate, ulong seed, int epochs = 500, int count = 100)
    {
        var random = new RandomStream(seed);
        SampleSet set = Samples(random, count);
        Sequential network = Build(hidden, random);
        var descent = new GradientDescent(network.Parameters, learningRate);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), descent, Metric.BinaryAccuracy);
        History history = trainer.Fit(set, epochs, 1);
        return new(trainer, history, trainer.Evaluate(set).Metric);
    }

    /// <summary>The share of runs that end with a point on the wrong side, one run per seed. S4-126.</summary>
    public static double FailureRate(int hidden, double learningRate, int seeds, int epochs = 500, int count = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seeds);
        return Enumerable.Range(1, seeds).AsParallel()
            .Average(seed => Train(hidden, learningRate, (ulong)seed, epochs, count).Accuracy < 1 ? 1.0 : 0);
    }

    /// <summary>Adam on the four corners at once, and the loss before each update. 2-2-1 is the smallest network that
    /// can learn them (S2-026, S3-028); the loss of a single unit, H = 0, stays at ln 2. S3-216.</summary>
    public static (Trainer Trainer, double[] Losses) OnCorners(int hidden, ulong seed, int steps)
    {
        Sequential network = Build(hidden, new RandomStream(seed));
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new Adam(network.Parameters, 0.05));
        return (trainer, [.. Enumerable.Range(0, steps).Select(_ => trainer.Step(Corners, Targets))]);
    }
}
