using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Enlarges (factor above 1) or shrinks (below 1) an image about its middle within its frame; pixels from
/// outside are 0.</summary>
/// <param name="factor">Drawn between these bounds, above 0; equal ones fix it.</param>
public sealed class Zoom((double Low, double High) factor) : IImageTransform
{
    private readonly (double, double) _factor = Bounds.Check(factor, 1e-6);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        double shrink = 1 / Warp.Draw(_factor, random);
        new Warp(shrink, 0, 0, 0, shrink, 0).Apply(from, to);
    }
}
