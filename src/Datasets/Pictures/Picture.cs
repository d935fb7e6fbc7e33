namespace Reference.Datasets;

/// <summary>One image as read from a file: bytes, height–width–channel.</summary>
public sealed record Picture
{
    /// <summary>An image; the array is not copied.</summary>
    /// <param name="shape">1 channel for grey, 3 for red, green and blue, 4 with opacity.</param>
    /// <param name="pixels">H·W·C bytes.</param>
    /// <exception cref="ArgumentException">Not as many bytes as the shape says, or another number of
    /// channels.</exception>
    public Picture(ImageShape shape, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != shape.Length || shape.Channels is not (1 or 3 or 4))
        {
            throw new ArgumentException(
                $"Expected the bytes of an image of 1, 3 or 4 channels; got {pixels.Length} for {shape}.",
                nameof(pixels));
        }

        (Shape, Pixels) = (shape, pixels);
    }

    /// <summary>H×W×C.</summary>
    public ImageShape Shape { get; }

    /// <summary>The bytes, channel fastest. // [H·W·C]</summary>
    public byte[] Pixels { get; }

    /// <summary>
    /// The same image with one channel or three. Transparent parts are laid on white; grey becomes three equal
    /// channels; colours become their brightness 0.299 R + 0.587 G + 0.114 B.
    /// </summary>
    /// <param name="channels">1 or 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public Picture WithChannels(int channels)
    {
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), $"Expected 1 channel or 3; got {channels}.");
        }

        if (channels == Shape.Channels)
        {
            return this;
        }

        var pixels = new byte[Shape.Height * Shape.Width * channels];
        Span<double> color = stackalloc double[3];
        for (int p = 0; p < Shape.Height * Shape.Width; p++)
        {
            ReadOnlySpan<byte> pixel = Pixels.AsSpan(p * Shape.Channels, Shape.Channels);
            double opacity = Shape.Channels == 4 ? pixel[3] / 255.0 : 1;
            for (int c = 0; c < 3; c++)
            {
                color[c] = 255 + opacity * (pixel[Shape.Channels == 1 ? 0 : c] - 255);
            }

            for (int c = 0; c < channels; c++)
            {
                pixels[p * channels + c] = (byte)Math.Round(channels == 1 ? Luminance.Of(color) : color[c]);
            }
        }

        return new(new ImageShape(Shape.Height, Shape.Width, channels), pixels);
    }
}
