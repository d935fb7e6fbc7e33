namespace Reference.Plotting;

/// <summary>Small images side by side: digits, kernels, feature maps. Fills its panel; combine with <c>ShowAxes = false</c>.</summary>
public sealed record ImageGrid : Series
{
    private readonly string[]? _captions;
    private readonly (double, double)? _range;

    /// <summary>Images filled row by row.</summary>
    /// <param name="images">Each [rows, columns], row 0 at the top.</param>
    /// <param name="columns">Images a row.</param>
    /// <exception cref="ArgumentException">No images, an empty one, or one that is all NaN.</exception>
    public ImageGrid(IReadOnlyList<double[,]> images, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Images = [.. Expect.Some(images, nameof(images)).Select(image => Expect.Values(image, nameof(images)))];
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
    public IReadOnlyList<string>? Captions { get => _captions; init => _captions = value is null ? null : Expect.Labels(value, Images.Count, nameof(Captions)); }

    /// <summary>The colours; grey unless said otherwise.</summary>
    public ColorMap Map { get; init; } = ColorMap.Grey;

    /// <summary>The values of the first and last colour for all images; each image its own smallest and largest when null.</summary>
    public (double Low, double High)? Range { get => _range; init => _range = value is { } range ? Expect.Ordered(range, nameof(Range)) : null; }

    internal override bool TakesPaletteColor => false;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.IncludeTight(0, below: true, above: false);
        x.IncludeTight(Columns, below: false, above: true);
        y.IncludeTight(0, below: true, above: false);
        y.IncludeTight(Rows, below: false, above: true);
    }
}
