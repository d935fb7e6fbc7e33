using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Stretches each pixel's channels about its own brightness: 0 gives a grey image, 1 the image as it is. Grey
/// images stay as they are.</summary>
/// <param name="factor">Drawn between these bounds, ≥ 0; equal ones fix it.</param>
public sealed class Saturation((double Low, double High) factor) : IImageTransform
{
    private readonly (double, double) _factor = Bounds.Check(factor, 0);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random) =>
        Luminance.Blend(from, to, Warp.Draw(_factor, random), grey => grey);
}
