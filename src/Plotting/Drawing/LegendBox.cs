namespace Reference.Plotting.Drawing;

/// <summary>The legend: a sample and a name for each labelled series, where it covers least.</summary>
/// <param name="labelled">The series, at least one.</param>
/// <param name="longest">No name is longer than this.</param>
internal sealed class LegendBox(IReadOnlyList<Series> labelled, double longest)
{
    private const double Pad = 8, Sample = 25, Row = 19, Away = 9, Crowded = 0.6;
    private readonly (Series Series, string Name)[] _entries = [.. labelled.Select(series => (series, Ink.Wrap(series.Label!, Ink.LegendSize, longest, 1)))];

    public double Width => 3 * Pad + Sample + _entries.Max(entry => Ink.Width(entry.Name, Ink.LegendSize));

    private double Height => 2 * Pad - 4 + Row * _entries.Length;

    /// <summary>Where the legend goes when the panel leaves it open: the place that covers least, or outside when all are crowded.</summary>
    public Legend Choose(Plot plot)
    {
        double Covered(Legend place) => LegendPlacement.Covered(Place(place, plot.Area, 0), plot);
        Legend best = new[] { Legend.TopRight, Legend.TopLeft, Legend.BottomRight, Legend.BottomLeft }.MinBy(Covered);
        return Covered(best) > Crowded || Height > plot.Area.Height - 2 * Away ? Legend.Outside : best;
    }

    public void Draw(ICanvas canvas, Rect plot, Legend where, double outsideX)
    {
        Rect box = Place(where, plot, outsideX);
        canvas.Rectangle(box, Palette.White, 0.92);
        canvas.Outline(box, Ink.LightFrame);
        foreach ((int i, (Series entry, string name)) in _entries.Index())
        {
            double y = box.Y + Pad - 2 + (i + 0.5) * Row;
            DrawSample(canvas, entry, new Point(box.X + Pad, y));
            canvas.Write(name, new Point(box.X + 2 * Pad + Sample, y), 0, 0.5, Ink.LegendSize, Ink.Text);
        }
    }

    private Rect Place(Legend where, Rect plot, double outsideX)
    {
        double x = where is Legend.TopRight or Legend.BottomRight ? plot.Right - Away - Width : plot.X + Away;
        double y = where is Legend.BottomLeft or Legend.BottomRight ? plot.Bottom - Away - Height : plot.Y + Away;
        return where == Legend.Outside ? new Rect(outsideX, plot.Y, Width, Height) : new Rect(x, y, Width, Height);
    }

    private static void DrawSample(ICanvas canvas, Series entry, Point at)
    {
        Color color = entry.Color ?? Ink.Text;
        Point middle = at + new Point(Sample / 2, 0), end = at + new Point(Sample, 0);
        void Stroke(LineStyle style, double width, Color ink) => canvas.Stroke([at, end], ink, width, Ink.Dashes(style, width), entry.Opacity);
        Action draw = entry switch
        {
            Line line => () => Stroke(line.Style, line.Width, color),
            ReferenceLine line => () => Stroke(line.Style, line.Width, color),
            Contours line => () => Stroke(line.Style, line.Width, line.Color ?? line.Map.At(0.5)),
            Markers markers => () => CurveDrawing.Mark(canvas, markers, middle, color),
            Arrow or VectorField => () => ReferenceDrawing.Shaft(canvas, at, end, color, 1.6),
            ErrorBars => () => canvas.Stroke([middle + new Point(0, -7), middle + new Point(0, 7)], color, 1.5),
            _ => () => canvas.Rectangle(new Rect(at.X, at.Y - 5.5, Sample, 11), color, entry.Opacity),
        };
        draw();
    }
}
