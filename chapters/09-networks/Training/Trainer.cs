using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Batches = Reference.Datasets.Batches;

namespace Reference.Networks;

/// <summary>
/// A network, its loss, its optimizer, and the loop of the notes' programs: zero the gradients, forward, loss,
/// backward, step. S2-068, S2-107, S3-067, S3-206, S4-021, S4-123.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="loss">The loss.</param>
/// <param name="optimizer">The rule, over the parameters of the network or some of them.</param>
/// <param name="metric">What is reported beside the loss; null for nothing.</param>
/// <exception cref="ArgumentException">The optimizer moves a parameter of another network.</exception>
public sealed class Trainer(ILayer network, Loss loss, IOptimizer optimizer, Metric? metric = null)
{
    private readonly LossGuard _guard = new(optimizer, network.Parameters, "network");
    private (SampleSet Set, int BatchSize, Batches Batches)? _evaluated; // its buffers serve every epoch

    /// <summary>The network.</summary>
    public ILayer Network => network;

    /// <summary>One update, θ ← θ − η ∂L/∂θ or what the optimizer makes of it, (9.16).</summary>
    /// <param name="X">// [D × N]</param>
    /// <param name="Y">// [K × N]</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    /// <exception cref="DivergedException">
    /// A loss, gradient or weight is not finite; the last finite weights are restored.
    /// </exception>
    public double Step(Matrix<double> X, Matrix<double> Y)
    {
        RequireMatrix.Finite(X);
        return Step(X.View(), Y.View(), out _);
    }

    /// <summary>Epochs of updates over the batches of a set.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <param name="epochs">At least 0.</param>
    /// <param name="batchSize">B ≥ 1; the last batch may be smaller.</param>
    /// <param name="shuffle">Puts the samples into a new order each epoch; null keeps theirs.</param>
    /// <param name="validation">Evaluated after each epoch; null for nothing.</param>
    /// <param name="progress">Called with the epochs done; it may throw to stop.</param>
    /// <exception cref="ArgumentException">The set is empty or does not fit the network.</exception>
    /// <exception cref="DivergedException">As in a step, or the validation loss is not finite.</exception>
    public History Fit(
        SampleSet training, int epochs, int batchSize,
        RandomStream? shuffle = null, SampleSet? validation = null, Action<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var batches = new Batches(training, batchSize, shuffle);
        var history = new List<History.Epoch>(epochs);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double sum = 0, metrics = 0;
            foreach (Batch batch in batches.Epoch())
            {
                sum += batch.Count * Step(batch.X.View(), batch.Y.View(), out double metricSum);
                metrics += metricSum;
            }

            (double validationLoss, double validationMetric) = (double.NaN, double.NaN);
            if (validation is not null)
            {
                (validationLoss, validationMetric) = Evaluate(validation);
                _guard.Check(validationLoss);
            }

            history.Add(new(sum / training.Count, metrics / training.Count, validationLoss, validationMetric));
            progress?.Invoke(epoch + 1);
        }

        return new(history);
    }

    /// <summary>The mean loss and metric of a set, in inference.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="batchSize">How many at a time.</param>
    /// <returns>Both; the metric is NaN where scores are not finite.</returns>
    /// <exception cref="ArgumentException">The set is empty or does not fit the network.</exception>
    public (double Loss, double Metric) Evaluate(SampleSet set, int batchSize = 256)
    {
        if (_evaluated is not { } last || last.Set != set || last.BatchSize != batchSize)
        {
            _evaluated = (set, batchSize, new Batches(set, batchSize));
        }

        double sum = 0, metrics = 0;
        foreach (Batch batch in _evaluated.Value.Batches.Epoch())
        {
            MatrixView Z = network.Forward(batch.X.View(), Mode.Inference), Y = batch.Y.View();
            double value = loss.Forward(Z, Y);
            sum += batch.Count * value;
            metrics += double.IsFinite(value) && metric is not null ? metric.Sum(Z, Y) : double.NaN;
        }

        return (sum / set.Count, metrics / set.Count);
    }

    /// <summary>The predictions: values or probabilities, as the loss reads the scores. S2-069, S4-021.</summary>
    /// <param name="X">// [D × N]</param>
    /// <returns>A new matrix. // [K × N]</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public Matrix<double> Predict(Matrix<double> X) =>
        loss.Predict(network.Forward(RequireMatrix.Finite(X), Mode.Inference));

    private double Step(MatrixView X, MatrixView Y, out double metricSum)
    {
        optimizer.ZeroGradients();
        MatrixView Z = network.Forward(X);
        double value = loss.Forward(Z, Y);
        _guard.Check(value);
        metricSum = metric?.Sum(Z, Y) ?? double.NaN;
        network.Backward(loss.Backward(), inputGradient: false);
        _guard.Step(); // (9.16)
        return value;
    }
}
