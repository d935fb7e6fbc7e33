namespace Reference.Plotting;

/// <summary>Something drawn in a panel. The derived records are the whole list; a renderer matches on them.</summary>
public abstract record Series
{
    private readonly double _opacity = 1;

    /// <summary>Its name in the legend; null keeps it out.</summary>
    public string? Label { get; init; }

    /// <summary>Its colour; null takes the next of <see cref="Palette.Order"/>.</summary>
    public Color? Color { get; init; }

    /// <summary>0 (invisible) to 1 (opaque).</summary>
    public double Opacity { get => _opacity; init => _opacity = Expect.Within(value, 0, 1, nameof(Opacity)); }

    /// <summary>Measured on <see cref="Panel.RightY"/>.</summary>
    public bool OnRightAxis { get; init; }

    /// <summary>Takes a colour of the palette when it has none of its own.</summary>
    internal virtual bool TakesPaletteColor => true;

    /// <summary>Makes room for the data in the ranges of the axes.</summary>
    internal abstract void Extend(DataRange x, DataRange y);
}
