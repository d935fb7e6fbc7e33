namespace Reference.Datasets;

/// <summary>
/// The size of an image, stored height–width–channel, channel fastest: the value at (row, column, channel) stands at
/// (row · Width + column) · Channels + channel.
/// </summary>
public readonly record struct ImageShape
{
    /// <summary>A shape.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or there are more than 2³¹ − 1 values.</exception>
    public ImageShape(int height, int width, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        if ((long)height * width > Array.MaxLength / channels)
        {
            throw new ArgumentException(
                $"Expected at most {Array.MaxLength} values in an image; got {height}×{width}×{channels}.",
                nameof(height));
        }

        (Height, Width, Channels) = (height, width, channels);
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>1 for grey, 3 for red, green and blue, 4 with opacity.</summary>
    public int Channels { get; }

    /// <summary>H · W · C, the length of the column that holds the image.</summary>
    public int Length => Height * Width * Channels;

    /// <summary>Where a value stands in the column.</summary>
    public int IndexOf(int row, int column, int channel) => (row * Width + column) * Channels + channel;

    /// <summary>H×W×C.</summary>
    public override string ToString() => $"{Height}×{Width}×{Channels}";
}
