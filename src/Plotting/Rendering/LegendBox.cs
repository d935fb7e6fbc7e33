namespace Reference.Plotting.Rendering;

/// <summary>
/// The legend: a sample and a name for each labelled series, where it covers no data; below or beside the frame when
/// there is no such place.
/// </summary>
internal sealed class LegendBox(IReadOnlyList<Series> labelled)
{
    private const float Pad = 8, Sample = 25, Row = 19, Away = 9, Longest = 340;
    private readonly (Series Series, string Name)[] _entries =
        [.. labelled.Select(series => (series, MathText.Wrap(series.Label!, Theme.LegendSize, Longest, 1)))];

    /// <summary>Room taken below the frame, or else beside it, when it lies outside.</summary>
    public (float Below, float Beside) Outside { get; private set; }

    /// <summary>The box inside the frame; null while it has none there.</summary>
    public SKRect? Inside { get; private set; }

    private SKSize Size => new(3 * Pad + Sample + Widest, 2 * Pad - 4 + Row * _entries.Length);

    private float Widest => _entries.Max(entry => MathText.Width(entry.Name, Theme.LegendSize));

    /// <summary>Finds an empty box: a corner, else along an edge; true when there is none and it goes outside, to stay
    /// there.</summary>
    /// <param name="frame">The plot's frame.</param>
    /// <param name="cell">The frame with all that stands around it.</param>
    /// <param name="ink">How many inked pixels a box holds, its edges included.</param>
    public bool Choose(SKRect frame, SKRect cell, Func<SKRect, int> ink)
    {
        if (Outside != default)
        {
            return false;
        }

        Inside = null;
        SKRect free = new(frame.Left + Away, frame.Top + Away, frame.Right - Away - Size.Width,
            frame.Bottom - Away - Size.Height);
        if (free.Width >= 0 && free.Height >= 0)
        {
            float[] xs = [.. Steps(free.Left, free.Right)], ys = [.. Steps(free.Top, free.Bottom)];
            IEnumerable<SKPoint> corners = from y in new[] { free.Top, free.Bottom } from x in new[]
                { free.Right, free.Left } select new SKPoint(x, y);
            IEnumerable<SKPoint> edges = xs.SelectMany(x => new[] { new SKPoint(x, free.Top), new(x, free.Bottom) })
                .Concat(ys.SelectMany(y => new[] { new SKPoint(free.Right, y), new(free.Left, y) }));
            Inside = corners.Concat(edges).Select(at => (SKRect?)SKRect.Create(at, Size))
                .FirstOrDefault(box => ink(SKRect.Inflate(box!.Value, 4, 4)) == 0);
        }

        int rows = Rows(cell.Width).Count();
        Outside = Inside is not null ? default
            : rows * Row + Pad < 0.3f * frame.Height ? (rows * Row + Pad, 0) : (0, Size.Width + 12);
        return Inside is null;
    }

    public void Draw(SKCanvas canvas, PanelPlot panel)
    {
        SKRect frame = panel.Frame;
        if (Inside is { } box)
        {
            using SKPaint ground = Theme.Fill(Palette.White, 0.92), edge = Theme.Pen(Theme.LightFrame, 1);
            canvas.DrawRect(box, ground);
            canvas.DrawRect(box, edge);
        }

        float top = Inside?.Top + Pad - 2 ?? (Outside.Below > 0 ? frame.Bottom + panel.BelowFrame + Pad : frame.Top);
        float left = Inside?.Left + Pad ?? frame.Right + panel.BesideFrame + 12;
        (Series, string)[][] rows = Outside.Below > 0 ? [.. Rows(panel.Cell.Width)]
            : [.. _entries.Select(entry => new[] { entry })];
        foreach ((int i, (Series Series, string Name)[] row) in rows.Index())
        {
            float half = (row.Sum(Length) - 2 * Pad) / 2;
            float furthest = Math.Max(panel.Cell.Left, panel.Cell.Right - 2 * half);
            float x = Outside.Below > 0 ? Math.Clamp(frame.MidX - half, panel.Cell.Left, furthest) : left;
            foreach ((Series Series, string Name) entry in row)
            {
                DrawSample(canvas, entry.Series, new SKPoint(x, top + (i + 0.5f) * Row));
                canvas.Write(entry.Name, new(x + Sample + Pad, top + (i + 0.5f) * Row), 0, 0.5f, Theme.LegendSize,
                    Theme.Text);
                x += Length(entry);
            }
        }
    }

    private static IEnumerable<float> Steps(float from, float to) =>
        Enumerable.Range(0, 25).Select(k => from + (to - from) * k / 24);

    /// <summary>The entries in rows no longer than a width.</summary>
    private IEnumerable<(Series Series, string Name)[]> Rows(float width)
    {
        var row = new List<(Series Series, string Name)>();
        foreach ((Series Series, string Name) entry in _entries)
        {
            if (row.Count > 0 && row.Sum(Length) + Length(entry) > width)
            {
                yield return [.. row];
                row.Clear();
            }

            row.Add(entry);
        }

        yield return [.. row];
    }

    private static float Length((Series Series, string Name) entry) =>
        Sample + Pad + MathText.Width(entry.Name, Theme.LegendSize) + 2 * Pad;

    private static void DrawSample(SKCanvas canvas, Series entry, SKPoint at)
    {
        Color color = entry.Color ?? Theme.Text;
        SKPoint middle = new(at.X + Sample / 2, at.Y), end = new(at.X + Sample, at.Y);
        (LineStyle Style, double Width, Color Ink)? stroke = entry switch
        {
            Line line => (line.Style, line.Width, color),
            ReferenceLine line => (line.Style, line.Width, color),
            Contours line => (line.Style, line.Width, line.Color ?? line.Map.At(0.5)),
            _ => null,
        };
        if (stroke is { } drawn)
        {
            using SKPaint pen = Theme.Pen(drawn.Ink, drawn.Width, drawn.Style, entry.Opacity);
            canvas.DrawLine(at, end, pen);
        }
        else if (entry is Markers markers)
        {
            using SP.Paint paint = SP.Paint.NewDisposablePaint();
            Marks.Style(markers, color).Render(canvas, new SP.Pixel(middle.X, middle.Y), paint);
        }
        else if (entry is Arrow or VectorField)
        {
            canvas.Arrow(at, end, color, 1.6);
        }
        else
        {
            using SKPaint fill = Theme.Fill(color, entry.Opacity);
            canvas.DrawRect(SKRect.Create(at.X, at.Y - 5.5f, Sample, 11), fill);
        }
    }
}
