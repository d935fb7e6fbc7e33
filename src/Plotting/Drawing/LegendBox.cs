namespace Reference.Plotting.Drawing;

/// <summary>The legend: a sample and a name for each labelled series, where it covers least.</summary>
internal sealed class LegendBox
{
    private const double Pad = 9, Sample = 28, Row = 20, Away = 10;
    private readonly Series[] _entries;

    public LegendBox(IReadOnlyList<Series> series) => _entries = [.. series.Where(s => !string.IsNullOrEmpty(s.Label))];

    public bool IsEmpty => _entries.Length == 0;

    public double Width => 3 * Pad + Sample + _entries.Max(entry => Ink.Width(Name(entry), Ink.TickSize));

    private double Height => 2 * Pad - 4 + Row * _entries.Length;

    public void Draw(Plot plot, Legend where, double outsideX)
    {
        Rect area = plot.Area;
        Rect Corner(bool right, bool bottom) =>
            new(right ? area.Right - Away - Width : area.X + Away, bottom ? area.Bottom - Away - Height : area.Y + Away, Width, Height);
        Rect box = where switch
        {
            Legend.TopLeft => Corner(right: false, bottom: false),
            Legend.TopRight => Corner(right: true, bottom: false),
            Legend.BottomLeft => Corner(right: false, bottom: true),
            Legend.BottomRight => Corner(right: true, bottom: true),
            Legend.Outside => new Rect(outsideX, area.Y, Width, Height),
            _ => new[] { Corner(true, false), Corner(false, false), Corner(true, true), Corner(false, true) }.MinBy(corner => LegendPlacement.Covered(corner, plot))!,
        };
        Draw(plot.Canvas, box);
    }

    private void Draw(ICanvas canvas, Rect box)
    {
        canvas.Rectangle(new Rect(box.X - 0.75, box.Y - 0.75, box.Width + 1.5, box.Height + 1.5), Ink.Grid.Towards(Palette.Black, 0.1));
        canvas.Rectangle(box, Palette.White, 0.95);
        for (int i = 0; i < _entries.Length; i++)
        {
            double y = box.Y + Pad - 2 + (i + 0.5) * Row;
            DrawSample(canvas, _entries[i], new Point(box.X + Pad, y));
            canvas.Write(Name(_entries[i]), new Point(box.X + 2 * Pad + Sample, y), 0, 0.5, Ink.TickSize, Ink.Text);
        }
    }

    private static string Name(Series entry) => Ink.Wrap(entry.Label!, Ink.TickSize, 320, 1);

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
                canvas.Rectangle(new Rect(at.X + 3, at.Y - 6, Sample - 6, 12), color, entry.Opacity);
                break;
        }
    }
}
