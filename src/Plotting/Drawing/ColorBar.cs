namespace Reference.Plotting.Drawing;

/// <summary>The scale of a colour map beside the plot.</summary>
internal sealed class ColorBar
{
    private const double Gap = 14, Thickness = 15;
    private readonly string _label;
    private readonly double _low, _high;
    private readonly Color?[,] _cells;
    private readonly TickMarks _ticks;

    private ColorBar(string label, double low, double high, Color?[,] cells, IReadOnlyList<Tick>? ticks)
    {
        (_label, _low, _high, _cells) = (label, low, high, cells);
        _ticks = ticks is null ? TickMarks.Linear(low, high, 6) : new TickMarks(ticks, [], "");
    }

    /// <summary>The bar that a panel's series ask for; null for none.</summary>
    public static ColorBar? Of(IReadOnlyList<Series> all)
    {
        foreach (Series series in all)
        {
            if (series is HeatMap { ColorBar: { } label } map)
            {
                var cells = new Color?[256, 1];
                for (int i = 0; i < 256; i++)
                {
                    cells[i, 0] = map.Map.At(1 - i / 255.0);
                }

                return new ColorBar(label, map.ColorRange.Low, map.ColorRange.High, cells, null);
            }

            if (series is Contours { ColorBar: { } name, Filled: true } contours)
            {
                IReadOnlyList<double> levels = ContourDrawing.Levels(contours);
                var bands = new Color?[levels.Count + 1, 1];
                for (int i = 0; i <= levels.Count; i++)
                {
                    bands[levels.Count - i, 0] = ContourDrawing.ColorOf(contours, i, levels.Count + 1);
                }

                return new ColorBar(name, 0, levels.Count + 1, bands, [.. levels.Select((level, i) => new Tick(i + 1, TickMarks.Number(level, "0.####")))]);
            }
        }

        return null;
    }

    /// <summary>Everything right of the plot's frame.</summary>
    public double Width => Gap + Thickness + 8 + _ticks.Major.Max(tick => Ink.Width(tick.Label, Ink.TickSize)) + (_label.Length > 0 ? Ink.LabelSize + 12 : 0);

    public void Draw(ICanvas canvas, Rect plot)
    {
        var bar = new Rect(plot.Right + Gap, plot.Y, Thickness, plot.Height);
        canvas.Rectangle(new Rect(bar.X - 1, bar.Y - 1, bar.Width + 2, bar.Height + 2), Ink.Frame);
        canvas.Cells(bar, _cells, 1);
        double widest = 0;
        foreach (Tick tick in _ticks.Major)
        {
            double y = bar.Bottom - (tick.Value - _low) / (_high - _low) * bar.Height;
            canvas.Rectangle(new Rect(bar.Right + 1, y - 0.5, 4, 1), Ink.Frame);
            canvas.Write(tick.Label, new Point(bar.Right + 8, y), 0, 0.5, Ink.TickSize, Ink.Text);
            widest = Math.Max(widest, Ink.Width(tick.Label, Ink.TickSize));
        }

        canvas.Write(_ticks.Multiplier, new Point(bar.X, bar.Y - 5), 0, 1, Ink.TickSize, Ink.Text);
        canvas.WriteUpwards(Ink.Wrap(_label, Ink.LabelSize, bar.Height, 1), new Point(bar.Right + 16 + widest + Ink.LabelSize / 2, bar.Centre.Y), Ink.LabelSize, Ink.Text);
    }
}
