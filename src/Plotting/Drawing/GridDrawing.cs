namespace Reference.Plotting.Drawing;

/// <summary>Series of coloured cells.</summary>
internal static class GridDrawing
{
    public static void Draw(HeatMap map, Plot plot)
    {
        AxisMap y = plot.YOf(map);
        double left = plot.X[map.XRange.Low], right = plot.X[map.XRange.High], low = y[map.YRange.Low], high = y[map.YRange.High];
        var area = new Rect(Math.Min(left, right), Math.Min(low, high), Math.Abs(right - left), Math.Abs(high - low));
        (double min, double max) = map.ColorRange;
        Color? ColorAt(double value) => double.IsNaN(value) ? null : map.Map.At((value / 2 - min / 2) / (max / 2 - min / 2));
        double[,] values = map.Smooth ? Interpolation.Refine(map.Cells, 360) : map.Cells;
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        var cells = new Color?[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                cells[low < high ? row : rows - 1 - row, left < right ? column : columns - 1 - column] = ColorAt(values[row, column]);
            }
        }

        plot.Canvas.Cells(area, cells, map.Opacity);
        for (int row = 0; row < map.Rows && map.CellFormat is not null; row++)
        {
            for (int column = 0; column < map.Columns; column++)
            {
                if (ColorAt(map[row, column]) is { } color)
                {
                    var at = new Point(left + (right - left) * (column + 0.5) / map.Columns, low + (high - low) * (row + 0.5) / map.Rows);
                    string text = TickMarks.Number(map[row, column], map.CellFormat!);
                    double size = Math.Min(Ink.TickSize, area.Width / map.Columns * 0.85 / Math.Max(1e-9, Ink.Width(text, 1)));
                    plot.Canvas.Write(text, at, 0.5, 0.5, size, color.Lightness > 58 ? Ink.Text : Palette.White);
                }
            }
        }
    }

    public static void Draw(ImageGrid grid, Plot plot)
    {
        double caption = grid.Captions is null ? 0 : Ink.TickSize + 6;
        double width = plot.Area.Width / grid.Columns, height = plot.Area.Height / grid.Rows;
        for (int i = 0; i < grid.Images.Count; i++)
        {
            double[,] image = grid.Images[i];
            (int rows, int columns) = (image.GetLength(0), image.GetLength(1));
            double unit = Math.Min((width - 6) / columns, (height - 6 - caption) / rows);
            var centre = new Point(plot.Area.X + (i % grid.Columns + 0.5) * width, plot.Area.Y + (i / grid.Columns + 0.5) * height - caption / 2);
            var area = new Rect(centre.X - unit * columns / 2, centre.Y - unit * rows / 2, unit * columns, unit * rows);
            double[] finite = [.. image.Cast<double>().Where(double.IsFinite)];
            (double low, double high) = grid.Range ?? (finite.Min(), finite.Max());
            var cells = new Color?[rows, columns];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    double value = image[row, column];
                    cells[row, column] = double.IsNaN(value) ? null : grid.Map.At(high > low ? (value - low) / (high - low) : 0.5);
                }
            }

            plot.Canvas.Rectangle(new Rect(area.X - 1, area.Y - 1, area.Width + 2, area.Height + 2), Ink.Grid);
            plot.Canvas.Cells(area, cells, grid.Opacity);
            if (grid.Captions is { } captions)
            {
                plot.Canvas.Write(Ink.Wrap(captions[i], Ink.TickSize, width - 4, 1), new Point(centre.X, area.Bottom + 6), 0.5, 0, Ink.TickSize, Ink.Text);
            }
        }
    }
}
