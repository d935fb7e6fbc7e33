namespace Reference.Plotting.Plottables;

/// <summary>Marks as scatter plots without lines, one for each colour.</summary>
internal static class Marks
{
    public static IEnumerable<SP.IPlottable> Of(Markers markers, PanelPlot panel, Color color)
    {
        (double low, double high) = DataRange.Of(markers.Values ?? []);
        Color At(int i) => markers.Map.Of(markers.Values?[i] ?? double.NaN, low, high) ?? color;
        return Enumerable.Range(0, markers.Xs.Count).GroupBy(At).Select(group =>
        {
            SP.Coordinates[] points = [.. group.Select(i => panel.At(markers, markers.Xs[i], markers.Ys[i]))
                .Where(p => p.AreReal)];
            return new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray(points))
            {
                LineStyle = SP.LineStyle.None, MarkerStyle = Style(markers, group.Key),
            };
        });
    }

    /// <summary>How one mark of the series looks.</summary>
    public static SP.MarkerStyle Style(Markers markers, Color color)
    {
        SP.MarkerShape shape = markers.Shape switch
        {
            MarkerShape.Circle => SP.MarkerShape.FilledCircle, MarkerShape.Square => SP.MarkerShape.FilledSquare,
            MarkerShape.Triangle => SP.MarkerShape.FilledTriangleUp,
            MarkerShape.Diamond => SP.MarkerShape.FilledDiamond, _ => SP.MarkerShape.Eks,
        };
        double pen = Math.Max(1, markers.Size / 5);
        // What ScottPlot calls a triangle, square or diamond fits into the circle of its size; equal areas look
        // equally large.
        double size = markers.Size * (markers.Shape switch
        {
            MarkerShape.Circle => 1, MarkerShape.Square or MarkerShape.Cross => 0.88, _ => 1.15,
        });
        SP.Color ink = color.ForScottPlot(markers.Opacity), paper = Palette.White.ForScottPlot(markers.Opacity);
        return new SP.MarkerStyle(shape, (float)size, ink)
        {
            // An open mark hides what lies behind: no line runs on through the end of a jump.
            LineWidth = (float)pen, LineColor = ink, FillColor = markers.Filled ? ink : paper, OutlineColor = ink,
            OutlineWidth = markers.Filled ? 0 : (float)Math.Max(1, pen * 0.9),
        };
    }
}
