using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>Softmax regression on digits, 784 → 10, with Adam in batches of 64. S4-114.</summary>
public sealed class SoftmaxDigits : IDigitModel
{
    private readonly ulong _seed;
    private readonly RandomStream _random;
    private readonly SoftmaxRegression _model;
    private readonly Adam _adam;
    private int _done;

    /// <summary>Weights drawn from a seed.</summary>
    public SoftmaxDigits(ulong seed)
    {
        (_seed, _random) = (seed, new RandomStream(seed));
        _model = SoftmaxRegression.Random(DrawnDigits.Side * DrawnDigits.Side, 10, _random);
        _adam = new Adam(_model.Parameters);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _adam.LearningRate;
        set => _adam.LearningRate = value;
    }

    /// <inheritdoc/>
    public void Train(SampleSet training, SampleSet heldOut, int epochs, Action<int, double, double> afterEpoch)
    {
        Matrix<double> X = ScaledWeights.Columns(heldOut.X);
        int[] labels = [.. heldOut.Labels];
        Training.Run(_model, training, _adam, 64, epochs, _random, (epoch, loss) =>
            afterEpoch(epoch, loss, Accuracy.Of(_model.Classify(X), labels)), _done);
    }

    /// <inheritdoc/>
    public Checkpoint Save(int epochs) => OptimizerCheckpoint.Of(
        _adam, [new("weight", _model.W.Value), new("bias", _model.B.Value)], epochs, _seed);

    /// <inheritdoc/>
    public int Restore(Checkpoint checkpoint)
    {
        Parameter[] parameters = [_model.W, _model.B];
        foreach ((Parameter mine, string name) in parameters.Zip(["weight", "bias"]))
        {
            Require.SameLength(checkpoint[name].Count, name, mine.Values.Length, $"{name} of softmax regression");
        }

        _done = OptimizerCheckpoint.Restore(_adam, checkpoint);
        foreach ((Parameter mine, string name) in parameters.Zip(["weight", "bias"]))
        {
            Matrix<double>.Build.DenseOfRowMajor(
                mine.Value.RowCount, mine.Value.ColumnCount, checkpoint[name].Doubles.ToArray()).CopyTo(mine.Value);
        }

        return _done;
    }

    /// <inheritdoc/>
    public Matrix<double> Predict(Matrix<double> X) => _model.Predict(X);
}
