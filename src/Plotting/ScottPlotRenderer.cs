namespace Reference.Plotting;

/// <summary>Draws a figure by ScottPlot onto a Skia canvas: the title, then the panels in a grid of equal
/// frames.</summary>
internal sealed class ScottPlotRenderer
{
    private readonly Figure _figure;
    private readonly string _title;

    /// <summary>Lays out a figure.</summary>
    internal ScottPlotRenderer(Figure figure)
    {
        _figure = figure;
        _title = MathText.Wrap(figure.Title, Theme.TitleSize, (float)figure.Width - 2 * Theme.Margin, 3);
        int count = figure.Panels.Count;
        Panels = [.. Enumerable.Range(0, count).Select(i =>
            new PanelPlot(figure, i, !figure.ShareX || i + figure.Columns >= count, !figure.ShareY
                || i % figure.Columns == 0))];
        // A colour bar that all panels share stands once a row.
        if (count > 1 && Panels.All(panel => panel.Bar is { } bar && bar.Same(Panels[0].Bar)))
        {
            foreach ((int i, PanelPlot panel) in Panels.Index())
            {
                panel.Bar = i % figure.Columns == figure.Columns - 1 || i == count - 1 ? panel.Bar : null;
            }
        }

        Arrange();
        // A legend that goes outside takes room, so that the others are placed anew.
        for (bool moved = Panels.Any(panel => panel.Legend is not null); moved;)
        {
            moved = PlaceLegends();
            Arrange();
        }
    }

    /// <summary>Draws a figure in logical units.</summary>
    /// <exception cref="ArgumentException">It cannot be drawn; the message names the figure.</exception>
    public static void Draw(Figure figure, SKCanvas canvas)
    {
        ArgumentNullException.ThrowIfNull(figure);
        try
        {
            new ScottPlotRenderer(figure).Draw(canvas);
        }
        catch (ArgumentException refusal)
        {
            throw new ArgumentException($"The figure '{figure.Title}': {refusal.Message}", refusal);
        }
    }

    private void Draw(SKCanvas canvas)
    {
        Multiplot(forLegend: false).Render(canvas, Page);
        using SKPaint paper = new() { Color = SKColors.White, BlendMode = SKBlendMode.DstOver };
        canvas.DrawRect(0, 0, (float)_figure.Width, (float)_figure.Height, paper);
        canvas.Write(
            _title, new((float)_figure.Width / 2, Theme.Margin), 0.5f, 0, Theme.TitleSize, Theme.Text);
        Array.ForEach(Panels, panel => panel.Write(canvas));
    }

    /// <summary>The panels, laid out.</summary>
    internal PanelPlot[] Panels { get; }

    private SP.PixelRect Page => new(0, (float)_figure.Width, (float)_figure.Height, 0);

    private SP.Multiplot Multiplot(bool forLegend)
    {
        var multiplot = new SP.Multiplot { Layout = new SP.MultiplotLayouts.Grid(_figure.Rows, _figure.Columns) };
        multiplot.Subplots.RemoveAt(0);
        foreach (PanelPlot panel in Panels)
        {
            multiplot.Subplots.Add(panel.Build(forLegend));
        }

        return multiplot;
    }

    /// <summary>Gives all panels frames of one size, with the room that the texts of each column and row
    /// need.</summary>
    private void Arrange()
    {
        (int columns, int rows) = (_figure.Columns, _figure.Rows);
        float top = Theme.Margin + (_title.Length > 0
            ? MathText.Height(_title, Theme.TitleSize) + (Panels.Length > 1 ? 15 : 12) : 0);
        SKRect area = new(Theme.Margin, top, (float)_figure.Width - Theme.Margin,
            (float)_figure.Height - Theme.Margin);
        float gap = Panels.Length > 1 ? Theme.Gap : 0;
        SKSize frame = new(Math.Max(1, area.Width / columns - 70), Math.Max(1, area.Height / rows - 60));
        float below = Panels.Max(panel => panel.Legend?.Outside.Below ?? 0),
            beside = Panels.Max(panel => panel.Legend?.Outside.Beside ?? 0);
        for (int pass = 0; pass < 3; pass++)
        {
            SKRect[] rooms = [.. Panels.Select(panel => panel.Room(frame))];
            float Most(int along, int at, Func<SKRect, float> side) =>
                rooms.Where((_, i) => (along == 0 ? i % columns : i / columns) == at).Select(side).DefaultIfEmpty(0)
                    .Max();
            float[] left = [.. Enumerable.Range(0, columns).Select(c => Most(0, c, room => room.Left))];
            float[] right = [.. Enumerable.Range(0, columns).Select(c => Most(0, c, room => room.Right) + beside)];
            float[] above = [.. Enumerable.Range(0, rows).Select(r => Most(1, r, room => room.Top))];
            float[] under = [.. Enumerable.Range(0, rows).Select(r => Most(1, r, room => room.Bottom) + below)];
            frame = new(
                Math.Max(1, (area.Width - gap * (columns - 1) - left.Sum() - right.Sum()) / columns),
                Math.Max(1, (area.Height - gap * (rows - 1) - above.Sum() - under.Sum()) / rows));
            foreach ((int i, PanelPlot panel) in Panels.Index())
            {
                (int row, int column) = (i / columns, i % columns);
                float x = area.Left + left.Take(column + 1).Sum() + right.Take(column)
                    .Sum() + column * (frame.Width + gap);
                float y = area.Top + above.Take(row + 1).Sum() + under.Take(row).Sum() + row * (frame.Height + gap);
                SKRect cell = new(x - left[column], y - above[row], x + frame.Width + right[column],
                    y + frame.Height + under[row]);
                panel.Place(SKRect.Create(x, y, frame.Width, frame.Height), cell, rooms[i]);
            }
        }
    }

    /// <summary>Draws the data alone, small, and looks where they leave room; true when another legend had to go
    /// outside.</summary>
    private bool PlaceLegends()
    {
        const float scale = 0.5f;
        (int width, int height) = ((int)Math.Ceiling(_figure.Width * scale),
            (int)Math.Ceiling(_figure.Height * scale));
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(scale);
        Multiplot(forLegend: true).Render(canvas, Page);
        ReadOnlySpan<byte> pixels = bitmap.GetPixelSpan();
        // How many inked pixels lie above and left of each.
        int[,] sums = new int[height + 1, width + 1];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int ink = pixels[(y * width + x) * 4 + 3] > 12 ? 1 : 0;
                sums[y + 1, x + 1] = ink + sums[y, x + 1] + sums[y + 1, x] - sums[y, x];
            }
        }

        int Ink(SKRect box)
        {
            (int left, int right) = (Math.Clamp((int)(box.Left * scale), 0, width),
                Math.Clamp((int)Math.Ceiling(box.Right * scale), 0, width));
            (int top, int bottom) = (Math.Clamp((int)(box.Top * scale), 0, height),
                Math.Clamp((int)Math.Ceiling(box.Bottom * scale), 0, height));
            return sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left];
        }

        return Panels.Select(panel => panel.Legend?.Choose(panel.Frame, panel.Cell, Ink)).ToArray().Contains(true);
    }
}
