namespace Reference.Plotting.Plottables;

/// <summary>Coloured cells, and the numbers in them.</summary>
internal sealed class HeatMapPlot(HeatMap map, PanelPlot panel) : Drawn(panel)
{
    protected override void Draw(SKCanvas canvas)
    {
        SKPoint first = At(map.XRange.Low, map.YRange.Low), last = At(map.XRange.High, map.YRange.High);
        (double low, double high) = map.ColorRange();
        double[,] values = map.Smooth ? Interpolation.Refine(map.Values, 360) : map.Values;
        canvas.Cells(first, last, map.Map.Of(values, low, high), map.Opacity);
        for (int cell = 0; map.CellFormat is not null && cell < map.Values.Length; cell++)
        {
            (int row, int column) = (cell / map.Columns, cell % map.Columns);
            if (map.Map.Of(map[row, column], low, high) is { } color)
            {
                float x = float.Lerp(first.X, last.X, (column + 0.5f) / map.Columns),
                    y = float.Lerp(first.Y, last.Y, (row + 0.5f) / map.Rows);
                string text = TickMarks.Number(map[row, column], map.CellFormat);
                float fitting = Area.Width / map.Columns * 0.85f / Math.Max(1e-6f, MathText.Width(text, 1));
                canvas.Write(text, new(x, y), 0.5f, 0.5f, Math.Min(Theme.TickSize, fitting), color.OnTop);
            }
        }
    }
}

/// <summary>Small images of square pixels, each centred in its place, with a line below.</summary>
internal sealed class ImagePlot(ImageGrid grid, PanelPlot panel) : Drawn(panel)
{
    protected override void Draw(SKCanvas canvas)
    {
        float caption = grid.Captions is null ? 0 : Theme.TickSize + 6;
        float width = Area.Width / grid.Columns, height = Area.Height / grid.Rows;
        foreach ((int i, double[,] image) in grid.Images.Index())
        {
            (int rows, int columns) = (image.GetLength(0), image.GetLength(1));
            float unit = Math.Max(0.1f, Math.Min((width - 6) / columns, (height - 6 - caption) / rows));
            // Whole pixels at twice the size, where there are enough: all cells of an image are equally large.
            unit = unit > 2 ? MathF.Floor(unit * 2) / 2 : unit;
            float left = Area.Left + (i % grid.Columns + 0.5f) * width - unit * columns / 2;
            float top = Area.Top + (i / grid.Columns + 0.5f) * height - caption / 2 - unit * rows / 2;
            var area = SKRect.Create(MathF.Round(left * 2) / 2, MathF.Round(top * 2) / 2, unit * columns, unit * rows);
            (double low, double high) = grid.Range ?? DataRange.Of(image.Cast<double>());
            using SKPaint border = Theme.Fill(Theme.Grid);
            canvas.DrawRect(SKRect.Inflate(area, 1, 1), border);
            canvas.Cells(area.Location, new(area.Right, area.Bottom), grid.Map.Of(image, low, high));
            string line = MathText.Wrap(grid.Captions?[i] ?? "", Theme.TickSize, width - 4, 1);
            canvas.Write(line, new SKPoint(area.MidX, area.Bottom + 6), 0.5f, 0, Theme.TickSize);
        }
    }
}
