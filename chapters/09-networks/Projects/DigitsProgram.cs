using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The digit classifier 784-128-64-10 that trains, stops, resumes and predicts. S2-107.</summary>
public sealed class DigitsProgram : IDigitModel
{
    private readonly ulong _seed;
    private readonly RandomStream _random;
    private readonly Trainer _trainer;
    private int _done;

    /// <summary>Weights drawn from a seed.</summary>
    public DigitsProgram(ulong seed)
    {
        (_seed, _random) = (seed, new RandomStream(seed));
        Sequential network = DigitsNetwork.Build(_random);
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
        _trainer.Fit(training, epochs, 64, _random, heldOut, done: _done, after:
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
