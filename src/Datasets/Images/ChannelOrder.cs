namespace Reference.Datasets;

/// <summary>
/// The two orders of an image's values: channel–height–width, as PyTorch and CIFAR's files have it, and
/// height–width–channel, as everything here.
/// </summary>
public static class ChannelOrder
{
    /// <summary>
    /// Height–width–channel to channel–height–width: the order of the notes' <c>ToTensor</c>
    /// (S0-100; a single image has three axes, only a batch has four).
    /// </summary>
    /// <param name="image">H·W·C values, channel fastest.</param>
    /// <param name="shape">H, W, C.</param>
    /// <param name="planes">C planes of H·W values.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void ToChannelsFirst<T>(ReadOnlySpan<T> image, ImageShape shape, Span<T> planes)
    {
        Check(image.Length, planes.Length, shape);
        int area = shape.Height * shape.Width;
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int p = 0; p < area; p++)
            {
                planes[channel * area + p] = image[p * shape.Channels + channel];
            }
        }
    }

    /// <summary>Channel–height–width to height–width–channel.</summary>
    /// <param name="planes">C planes of H·W values.</param>
    /// <param name="shape">H, W, C.</param>
    /// <param name="image">H·W·C values, channel fastest.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void ToChannelsLast<T>(ReadOnlySpan<T> planes, ImageShape shape, Span<T> image)
    {
        Check(image.Length, planes.Length, shape);
        int area = shape.Height * shape.Width;
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int p = 0; p < area; p++)
            {
                image[p * shape.Channels + channel] = planes[channel * area + p];
            }
        }
    }

    private static void Check(int image, int planes, ImageShape shape)
    {
        if (image != shape.Length || planes != shape.Length)
        {
            throw new ArgumentException(
                $"Expected {shape.Length} values for {shape}; got {image} in the image and {planes} in the planes.",
                nameof(shape));
        }
    }
}
