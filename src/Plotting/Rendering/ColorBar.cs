namespace Reference.Plotting.Rendering;

/// <summary>The scale of a colour map beside the plot: its cells from top to bottom, and its ticks between the values
/// of both ends.</summary>
internal sealed record ColorBar(string Label, Color[] Cells, TickMarks Ticks, double Low, double High)
{
    private const float Space = 14, Thickness = 15;

    /// <summary>The bar that a panel's series ask for; null for none.</summary>
    public static ColorBar? Of(IReadOnlyList<Series> all) => all.Select(series => series switch
    {
        HeatMap { ColorBar: { } label } map => Smooth(label, map.Map, map.ColorRange(), map.Opacity),
        Contours { ColorBar: { } label, Filled: true } contours => Banded(label, contours),
        Surface { ColorBar: { } label } surface => Smooth(label, surface.Map, surface.Heights, 1),
        _ => null,
    }).FirstOrDefault(bar => bar is not null);

    /// <summary>Everything right of the plot's frame.</summary>
    public float Width => Space + Thickness + 8 + Ticks.Widest + (Label.Length > 0 ? Theme.LabelSize + 12 : 0);

    /// <summary>Says the same as another bar.</summary>
    public bool Same(ColorBar? other) =>
        other is not null && (Label, Low, High) == (other.Label, other.Low, other.High)
            && Cells.SequenceEqual(other.Cells);

    public void Draw(SKCanvas canvas, SKRect plot)
    {
        var bar = SKRect.Create(plot.Right + Space, plot.Top, Thickness, plot.Height);
        using SKPaint frame = new() { Color = Theme.Frame.ForSkia() };
        canvas.DrawRect(SKRect.Inflate(bar, 1, 1), frame);
        canvas.Cells(bar.Location, new(bar.Right, bar.Bottom),
            Table.Of<Color?>(Cells.Length, 1, (row, _) => Cells[row]));
        foreach (Tick tick in Ticks.Major)
        {
            float y = bar.Bottom - (float)((tick.Value - Low) / (High - Low)) * bar.Height;
            canvas.DrawRect(SKRect.Create(bar.Right + 1, y - 0.5f, 4, 1), frame);
            canvas.Write(tick.Label, new(bar.Right + 8, y), 0, 0.5f, Theme.TickSize);
        }

        canvas.Write(Ticks.Multiplier, new(bar.Left, bar.Top - 5), 0, 1, Theme.TickSize);
        var beside = new SKPoint(bar.Right + 16 + Ticks.Widest + Theme.LabelSize / 2, bar.MidY);
        canvas.Write(MathText.Wrap(Label, Theme.LabelSize, bar.Height + 40, 1), beside, 0.5f, 0.5f, Theme.LabelSize,
            angle: -90);
    }

    /// <summary>A translucent map shows in the bar as it shows on paper.</summary>
    private static ColorBar Smooth(string label, ColorMap map, (double Low, double High) range, double opacity) => new(
        label, [.. Enumerable.Range(0, 256).Select(row => Palette.White.Towards(map.At(1 - row / 255.0), opacity))],
        TickMarks.Linear(range.Low, range.High, 6), range.Low, range.High);

    /// <summary>The bands that occur, none below the first or above the last level where there is nothing.</summary>
    private static ColorBar Banded(string label, Contours contours)
    {
        IReadOnlyList<double> levels = ContourPlot.Levels(contours);
        (double least, double most) = DataRange.Of(contours.Values.Cast<double>());
        int bands = levels.Count + 1;
        int first = levels.TakeWhile(level => level <= least).Count(),
            last = Math.Max(first, levels.TakeWhile(level => level < most).Count());
        Tick[] ticks = [.. levels.Index().Where(level => level.Index >= first && level.Index < last)
            .Select(level => new Tick(level.Index + 1, TickMarks.Number(level.Item, "0.####")))];
        Color[] cells = [.. Enumerable.Range(first, last - first + 1).Reverse()
            .Select(band => Palette.White.Towards(ContourPlot.ColorOf(contours, band, bands), contours.Opacity))];
        return new ColorBar(label, cells, TickMarks.None with { Major = ticks }, first, last + 1);
    }
}
