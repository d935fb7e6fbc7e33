namespace Reference.Plotting.Plottables;

/// <summary>Contours by marching triangles, filled without seams, each line with its height where wanted.</summary>
internal sealed class ContourPlot(Contours contours, PanelPlot panel) : Drawn(panel, contours)
{
    /// <summary>The heights that are drawn.</summary>
    public static IReadOnlyList<double> Levels(Contours contours)
    {
        (double low, double high) = DataRange.Of(contours.Values.Cast<double>());
        return contours.Levels ?? (low < high ? [.. TickMarks.Linear(low, high, 9).Major.Select(tick => tick.Value)]
            : [low]);
    }

    /// <summary>The colour of a level's line, or of the band above it; bands run from below the first level to above
    /// the last.</summary>
    public static Color ColorOf(Contours contours, int band, int bands) =>
        contours.Map.At(bands <= 1 ? 0.5 : band / (bands - 1.0));

    protected override void Draw(SKCanvas canvas)
    {
        IReadOnlyList<double> levels = Levels(contours);
        Mesh mesh = new(contours.Values, (row, column) => At(contours.X(column), contours.Y(row)));
        if (contours.Filled)
        {
            // Each region "at least this high" is painted over the last, on a layer of its own: no band shines through
            // another.
            using var layer = new SKPaint { Color = SKColors.White.WithAlpha((byte)(contours.Opacity * 255 + 0.5)) };
            canvas.SaveLayer(layer);
            foreach ((int i, double floor) in levels.Prepend(double.MinValue).Index())
            {
                using SKPaint paint = Theme.Fill(ColorOf(contours, i, levels.Count + 1));
                canvas.Fill(mesh.Areas(floor), paint);
            }

            canvas.Restore();
        }

        foreach ((int i, double level) in contours is { Filled: true, Color: null, Labelled: false } ? []
            : levels.Index())
        {
            Color color = contours.Color ?? (contours.Filled ? Palette.White : ColorOf(contours, i, levels.Count));
            using SKPaint pen = Theme.Pen(color, contours.Width, contours.Style, contours.Opacity);
            SKPoint[][] lines = [.. mesh.Lines(level)];
            SKPoint[]? longest = contours.Labelled ? lines.MaxBy(line => line.Length) : null;
            foreach (SKPoint[] piece in lines.SelectMany(line =>
                line == longest ? WriteHeight(canvas, line, level) : [line]))
            {
                canvas.Stroke(piece, pen);
            }
        }
    }

    /// <summary>Writes the height along the straightest stretch of a line; gives back what is left of the
    /// line.</summary>
    private SKPoint[][] WriteHeight(SKCanvas canvas, SKPoint[] line, double level)
    {
        string text = TickMarks.Number(level, "0.#####");
        float size = Theme.TickSize - 1, width = MathText.Width(text, size), best = 0;
        SKRect inside = SKRect.Inflate(Area, -width, -width);
        (int from, int to) = (0, 0);
        for (int i = 0; i < line.Length; i++)
        {
            (int j, float arc) = (i, 0);
            for (; j + 1 < line.Length && arc < width + 8; j++)
            {
                arc += SKPoint.Distance(line[j + 1], line[j]);
            }

            bool fits = arc >= width + 8 && inside.Contains(line[i]) && inside.Contains(line[j]);
            float straight = fits ? SKPoint.Distance(line[j], line[i]) / arc : 0;
            (best, from, to) = straight > best + 1e-4f ? (straight, i, j) : (best, from, to);
        }

        if (best < 0.9)
        {
            return [line];
        }

        SKPoint along = line[to] - line[from],
            middle = new((line[from].X + line[to].X) / 2, (line[from].Y + line[to].Y) / 2);
        float angle = MathF.Atan2(along.Y, along.X) * 180 / MathF.PI;
        angle += angle is > 90 or < -90 ? 180 : 0;
        canvas.Write(text, middle, 0.5f, 0.5f, size, contours.Color ?? Theme.Text, angle);
        return [line[..(from + 1)], line[to..]];
    }
}
