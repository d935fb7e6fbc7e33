using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Stretches values about the mean brightness of the image: 0 gives a grey area, 1 the image as it
/// is.</summary>
/// <param name="factor">Drawn between these bounds, ≥ 0; equal ones fix it.</param>
public sealed class Contrast((double Low, double High) factor) : IImageTransform
{
    private readonly (double, double) _factor = Bounds.Check(factor, 0);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        double mean = 0;
        int channels = from.Shape.Channels;
        for (int at = 0; at < from.Values.Length; at += channels)
        {
            mean += Luminance.Of(from.Values.Slice(at, channels));
        }

        mean /= from.Shape.Height * from.Shape.Width;
        Luminance.Blend(from, to, Warp.Draw(_factor, random), _ => mean);
    }
}
