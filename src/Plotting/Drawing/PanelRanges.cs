namespace Reference.Plotting.Drawing;

/// <summary>The ranges that the data of panels need along each axis.</summary>
internal sealed record PanelRanges(DataRange X, DataRange Y, DataRange Right)
{
    public static PanelRanges Of(IReadOnlyList<Panel> panels)
    {
        var ranges = new PanelRanges(
            new DataRange(panels[0].X.Scale == AxisScale.Log),
            new DataRange(panels[0].Y.Scale == AxisScale.Log),
            new DataRange(panels[0].RightY?.Scale == AxisScale.Log));
        foreach (Series series in panels.SelectMany(panel => panel.Series))
        {
            series.Extend(ranges.X, series.OnRightAxis ? ranges.Right : ranges.Y);
        }

        return ranges;
    }
}
