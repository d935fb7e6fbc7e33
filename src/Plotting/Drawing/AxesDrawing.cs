namespace Reference.Plotting.Drawing;

/// <summary>Grid lines, ticks and labels along the edges of a plot, and the room they need.</summary>
internal static class AxesDrawing
{
    private const double TickLength = 5;

    /// <summary>Longer tick labels are cut; the plot matters more.</summary>
    private const double LongestTick = 150;

    /// <summary>Room below the plot for one line of tick labels and the axis's label.</summary>
    public static double RoomBelow(Axis axis, bool labels) => TickLength + 4 + (labels ? Ink.TickSize + 4 + (axis.Label.Length > 0 ? Ink.LabelSize + 10 : 0) : 0);

    /// <summary>Room beside the plot for tick labels and the axis's label.</summary>
    public static double RoomBeside(Axis axis, TickMarks ticks, bool labels) =>
        TickLength + 5 + (labels ? Widest(ticks) + (axis.Label.Length > 0 ? Ink.LabelSize + 10 : 0) : 0);

    /// <summary>Lines that the tick labels below a plot of this width need.</summary>
    public static int Lines(TickMarks ticks, double width) =>
        ticks.Major.Select(tick => Ink.Wrap(tick.Label, Ink.TickSize, Each(ticks, width), 3).Count(c => c == '\n') + 1).DefaultIfEmpty(1).Max();

    public static void Grid(Plot plot, TickMarks xTicks, TickMarks yTicks)
    {
        bool categories = plot.Series.Any(series => series is Bars or BoxPlot);
        foreach (Tick tick in categories ? [] : xTicks.Major)
        {
            plot.Canvas.Rectangle(new Rect(plot.X[tick.Value] - 0.5, plot.Area.Y, 1, plot.Area.Height), Ink.Grid);
        }

        foreach (Tick tick in yTicks.Major)
        {
            plot.Canvas.Rectangle(new Rect(plot.Area.X, plot.Y[tick.Value] - 0.5, plot.Area.Width, 1), Ink.Grid);
        }
    }

    /// <summary>The x axis.</summary>
    public static void Below(Plot plot, TickMarks ticks, bool labels)
    {
        Rect area = plot.Area;
        foreach (double minor in ticks.Minor)
        {
            plot.Canvas.Rectangle(new Rect(plot.X[minor] - 0.5, area.Bottom, 1, TickLength * 0.6), Ink.Frame);
        }

        double y = area.Bottom + TickLength + 4;
        foreach (Tick tick in ticks.Major)
        {
            plot.Canvas.Rectangle(new Rect(plot.X[tick.Value] - 0.5, area.Bottom, 1, TickLength), Ink.Frame);
            plot.Canvas.Write(labels ? Ink.Wrap(tick.Label, Ink.TickSize, Each(ticks, area.Width), 3) : "", new Point(plot.X[tick.Value], y), 0.5, 0, Ink.TickSize, Ink.Text);
        }

        if (labels)
        {
            y += Ink.TickSize * (1 + (Lines(ticks, area.Width) - 1) * Ink.LineHeight) + 7;
            plot.Canvas.Write(ticks.Multiplier, new Point(area.Right, y), 1, 0, Ink.TickSize, Ink.Text);
            double room = ticks.Multiplier.Length > 0 ? area.Width - 2 * Ink.Width(ticks.Multiplier, Ink.TickSize) - 16 : area.Width + 30;
            plot.Canvas.Write(Ink.Wrap(plot.X.Axis.Label, Ink.LabelSize, room, 1), new Point(area.Centre.X, y), 0.5, 0, Ink.LabelSize, Ink.Text);
        }
    }

    /// <summary>A y axis; side −1 is the left, +1 the right.</summary>
    public static void Beside(Plot plot, AxisMap axis, TickMarks ticks, int side, bool labels)
    {
        double x = side < 0 ? plot.Area.X : plot.Area.Right;
        foreach (double minor in ticks.Minor)
        {
            plot.Canvas.Rectangle(new Rect(side < 0 ? x - TickLength * 0.6 : x, axis[minor] - 0.5, TickLength * 0.6, 1), Ink.Frame);
        }

        foreach (Tick tick in ticks.Major)
        {
            plot.Canvas.Rectangle(new Rect(side < 0 ? x - TickLength : x, axis[tick.Value] - 0.5, TickLength, 1), Ink.Frame);
            var at = new Point(x + side * (TickLength + 4), axis[tick.Value]);
            plot.Canvas.Write(labels ? Ink.Wrap(tick.Label, Ink.TickSize, LongestTick, 3) : "", at, side < 0 ? 1 : 0, 0.5, Ink.TickSize, Ink.Text);
        }

        if (labels)
        {
            plot.Canvas.Write(ticks.Multiplier, new Point(x, plot.Area.Y - 6), side < 0 ? 0 : 1, 1, Ink.TickSize, Ink.Text);
            var at = new Point(x + side * (TickLength + 12 + Widest(ticks) + Ink.LabelSize / 2), plot.Area.Centre.Y);
            plot.Canvas.WriteUpwards(Ink.Wrap(axis.Axis.Label, Ink.LabelSize, plot.Area.Height + 8, 1), at, Ink.LabelSize, Ink.Text);
        }
    }

    private static double Widest(TickMarks ticks) =>
        ticks.Major.SelectMany(tick => Ink.Wrap(tick.Label, Ink.TickSize, LongestTick, 3).Split('\n')).Select(line => Ink.Width(line, Ink.TickSize)).DefaultIfEmpty(0).Max();

    /// <summary>The share of each label below the plot.</summary>
    private static double Each(TickMarks ticks, double width) => Math.Max(20, width / Math.Max(1, ticks.Major.Count) - 6);
}
