namespace Reference.Plotting.Plottables;

/// <summary>Lines as scatter plots without marks.</summary>
internal static class Curves
{
    public static SP.IPlottable Of(Line line, PanelPlot panel, Color color) =>
        Of(line.Xs.Zip(line.Ys, (x, y) => panel.At(line, x, y)), color, line.Width, line.Style, line.Opacity,
            line.Steps);

    /// <summary>From edge to edge of the panel.</summary>
    public static SP.IPlottable Of(ReferenceLine line, PanelPlot panel, Color color)
    {
        (AxisMap x, AxisMap y) = (panel.X, panel.YOf(line));
        return Of(
            line switch
            {
                HorizontalLine level => [new(0, y[level.At]), new(1, y[level.At])],
                VerticalLine upright => [new(x[upright.At], 0), new(x[upright.At], 1)],
                _ => Across((SlopedLine)line, x, y),
            },
            color, line.Width, line.Style, line.Opacity);
    }

    public static SP.IPlottable Of(IEnumerable<SP.Coordinates> points, Color color, double width,
        LineStyle style = LineStyle.Solid, double opacity = 1, bool steps = false) =>
        new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray([.. points]))
        {
            LineStyle = Theme.Stroke(color, width, opacity), MarkerStyle = SP.MarkerStyle.None,
            PathStrategy = new Joined(Theme.Dashes(style, width)),
            ConnectStyle = steps ? SP.ConnectStyle.StepHorizontal : SP.ConnectStyle.Straight,
        };

    /// <summary>Along the axis that the line is flatter to; bent where an axis is logarithmic.</summary>
    private static IEnumerable<SP.Coordinates> Across(SlopedLine line, AxisMap x, AxisMap y)
    {
        bool flat = Math.Abs(line.B) * (y.Max - y.Min) >= Math.Abs(line.A) * (x.Max - x.Min);
        AxisMap along = flat ? x : y;
        int pieces = x.Axis.Scale == AxisScale.Linear && y.Axis.Scale == AxisScale.Linear ? 1 : 200;
        return Enumerable.Range(0, pieces + 1).Select(i => along.Min + (along.Max - along.Min) * i / pieces)
            .Select(u => flat ? new SP.Coordinates(x[u], y[-(line.A * u + line.C) / line.B])
                : new(x[-(line.B * u + line.C) / line.A], y[u]));
    }

    private sealed class Joined(SKPathEffect? dashes) : SP.IPathStrategy
    {
        public SKPath GetPath(IEnumerable<SP.Pixel> pixels) =>
            Shapes.Path(pixels.Select(pixel => new SKPoint(pixel.X, pixel.Y)), dashes);
    }
}
