namespace Reference.Plotting.Drawing;

/// <summary>Where series are drawn: a canvas, the plot area on it, and the axes that map data to it.</summary>
internal sealed record Plot(ICanvas Canvas, Rect Area, AxisMap X, AxisMap Y, AxisMap? Right, IReadOnlyList<Series> Series)
{
    /// <summary>The vertical axis of a series.</summary>
    public AxisMap YOf(Series series) => series.OnRightAxis && Right is not null ? Right : Y;

    /// <summary>The place of a point; NaN where an axis has none.</summary>
    public Point At(Series series, double x, double y) => new(X[x], YOf(series)[y]);

    /// <summary>Where bars stand: at 0, or at the lower edge where the axis has no 0.</summary>
    public double Floor(Series series) => YOf(series)[0] is var zero && double.IsNaN(zero) ? Area.Bottom : zero;

    /// <summary>A line through places. Unbroken upright and level ones are kept sharp.</summary>
    public void Line(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1)
    {
        if (dashes is null && points is [var from, var to] && (from.X == to.X || from.Y == to.Y))
        {
            ((double x, double y), double length, double half) = (Point.Min(from, to), (to - from).Length, width / 2);
            Canvas.Rectangle(from.X == to.X ? new Rect(x - half, y, width, length) : new Rect(x, y - half, length, width), color, opacity);
        }
        else
        {
            Canvas.Stroke(points, color, width, dashes, opacity);
        }
    }

    /// <summary>The runs of items between gaps.</summary>
    public static IEnumerable<T[]> Runs<T>(T[] items, Func<T, bool> exists)
    {
        for (int end, start = 0; start < items.Length; start = end + 1)
        {
            end = Array.FindIndex(items, start, item => !exists(item)) is >= 0 and var gap ? gap : items.Length;
            if (end > start)
            {
                yield return items[start..end];
            }
        }
    }

    /// <summary>The part of the plot area with a·x + b·y + c ≥ 0, its edge straight between the ends also on log axes.</summary>
    public Point[] HalfPlane(double a, double b, double c)
    {
        Corner At(double x, double y) => new(new Point(x, y), a * x + b * y + c);
        Point[] part = Corner.AtLeast(0, At(X.Min, Y.Min), At(X.Max, Y.Min), At(X.Max, Y.Max), At(X.Min, Y.Max));
        return Array.ConvertAll(part, p => new Point(X[p.X], Y[p.Y]));
    }
}
