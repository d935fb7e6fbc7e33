namespace Reference.Plotting.Drawing;

/// <summary>Follows one height through the triangles of a grid and joins the pieces to lines.</summary>
internal static class ContourLines
{
    public readonly record struct Corner(Point At, double Value, int Index);

    /// <summary>Two triangles a cell, all turning the same way; cells with NaN are left out.</summary>
    public static IEnumerable<Corner[]> Triangles(Contours contours, Plot plot)
    {
        AxisMap y = plot.YOf(contours);
        (int rows, int columns) = (contours.Rows, contours.Columns);
        double[] px = [.. Enumerable.Range(0, columns).Select(j => plot.X[Between(contours.XRange, j / (columns - 1.0))])];
        double[] py = [.. Enumerable.Range(0, rows).Select(i => y[Between(contours.YRange, i / (rows - 1.0))])];
        Corner At(int row, int column) => new(new Point(px[column], py[row]), contours[row, column], row * columns + column);
        for (int row = 0; row + 1 < rows; row++)
        {
            for (int column = 0; column + 1 < columns; column++)
            {
                Corner a = At(row, column), b = At(row, column + 1), c = At(row + 1, column + 1), d = At(row + 1, column);
                if (double.IsFinite(a.Value + b.Value + c.Value + d.Value) && !double.IsNaN(a.At.X + a.At.Y + c.At.X + c.At.Y))
                {
                    yield return [a, b, c];
                    yield return [a, c, d];
                }
            }
        }
    }

    /// <summary>Where an edge reaches the level; the same point from both sides.</summary>
    public static Point Crossing(Corner a, Corner b, double level)
    {
        (a, b) = a.Index < b.Index ? (a, b) : (b, a);
        return a.At + (b.At - a.At) * ((level - a.Value) / (b.Value - a.Value));
    }

    /// <summary>The lines of one height.</summary>
    public static List<Point[]> Of(Contours contours, Plot plot, double level)
    {
        var next = new Dictionary<(int, int), List<((int, int) Edge, Point At)>>();
        var places = new Dictionary<(int, int), Point>();
        foreach (Corner[] triangle in Triangles(contours, plot))
        {
            var ends = new List<(int, int)>(2);
            for (int i = 0; i < 3; i++)
            {
                Corner a = triangle[i], b = triangle[(i + 1) % 3];
                if (a.Value >= level != b.Value >= level)
                {
                    (int, int) edge = (Math.Min(a.Index, b.Index), Math.Max(a.Index, b.Index));
                    places[edge] = Crossing(a, b, level);
                    ends.Add(edge);
                }
            }

            if (ends.Count == 2)
            {
                Link(ends[0], ends[1]);
                Link(ends[1], ends[0]);
            }
        }

        void Link((int, int) from, (int, int) to)
        {
            if (!next.TryGetValue(from, out List<((int, int), Point)>? links))
            {
                next[from] = links = [];
            }

            links.Add((to, places[to]));
        }

        return Join(next, places);
    }

    /// <summary>Walks open lines from their ends first, then closed ones from anywhere.</summary>
    private static List<Point[]> Join(Dictionary<(int, int), List<((int, int) Edge, Point At)>> next, Dictionary<(int, int), Point> places)
    {
        var lines = new List<Point[]>();
        var visited = new HashSet<(int, int)>();
        foreach ((int, int) start in next.Keys.Where(edge => next[edge].Count == 1).Concat(next.Keys).ToArray())
        {
            var line = new List<Point>();
            (int, int)? at = start;
            while (at is { } edge && visited.Add(edge))
            {
                line.Add(places[edge]);
                at = next[edge].Select(link => ((int, int)?)link.Edge).FirstOrDefault(to => !visited.Contains(to!.Value));
                if (at is null && line.Count > 2 && next[edge].Exists(link => link.Edge == start))
                {
                    line.Add(places[start]);
                }
            }

            if (line.Count > 1)
            {
                lines.Add([.. line]);
            }
        }

        return lines;
    }

    private static double Between((double Low, double High) range, double fraction) => range.Low + (range.High - range.Low) * fraction;
}
