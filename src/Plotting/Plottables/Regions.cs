namespace Reference.Plotting.Plottables;

/// <summary>Bands and half-planes as polygons.</summary>
internal static class Regions
{
    /// <summary>A polygon for each run of intervals between gaps.</summary>
    public static IEnumerable<SP.IPlottable> Of(Region region, PanelPlot panel, Color color)
    {
        var edges = region.Xs.Select((x, i) =>
            (Low: panel.At(x, region.Lower[i]), High: panel.At(x, region.Upper[i])));
        return Shapes.Runs(edges, edge => edge.Low.AreReal && edge.High.AreReal).Select(run =>
            Filled([.. run.Select(e => e.High), .. run.Select(e => e.Low).Reverse()], color, region.Opacity));
    }

    /// <summary>The part of the plot with a·x + b·y + c ≥ 0, its edge straight between the ends also on log
    /// axes.</summary>
    public static IEnumerable<SP.IPlottable> Of(HalfPlane half, PanelPlot panel, Color color)
    {
        double[] xs = [panel.X.Min, panel.X.Max], ys = [panel.Y.Min, panel.Y.Max];
        double[,] heights = Table.Of(2, 2, (row, column) => half.A * xs[column] + half.B * ys[row] + half.C);
        var mesh = new Mesh(heights, (row, column) => new SKPoint((float)xs[column], (float)ys[row]));
        return mesh.Areas(0).Select(part =>
            Filled([.. part.Select(corner => panel.At(corner.X, corner.Y))], color, half.Opacity));
    }

    private static SP.Plottables.Polygon Filled(SP.Coordinates[] corners, Color color, double opacity) =>
        new(corners) { FillColor = color.ForScottPlot(opacity), LineWidth = 0, IsVisible = corners.Length > 2 };
}
