using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>Epochs of contrastive divergence: zero the gradients, ⟨hv⟩₀ − ⟨hv⟩ₖ, step. S4-197.</summary>
public sealed class RbmTrainer
{
    private readonly Rbm _machine;
    private readonly ContrastiveDivergence _estimator;
    private readonly IOptimizer _optimizer;
    private readonly LossGuard _guard;

    /// <summary>The estimator's machine, moved by an optimizer of its parameters.</summary>
    public RbmTrainer(Rbm machine, ContrastiveDivergence estimator, IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(machine);
        (_machine, _estimator, _optimizer) = (machine, estimator, optimizer);
        _guard = new(optimizer, machine.Parameters, "machine");
    }

    /// <summary>One update from a batch that the machine takes. // V [D × N]</summary>
    /// <returns>As <see cref="ContrastiveDivergence.Accumulate"/>.</returns>
    /// <exception cref="DivergedException">Not finite any more; the last finite weights are restored.</exception>
    public double Step(MatrixView V)
    {
        _machine.Expect(V);
        _estimator.Batch(V.ColumnCount).CopyFrom(V);
        return Update(V.ColumnCount);
    }

    /// <summary>Epochs over batches of B ≥ 1 samples in a new order each; calls back with the epochs done and the mean
    /// reconstruction error. // data [D × N]</summary>
    /// <exception cref="ArgumentException">Samples that the machine does not take; it has not moved then.</exception>
    public void Fit(
        ISamples data, int epochs, int batchSize, RandomStream shuffle, Action<int, double>? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (data.Features != _machine.Visible)
        {
            throw new ArgumentException(
                $"Expected samples of {_machine.Visible} numbers for this machine; got {data.Features}.",
                nameof(data));
        }

        int[] order = [.. Enumerable.Range(0, data.Count)];
        for (int start = 0; start < order.Length; start += batchSize)
        {
            _machine.Expect(Gathered(data, order.AsSpan(start, Math.Min(batchSize, order.Length - start))));
        }

        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            shuffle.Shuffle(order.AsSpan());
            double sum = 0;
            for (int start = 0; start < order.Length; start += batchSize)
            {
                Span<int> samples = order.AsSpan(start, Math.Min(batchSize, order.Length - start));
                sum += samples.Length * Update(Gathered(data, samples).ColumnCount);
            }

            after?.Invoke(epoch, sum / order.Length);
        }
    }

    private double Update(int N)
    {
        _optimizer.ZeroGradients();
        double error = _estimator.AccumulateBatch(N);
        if (!double.IsNaN(error))
        {
            _guard.Check(error);
        }

        _guard.Step();
        return error;
    }

    private MatrixView Gathered(ISamples data, ReadOnlySpan<int> samples)
    {
        MatrixView V = _estimator.Batch(samples.Length);
        for (int n = 0; n < samples.Length; n++)
        {
            data.CopyTo(samples[n], V.Column(n));
        }

        return V;
    }
}
