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

    /// <summary>What is drawn, first to last. May be empty beside panels that are not.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>A legend of the series that have a <see cref="Series.Label"/>, where it covers no data; outside when
    /// there is no such place.</summary>
    public bool ShowLegend { get; init; } = true;

    /// <summary>One unit of x is as long as one unit of y, so that circles are round.</summary>
    public bool AspectEqual { get; init; }

    /// <summary>Draws frame, ticks and labels. Off for diagrams and image grids, where numbers along the edge mean
    /// nothing.</summary>
    public bool ShowAxes { get; init; } = true;

    /// <summary>A thin light grid behind the data.</summary>
    public bool ShowGrid { get; init; } = true;
}
