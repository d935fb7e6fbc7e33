namespace Reference.Plotting;

/// <summary>Something drawn in a panel. The derived records are the whole list; a renderer matches on them.</summary>
public abstract record Series
{
    /// <summary>Its name in the legend; null keeps it out.</summary>
    public string? Label { get; init; }

    /// <summary>Its colour; null takes the next of <see cref="Palette.Order"/>.</summary>
    public Color? Color { get; init; }

    /// <summary>0 (invisible) to 1 (opaque).</summary>
    public double Opacity { get; init => field = Expect.Within(value, 0, 1, nameof(Opacity)); } = 1;

    /// <summary>Asks for room for the data along the axes. What crosses the panel, whatever its ranges are, asks for
    /// none.</summary>
    internal virtual void Extend(Extent room)
    {
    }
}
