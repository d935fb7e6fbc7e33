namespace Reference.Plotting;

/// <summary>One plot: two axes and the series between them, drawn in the order given.</summary>
public sealed record Panel
{
    /// <summary>The line above this panel; for sub-plots.</summary>
    public string Title { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init; } = new("");

    /// <summary>The vertical axis, at the left.</summary>
    public Axis Y { get; init; } = new("");

    /// <summary>A second vertical axis at the right, for the series with <see cref="Series.OnRightAxis"/>.</summary>
    public Axis? RightY { get; init; }

    /// <summary>What is drawn, first to last. May be empty: then the bare axes are drawn.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Where the legend goes. It lists the series that have a <see cref="Series.Label"/> and is not drawn when there is none.</summary>
    public Legend Legend { get; init; } = Legend.Best;

    /// <summary>One unit of x is as long as one unit of y, so that circles are round.</summary>
    public bool AspectEqual { get; init; }

    /// <summary>Draws frame, ticks and labels. Off for diagrams and image grids, where numbers along the edge mean nothing.</summary>
    public bool ShowAxes { get; init; } = true;

    /// <summary>A thin light grid behind the data.</summary>
    public bool ShowGrid { get; init; } = true;
}

/// <summary>Where a legend goes.</summary>
public enum Legend
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In the corner that covers least data; outside when every corner is crowded.</summary>
    Best,

    /// <summary>In the top left corner.</summary>
    TopLeft,

    /// <summary>In the top right corner.</summary>
    TopRight,

    /// <summary>In the bottom left corner.</summary>
    BottomLeft,

    /// <summary>In the bottom right corner.</summary>
    BottomRight,

    /// <summary>Right of the plot.</summary>
    Outside,
}
