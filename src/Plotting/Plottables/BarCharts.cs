namespace Reference.Plotting.Plottables;

/// <summary>Bars, histograms and error bars.</summary>
internal static class BarCharts
{
    /// <summary>The bars of one series; a group of several shares four fifths of each category's place.</summary>
    public static IEnumerable<SP.IPlottable> Of(Bars bars, PanelPlot panel, Color color)
    {
        Bars[] groups = [.. panel.Series.OfType<Bars>()];
        double width = (groups.Length == 1 ? 0.66 : 0.8) / groups.Length, floor = panel.Floor(bars);
        double first = (Array.IndexOf(groups, bars) - groups.Length / 2.0) * width, gap = groups.Length > 1
            ? 0.02 * width : 0;
        AxisMap x = panel.X, y = panel.YOf(bars);
        yield return new SP.Plottables.BarPlot([.. bars.Values.Index().Where(bar => !double.IsNaN(y[bar.Item]))
            .Select(bar => Bar(x[bar.Index + first + gap], x[bar.Index + first + width - gap], floor, y[bar.Item],
                color, bars.Opacity))]);
        yield return Curves.Of([new(0, floor), new(1, floor)], Theme.Frame, 1);
        if (bars.ShowValues is not null)
        {
            yield return new WrittenValues(panel, bars, first + width / 2);
        }
    }

    public static IEnumerable<SP.IPlottable> Of(Histogram histogram, PanelPlot panel, Color color)
    {
        double floor = panel.Floor(histogram);
        yield return new SP.Plottables.BarPlot([.. histogram.Heights.Index().Where(bar => bar.Item > 0).Select(bar =>
        {
            (double left, double right) = (panel.X[histogram.Edges[bar.Index]],
                panel.X[histogram.Edges[bar.Index + 1]]);
            SP.Bar box = Bar(left, right, floor, panel.YOf(histogram)[bar.Item], color, histogram.Opacity * 0.75);
            (box.LineWidth, box.LineColor) = (1, color.ForScottPlot(histogram.Opacity));
            return box;
        }).Where(box => !double.IsNaN(box.Position + box.Value))]);
    }

    /// <summary>An upright bar with caps at each x; none where one of its ends has no place.</summary>
    public static SP.IPlottable Of(ErrorBars errors, PanelPlot panel, Color color)
    {
        (SP.Coordinates Foot, SP.Coordinates Head)[] bars = [.. errors.Xs.Select((x, i) =>
            (panel.At(errors, x, errors.Lower[i]), panel.At(errors, x, errors.Upper[i])))
            .Where(bar => bar.Item1.AreReal && bar.Item2.AreReal)];
        double[] lengths = [.. bars.Select(bar => bar.Head.Y - bar.Foot.Y)];
        return new SP.Plottables.ErrorBar([.. bars.Select(bar => bar.Foot.X)], [.. bars.Select(bar => bar.Foot.Y)],
            null, null, lengths, null) { LineStyle = Theme.Stroke(color, 1.5), CapSize = 4 };
    }

    /// <summary>A bar without a blurred edge.</summary>
    private static SP.Bar Bar(double left, double right, double floor, double top, Color color, double opacity) =>
        new()
    {
        Position = (left + right) / 2, Size = Math.Abs(right - left), ValueBase = floor, Value = top, LineWidth = 0,
        FillStyle = new SP.FillStyle(color.ForScottPlot(opacity)) { AntiAlias = false },
    };

    /// <summary>Each value beyond its bar.</summary>
    private sealed class WrittenValues(PanelPlot panel, Bars bars, double offset) : Drawn(panel, bars)
    {
        protected override void Draw(SKCanvas canvas)
        {
            foreach ((int i, double value) in bars.Values.Index())
            {
                SKPoint beyond = At(i + offset, value) + new SKPoint(0, value < 0 ? 5 : -5);
                string text = beyond.Exists() ? TickMarks.Number(value, bars.ShowValues!) : "";
                canvas.Write(text, beyond, 0.5f, value < 0 ? 0 : 1, Theme.TickSize);
            }
        }
    }
}
