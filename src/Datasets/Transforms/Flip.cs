using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Mirrors an image at random: left and right, or top and bottom.</summary>
public sealed class Flip : IImageTransform
{
    private readonly double _probability;
    private readonly bool _upsideDown;

    /// <summary>A flip.</summary>
    /// <param name="probability">How often, in [0, 1]; 1 for always.</param>
    /// <param name="upsideDown">Exchanges top and bottom instead of left and right.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public Flip(double probability = 0.5, bool upsideDown = false)
    {
        Require.Probability(probability);
        (_probability, _upsideDown) = (probability, upsideDown);
    }

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(random);
        to.Reshape(from.Shape);
        from.Values.CopyTo(to.Values);
        if (!random.Bernoulli(_probability))
        {
            return;
        }

        (int height, int width, int channels) = (from.Shape.Height, from.Shape.Width, from.Shape.Channels);
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int source = _upsideDown ? from.Shape.IndexOf(height - 1 - row, column, 0)
                    : from.Shape.IndexOf(row, width - 1 - column, 0);
                from.Values.Slice(source, channels)
                    .CopyTo(to.Values.Slice(from.Shape.IndexOf(row, column, 0), channels));
            }
        }
    }
}
