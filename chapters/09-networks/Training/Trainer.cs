using Batches = Reference.Datasets.Batches;
using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// A network, its loss and its optimizer, and the loop that all programs of the notes share: zero the gradients, forward, loss, backward, step.
/// A loss, a gradient or a weight that is not finite stops it, with the last good weights put back. S2-068, S2-107, S3-067, S4-021, S4-123.
/// </summary>
/// <param name="network">What learns.</param>
/// <param name="loss">What is made small.</param>
/// <param name="optimizer">The rule, over the parameters of the network or some of them.</param>
/// <param name="metric">What is reported beside the loss; null for nothing.</param>
/// <exception cref="ArgumentException">The optimizer moves a parameter of another network.</exception>
public sealed class Trainer(ILayer network, ILoss loss, IOptimizer optimizer, Metric? metric = null)
{
    private readonly LossGuard _guard = new(optimizer, (network ?? throw new ArgumentNullException(nameof(network))).Parameters, "network");
    private (SampleSet Set, int BatchSize, Batches Batches)? _judged;

    /// <summary>What learns.</summary>
    public ILayer Network => network;

    /// <summary>One update, θ ← θ − η ∂L/∂θ or what the optimizer makes of it, (9.18).</summary>
    /// <param name="x">// [D × N]</param>
    /// <param name="y">// [K × N]</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="DivergedException">The loss is not finite; the last good weights are back.</exception>
    public double Step(Matrix<double> x, Matrix<double> y) => Step(x, y, out _);

    /// <summary>Epochs of updates over the batches of a set.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <param name="epochs">How many times, at least 0.</param>
    /// <param name="batchSize">B ≥ 1; the last batch may be smaller.</param>
    /// <param name="shuffle">Puts the samples into a new order each epoch; null keeps theirs.</param>
    /// <param name="validation">Judged after each epoch; null for nothing.</param>
    /// <param name="progress">Told how many epochs are done; it may throw to stop.</param>
    /// <exception cref="ArgumentException">The set is empty or does not fit the network.</exception>
    /// <exception cref="DivergedException">A loss, that of the validation set included, was not finite; the last good weights are back.</exception>
    public History Fit(SampleSet training, int epochs, int batchSize, RandomStream? shuffle = null, SampleSet? validation = null, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var batches = new Batches(training, batchSize, shuffle);
        var history = new List<History.Epoch>(epochs);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double sum = 0, right = 0;
            foreach (Batch batch in batches.Epoch())
            {
                sum += batch.Count * Step(batch.X, batch.Y, out double metricSum);
                right += metricSum;
            }

            (double validationLoss, double validationMetric) = (double.NaN, double.NaN);
            if (validation is not null)
            {
                (validationLoss, validationMetric) = Evaluate(validation);
                _guard.Check(validationLoss);
            }

            history.Add(new(sum / training.Count, right / training.Count, validationLoss, validationMetric));
            progress?.Invoke(epoch + 1);
        }

        return new(history);
    }

    /// <summary>The mean loss and metric of a set, in inference.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="batchSize">How many at a time; it changes nothing but the memory needed.</param>
    /// <returns>Both; NaN where the scores are not finite.</returns>
    /// <exception cref="ArgumentException">The set is empty or does not fit the network.</exception>
    public (double Loss, double Metric) Evaluate(SampleSet set, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (_judged is not { } known || known.Set != set || known.BatchSize != batchSize)
        {
            _judged = (set, batchSize, new Batches(set, batchSize)); // its buffers serve every epoch
        }

        double sum = 0, right = 0;
        foreach (Batch batch in _judged.Value.Batches.Epoch())
        {
            Matrix<double> z = network.Forward(batch.X, Mode.Inference);
            double value = loss.Forward(z, batch.Y);
            sum += batch.Count * value;
            right += double.IsFinite(value) && metric is not null ? metric.Sum(z, batch.Y) : double.NaN;
        }

        return (sum / set.Count, right / set.Count);
    }

    /// <summary>What the network says of inputs, as the loss reads its scores: values or probabilities. S2-069, S4-021.</summary>
    /// <param name="x">// [D × N]</param>
    /// <returns>A new matrix. // [K × N]</returns>
    public Matrix<double> Predict(Matrix<double> x) => loss.Predict(network.Forward(x, Mode.Inference));

    /// <summary>
    /// Updates on one batch until they stand still, by <see cref="FixedPoint"/>:
    /// θ = θ − η∇L exactly where ∇L = 0, (9.18), which the notes' training procedure looks for. S3-206.
    /// </summary>
    /// <param name="x">// [D × N]</param>
    /// <param name="y">// [K × N]</param>
    /// <param name="tolerance">‖∇L‖ below which the point counts as fixed, above 0.</param>
    /// <param name="most">The most updates, at least 1.</param>
    /// <returns>The losses on the way, ‖∇L‖ at the end, and whether it came below the tolerance.</returns>
    /// <exception cref="ArgumentException">A tolerance or a number of updates that is not positive, or a batch that does not fit.</exception>
    /// <exception cref="DivergedException">The loss is not finite; the last good weights are back.</exception>
    public FixedPointRun UntilFixed(Matrix<double> x, Matrix<double> y, double tolerance, int most) =>
        new FixedPoint(tolerance, most).Run(optimizer, () => Gradients(x, y, out _));

    private double Step(Matrix<double> x, Matrix<double> y, out double metricSum)
    {
        double value = Gradients(x, y, out metricSum);
        _guard.Step(); // (9.18)
        return value;
    }

    private double Gradients(Matrix<double> x, Matrix<double> y, out double metricSum)
    {
        optimizer.ZeroGradients();
        Matrix<double> z = network.Forward(x);
        double value = loss.Forward(z, y);
        _guard.Check(value);
        metricSum = metric?.Sum(z, y) ?? double.NaN;
        network.Accumulate(loss.Backward());
        return value;
    }
}
