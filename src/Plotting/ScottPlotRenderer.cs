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
        _title = MathText.Wrap(figure.Title, Theme.TitleSize, Page.Width - 2 * Theme.Margin, 3);
        Panels = [.. figure.Panels.Index().Select(panel => new PanelPlot(figure, panel.Index))];
        // What all panels say alike is said once.
        if (Panels.All(panel => panel.Bar is { } bar && bar.Same(Panels[0].Bar)))
        {
            int last = Math.Min(figure.Columns, Panels.Length) - 1;
            Array.ForEach(Panels, panel => panel.Bar = panel == Panels[last] ? panel.Bar : null);
        }

        if (Panels.Length > 1 && Panels.All(panel => panel.Legend is { } legend && legend.Same(Panels[0].Legend)))
        {
            SharedLegend = Panels[0].Legend;
            Array.ForEach(Panels, panel => panel.Legend = null);
        }

        Arrange();
        // A legend that goes outside takes room, so that the others are placed anew.
        while ((SharedLegend is not null || Panels.Any(panel => panel.Legend is not null)) && PlaceLegends())
        {
            Arrange();
        }
    }

    /// <summary>The panels, laid out.</summary>
    internal PanelPlot[] Panels { get; }

    /// <summary>The legend of all panels; it stands in one of them, or else below the grid.</summary>
    internal LegendBox? SharedLegend { get; }

    /// <summary>What the panels share among them.</summary>
    private SKRect Area
    {
        get
        {
            float gap = Panels.Length > 1 ? 15 : 12;
            float title = _title.Length == 0 ? 0 : MathText.Height(_title, Theme.TitleSize) + gap;
            return new SKRect(Theme.Margin, Theme.Margin + title, Page.Right - Theme.Margin,
                Page.Bottom - Theme.Margin - (SharedLegend?.Outside.Below ?? 0));
        }
    }

    private SKRect Page => new(0, 0, (float)_figure.Width, (float)_figure.Height);

    /// <summary>Draws a figure in logical units.</summary>
    /// <exception cref="ArgumentException">It cannot be drawn; the message names the figure.</exception>
    public static void Draw(Figure figure, SKCanvas canvas)
    {
        try
        {
            Expect.Some([.. figure.Panels.SelectMany(panel => panel.Series)
                .Where(series => series is not PointSeries { Xs.Count: 0 })], "data");
            new ScottPlotRenderer(figure).Draw(canvas);
        }
        catch (ArgumentException refusal)
        {
            throw new ArgumentException($"The figure '{figure.Title}': {refusal.Message}", refusal);
        }
    }

    private void Draw(SKCanvas canvas)
    {
        DrawPlots(canvas, forLegend: false);
        using SKPaint paper = new() { Color = SKColors.White, BlendMode = SKBlendMode.DstOver };
        canvas.DrawRect(Page, paper);
        canvas.Write(_title, new(Page.MidX, Theme.Margin), 0.5f, 0, Theme.TitleSize);
        Array.ForEach(Panels, panel => panel.Write(canvas));
        SharedLegend?.Draw(canvas, Area, Area, SKRect.Empty);
    }

    private void DrawPlots(SKCanvas canvas, bool forLegend)
    {
        var multiplot = new SP.Multiplot { Layout = new SP.MultiplotLayouts.Grid(_figure.Rows, _figure.Columns) };
        multiplot.Subplots.RemoveAt(0);
        Array.ForEach(Panels, panel => multiplot.Subplots.Add(panel.Build(forLegend)));
        multiplot.Render(canvas, new SP.PixelRect(0, Page.Right, Page.Bottom, 0));
    }

    /// <summary>Gives all panels frames of one size, with the room that the texts of each column and row
    /// need.</summary>
    private void Arrange()
    {
        (int columns, int rows) = (_figure.Columns, _figure.Rows);
        SKRect area = Area;
        float gap = Panels.Length > 1 ? Theme.Gap : 0;
        float below = Panels.Max(panel => panel.Legend?.Outside.Below ?? 0),
            beside = Panels.Max(panel => panel.Legend?.Outside.Beside ?? 0);
        SKSize frame = new(Math.Max(1, area.Width / columns - 70), Math.Max(1, area.Height / rows - 60));
        for (int pass = 0; pass < 3; pass++)
        {
            SKRect[] rooms = [.. Panels.Select(panel => panel.Room(frame))];
            float[] Most(int count, Func<int, int> place, Func<SKRect, float> side) =>
                [.. Enumerable.Range(0, count).Select(at =>
                    rooms.Where((_, i) => place(i) == at).Select(side).DefaultIfEmpty().Max())];
            float[] left = Most(columns, i => i % columns, room => room.Left);
            float[] right = Most(columns, i => i % columns, room => room.Right + beside);
            float[] above = Most(rows, i => i / columns, room => room.Top);
            float[] under = Most(rows, i => i / columns, room => room.Bottom + below);
            frame = new(Math.Max(1, (area.Width - gap * (columns - 1) - left.Sum() - right.Sum()) / columns),
                Math.Max(1, (area.Height - gap * (rows - 1) - above.Sum() - under.Sum()) / rows));
            foreach ((int i, PanelPlot panel) in Panels.Index())
            {
                (int row, int column) = (i / columns, i % columns);
                float x = left.Take(column + 1).Sum() + right.Take(column).Sum() + column * (frame.Width + gap);
                float y = above.Take(row + 1).Sum() + under.Take(row).Sum() + row * (frame.Height + gap);
                SKRect place = SKRect.Create(new(area.Left + x, area.Top + y), frame);
                SKRect cell = new(place.Left - left[column], place.Top - above[row], place.Right + right[column],
                    place.Bottom + under[row]);
                panel.Place(place, cell, rooms[i]);
            }
        }
    }

    /// <summary>Draws the data alone, small, and looks where they leave room; true when another legend had to go
    /// outside.</summary>
    private bool PlaceLegends()
    {
        using var bitmap = new SKBitmap((int)Page.Width / 2 + 1, (int)Page.Height / 2 + 1, SKColorType.Alpha8,
            SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(0.5f);
        DrawPlots(canvas, forLegend: true);
        bool Empty(SKRect box)
        {
            SKRectI at = SKRectI.Ceiling(canvas.TotalMatrix.MapRect(box), outwards: true);
            at.Intersect(bitmap.Info.Rect);
            return Enumerable.Range(at.Top, at.Height).All(y => bitmap.GetPixelSpan()
                .Slice(y * bitmap.RowBytes + at.Left, at.Width).IndexOfAnyInRange((byte)13, byte.MaxValue) < 0);
        }

        SKRect[] frames = [.. Panels.Select(panel => panel.Frame)];
        return Panels.Select(panel => panel.Legend?
            .Choose([panel.Frame], panel.Cell.Width, 0.3f * panel.Frame.Height, Empty))
            .Append(SharedLegend?.Choose(frames, Area.Width, Page.Height, Empty)).ToArray().Contains(true);
    }
}
