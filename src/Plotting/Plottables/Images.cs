namespace Reference.Plotting.Plottables;

/// <summary>Small images of square pixels, each centred in its place, with a line below.</summary>
internal sealed class ImagePlot(ImageGrid grid, PanelPlot panel) : Drawn(panel, grid)
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
            canvas.Cells(area, Table.Of(rows, columns, (row, column) => grid.Map.Of(image[row, column], low, high)));
            string line = MathText.Wrap(grid.Captions?[i] ?? "", Theme.TickSize, width - 4, 1);
            canvas.Write(line, new SKPoint(area.MidX, area.Bottom + 6), 0.5f, 0, Theme.TickSize, Theme.Text);
        }
    }
}
