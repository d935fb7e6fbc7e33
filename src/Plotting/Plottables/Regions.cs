namespace Reference.Plotting.Plottables;

/// <summary>Bands and half-planes as polygons.</summary>
internal static class Regions
{
    /// <summary>A polygon for each run of intervals between gaps.</summary>
    public static IEnumerable<SP.IPlottable> Of(Region region, PanelPlot panel, Color color)
    {
        var run = new List<(SP.Coordinates Low, SP.Coordinates High)>();
        for (int i = 0; i <= region.Xs.Count; i++)
        {
            (SP.Coordinates Low, SP.Coordinates High) edge = i == region.Xs.Count
                ? (SP.Coordinates.NaN, SP.Coordinates.NaN)
                : (panel.At(region, region.Xs[i], region.Lower[i]), panel.At(region, region.Xs[i], region.Upper[i]));
            if (edge.Low.AreReal && edge.High.AreReal)
            {
                run.Add(edge);
            }
            else if (run.Count > 0)
            {
                yield return Filled([.. run.Select(e => e.High), .. run.Select(e => e.Low).Reverse()], color,
                    region.Opacity);
                run.Clear();
            }
        }
    }

    /// <summary>The part of the plot with a·x + b·y + c ≥ 0, its edge straight between the ends also on log
    /// axes.</summary>
    public static IEnumerable<SP.IPlottable> Of(HalfPlane half, PanelPlot panel, Color color)
    {
        double[] xs = [panel.X.Min, panel.X.Max], ys = [panel.YOf(half).Min, panel.YOf(half).Max];
        double[,] heights = Table.Of(2, 2, (row, column) => half.A * xs[column] + half.B * ys[row] + half.C);
        var mesh = new Mesh(heights, (row, column) => new SKPoint((float)xs[column], (float)ys[row]));
        return mesh.Areas(0).Select(part =>
            Filled([.. part.Select(corner => panel.At(half, corner.X, corner.Y))], color, half.Opacity));
    }

    private static SP.Plottables.Polygon Filled(SP.Coordinates[] corners, Color color, double opacity) =>
        new(corners) { FillColor = color.ForScottPlot(opacity), LineWidth = 0, IsVisible = corners.Length > 2 };
}
