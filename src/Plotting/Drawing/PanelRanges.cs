namespace Reference.Plotting.Drawing;

/// <summary>The ranges that the data of a panel need along each axis.</summary>
internal sealed record PanelRanges(DataRange X, DataRange Y, DataRange Right)
{
    /// <summary>The ranges of one panel of a figure; along shared axes those of all.</summary>
    public static PanelRanges Of(Figure figure, int panel)
    {
        PanelRanges own = Of([figure.Panels[panel]]), shared = figure.ShareX || figure.ShareY ? Of(figure.Panels) : own;
        return own with { X = figure.ShareX ? shared.X : own.X, Y = figure.ShareY ? shared.Y : own.Y };
    }

    private static PanelRanges Of(IReadOnlyList<Panel> panels)
    {
        DataRange For(Axis? axis) => new(axis?.Scale == AxisScale.Log);
        var ranges = new PanelRanges(For(panels[0].X), For(panels[0].Y), For(panels[0].RightY));
        foreach (Series series in panels.SelectMany(panel => panel.Series))
        {
            series.Extend(new Extent(ranges.X, series.OnRightAxis ? ranges.Right : ranges.Y));
        }

        return ranges;
    }
}
