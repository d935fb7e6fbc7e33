namespace Reference.Plotting.Drawing;

/// <summary>Draws a million points as fast as a few thousand: of the points in one column of pixels only the first, lowest, highest and last are seen.</summary>
internal static class Decimation
{
    private const int Enough = 4000;

    /// <summary>The places of the points to draw, extremes kept; NaN marks gaps.</summary>
    public static Point[] Thin(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, AxisMap x, AxisMap y)
    {
        var places = new List<Point>(Math.Min(xs.Length, 4 * Enough));
        if (xs.Length <= Enough)
        {
            for (int i = 0; i < xs.Length; i++)
            {
                places.Add(new Point(x[xs[i]], y[ys[i]]));
            }

            return [.. places];
        }

        for (int i = 0; i < xs.Length;)
        {
            var first = new Point(x[xs[i]], y[ys[i]]);
            double column = Math.Floor(first.X * 2);
            Point low = first, high = first, last = first;
            (int lowAt, int highAt) = (i, i);
            int end = i + 1;
            for (; end < xs.Length; end++)
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

            places.Add(first);
            if (end - i > 2)
            {
                places.AddRange(lowAt < highAt ? [low, high] : [high, low]);
            }

            if (end - i > 1)
            {
                places.Add(last);
            }

            i = end;
        }

        return [.. places];
    }
}
