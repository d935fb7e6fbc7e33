namespace Reference.Plotting.Drawing;

/// <summary>
/// Draws a million points as fast as a few thousand: of the points in one column of pixels only the first, lowest, highest and last are seen.
/// </summary>
internal static class Decimation
{
    private const int Enough = 4000;

    /// <summary>The places of the points to draw, extremes kept; NaN marks gaps.</summary>
    public static Point[] Thin(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, AxisMap x, AxisMap y)
    {
        var places = new List<Point>(Math.Min(xs.Length, 4 * Enough));
        for (int i = 0, end; i < xs.Length; i = end)
        {
            var first = new Point(x[xs[i]], y[ys[i]]);
            double column = Math.Floor(first.X * 2);
            (Point low, Point high, Point last, int lowAt, int highAt) = (first, first, first, i, i);
            for (end = i + 1; end < xs.Length && xs.Length > Enough; end++)
            {
                var next = new Point(x[xs[end]], y[ys[end]]);
                // NaN differs from every column, so gaps stay gaps.
                if (Math.Floor(next.X * 2) != column || double.IsNaN(next.Y) || double.IsNaN(last.Y))
                {
                    break;
                }

                (low, lowAt) = next.Y > low.Y ? (next, end) : (low, lowAt);
                (high, highAt) = next.Y < high.Y ? (next, end) : (high, highAt);
                last = next;
            }

            Point[] extremes = lowAt < highAt ? [low, high] : [high, low];
            places.AddRange((end - i) switch { 1 => [first], 2 => [first, last], _ => [first, .. extremes, last] });
        }

        return [.. places];
    }
}
