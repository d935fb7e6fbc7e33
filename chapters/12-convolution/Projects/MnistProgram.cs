using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>The digit classifier that trains, stops, resumes and predicts: Adam at 0.001, batches of 10. S0-098,
/// S0-110, S0-111, S0-115.</summary>
public sealed class MnistProgram : IDigitModel
{
    private readonly ulong _seed;
    private readonly RandomStream _random;
    private int _done;

    /// <summary>Weights drawn from a seed.</summary>
    public MnistProgram(ulong seed)
    {
        (_seed, _random) = (seed, new RandomStream(seed));
        Sequential network = ConvolutionalNetworks.Mnist(_random);
        Trainer = new(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
    }

    /// <summary>Network and optimizer.</summary>
    public Trainer Trainer { get; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Trainer.Optimizer.LearningRate;
        set => Trainer.Optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public void Train(SampleSet training, SampleSet heldOut, int epochs, Action<int, double, double> afterEpoch) =>
        Fit(training, heldOut, epochs, afterEpoch);

    /// <summary>The same with what it measured.</summary>
    public History Fit(
        SampleSet training, SampleSet heldOut, int epochs, Action<int, double, double>? afterEpoch = null) =>
        Trainer.Fit(training, epochs, 10, _random, heldOut, done: _done, after:
        [
            (epoch, measured) =>
            {
                afterEpoch?.Invoke(epoch, measured.Loss, measured.ValidationMetric);
                return true;
            },
        ]);

    /// <summary>Weights by name, moments and epochs, for a file. S0-139, S0-140.</summary>
    public Checkpoint Save(int epochs) => TrainingCheckpoint.Of(Trainer, epochs, _seed);

    /// <inheritdoc/>
    public int Restore(Checkpoint checkpoint) => _done = TrainingCheckpoint.Restore(Trainer, checkpoint).Epochs;

    /// <inheritdoc/>
    public Matrix<double> Predict(Matrix<double> X) => Trainer.Predict(X);
}
