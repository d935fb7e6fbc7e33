using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>The loop of S4-107 and S0-111: for every epoch and batch, predict, compare, differentiate, step.</summary>
public static class Training
{
    /// <summary>
    /// Moves the weights of a model in batches of at least one sample, for at least one epoch, S1-061, S4-107, and
    /// returns the mean loss of every epoch over its batches. When the loss is not finite, it restores the last finite
    /// weights and throws <see cref="DivergedException"/>. <paramref name="shuffle"/> puts the samples into a new
    /// order every epoch; <paramref name="afterEpoch"/> gets the epoch, from 1, and its loss, and may throw to stop. A
    /// run that is resumed has <paramref name="done"/> epochs behind it.
    /// </summary>
    public static IReadOnlyList<double> Run(
        LinearClassifier model, SampleSet set, IOptimizer optimizer, int batchSize, int epochs,
        RandomStream? shuffle = null, Action<int, double>? afterEpoch = null, int done = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        Require.SameLength(set.Count, "the samples", set.Labels.Count, "the class labels");
        var batches = new Datasets.Batches(set, batchSize, shuffle);
        batches.Skip(done);
        var guard = new LossGuard(optimizer, model.Parameters, "model");
        var losses = new List<double>();
        for (int epoch = done + 1; epoch <= epochs; epoch++)
        {
            double sum = 0;
            foreach (Batch batch in batches.Epoch())
            {
                optimizer.ZeroGradients();
                double loss = model.AddGradient(batch.X, batch.Labels);
                guard.Check(loss);
                guard.Step();
                sum += loss * batch.Count;
            }

            losses.Add(sum / set.Count);
            afterEpoch?.Invoke(epoch, losses[^1]);
        }

        return losses;
    }
}
