using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Moves an image down and to the right; pixels from outside are 0.</summary>
/// <param name="down">Of the height, drawn between these bounds; negative is up; equal ones fix it.</param>
/// <param name="right">Of the width, drawn between these bounds; negative is left.</param>
public sealed class Shift((double Low, double High) down, (double Low, double High) right) : IImageTransform
{
    private readonly (double, double) _down = Bounds.Check(down, double.MinValue),
        _right = Bounds.Check(right, double.MinValue);

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape;

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        (double y, double x) = (Warp.Draw(_down, random), Warp.Draw(_right, random));
        new Warp(1, 0, -x * from.Shape.Width, 0, 1, -y * from.Shape.Height).Apply(from, to);
    }
}
