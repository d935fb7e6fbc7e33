namespace Reference.Plotting;

/// <summary>
/// A figure as a value: a title and one or more panels in a grid. Tests read the plotted data back from it; an
/// <see cref="IFigureRenderer"/> turns it into a file.
/// </summary>
public sealed record Figure
{
    private const double Page = 900;

    /// <summary>A figure of one panel, or of several below each other.</summary>
    /// <param name="title">The line above everything; may hold mathematics (σ(x), ŷ, x₁, e⁻ˣ, <c>W_{ij}</c>,
    /// <c>10^{-3}</c>).</param>
    /// <param name="panels">The panels.</param>
    /// <exception cref="ArgumentException">There are no panels.</exception>
    public Figure(string title, params IReadOnlyList<Panel> panels)
    {
        ArgumentNullException.ThrowIfNull(title);
        (Title, Panels) = (title, Expect.Some(panels));
    }

    /// <summary>Sub-plots, filled row by row. As wide as the page, and as high as panels of their width need.
    /// S3-195.</summary>
    /// <param name="title">The line above all panels; empty for none.</param>
    /// <param name="columns">Panels a row.</param>
    /// <param name="panels">The panels, each with its own <see cref="Panel.Title"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive.</exception>
    /// <exception cref="ArgumentException">There are no panels.</exception>
    public static Figure Grid(string title, int columns, IReadOnlyList<Panel> panels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var figure = new Figure(title, panels) { Columns = columns };
        return figure with { Height = 45 + (60 + Math.Max(330, Page / columns) * 0.68) * figure.Rows };
    }

    /// <summary>The line above everything.</summary>
    public string Title { get; }

    /// <summary>Panels a row.</summary>
    public int Columns { get; private init; } = 1;

    /// <summary>The panels, row by row.</summary>
    public IReadOnlyList<Panel> Panels { get; }

    /// <summary>Rows of panels.</summary>
    public int Rows => (Panels.Count + Columns - 1) / Columns;

    /// <summary>Width in logical units (pixels at scale 1): between 60 and 10,000, and never wider than the page,
    /// which has 900.</summary>
    public double Width { get; init => field = Math.Min(Page, Expect.Within(value, 60, 10_000, nameof(Width))); } =
        Page;

    /// <summary>Height in logical units (pixels at scale 1): between 60 and 10,000.</summary>
    public double Height { get; init => field = Expect.Within(value, 60, 10_000, nameof(Height)); } = 600;

    /// <summary>All panels span the same x range, and only the lowest of each column writes its labels.</summary>
    public bool ShareX { get; init; }

    /// <summary>All panels span the same y range, and only the first of each row writes its labels.</summary>
    public bool ShareY { get; init; }
}
