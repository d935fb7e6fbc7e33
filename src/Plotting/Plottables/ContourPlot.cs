namespace Reference.Plotting.Plottables;

/// <summary>Contours by marching triangles, filled without seams.</summary>
internal sealed class ContourPlot(Contours contours, PanelPlot panel) : Drawn(panel)
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

        foreach ((int i, double level) in contours is { Filled: true, Color: null } ? [] : levels.Index())
        {
            using SKPaint pen = Theme.Pen(contours.Color ?? ColorOf(contours, i, levels.Count), Contours.Width,
                contours.Opacity);
            Array.ForEach([.. mesh.Lines(level)], line => canvas.Stroke(line, pen));
        }
    }
}
