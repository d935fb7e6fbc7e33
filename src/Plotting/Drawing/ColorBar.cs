namespace Reference.Plotting.Drawing;

/// <summary>The scale of a colour map beside the plot: its cells from top to bottom, and its ticks between the values of both ends.</summary>
internal sealed record ColorBar(string Label, Color?[,] Cells, TickMarks Ticks, double Low, double High)
{
    private const double Gap = 14, Thickness = 15;

    /// <summary>The bar that a panel's series ask for; null for none.</summary>
    public static ColorBar? Of(IReadOnlyList<Series> all) => all.Select(series => series switch
    {
        HeatMap { ColorBar: { } label } map => Smooth(label, map),
        Contours { ColorBar: { } label, Filled: true } contours => Banded(label, contours),
        _ => null,
    }).FirstOrDefault(bar => bar is not null);

    private static ColorBar Smooth(string label, HeatMap map)
    {
        (double low, double high) = map.ColorRange();
        return new ColorBar(label, Table.Of<Color?>(256, 1, (row, _) => map.Map.At(1 - row / 255.0)), TickMarks.Linear(low, high, 6), low, high);
    }

    private static ColorBar Banded(string label, Contours contours)
    {
        IReadOnlyList<double> levels = ContourDrawing.Levels(contours);
        int bands = levels.Count + 1;
        Tick[] ticks = [.. levels.Select((level, i) => new Tick(i + 1, TickMarks.Number(level, "0.####")))];
        Color?[,] cells = Table.Of<Color?>(bands, 1, (row, _) => ContourDrawing.ColorOf(contours, bands - 1 - row, bands));
        return new ColorBar(label, cells, TickMarks.None with { Major = ticks }, 0, bands);
    }

    /// <summary>Everything right of the plot's frame.</summary>
    public double Width => Gap + Thickness + 8 + Widest + (Label.Length > 0 ? Ink.LabelSize + 12 : 0);

    private double Widest => Ticks.Major.Max(tick => Ink.Width(tick.Label, Ink.TickSize));

    public void Draw(ICanvas canvas, Rect plot)
    {
        var bar = new Rect(plot.Right + Gap, plot.Y, Thickness, plot.Height);
        canvas.Rectangle(bar.Grown(1), Ink.Frame);
        canvas.Cells(bar, Cells, 1);
        foreach (Tick tick in Ticks.Major)
        {
            double y = bar.Bottom - (tick.Value - Low) / (High - Low) * bar.Height;
            canvas.Rectangle(new Rect(bar.Right + 1, y - 0.5, 4, 1), Ink.Frame);
            canvas.Write(tick.Label, new Point(bar.Right + 8, y), 0, 0.5, Ink.TickSize, Ink.Text);
        }

        canvas.Write(Ticks.Multiplier, new Point(bar.X, bar.Y - 5), 0, 1, Ink.TickSize, Ink.Text);
        var beside = new Point(bar.Right + 16 + Widest + Ink.LabelSize / 2, bar.Centre.Y);
        canvas.WriteUpwards(Ink.Wrap(Label, Ink.LabelSize, bar.Height, 1), beside, Ink.LabelSize, Ink.Text);
    }
}
