namespace Reference.Plotting.Drawing;

/// <summary>Where series are drawn: a canvas, the plot area on it, and the axes that map data to it.</summary>
internal sealed record Plot(ICanvas Canvas, Rect Area, AxisMap X, AxisMap Y, AxisMap? Right, IReadOnlyList<Series> Series)
{
    /// <summary>The vertical axis of a series.</summary>
    public AxisMap YOf(Series series) => series.OnRightAxis && Right is not null ? Right : Y;

    /// <summary>The place of a point; NaN where an axis has none.</summary>
    public Point At(Series series, double x, double y) => new(X[x], YOf(series)[y]);

    /// <summary>A straight line between two places.</summary>
    public void Line(Point from, Point to, Color color, double width, double[]? dashes = null, double opacity = 1)
    {
        if (dashes is null && (from.X == to.X || from.Y == to.Y))
        {
            // Upright lines are kept sharp.
            double half = width / 2;
            (double x0, double x1) = (Math.Min(from.X, to.X), Math.Max(from.X, to.X));
            (double y0, double y1) = (Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
            Canvas.Rectangle(x0 == x1 ? new Rect(x0 - half, y0, width, y1 - y0) : new Rect(x0, y0 - half, x1 - x0, width), color, opacity);
        }
        else
        {
            Canvas.Stroke([from, to], color, width, dashes, opacity);
        }
    }

    /// <summary>The runs of points between gaps.</summary>
    public static IEnumerable<Point[]> Runs(Point[] points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            int start = i;
            while (i < points.Length && !double.IsNaN(points[i].X) && !double.IsNaN(points[i].Y))
            {
                i++;
            }

            if (i > start)
            {
                yield return points[start..i];
            }
        }
    }

    /// <summary>The corners of the plot area's part with a·x + b·y + c ≥ 0; the edge is straight on the canvas also for log axes' transformed ends.</summary>
    public Point[] HalfPlane(double a, double b, double c)
    {
        Point[] corners = [new(X.Min, Y.Min), new(X.Max, Y.Min), new(X.Max, Y.Max), new(X.Min, Y.Max)];
        var inside = new List<Point>();
        for (int i = 0; i < 4; i++)
        {
            Point p = corners[i], q = corners[(i + 1) % 4];
            double atP = a * p.X + b * p.Y + c, atQ = a * q.X + b * q.Y + c;
            if (atP >= 0)
            {
                inside.Add(p);
            }

            if (atP >= 0 != atQ >= 0)
            {
                inside.Add(p + (q - p) * (atP / (atP - atQ)));
            }
        }

        return [.. inside.Select(p => new Point(X[p.X], Y[p.Y]))];
    }
}
