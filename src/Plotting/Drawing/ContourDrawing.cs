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
            foreach (Point[] line in lines)
            {
                plot.Canvas.Stroke(line, color, contours.Width, dashes, contours.Opacity);
            }

            if (contours.Labelled && lines.Count > 0)
            {
                WriteHeight(plot, lines.MaxBy(line => line.Length)!, levels[i]);
            }
        }
    }

    private static void WriteHeight(Plot plot, Point[] line, double level)
    {
        string text = TickMarks.Number(level, "0.#####");
        double size = Ink.TickSize - 1.5;
        // Levels take turns along their lines, so that labels of neighbours do not stack up.
        Point at = line[line.Length / 2];
        double halfWidth = Ink.Width(text, size) / 2 + 2;
        if (plot.Area.Inset(halfWidth, size, halfWidth, size).Contains(at))
        {
            plot.Canvas.Rectangle(new Rect(at.X - halfWidth, at.Y - size * 0.6, 2 * halfWidth, size * 1.2), Palette.White, 0.85);
            plot.Canvas.Write(text, at, 0.5, 0.5, size, Ink.Text);
        }
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
