namespace Reference.Plotting.Rendering;

/// <summary>Heights at the points of a grid, two triangles a cell so that saddles are never ambiguous; cells with NaN
/// are left out.</summary>
internal sealed class Mesh(double[,] heights, Func<int, int, SKPoint> place)
{
    private readonly Corner[,] _corners = Table.Of(heights.GetLength(0), heights.GetLength(1), (row, column) =>
        new Corner(place(row, column).X, place(row, column).Y, heights[row, column]));

    /// <summary>Where a line crosses an edge of the grid, known by the numbers of the edge's ends.</summary>
    private readonly record struct Crossing(int Lower, int Higher, SKPoint At);

    /// <summary>The parts of the triangles that are at least so high; runs of whole cells in one piece.</summary>
    public IEnumerable<SKPoint[]> AtLeast(double level)
    {
        static SKPoint Point(Corner corner) => new((float)corner.X, (float)corner.Y);
        var run = new List<(SKPoint Low, SKPoint High)>();
        int next = -1;
        foreach ((Corner Corner, int Index)[][] cell in Triangles().Chunk(2))
        {
            ((Corner Corner, int Index) a, (Corner Corner, int Index) b) = (cell[0][0], cell[0][1]);
            (Corner c, Corner d) = (cell[0][2].Corner, cell[1][2].Corner);
            bool whole = Math.Min(Math.Min(a.Corner.Height, b.Corner.Height), Math.Min(c.Height, d.Height)) >= level;
            if (run.Count > 0 && !(whole && a.Index == next))
            {
                yield return Outline();
            }

            if (whole)
            {
                run.AddRange(run.Count == 0 ? [(Point(a.Corner), Point(d))] : []);
                run.Add((Point(b.Corner), Point(c)));
                next = b.Index;
                continue;
            }

            foreach ((Corner Corner, int)[] t in cell)
            {
                if (Corner.AtLeast(level, t[0].Corner, t[1].Corner, t[2].Corner) is { Length: > 2 } part)
                {
                    yield return Array.ConvertAll(part, Point);
                }
            }
        }

        if (run.Count > 0)
        {
            yield return Outline();
        }

        SKPoint[] Outline()
        {
            SKPoint[] around = [.. run.Select(edge => edge.Low), .. run.Select(edge => edge.High).Reverse()];
            run.Clear();
            return around;
        }
    }

    /// <summary>The lines of one height: open ones walked from their ends first, then closed ones from
    /// anywhere.</summary>
    public IEnumerable<SKPoint[]> Lines(double level)
    {
        ILookup<Crossing, Crossing> next = Triangles()
            .SelectMany(triangle => Links(triangle, level)).ToLookup(link => link.From, link => link.To);
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

    /// <summary>Two triangles a cell, all turning the same way, each corner with its number.</summary>
    private IEnumerable<(Corner Corner, int Index)[]> Triangles()
    {
        int columns = _corners.GetLength(1);
        for (int cell = 0; cell < (_corners.GetLength(0) - 1) * (columns - 1); cell++)
        {
            (int row, int column) = (cell / (columns - 1), cell % (columns - 1));
            (Corner, int) Number(int i, int j) => (_corners[i, j], i * columns + j);
            (Corner Corner, int) a = Number(row, column), b = Number(row, column + 1);
            (Corner Corner, int) c = Number(row + 1, column + 1), d = Number(row + 1, column);
            if (double.IsFinite(a.Corner.Height + b.Corner.Height + c.Corner.Height + d.Corner.Height + a.Corner.X
                + c.Corner.Y))
            {
                yield return [a, b, c];
                yield return [a, c, d];
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
            if (Corner.Cross(a, b, level))
            {
                Corner crossing = Corner.Crossing(a, b, level);
                ends.Add(new(Math.Min(at, to), Math.Max(at, to), new SKPoint((float)crossing.X, (float)crossing.Y)));
            }
        }

        return ends.Count < 2 ? [] : [(ends[0], ends[1]), (ends[1], ends[0])];
    }
}
