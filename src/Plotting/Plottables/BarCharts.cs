namespace Reference.Plotting.Plottables;

/// <summary>Bars and histograms.</summary>
internal static class BarCharts
{
    /// <summary>The bars of one series; a group of several shares four fifths of each category's place.</summary>
    public static IEnumerable<SP.IPlottable> Of(Bars bars, PanelPlot panel, Color color)
    {
        Bars[] groups = [.. panel.Series.OfType<Bars>()];
        double width = (groups.Length == 1 ? 0.66 : 0.8) / groups.Length, floor = panel.Floor(bars);
        double first = (Array.IndexOf(groups, bars) - groups.Length / 2.0) * width, gap = groups.Length > 1
            ? 0.02 * width : 0;
        (int Index, double Value)[] shown = [.. bars.Values.Index()
            .Where(bar => !double.IsNaN(panel.YOf(bars)[bar.Item]))];
        SP.Coordinates Top(int i, double value) => panel.At(bars, i + first + width / 2, value);
        yield return new SP.Plottables.BarPlot([.. shown.Select(bar => Bar(
            panel.X[bar.Index + first + gap], panel.X[bar.Index + first + width - gap], floor,
                Top(bar.Index, bar.Value).Y, color, bars.Opacity))]);
        yield return Curves.Of([new(0, floor), new(1, floor)], Theme.Frame, 1);
        if (bars.Errors is { } errors)
        {
            yield return ErrorBarPlot.Of(
                shown.Select(bar =>
                    (Top(bar.Index, bar.Value - errors[bar.Index]), Top(bar.Index, bar.Value + errors[bar.Index]))),
                    Theme.Text, 5);
        }

        if (bars.ShowValues is { } format)
        {
            yield return new WrittenValues(panel, bars, shown, format, first + width / 2);
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

    /// <summary>A bar without a blurred edge.</summary>
    private static SP.Bar Bar(double left, double right, double floor, double top, Color color, double opacity) =>
        new()
    {
        Position = (left + right) / 2, Size = Math.Abs(right - left), ValueBase = floor, Value = top, LineWidth = 0,
        FillStyle = new SP.FillStyle(color.ForScottPlot(opacity)) { AntiAlias = false },
    };

    /// <summary>Each value beyond its bar and its error.</summary>
    private sealed class WrittenValues(
        PanelPlot panel, Bars bars, (int Index, double Value)[] shown, string format, double offset)
            : Drawn(panel, bars)
    {
        protected override void Draw(SKCanvas canvas)
        {
            foreach ((int i, double value) in shown)
            {
                SKPoint top = At(i + offset, value), far = At(i + offset, value + (bars.Errors?[i] ?? 0));
                float clear = 5 + (far.Exists() ? Math.Abs(far.Y - top.Y) : 0);
                top.Offset(0, value < 0 ? clear : -clear);
                canvas.Write(TickMarks.Number(value, format), top, 0.5f, value < 0 ? 0 : 1, Theme.TickSize);
            }
        }
    }
}

/// <summary>Upright bars with caps.</summary>
internal static class ErrorBarPlot
{
    public static SP.IPlottable Of(ErrorBars errors, PanelPlot panel, Color color) => Of(
        errors.Xs.Select((x, i) => (panel.At(errors, x, errors.Lower[i]), panel.At(errors, x, errors.Upper[i]))),
            color, 4);

    /// <summary>A bar between each two points above each other; none where one of them has no place.</summary>
    public static SP.IPlottable Of(IEnumerable<(SP.Coordinates Foot, SP.Coordinates Head)> bars, Color color,
        float cap)
    {
        (SP.Coordinates Foot, SP.Coordinates Head)[] all =
            [.. bars.Where(bar => bar.Foot.AreReal && bar.Head.AreReal)];
        double[] lengths = [.. all.Select(bar => bar.Head.Y - bar.Foot.Y)];
        return new SP.Plottables.ErrorBar(
            [.. all.Select(bar => bar.Foot.X)], [.. all.Select(bar => bar.Foot.Y)], null, null, lengths, null)
        {
            LineStyle = Theme.Stroke(color, 1.5), CapSize = cap,
        };
    }
}
