namespace Reference.Plotting.Plottables;

/// <summary>Marks as scatter plots without lines.</summary>
internal static class Marks
{
    public static SP.IPlottable Of(Markers markers, PanelPlot panel, Color color)
    {
        SP.Coordinates[] points = [.. markers.Xs.Zip(markers.Ys, panel.At).Where(point => point.AreReal)];
        return new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray(points))
        {
            LineStyle = SP.LineStyle.None, MarkerStyle = Style(markers, color),
        };
    }

    /// <summary>How one mark of the series looks.</summary>
    public static SP.MarkerStyle Style(Markers markers, Color color)
    {
        // What ScottPlot calls a triangle, square or diamond fits into the circle of its size; equal areas look
        // equally large.
        (SP.MarkerShape filled, SP.MarkerShape open, double size) = markers.Shape switch
        {
            MarkerShape.Circle => (SP.MarkerShape.FilledCircle, SP.MarkerShape.OpenCircle, 1),
            MarkerShape.Square => (SP.MarkerShape.FilledSquare, SP.MarkerShape.OpenSquare, 0.88),
            MarkerShape.Triangle => (SP.MarkerShape.FilledTriangleUp, SP.MarkerShape.OpenTriangleUp, 1.15),
            MarkerShape.Diamond => (SP.MarkerShape.FilledDiamond, SP.MarkerShape.OpenDiamond, 1.15),
            _ => (SP.MarkerShape.Eks, SP.MarkerShape.Eks, 0.88),
        };
        SP.Color ink = color.ForScottPlot(markers.Opacity);
        return new SP.MarkerStyle(markers.Filled ? filled : open, (float)(size * markers.Size), ink)
        {
            LineWidth = (float)Math.Max(1, markers.Size * (markers.Shape == MarkerShape.Cross ? 0.2 : 0.18)),
            LineColor = ink,
        };
    }
}
