namespace Reference.Plotting.Drawing;

/// <summary>Grid lines, ticks and labels along the edges of a plot, and the room they need.</summary>
internal static class AxesDrawing
{
    private const double TickLength = 5;

    /// <summary>Longer tick labels are cut; the plot matters more.</summary>
    private const double LongestTick = 150;

    /// <summary>Room below the plot for its ticks, that many lines of tick labels and the axis's label.</summary>
    public static double RoomBelow(AxisMap axis, int lines) =>
        TickLength + 4 + (axis.Labelled ? Ink.TickSize * (1 + (lines - 1) * Ink.LineHeight) + 4 + RoomOfLabel(axis) : 0);

    /// <summary>Room beside the plot for ticks, their labels and the axis's label.</summary>
    public static double RoomBeside(AxisMap axis) => TickLength + 5 + (axis.Labelled ? Widest(axis) + RoomOfLabel(axis) : 0);

    /// <summary>Lines that the tick labels below a plot of this width need.</summary>
    public static int Lines(AxisMap axis, double width) => axis.Ticks.Major.Select(tick => Ink.Lines(Below(tick, axis, width))).DefaultIfEmpty(1).Max();

    public static void Grid(Plot plot)
    {
        foreach (Tick tick in plot.Series.Any(series => series is CategorySeries) ? [] : plot.X.Ticks.Major)
        {
            plot.Canvas.Rectangle(new Rect(plot.X[tick.Value] - 0.5, plot.Area.Y, 1, plot.Area.Height), Ink.Grid);
        }

        foreach (Tick tick in plot.Y.Ticks.Major)
        {
            plot.Canvas.Rectangle(new Rect(plot.Area.X, plot.Y[tick.Value] - 0.5, plot.Area.Width, 1), Ink.Grid);
        }
    }

    /// <summary>The x axis.</summary>
    public static void Below(Plot plot)
    {
        (Rect area, AxisMap axis) = (plot.Area, plot.X);
        foreach ((double value, double length) in Lengths(axis.Ticks))
        {
            plot.Canvas.Rectangle(new Rect(axis[value] - 0.5, area.Bottom, 1, length), Ink.Frame);
        }

        double y = area.Bottom + TickLength + 4;
        foreach (Tick tick in axis.Labelled ? axis.Ticks.Major : [])
        {
            plot.Canvas.Write(Below(tick, axis, area.Width), new Point(axis[tick.Value], y), 0.5, 0, Ink.TickSize, Ink.Text);
        }

        if (axis.Labelled)
        {
            y += Ink.TickSize * (1 + (Lines(axis, area.Width) - 1) * Ink.LineHeight) + 7;
            string multiplier = axis.Ticks.Multiplier;
            plot.Canvas.Write(multiplier, new Point(area.Right, y), 1, 0, Ink.TickSize, Ink.Text);
            double room = multiplier.Length > 0 ? area.Width - 2 * Ink.Width(multiplier, Ink.TickSize) - 16 : area.Width + 30;
            plot.Canvas.Write(Ink.Wrap(axis.Axis.Label, Ink.LabelSize, room, 1), new Point(area.Centre.X, y), 0.5, 0, Ink.LabelSize, Ink.Text);
        }
    }

    /// <summary>A y axis; side −1 is the left, +1 the right.</summary>
    public static void Beside(Plot plot, AxisMap axis, int side)
    {
        (double x, double outwards) = side < 0 ? (plot.Area.X, 1) : (plot.Area.Right, 0);
        foreach ((double value, double length) in Lengths(axis.Ticks))
        {
            plot.Canvas.Rectangle(new Rect(x - outwards * length, axis[value] - 0.5, length, 1), Ink.Frame);
        }

        foreach (Tick tick in axis.Labelled ? axis.Ticks.Major : [])
        {
            var at = new Point(x + side * (TickLength + 4), axis[tick.Value]);
            plot.Canvas.Write(Beside(tick), at, outwards, 0.5, Ink.TickSize, Ink.Text);
        }

        if (axis.Labelled)
        {
            plot.Canvas.Write(axis.Ticks.Multiplier, new Point(x, plot.Area.Y - 6), 1 - outwards, 1, Ink.TickSize, Ink.Text);
            var at = new Point(x + side * (TickLength + 12 + Widest(axis) + Ink.LabelSize / 2), plot.Area.Centre.Y);
            plot.Canvas.WriteUpwards(Ink.Wrap(axis.Axis.Label, Ink.LabelSize, plot.Area.Height + 8, 1), at, Ink.LabelSize, Ink.Text);
        }
    }

    private static IEnumerable<(double Value, double Length)> Lengths(TickMarks ticks) =>
        [.. ticks.Minor.Select(value => (value, TickLength * 0.6)), .. ticks.Major.Select(tick => (tick.Value, TickLength))];

    private static double RoomOfLabel(AxisMap axis) => axis.Axis.Label.Length > 0 ? Ink.LabelSize + 10 : 0;

    /// <summary>A label of the x axis, broken to its share of the width.</summary>
    private static string Below(Tick tick, AxisMap axis, double width) =>
        Ink.Wrap(tick.Label, Ink.TickSize, Math.Max(20, width / Math.Max(1, axis.Ticks.Major.Count) - 6), 3);

    private static string Beside(Tick tick) => Ink.Wrap(tick.Label, Ink.TickSize, LongestTick, 3);

    private static double Widest(AxisMap axis) => axis.Ticks.Major.Select(tick => Ink.Width(Beside(tick), Ink.TickSize)).DefaultIfEmpty(0).Max();
}
