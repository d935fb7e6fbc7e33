namespace Reference.Plotting.Drawing;

/// <summary>Series of upright boxes.</summary>
internal static class BarDrawing
{
    /// <summary>The bars of one series; a group of several shares four fifths of each category's place.</summary>
    public static void Draw(Bars bars, int place, int groups, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(bars);
        double width = (groups == 1 ? 0.66 : 0.8) / groups, gap = groups > 1 ? 0.75 : 0, floor = plot.Floor(bars);
        foreach ((int i, double value) in bars.Values.Index().Where(bar => !double.IsNaN(y[bar.Item])))
        {
            double left = plot.X[i + (place - groups / 2.0) * width], right = plot.X[i + (place + 1 - groups / 2.0) * width], top = y[value];
            plot.Canvas.Rectangle(new Rect(left + gap, Math.Min(top, floor), right - left - 2 * gap, Math.Abs(floor - top)), color, bars.Opacity);
            double error = bars.Errors?[i] ?? double.NaN, clear = bars.Errors is null ? 5 : 5 + Math.Abs(y[value + error] - top);
            Point At(double v) => new((left + right) / 2, y[v]);
            CurveDrawing.Whisker(plot, At(value - error), At(value + error), 5, Ink.Text);
            string text = bars.ShowValues is { } format ? TickMarks.Number(value, format) : "";
            (double down, double above) = value < 0 ? (clear, 0) : (-clear, 1);
            plot.Canvas.Write(text, At(value) + new Point(0, down), 0.5, above, Ink.TickSize, Ink.Text);
        }

        plot.Line([new(plot.Area.X, floor), new(plot.Area.Right, floor)], Ink.Frame, 1);
    }

    public static void Draw(Histogram histogram, Plot plot, Color color)
    {
        double floor = plot.Floor(histogram);
        foreach ((int i, double height) in histogram.Heights.Index().Where(bar => bar.Item > 0))
        {
            Point left = plot.At(histogram, histogram.Edges[i], height), right = plot.At(histogram, histogram.Edges[i + 1], height);
            if ((left + right).Exists)
            {
                plot.Canvas.Rectangle(new Rect(left.X, left.Y, right.X - left.X, floor - left.Y), color, histogram.Opacity * 0.75);
                plot.Canvas.Stroke([left with { Y = floor }, left, right, right with { Y = floor }], color, 1, null, histogram.Opacity);
            }
        }
    }

    public static void Draw(BoxPlot boxes, Plot plot, Color color)
    {
        var mark = new Markers([0], [0]) { Size = 5, Filled = false };
        foreach ((int i, Box box) in boxes.Boxes.Index())
        {
            Point At(double x, double value) => plot.At(boxes, x, value);
            Point low = At(i - 0.27, box.FirstQuartile), high = At(i + 0.27, box.ThirdQuartile), median = At(i - 0.27, box.Median);
            double cap = (high.X - low.X) / 4;
            CurveDrawing.Whisker(plot, At(i, box.LowWhisker), At(i, box.FirstQuartile), cap, Ink.Frame);
            CurveDrawing.Whisker(plot, At(i, box.HighWhisker), At(i, box.ThirdQuartile), cap, Ink.Frame);
            var body = new Rect(low.X, high.Y, high.X - low.X, low.Y - high.Y);
            plot.Canvas.Rectangle(body, Palette.White);
            plot.Canvas.Rectangle(body, color, 0.35 * boxes.Opacity);
            plot.Canvas.Stroke([.. body.Corners, body.Corners[0]], color, 1.5);
            plot.Line([median, median with { X = high.X }], color.Towards(Palette.Black, 0.4), 2.5);
            foreach (double outlier in box.Outliers)
            {
                CurveDrawing.Mark(plot.Canvas, mark, At(i, outlier), color);
            }
        }
    }
}
