using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The middle of an image: from row ⌊(H − h)/2⌋ and column ⌊(W − w)/2⌋ on (S4-064: 28×28 cropped to 20×20
/// keeps 4…23).</summary>
/// <param name="height">Rows of the result, ≥ 1.</param>
/// <param name="width">Columns of the result, ≥ 1.</param>
public sealed class CentreCrop(int height, int width) : IImageTransform
{
    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => shape.Height >= height && shape.Width >= width
        ? new(height, width, shape.Channels)
        : throw new ArgumentException($"Expected an image of at least {height}×{width} to crop; got {shape}.",
            nameof(shape));

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        to.Reshape(Resulting(from.Shape));
        (int top, int left, int length) = ((from.Shape.Height - height) / 2, (from.Shape.Width - width) / 2,
            width * from.Shape.Channels);
        for (int row = 0; row < height; row++)
        {
            from.Values.Slice(from.Shape.IndexOf(top + row, left, 0), length)
                .CopyTo(to.Values.Slice(row * length, length));
        }
    }
}
