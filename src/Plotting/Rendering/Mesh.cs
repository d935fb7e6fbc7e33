namespace Reference.Plotting.Rendering;

/// <summary>Heights at the points of a grid, two triangles a cell so that saddles are never ambiguous.</summary>
internal sealed class Mesh(double[,] heights, Func<int, int, SKPoint> place)
{
    private readonly SKPoint[,] _places = Table.Of(heights.GetLength(0), heights.GetLength(1), place);

    private readonly record struct Corner(int Index, SKPoint At, double Height);

    /// <summary>Where a line crosses an edge of the grid, known by the numbers of the edge's ends.</summary>
    private readonly record struct Crossing(int Lower, int Higher, SKPoint At);

    /// <summary>The lines of one height; none through cells with a gap.</summary>
    public IEnumerable<SKPoint[]> Lines(double level) => Trace(Corners(0, double.NaN), level);

    /// <summary>The outlines of all that is at least so high: beyond the grid and in gaps lies an abyss, so that every
    /// line is closed.</summary>
    public IEnumerable<SKPoint[]> Areas(double level) => Trace(Corners(1, double.NegativeInfinity), level);

    private Corner[,] Corners(int rim, double gap)
    {
        (int rows, int columns) = (heights.GetLength(0), heights.GetLength(1));
        return Table.Of(rows + 2 * rim, columns + 2 * rim, (i, j) =>
        {
            (int row, int column) = (Math.Clamp(i - rim, 0, rows - 1), Math.Clamp(j - rim, 0, columns - 1));
            bool known = (row + rim, column + rim) == (i, j) && double.IsFinite(heights[row, column]);
            SKPoint at = _places[row, column];
            return new Corner(i * (columns + 2 * rim) + j, at, known && at.Exists() ? heights[row, column] : gap);
        });
    }

    /// <summary>Open lines from their ends first, then closed ones from anywhere.</summary>
    private static IEnumerable<SKPoint[]> Trace(Corner[,] corners, double level)
    {
        ILookup<Crossing, Crossing> next = Links(corners, level).ToLookup(link => link.From, link => link.To);
        var visited = new HashSet<Crossing>();
        foreach (Crossing start in next.Where(ways => ways.Count() == 1).Concat(next).Select(ways => ways.Key))
        {
            var line = new List<SKPoint>();
            for (Crossing? at = start; at is { } here && visited.Add(here);)
            {
                line.Add(here.At);
                at = next[here].Cast<Crossing?>().FirstOrDefault(to => !visited.Contains(to!.Value));
                line.AddRange(at is null && line.Count > 2 && next[here].Contains(start) ? [start.At] : []);
            }

            if (line.Count > 1)
            {
                yield return [.. line];
            }
        }
    }

    /// <summary>The piece of line in each triangle, in both directions.</summary>
    private static IEnumerable<(Crossing From, Crossing To)> Links(Corner[,] corners, double level)
    {
        for (int cell = 0, across = corners.GetLength(1) - 1; cell < (corners.GetLength(0) - 1) * across; cell++)
        {
            (int i, int j) = (cell / across, cell % across);
            Corner a = corners[i, j], b = corners[i, j + 1], c = corners[i + 1, j + 1], d = corners[i + 1, j];
            Corner[] all = [a, b, c, d];
            // False where a corner is a gap: then the minimum is NaN.
            bool crossed = all.Min(corner => corner.Height) < level && all.Max(corner => corner.Height) >= level;
            foreach (Corner[] triangle in crossed ? new[] { new[] { a, b, c }, new[] { a, c, d } } : [])
            {
                if (Crossings(level, triangle) is [Crossing from, Crossing to])
                {
                    yield return (from, to);
                    yield return (to, from);
                }
            }
        }
    }

    private static Crossing[] Crossings(double level, params Corner[] triangle) =>
    [
        .. from k in Enumerable.Range(0, 3)
        let ends = (triangle[k], triangle[(k + 1) % 3])
        let low = ends.Item1.Height < ends.Item2.Height ? ends.Item1 : ends.Item2
        let high = low == ends.Item1 ? ends.Item2 : ends.Item1
        where low.Height < level && high.Height >= level
        // A cliff is crossed at its upper edge.
        let way = double.IsInfinity(low.Height) ? 1 : (level - low.Height) / (high.Height - low.Height)
        let at = new SKPoint(
            (float)(low.At.X + (high.At.X - low.At.X) * way), (float)(low.At.Y + (high.At.Y - low.At.Y) * way))
        select new Crossing(Math.Min(low.Index, high.Index), Math.Max(low.Index, high.Index), at),
    ];
}
