using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Batches = Reference.Datasets.Batches;

namespace Reference.VariationalAutoencoders;

/// <summary>The training step of listing 10 and its loop: noise, forward, backward, update. Noise comes from a stream.
/// S3-257.</summary>
public sealed class VaeTrainer(VariationalAutoencoder model, IOptimizer optimizer, RandomStream noise)
{
    private readonly LossGuard _guard = new(optimizer, model.Parameters, "autoencoder");
    private readonly Workspace _noise = new();
    private readonly RunningMean _reconstruction = new(), _divergence = new();

    /// <summary>The terms of an epoch: means over the training samples, each before its batch's update, and over the
    /// held-out ones after it.</summary>
    public readonly record struct Epoch(ElboTerms Training, ElboTerms HeldOut);

    /// <summary>One update, and the terms before it; X in [0, 1]. // X [D × N]</summary>
    /// <exception cref="ArgumentException">A pixel is outside [0, 1], or not D rows.</exception>
    /// <exception cref="DivergedException">Not finite any more; the last finite weights are restored.</exception>
    public ElboTerms Step(MatrixView X) => Step(X, Drawn(X.ColumnCount, noise));

    /// <summary>The same with given noise. // ε [k × N]</summary>
    public ElboTerms Step(MatrixView X, MatrixView ε)
    {
        optimizer.ZeroGradients();
        ElboTerms terms = model.Forward(X, ε);
        _guard.Check(terms.Loss(model.Beta));
        model.Backward();
        _guard.Step();
        return terms;
    }

    /// <summary>Epochs over shuffled batches; after each, the terms on the held-out samples. Progress is called with
    /// the epochs done.</summary>
    public IReadOnlyList<Epoch> Fit(
        SampleSet training, SampleSet heldOut, int epochs, int batchSize, RandomStream shuffle,
        Action<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var batches = new Batches(training, batchSize, shuffle);
        var history = new List<Epoch>(epochs);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _reconstruction.Reset();
            _divergence.Reset();
            foreach (Batch batch in batches.Epoch())
            {
                Add(Step(batch.X.View()), batch.Count);
            }

            history.Add(new(Mean(), Evaluate(heldOut)));
            progress?.Invoke(epoch + 1);
        }

        return history;
    }

    /// <summary>The terms of a set, with a sample of each distribution; the noise is the same every time.</summary>
    public ElboTerms Evaluate(SampleSet set, ulong seed = 1)
    {
        var stream = new RandomStream(seed);
        _reconstruction.Reset();
        _divergence.Reset();
        foreach (Batch batch in new Batches(set, 100).Epoch())
        {
            Add(model.Forward(batch.X.View(), Drawn(batch.Count, stream), Mode.Inference), batch.Count);
        }

        return Mean();
    }

    private MatrixView Drawn(int count, RandomStream stream)
    {
        MatrixView ε = _noise.Of(model.Units, count);
        Kernels.RandomNormal(stream, 0, 1, ε.Span);
        return ε;
    }

    private void Add(ElboTerms terms, int count)
    {
        _reconstruction.Add(terms.Reconstruction, count);
        _divergence.Add(terms.Divergence, count);
    }

    private ElboTerms Mean() => new(_reconstruction.Value, _divergence.Value);
}
