namespace Reference.Plotting.Drawing;

/// <summary>Follows one height through the triangles of a grid and joins the pieces to lines.</summary>
internal static class ContourLines
{
    /// <summary>Where a line crosses an edge of the grid, known by the numbers of the edge's ends.</summary>
    private readonly record struct Crossing(int Lower, int Higher, Point At);

    /// <summary>Two triangles a cell, all turning the same way, each corner with its number; cells with NaN are left out.</summary>
    public static IEnumerable<(Corner Corner, int Index)[]> Triangles(Contours contours, Plot plot)
    {
        static double Between((double Low, double High) range, int index, int count) => range.Low + (range.High - range.Low) * (index / (count - 1.0));
        (int rows, int columns) = (contours.Rows, contours.Columns);
        (Corner Corner, int Index)[,] grid = Table.Of(rows, columns, (row, column) => (
            new Corner(plot.At(contours, Between(contours.XRange, column, columns), Between(contours.YRange, row, rows)), contours[row, column]),
            row * columns + column));
        for (int cell = 0; cell < (rows - 1) * (columns - 1); cell++)
        {
            (int row, int column) = (cell / (columns - 1), cell % (columns - 1));
            (Corner Corner, int Index) a = grid[row, column], b = grid[row, column + 1], c = grid[row + 1, column + 1], d = grid[row + 1, column];
            if (double.IsFinite(a.Corner.Height + b.Corner.Height + c.Corner.Height + d.Corner.Height) && (a.Corner.At + c.Corner.At).Exists)
            {
                yield return [a, b, c];
                yield return [a, c, d];
            }
        }
    }

    /// <summary>The lines of one height: open ones walked from their ends first, then closed ones from anywhere.</summary>
    public static IEnumerable<Point[]> Of(Contours contours, Plot plot, double level)
    {
        ILookup<Crossing, Crossing> next = Triangles(contours, plot)
            .SelectMany(triangle => Links(triangle, level)).ToLookup(link => link.From, link => link.To);
        var visited = new HashSet<Crossing>();
        foreach (Crossing start in next.Where(ways => ways.Count() == 1).Concat(next).Select(ways => ways.Key))
        {
            var line = new List<Point>();
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

    /// <summary>The piece of line in a triangle, in both directions.</summary>
    private static IEnumerable<(Crossing From, Crossing To)> Links((Corner Corner, int Index)[] triangle, double level)
    {
        var ends = new List<Crossing>(2);
        for (int i = 0; i < 3; i++)
        {
            ((Corner a, int at), (Corner b, int to)) = (triangle[i], triangle[(i + 1) % 3]);
            ends.AddRange(Corner.Cross(a, b, level) ? [new(Math.Min(at, to), Math.Max(at, to), Corner.Crossing(a, b, level))] : []);
        }

        return ends.Count < 2 ? [] : [(ends[0], ends[1]), (ends[1], ends[0])];
    }
}
