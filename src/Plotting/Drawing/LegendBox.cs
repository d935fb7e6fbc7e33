namespace Reference.Plotting.Drawing;

/// <summary>The legend: a sample and a name for each labelled series, where it covers least.</summary>
internal sealed class LegendBox
{
    private const double Pad = 8, Sample = 25, Row = 19, Away = 9, Crowded = 0.6;
    private readonly Series[] _entries;

    private readonly string[] _names;

    /// <summary>The legend of the labelled series, no name longer than the given width.</summary>
    public LegendBox(IReadOnlyList<Series> series, double longest)
    {
        _entries = [.. series.Where(s => !string.IsNullOrEmpty(s.Label))];
        _names = [.. _entries.Select(entry => Ink.Wrap(entry.Label!, Ink.LegendSize, longest, 1))];
    }

    public bool IsEmpty => _entries.Length == 0;

    public double Width => 3 * Pad + Sample + _names.Max(name => Ink.Width(name, Ink.LegendSize));

    private double Height => 2 * Pad - 4 + Row * _entries.Length;

    /// <summary>Where the legend goes when the panel leaves it open: the place that covers least, or outside when all are crowded.</summary>
    public Legend Choose(Plot plot)
    {
        (Legend Place, double Covered) best = Inside
            .Select(place => (place, LegendPlacement.Covered(Place(place, plot.Area, 0), plot)))
            .MinBy(candidate => candidate.Item2);
        return best.Covered > Crowded || Height > plot.Area.Height - 2 * Away ? Legend.Outside : best.Place;
    }

    public void Draw(ICanvas canvas, Rect plot, Legend where, double outsideX)
    {
        Rect box = Place(where, plot, outsideX);
        canvas.Rectangle(box, Palette.White, 0.92);
        canvas.Outline(box, Ink.LightFrame);
        for (int i = 0; i < _entries.Length; i++)
        {
            double y = box.Y + Pad - 2 + (i + 0.5) * Row;
            DrawSample(canvas, _entries[i], new Point(box.X + Pad, y));
            canvas.Write(_names[i], new Point(box.X + 2 * Pad + Sample, y), 0, 0.5, Ink.LegendSize, Ink.Text);
        }
    }

    private static readonly Legend[] Inside = [Legend.TopRight, Legend.TopLeft, Legend.BottomRight, Legend.BottomLeft];

    private Rect Place(Legend where, Rect plot, double outsideX) => where switch
    {
        Legend.Outside => new Rect(outsideX, plot.Y, Width, Height),
        _ => new Rect(
            where is Legend.TopRight or Legend.BottomRight ? plot.Right - Away - Width : plot.X + Away,
            where is Legend.BottomLeft or Legend.BottomRight ? plot.Bottom - Away - Height : plot.Y + Away,
            Width,
            Height),
    };

    private static void DrawSample(ICanvas canvas, Series entry, Point at)
    {
        Color color = entry.Color ?? Ink.Text;
        Point middle = at + new Point(Sample / 2, 0), end = at + new Point(Sample, 0);
        switch (entry)
        {
            case Line line:
                canvas.Stroke([at, end], color, line.Width, Ink.Dashes(line.Style, line.Width), line.Opacity);
                break;
            case ReferenceLine line:
                canvas.Stroke([at, end], color, line.Width, Ink.Dashes(line.Style, line.Width), line.Opacity);
                break;
            case Contours line:
                canvas.Stroke([at, end], line.Color ?? line.Map.At(0.5), line.Width, Ink.Dashes(line.Style, line.Width));
                break;
            case Markers markers:
                CurveDrawing.Mark(canvas, markers, middle, color);
                break;
            case Arrow or VectorField:
                ReferenceDrawing.Shaft(canvas, at, end, color, 1.6);
                break;
            case ErrorBars:
                canvas.Stroke([middle + new Point(0, -7), middle + new Point(0, 7)], color, 1.5);
                break;
            default:
                canvas.Rectangle(new Rect(at.X, at.Y - 5.5, Sample, 11), color, entry.Opacity);
                break;
        }
    }
}
