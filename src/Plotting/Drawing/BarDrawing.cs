namespace Reference.Plotting.Drawing;

/// <summary>Series of upright boxes.</summary>
internal static class BarDrawing
{
    /// <summary>The bars of one series; a group of several shares four fifths of each category's place.</summary>
    public static void Draw(Bars bars, int place, int groups, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(bars);
        double width = (groups == 1 ? 0.66 : 0.8) / groups;
        double zero = double.IsNaN(y[0]) ? plot.Area.Bottom : y[0];
        for (int i = 0; i < bars.Values.Count; i++)
        {
            double value = bars.Values[i], top = y[value];
            if (double.IsNaN(top))
            {
                continue;
            }

            double left = plot.X[i + (place - groups / 2.0) * width], right = plot.X[i + (place + 1 - groups / 2.0) * width], gap = groups > 1 ? 0.75 : 0;
            var box = new Rect(left + gap, Math.Min(top, zero), right - left - 2 * gap, Math.Abs(zero - top));
            plot.Canvas.Rectangle(box, color, bars.Opacity);
            if (bars.Errors is { } errors)
            {
                Point At(double v) => new((left + right) / 2, y[v]);
                CurveDrawing.Whisker(plot, At(value - errors[i]), At(value + errors[i]), 5, Ink.Text);
            }

            if (bars.ShowValues is { } format)
            {
                double clear = bars.Errors is { } e ? Math.Abs(y[value + e[i]] - top) : 0;
                var at = new Point((left + right) / 2, value < 0 ? top + 5 + clear : top - 5 - clear);
                plot.Canvas.Write(TickMarks.Number(value, format), at, 0.5, value < 0 ? 0 : 1, Ink.TickSize, Ink.Text);
            }
        }

        plot.Line(new Point(plot.Area.X, zero), new Point(plot.Area.Right, zero), Ink.Frame, 1);
    }

    public static void Draw(Histogram histogram, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(histogram);
        double zero = double.IsNaN(y[0]) ? plot.Area.Bottom : y[0];
        IReadOnlyList<double> heights = histogram.Heights;
        for (int i = 0; i < heights.Count; i++)
        {
            (double left, double right, double top) = (plot.X[histogram.Edges[i]], plot.X[histogram.Edges[i + 1]], y[heights[i]]);
            if (heights[i] > 0 && !double.IsNaN(left + right + top))
            {
                plot.Canvas.Rectangle(new Rect(left, top, right - left, zero - top), color, histogram.Opacity * 0.75);
                plot.Canvas.Stroke([new(left, zero), new(left, top), new(right, top), new(right, zero)], color, 1, null, histogram.Opacity);
            }
        }
    }

    public static void Draw(BoxPlot boxes, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(boxes);
        for (int i = 0; i < boxes.Boxes.Count; i++)
        {
            Box box = boxes.Boxes[i];
            double centre = plot.X[i], left = plot.X[i - 0.27], right = plot.X[i + 0.27], cap = (right - left) / 4;
            Point At(double value) => new(centre, y[value]);
            CurveDrawing.Whisker(plot, At(box.LowWhisker), At(box.FirstQuartile), cap, Ink.Frame);
            CurveDrawing.Whisker(plot, At(box.HighWhisker), At(box.ThirdQuartile), cap, Ink.Frame);
            var body = new Rect(left, y[box.ThirdQuartile], right - left, y[box.FirstQuartile] - y[box.ThirdQuartile]);
            plot.Canvas.Rectangle(body, Palette.White);
            plot.Canvas.Rectangle(body, color, 0.35 * boxes.Opacity);
            plot.Canvas.Stroke([new(left, body.Y), new(right, body.Y), new(right, body.Bottom), new(left, body.Bottom), new(left, body.Y)], color, 1.5);
            plot.Line(new Point(left, y[box.Median]), new Point(right, y[box.Median]), color.Towards(Palette.Black, 0.4), 2.5);
            var mark = new Markers([0], [0]) { Size = 5, Filled = false };
            foreach (double outlier in box.Outliers)
            {
                CurveDrawing.Mark(plot.Canvas, mark, At(outlier), color);
            }
        }
    }
}
