namespace Reference.Plotting.Plottables;

/// <summary>Lines as scatter plots without marks.</summary>
internal static class Curves
{
    public static SP.IPlottable Of(Line line, PanelPlot panel, Color color) =>
        Of(line.Xs.Zip(line.Ys, panel.At), color, line.Width, line.Style, line.Opacity, line.Steps);

    /// <summary>From edge to edge of the panel.</summary>
    public static SP.IPlottable Of(ReferenceLine line, PanelPlot panel, Color color)
    {
        (AxisMap x, AxisMap y) = (panel.X, panel.Y);
        // Along the axis that the line is flatter to; bent where an axis is logarithmic.
        bool flat = Math.Abs(line.B) * (y.Max / 2 - y.Min / 2) >= Math.Abs(line.A) * (x.Max / 2 - x.Min / 2);
        AxisMap along = flat ? x : y;
        int pieces = x.Axis.Scale == AxisScale.Linear && y.Axis.Scale == AxisScale.Linear ? 1 : 200;
        var ends = Enumerable.Range(0, pieces + 1).Select(i => double.Lerp(along.Min, along.Max, (double)i / pieces));
        return Of(ends.Select(u => flat ? new SP.Coordinates(x[u], y[-(line.A * u + line.C) / line.B])
            : new(x[-(line.B * u + line.C) / line.A], y[u])), color, line.Width, line.Style, line.Opacity);
    }

    public static SP.IPlottable Of(IEnumerable<SP.Coordinates> points, Color color, double width,
        LineStyle style = LineStyle.Solid, double opacity = 1, bool steps = false) =>
        new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray([.. points]))
        {
            LineStyle = Theme.Stroke(color, width, opacity), MarkerStyle = SP.MarkerStyle.None,
            PathStrategy = new Joined(Theme.Dashes(style, width)),
            ConnectStyle = steps ? SP.ConnectStyle.StepHorizontal : SP.ConnectStyle.Straight,
        };

    private sealed class Joined(SKPathEffect? dashes) : SP.IPathStrategy
    {
        public SKPath GetPath(IEnumerable<SP.Pixel> pixels) =>
            Shapes.Path(pixels.Select(pixel => new SKPoint(pixel.X, pixel.Y)), dashes);
    }
}
