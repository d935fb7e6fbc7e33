using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Multiplies every value, in [0, 1] before and after: 0 gives black, 1 the image as it is.</summary>
/// <param name="factor">Drawn between these bounds, ≥ 0; equal ones fix it.</param>
public sealed class Brightness((double Low, double High) factor) : IImageTransform
{
    private readonly (double, double) _factor = Bounds.Check(factor, 0);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random) =>
        Luminance.Blend(from, to, Warp.Draw(_factor, random), _ => 0);
}
