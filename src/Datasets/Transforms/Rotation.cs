using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Turns an image about its middle, counter-clockwise; pixels from outside are 0.</summary>
/// <param name="degrees">The angle is drawn between these bounds; equal ones fix it.</param>
public sealed class Rotation((double Low, double High) degrees) : IImageTransform
{
    private readonly (double, double) _degrees = Bounds.Check(degrees, double.MinValue);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        (double sin, double cos) = Math.SinCos(Math.PI / 180 * Warp.Draw(_degrees, random));
        // y points down: this matrix is the inverse of a counter-clockwise rotation.
        new Warp(cos, -sin, 0, sin, cos, 0).Apply(from, to);
    }
}
