using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.VariationalAutoencoders;

/// <summary>Training on images: Adam at 0.001, batches of 64. S3-257.</summary>
public static class DigitVae
{
    /// <summary>A model built and trained from a seed, and its terms after each epoch.</summary>
    public static (VariationalAutoencoder Model, IReadOnlyList<VaeTrainer.Epoch> History) Train(
        Func<RandomStream, VariationalAutoencoder> build, SampleSet training, SampleSet heldOut, int epochs,
        ulong seed, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(build);
        var random = new RandomStream(seed);
        VariationalAutoencoder model = build(random);
        var trainer = new VaeTrainer(model, new Adam(model.Parameters), random);
        return (model, trainer.Fit(training, heldOut, epochs, 64, random, progress));
    }
}
