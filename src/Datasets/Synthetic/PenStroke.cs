namespace Reference.Datasets;

/// <summary>A line that a pen draws: points in the unit square, y downwards.</summary>
/// <param name="Points">At least two.</param>
internal readonly record struct PenStroke((double X, double Y)[] Points)
{
    /// <summary>Straight from point to point.</summary>
    public static PenStroke Through(params (double X, double Y)[] points) => new(points);

    /// <summary>Part of an ellipse; angles in turns, 0 to the right and ¼ downwards.</summary>
    public static PenStroke Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        const int pieces = 16;
        return new([.. Enumerable.Range(0, pieces + 1).Select(i =>
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * (from + (to - from) * i / pieces));
            return (x + radiusX * cos, y + radiusY * sin);
        })]);
    }

    /// <summary>This stroke and then another, without lifting the pen.</summary>
    public PenStroke Then(PenStroke next) => new([.. Points, .. next.Points]);

    /// <summary>The distance from a place to the nearest point of the stroke; ∞ where that is beyond reach.</summary>
    public double DistanceTo(double x, double y, double reach)
    {
        double nearest = double.PositiveInfinity;
        for (int i = 1; i < Points.Length; i++)
        {
            (double fromX, double fromY) = Points[i - 1];
            (double toX, double toY) = Points[i];
            if (Math.Min(fromX, toX) - x > reach || x - Math.Max(fromX, toX) > reach
                || Math.Min(fromY, toY) - y > reach || y - Math.Max(fromY, toY) > reach)
            {
                continue;
            }

            (double dx, double dy) = (toX - fromX, toY - fromY);
            double length = dx * dx + dy * dy;
            double t = length > 0 ? Math.Clamp(((x - fromX) * dx + (y - fromY) * dy) / length, 0, 1) : 0;
            (double restX, double restY) = (x - fromX - t * dx, y - fromY - t * dy);
            nearest = Math.Min(nearest, restX * restX + restY * restY);
        }

        return Math.Sqrt(nearest);
    }
}
