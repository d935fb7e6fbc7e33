namespace Reference.Plotting.Plottables;

/// <summary>Bars and histograms.</summary>
internal static class BarCharts
{
    private const double HalfWidth = 0.33;

    public static IEnumerable<SP.IPlottable> Of(Bars bars, PanelPlot panel, Color color)
    {
        yield return Plot(bars.Values.Select((value, i) => Bar(panel, bars, i - HalfWidth, i + HalfWidth, value,
            color, bars.Opacity, outline: 0)));
        yield return Curves.Of([new(0, panel.Floor), new(1, panel.Floor)], Theme.Frame, 1);
        if (bars.ShowValues is not null)
        {
            yield return new WrittenValues(panel, bars, color);
        }
    }

    public static SP.IPlottable Of(Histogram histogram, PanelPlot panel, Color color) =>
        Plot(histogram.Heights.Index().Where(bar => bar.Item > 0).Select(bar => Bar(panel, histogram,
            histogram.Edges[bar.Index], histogram.Edges[bar.Index + 1], bar.Item, color, histogram.Opacity * 0.75,
            outline: 1)));

    private static SP.Plottables.BarPlot Plot(IEnumerable<SP.Bar> bars) =>
        new([.. bars.Where(bar => !double.IsNaN(bar.Position + bar.Value))]);

    /// <summary>A bar without a blurred edge.</summary>
    private static SP.Bar Bar(PanelPlot panel, Series series, double left, double right, double top, Color color,
        double opacity, float outline)
    {
        (double from, double to) = (panel.X[left], panel.X[right]);
        return new SP.Bar
        {
            Position = (from + to) / 2, Size = Math.Abs(to - from), ValueBase = panel.Floor,
            Value = panel.Y[top], LineWidth = outline, LineColor = color.ForScottPlot(series.Opacity),
            FillStyle = new SP.FillStyle(color.ForScottPlot(opacity)) { AntiAlias = false },
        };
    }

    /// <summary>Each value beyond its bar, or in the bar's end where there is no room.</summary>
    private sealed class WrittenValues(PanelPlot panel, Bars bars, Color color) : Drawn(panel)
    {
        protected override void Draw(SKCanvas canvas)
        {
            foreach ((int i, double value) in bars.Values.Index().Where(bar => At(bar.Index, bar.Item).Exists()))
            {
                SKPoint end = At(i, value);
                float outwards = value < 0 ? 1 : -1, room = value < 0 ? Area.Bottom - end.Y : end.Y - Area.Top;
                bool beyond = room > Theme.TickSize + 4;
                canvas.Write(TickMarks.Number(value, bars.ShowValues!),
                    end + new SKPoint(0, beyond ? 5 * outwards : -5 * outwards), 0.5f, value < 0 == beyond ? 0 : 1,
                    Theme.TickSize, beyond ? Theme.Text : color.OnTop);
            }
        }
    }
}
