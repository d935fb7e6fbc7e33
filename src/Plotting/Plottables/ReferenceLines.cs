namespace Reference.Plotting.Plottables;

/// <summary>Lines from edge to edge of the panel.</summary>
internal static class ReferenceLines
{
    public static SP.IPlottable Of(ReferenceLine line, PanelPlot panel, Color color)
    {
        (AxisMap x, AxisMap y) = (panel.X, panel.YOf(line));
        return Curves.Of(
            line switch
            {
                HorizontalLine level => [new(0, y[level.At]), new(1, y[level.At])],
                VerticalLine upright => [new(x[upright.At], 0), new(x[upright.At], 1)],
                _ => Across((SlopedLine)line, panel),
            },
            Theme.Stroke(color, line.Width, line.Style, line.Opacity));
    }

    /// <summary>From edge to edge along the axis it is flatter to; bent where an axis is logarithmic.</summary>
    private static IEnumerable<SP.Coordinates> Across(SlopedLine line, PanelPlot panel)
    {
        (AxisMap x, AxisMap y) = (panel.X, panel.YOf(line));
        bool flat = Math.Abs(line.B) * (y.Max - y.Min) >= Math.Abs(line.A) * (x.Max - x.Min);
        AxisMap along = flat ? x : y;
        int pieces = x.Axis.Scale == AxisScale.Linear && y.Axis.Scale == AxisScale.Linear ? 1 : 200;
        return Enumerable.Range(0, pieces + 1).Select(i => along.Min + (along.Max - along.Min) * i / pieces)
            .Select(u =>
            flat ? panel.At(line, u, -(line.A * u + line.C) / line.B)
                : panel.At(line, -(line.B * u + line.C) / line.A, u));
    }
}
