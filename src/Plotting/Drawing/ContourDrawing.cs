namespace Reference.Plotting.Drawing;

/// <summary>Contours by marching squares, each cell cut into two triangles so that saddles are never ambiguous.</summary>
internal static class ContourDrawing
{
    /// <summary>The heights that are drawn.</summary>
    public static IReadOnlyList<double> Levels(Contours contours)
    {
        if (contours.Levels is { } given)
        {
            return given;
        }

        double[] finite = [.. contours.Grid.Cast<double>().Where(double.IsFinite)];
        (double low, double high) = (finite.Min(), finite.Max());
        return low < high ? [.. TickMarks.Linear(low, high, 9).Major.Select(tick => tick.Value)] : [low];
    }

    /// <summary>The colour of a level's line, or of the band above it: bands run from below the first level to above the last.</summary>
    public static Color ColorOf(Contours contours, int band, int bands) => contours.Map.At(bands <= 1 ? 0.5 : band / (bands - 1.0));

    public static void Draw(Contours contours, Plot plot)
    {
        IReadOnlyList<double> levels = Levels(contours);
        if (contours.Filled)
        {
            // Each region "at least this high" is painted over the last: bands share no edge that could shine through.
            plot.Canvas.Fill(Above(contours, plot, double.MinValue), ColorOf(contours, 0, levels.Count + 1), contours.Opacity);
            for (int i = 0; i < levels.Count; i++)
            {
                plot.Canvas.Fill(Above(contours, plot, levels[i]), ColorOf(contours, i + 1, levels.Count + 1), contours.Opacity);
            }

            if (contours.Color is null && !contours.Labelled)
            {
                return;
            }
        }

        double[]? dashes = Ink.Dashes(contours.Style, contours.Width);
        for (int i = 0; i < levels.Count; i++)
        {
            Color color = contours.Color ?? (contours.Filled ? Palette.White : ColorOf(contours, i, levels.Count));
            List<Point[]> lines = ContourLines.Of(contours, plot, levels[i]);
            Point[]? longest = contours.Labelled ? lines.MaxBy(line => line.Length) : null;
            foreach (Point[] line in lines)
            {
                foreach (Point[] piece in line == longest ? WriteHeight(plot, line, levels[i], contours.Color is null ? Ink.Text : color) : [line])
                {
                    plot.Canvas.Stroke(piece, color, contours.Width, dashes, contours.Opacity);
                }
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
        for (int i = 0, j = 0; i < line.Length; i++)
        {
            double arc = 0;
            for (j = i; j + 1 < line.Length && arc < width + 8; j++)
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
        plot.Canvas.Text(text, middle + down * (Typography.Typeface.CapHeight * size / 2), 0.5, size, ink, direction);
        return [line[..(from + 1)], line[to..]];
    }

    /// <summary>The part of each triangle that is at least as high as the level.</summary>
    private static List<Point[]> Above(Contours contours, Plot plot, double level)
    {
        var pieces = new List<Point[]>();
        foreach (ContourLines.Corner[] triangle in ContourLines.Triangles(contours, plot))
        {
            var piece = new List<Point>();
            for (int i = 0; i < 3; i++)
            {
                ContourLines.Corner a = triangle[i], b = triangle[(i + 1) % 3];
                if (a.Value >= level)
                {
                    piece.Add(a.At);
                }

                if (a.Value >= level != b.Value >= level)
                {
                    piece.Add(ContourLines.Crossing(a, b, level));
                }
            }

            if (piece.Count > 2)
            {
                pieces.Add([.. piece]);
            }
        }

        return pieces;
    }
}
