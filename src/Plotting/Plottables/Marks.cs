namespace Reference.Plotting.Plottables;

/// <summary>Marks as scatter plots without lines.</summary>
internal static class Marks
{
    public static SP.IPlottable Of(Markers markers, PanelPlot panel, Color color)
    {
        SP.Coordinates[] points = [.. markers.Xs.Zip(markers.Ys, panel.At).Where(point => point.AreReal)];
        return new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray(points))
        { LineStyle = SP.LineStyle.None, MarkerStyle = Style(markers, color) };
    }

    /// <summary>How one mark of the series looks.</summary>
    public static SP.MarkerStyle Style(Markers markers, Color color)
    {
        // What ScottPlot calls a triangle, square or diamond fits into the circle of its size; equal areas look
        // equally large.
        (SP.MarkerShape shape, double size) = markers.Shape switch
        {
            MarkerShape.Circle => (SP.MarkerShape.FilledCircle, 1),
            MarkerShape.Square => (SP.MarkerShape.FilledSquare, 0.88),
            MarkerShape.Triangle => (SP.MarkerShape.FilledTriangleUp, 1.15),
            MarkerShape.Diamond => (SP.MarkerShape.FilledDiamond, 1.15),
            _ => (SP.MarkerShape.Eks, 0.88),
        };
        float pen = (float)Math.Max(1, markers.Size * (markers.Filled ? 0.2 : 0.18));
        SP.Color ink = color.ForScottPlot(markers.Opacity), paper = Palette.White.ForScottPlot(markers.Opacity);
        return new SP.MarkerStyle(shape, (float)(size * markers.Size), ink)
        {
            // An open mark hides what lies behind: no line runs on through the end of a jump.
            LineWidth = pen, LineColor = ink, FillColor = markers.Filled ? ink : paper, OutlineColor = ink,
            OutlineWidth = markers.Filled ? 0 : pen,
        };
    }
}
