using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A digit classifier that trains with Adam, stops, resumes and predicts. S2-107.</summary>
public sealed class DigitsProgram : IDigitModel
{
    private readonly ulong _seed;
    private readonly RandomStream _random;
    private readonly Trainer _trainer;
    private readonly int _batchSize;
    private int _done;

    /// <summary>784-128-64-10 in batches of 64, its weights drawn from a seed.</summary>
    public DigitsProgram(ulong seed)
        : this(seed, DigitsNetwork.Build, 64)
    {
    }

    /// <summary>A network of 784 pixels and ten scores, its weights drawn from a seed, in batches of B ≥ 1.</summary>
    public DigitsProgram(ulong seed, Func<RandomStream, Sequential> build, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        (_seed, _random, _batchSize) = (seed, new RandomStream(seed), batchSize);
        Sequential network = build(_random);
        _trainer = new(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _trainer.Optimizer.LearningRate;
        set => _trainer.Optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public void Train(SampleSet training, SampleSet heldOut, int epochs, Action<int, double, double> afterEpoch) =>
        _trainer.Fit(training, epochs, _batchSize, _random, heldOut, done: _done, after:
        [
            (epoch, measured) =>
            {
                afterEpoch(epoch, measured.Loss, measured.ValidationMetric);
                return true;
            },
        ]);

    /// <inheritdoc/>
    public Checkpoint Save(int epochs) => TrainingCheckpoint.Of(_trainer, epochs, _seed);

    /// <inheritdoc/>
    public int Restore(Checkpoint checkpoint) => _done = TrainingCheckpoint.Restore(_trainer, checkpoint).Epochs;

    /// <inheritdoc/>
    public Matrix<double> Predict(Matrix<double> X) => _trainer.Predict(X);
}
