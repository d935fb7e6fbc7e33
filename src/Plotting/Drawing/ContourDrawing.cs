using Reference.Plotting.Typography;

namespace Reference.Plotting.Drawing;

/// <summary>Contours by marching squares, each cell cut into two triangles so that saddles are never ambiguous.</summary>
internal static class ContourDrawing
{
    /// <summary>The heights that are drawn.</summary>
    public static IReadOnlyList<double> Levels(Contours contours)
    {
        (double low, double high) = DataRange.Of(contours.Values.Cast<double>());
        return contours.Levels ?? (low < high ? [.. TickMarks.Linear(low, high, 9).Major.Select(tick => tick.Value)] : [low]);
    }

    /// <summary>The colour of a level's line, or of the band above it: bands run from below the first level to above the last.</summary>
    public static Color ColorOf(Contours contours, int band, int bands) => contours.Map.At(bands <= 1 ? 0.5 : band / (bands - 1.0));

    public static void Draw(Contours contours, Plot plot)
    {
        IReadOnlyList<double> levels = Levels(contours);
        // Each region "at least this high" is painted over the last: bands share no edge that could shine through.
        double[] floors = contours.Filled ? [double.MinValue, .. levels] : [];
        foreach ((int i, double floor) in floors.Index())
        {
            IEnumerable<Point[]> above = ContourLines.Triangles(contours, plot).Select(t => Corner.AtLeast(floor, t[0].Corner, t[1].Corner, t[2].Corner));
            plot.Canvas.Fill([.. above.Where(part => part.Length > 2)], ColorOf(contours, i, floors.Length), contours.Opacity);
        }

        foreach ((int i, double level) in contours.Filled && contours.Color is null && !contours.Labelled ? [] : levels.Index())
        {
            Color color = contours.Color ?? (contours.Filled ? Palette.White : ColorOf(contours, i, levels.Count));
            Point[][] lines = [.. ContourLines.Of(contours, plot, level)];
            Point[]? longest = contours.Labelled ? lines.MaxBy(line => line.Length) : null;
            foreach (Point[] piece in lines.SelectMany(line => line == longest ? WriteHeight(plot, line, level, contours.Color ?? Ink.Text) : [line]))
            {
                plot.Canvas.Stroke(piece, color, contours.Width, Ink.Dashes(contours.Style, contours.Width), contours.Opacity);
            }
        }
    }

    /// <summary>Writes the height along the straightest stretch of a line; gives back what is left of the line.</summary>
    private static Point[][] WriteHeight(Plot plot, Point[] line, double level, Color ink)
    {
        string text = TickMarks.Number(level, "0.#####");
        double size = Ink.TickSize - 1, width = Ink.Width(text, size), best = 0;
        Rect inside = plot.Area.Inset(width, width, width, width);
        (int from, int to) = (0, 0);
        for (int i = 0; i < line.Length; i++)
        {
            (int j, double arc) = (i, 0);
            for (; j + 1 < line.Length && arc < width + 8; j++)
            {
                arc += (line[j + 1] - line[j]).Length;
            }

            double straight = arc < width + 8 || !inside.Contains(line[i]) || !inside.Contains(line[j]) ? 0 : (line[j] - line[i]).Length / arc;
            (best, from, to) = straight > best + 1e-6 ? (straight, i, j) : (best, from, to);
        }

        if (best < 0.9)
        {
            return [line];
        }

        Point along = line[to] - line[from], direction = along * ((along.X < 0 ? -1 : 1) / along.Length);
        Point middle = (line[from] + line[to]) * 0.5, down = new(-direction.Y, direction.X);
        plot.Canvas.Text(text, middle + down * (Typeface.CapHeight * size / 2), 0.5, size, ink, direction);
        return [line[..(from + 1)], line[to..]];
    }
}
