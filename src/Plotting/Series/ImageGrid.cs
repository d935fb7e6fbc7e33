namespace Reference.Plotting;

/// <summary>Small images side by side: digits, kernels, feature maps. Fills its panel; combine with <c>ShowAxes =
/// false</c>.</summary>
public sealed record ImageGrid : Series
{
    /// <summary>Images filled row by row.</summary>
    /// <param name="images">Each [rows, columns], row 0 at the top.</param>
    /// <param name="columns">Images a row.</param>
    /// <exception cref="ArgumentException">No images, an empty one, or one that is all NaN.</exception>
    public ImageGrid(IReadOnlyList<double[,]> images, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Images = [.. Expect.Some(images).Select(image => Expect.Values(image, 1, nameof(images)))];
        Columns = Math.Min(columns, images.Count);
    }

    /// <summary>The images.</summary>
    public IReadOnlyList<double[,]> Images { get; }

    /// <summary>Images a row.</summary>
    public int Columns { get; }

    /// <summary>Rows of images.</summary>
    public int Rows => (Images.Count + Columns - 1) / Columns;

    /// <summary>A line below each image.</summary>
    /// <exception cref="ArgumentException">Not one for each image.</exception>
    public IReadOnlyList<string>? Captions { get; init => field = Expect.OneEach(value, Images.Count, "images"); }

    /// <summary>The colours; grey unless said otherwise.</summary>
    public ColorMap Map { get; init; } = ColorMap.Grey;

    /// <summary>The values of the first and last colour for all images; each image its own smallest and largest when
    /// null.</summary>
    public (double Low, double High)? Range
        { get; init => field = value is { } range ? Expect.Ordered(range, nameof(Range)) : null; }

    internal override void Extend(Extent room) => room.Fill((0, Columns), (0, Rows));
}
