namespace Reference.Plotting.Plottables;

/// <summary>Lines as scatter plots without marks.</summary>
internal static class Curves
{
    public static SP.IPlottable Of(Line line, PanelPlot panel, Color color) =>
        Of(line.Xs.Zip(line.Ys, (x, y) => panel.At(line, x, y)),
            Theme.Stroke(color, line.Width, line.Style, line.Opacity), line.Steps);

    public static SP.IPlottable Of(IEnumerable<SP.Coordinates> points, SP.LineStyle style, bool steps = false) =>
        new SP.Plottables.Scatter(new SP.DataSources.ScatterSourceCoordinatesArray([.. points]))
        {
            LineStyle = style, MarkerStyle = SP.MarkerStyle.None, PathStrategy = new Joined(),
            ConnectStyle = steps ? SP.ConnectStyle.StepHorizontal : SP.ConnectStyle.Straight,
        };

    /// <summary>Straight from point to point, with gaps at NaN; a point alone becomes a dot.</summary>
    private sealed class Joined : SP.IPathStrategy
    {
        public SKPath GetPath(IEnumerable<SP.Pixel> pixels)
        {
            var path = new SKPath();
            bool gap = true;
            foreach (SP.Pixel pixel in pixels)
            {
                bool exists = !float.IsNaN(pixel.X + pixel.Y);
                if (exists && gap)
                {
                    path.MoveTo(pixel.X, pixel.Y);
                }

                if (exists)
                {
                    path.LineTo(pixel.X, pixel.Y);
                }

                gap = !exists;
            }

            return path;
        }
    }
}
