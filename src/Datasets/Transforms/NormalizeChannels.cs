using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>(x − mean_c) / std_c in every channel c: the last step before a network (S2-102). Values leave [0,
/// 1].</summary>
public sealed class NormalizeChannels : IImageTransform
{
    private readonly double[] _mean, _deviation;

    /// <summary>One mean and one deviation a channel.</summary>
    /// <exception cref="ArgumentException">Unequal numbers of them, or a deviation that is not positive.</exception>
    public NormalizeChannels(IReadOnlyList<double> mean, IReadOnlyList<double> deviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(deviation);
        Require.SameLength(mean.Count, nameof(mean), deviation.Count, nameof(deviation));
        (_mean, _deviation) = ([.. mean], [.. deviation]);
        Require.Finite(_mean, nameof(mean));
        Array.ForEach(_deviation, d => Require.Positive(d, nameof(deviation)));
    }

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape.Channels == _mean.Length
        ? shape
        : throw new ArgumentException($"Expected an image of {_mean.Length} channels; got {shape}.", nameof(shape));

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        to.Reshape(Resulting(from.Shape));
        for (int i = 0; i < from.Values.Length; i++)
        {
            int channel = i % _mean.Length;
            to.Values[i] = (from.Values[i] - _mean[channel]) / _deviation[channel];
        }
    }
}
