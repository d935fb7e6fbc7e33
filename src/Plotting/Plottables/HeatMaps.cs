namespace Reference.Plotting.Plottables;

/// <summary>Coloured cells, and the numbers in them.</summary>
internal static class HeatMaps
{
    public static IEnumerable<SP.IPlottable> Of(HeatMap map, PanelPlot panel)
    {
        SP.Coordinates first = panel.At(map, map.XRange.Low, map.YRange.Low),
            last = panel.At(map, map.XRange.High, map.YRange.High);
        (double low, double high) = map.ColorRange();
        // ScottPlot looks for a range of its own, which infinity has not, and for a second row and column.
        double[,] values = map.Smooth
            ? Interpolation.Refine(map.Values, 360)
            : Table.Of(2 * map.Rows, 2 * map.Columns, (i, j) => map[i / 2, j / 2]);
        values = Table.Of(values.GetLength(0), values.GetLength(1), (i, j) => Math.Clamp(values[i, j], low, high));
        yield return new SP.Plottables.Heatmap(values)
        {
            ManualRange = new SP.Range(low, high), Colormap = new Colors(map.Map), Opacity = map.Opacity,
            Rectangle = new SP.CoordinateRect(
                Math.Min(first.X, last.X), Math.Max(first.X, last.X), Math.Min(first.Y, last.Y),
                    Math.Max(first.Y, last.Y)),
            FlipVertically = last.Y > first.Y, FlipHorizontally = last.X < first.X,
            RenderStrategy = map.Smooth ? new SP.Plottables.Heatmap.RenderStrategies.Bitmap()
                : new SP.Plottables.Heatmap.RenderStrategies.Rectangles(),
        };
        if (map.CellFormat is { } format)
        {
            yield return new Numbers(map, panel, format, low, high);
        }
    }

    private sealed class Colors(ColorMap map) : SP.IColormap
    {
        private readonly SP.Color[] _all = [.. Enumerable.Range(0, 128).Select(i => map.At(i / 127.0).ForScottPlot())];

        public string Name => map.Name;

        public SP.Color GetColor(double position) =>
            double.IsNaN(position) ? SP.Colors.Transparent : _all[(int)Math.Round(Math.Clamp(position, 0, 1) * 127)];
    }

    private sealed class Numbers(HeatMap map, PanelPlot panel, string format, double low, double high)
        : Drawn(panel, map)
    {
        protected override void Draw(SKCanvas canvas)
        {
            SKPoint first = At(map.XRange.Low, map.YRange.Low), last = At(map.XRange.High, map.YRange.High);
            for (int cell = 0; cell < map.Values.Length; cell++)
            {
                (int row, int column) = (cell / map.Columns, cell % map.Columns);
                if (map.Map.Of(map[row, column], low, high) is { } color)
                {
                    var at = new SKPoint(
                        first.X + (last.X - first.X) * (column + 0.5f) / map.Columns,
                            first.Y + (last.Y - first.Y) * (row + 0.5f) / map.Rows);
                    string text = TickMarks.Number(map[row, column], format);
                    float fitting = Area.Width / map.Columns * 0.85f / Math.Max(1e-6f, MathText.Width(text, 1));
                    Color ink = color.Lightness > 58 ? Theme.Text : Palette.White;
                    canvas.Write(text, at, 0.5f, 0.5f, Math.Min(Theme.TickSize, fitting), ink);
                }
            }
        }
    }
}
