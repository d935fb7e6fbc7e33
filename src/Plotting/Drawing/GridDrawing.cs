namespace Reference.Plotting.Drawing;

/// <summary>Series of coloured cells.</summary>
internal static class GridDrawing
{
    public static void Draw(HeatMap map, Plot plot)
    {
        Point first = plot.At(map, map.XRange.Low, map.YRange.Low), last = plot.At(map, map.XRange.High, map.YRange.High), size = last - first;
        var area = new Rect(Math.Min(first.X, last.X), Math.Min(first.Y, last.Y), Math.Abs(size.X), Math.Abs(size.Y));
        (double min, double max) = map.ColorRange();
        double[,] values = map.Smooth ? Interpolation.Refine(map.Values, 360) : map.Values;
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        Color?[,] cells = Table.Of(rows, columns, (row, column) =>
            map.Map.Of(values[size.Y > 0 ? row : rows - 1 - row, size.X > 0 ? column : columns - 1 - column], min, max));
        plot.Canvas.Cells(area, cells, map.Opacity);
        for (int cell = 0; cell < map.Values.Length && map.CellFormat is not null; cell++)
        {
            (int row, int column) = (cell / map.Columns, cell % map.Columns);
            if (map.Map.Of(map[row, column], min, max) is { } color)
            {
                var at = new Point(first.X + size.X * (column + 0.5) / map.Columns, first.Y + size.Y * (row + 0.5) / map.Rows);
                string text = TickMarks.Number(map[row, column], map.CellFormat!);
                double fitting = area.Width / map.Columns * 0.85 / Math.Max(1e-9, Ink.Width(text, 1));
                plot.Canvas.Write(text, at, 0.5, 0.5, Math.Min(Ink.TickSize, fitting), color.Lightness > 58 ? Ink.Text : Palette.White);
            }
        }
    }

    public static void Draw(ImageGrid grid, Plot plot)
    {
        double caption = grid.Captions is null ? 0 : Ink.TickSize + 6;
        double width = plot.Area.Width / grid.Columns, height = plot.Area.Height / grid.Rows;
        foreach ((int i, double[,] image) in grid.Images.Index())
        {
            (int rows, int columns) = (image.GetLength(0), image.GetLength(1));
            double unit = Math.Min((width - 6) / columns, (height - 6 - caption) / rows);
            var centre = new Point(plot.Area.X + (i % grid.Columns + 0.5) * width, plot.Area.Y + (i / grid.Columns + 0.5) * height - caption / 2);
            var area = new Rect(centre.X - unit * columns / 2, centre.Y - unit * rows / 2, unit * columns, unit * rows);
            (double low, double high) = grid.Range ?? DataRange.Of(image.Cast<double>());
            plot.Canvas.Rectangle(area.Grown(1), Ink.Grid);
            plot.Canvas.Cells(area, Table.Of(rows, columns, (row, column) => grid.Map.Of(image[row, column], low, high)), grid.Opacity);
            string line = Ink.Wrap(grid.Captions?[i] ?? "", Ink.TickSize, width - 4, 1);
            plot.Canvas.Write(line, new Point(centre.X, area.Bottom + 6), 0.5, 0, Ink.TickSize, Ink.Text);
        }
    }
}
