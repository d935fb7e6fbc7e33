using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Batches = Reference.Datasets.Batches;

namespace Reference.Networks;

/// <summary>Called after each epoch with the epochs done and the measurements: a schedule that sets a learning rate, a
/// checkpoint, early stopping. Training goes on while all of them return true.</summary>
public delegate bool AfterEpoch(int epochs, History.Epoch measured);

/// <summary>A network, its loss, its optimizer, and the loop of the notes' programs: zero the gradients, forward,
/// loss, backward, step. The optimizer moves parameters of this network, all or some; without a metric its values are
/// NaN. S2-068, S2-107, S3-067, S3-206, S4-021, S4-123.</summary>
public sealed class Trainer(ILayer network, Loss loss, IOptimizer optimizer, Metric? metric = null)
{
    private readonly LossGuard _guard = new(optimizer, network.Parameters, "network");
    private (SampleSet Set, int BatchSize, Batches Batches)? _evaluated; // its buffers serve every epoch

    /// <summary>The network.</summary>
    public ILayer Network => network;

    /// <summary>The optimizer.</summary>
    public IOptimizer Optimizer => optimizer;

    /// <summary>One update, (9.16), and the loss before it; X must be finite. // X [D × N], Y [K × N]</summary>
    /// <exception cref="DivergedException">Not finite any more; the last finite weights are restored.</exception>
    public double Step(Matrix<double> X, Matrix<double> Y)
    {
        RequireMatrix.Finite(X);
        return Step(X.View(), Y.View(), out _);
    }

    /// <summary>Epochs of updates over batches of B ≥ 1 samples (the last may be smaller), shuffled anew for each
    /// epoch if there is a shuffle; progress is called with the epochs done. A validation loss that is not finite
    /// stops it too. A run that is resumed has done some epochs already and gets its shuffle as it was at the
    /// start.</summary>
    public History Fit(
        SampleSet training, int epochs, int batchSize,
        RandomStream? shuffle = null, SampleSet? validation = null, Action<int>? progress = null,
        IReadOnlyList<AfterEpoch>? after = null, int done = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var batches = new Batches(training, batchSize, shuffle);
        batches.Skip(done);
        var history = new List<History.Epoch>(epochs);
        bool goOn = true;
        for (int epoch = done; epoch < epochs && goOn; epoch++)
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
            foreach (AfterEpoch then in after ?? [])
            {
                goOn &= then(epoch + 1, history[^1]);
            }
        }

        return new(history);
    }

    /// <summary>The mean loss and metric of a set, in inference; the metric is NaN if it diverged.</summary>
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

    /// <summary>Values or probabilities of finite inputs. // X [D × N] → [K × N]. S2-069, S4-021</summary>
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
