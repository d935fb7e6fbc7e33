namespace Reference.Plotting.Rendering;

/// <summary>
/// The legend: a sample and a name for each labelled series, where it covers no data; below or beside the frame when
/// there is no such place.
/// </summary>
internal sealed class LegendBox(IReadOnlyList<Series> labelled)
{
    private const float Pad = 8, Sample = 25, Row = 19, Away = 9, Longest = 340;
    private readonly (Series Series, string Name, float Length)[] _entries = [.. labelled
        .Select(series => (Series: series, Name: MathText.Wrap(series.Label!, Theme.LegendSize, Longest, 1)))
        .Select(e => (e.Series, e.Name, Sample + 3 * Pad + MathText.Width(e.Name, Theme.LegendSize)))];

    /// <summary>Room taken below the frame, or else beside it, when it lies outside.</summary>
    public (float Below, float Beside) Outside { get; private set; }

    /// <summary>The box inside the frame; null while it has none there.</summary>
    public SKRect? Inside { get; private set; }

    private SKSize Size => new(_entries.Max(entry => entry.Length), 2 * Pad - 4 + Row * _entries.Length);

    /// <summary>Shows the same names beside the same samples as another.</summary>
    public bool Same(LegendBox? other) => other is not null
        && _entries.Select(Look).SequenceEqual(other._entries.Select(Look));

    /// <summary>Finds an empty box: a corner, else along an edge; true when there is none and it goes outside, to stay
    /// there.</summary>
    /// <param name="frames">The frames to look in.</param>
    /// <param name="width">Room for rows below.</param>
    /// <param name="deepest">More rows than fit into so much stand beside the frame.</param>
    /// <param name="empty">Whether a box holds nothing.</param>
    public bool Choose(IReadOnlyList<SKRect> frames, float width, float deepest, Func<SKRect, bool> empty)
    {
        if (Outside != default)
        {
            return false;
        }

        Inside = frames.SelectMany(Places).Select(at => (SKRect?)SKRect.Create(at, Size))
            .FirstOrDefault(box => empty(SKRect.Inflate(box!.Value, 4, 4)));
        float below = Rows(width).Count() * Row + Pad;
        Outside = Inside is not null ? default : below < deepest ? (below, 0) : (0, Size.Width + 12);
        return Inside is null;
    }

    /// <summary>Draws it in its place, or around a frame.</summary>
    /// <param name="canvas">What is drawn on.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="cell">The frame with all that stands around it.</param>
    /// <param name="room">Room that texts take right of the frame and below it.</param>
    public void Draw(SKCanvas canvas, SKRect frame, SKRect cell, SKRect room)
    {
        using SKPaint ground = Theme.Fill(Palette.White, 0.92), edge = Theme.Pen(Theme.LightFrame, 1);
        canvas.DrawRect(Inside ?? default, ground);
        canvas.DrawRect(Inside ?? default, edge);
        bool below = Outside.Below > 0;
        float y = Inside?.Top + Pad - 2 ?? (below ? frame.Bottom + room.Bottom + Pad : frame.Top);
        foreach ((Series Series, string Name, float Length)[] row in Rows(below ? cell.Width : 0))
        {
            float length = row.Sum(entry => entry.Length) - 2 * Pad;
            float x = below ? Math.Clamp(frame.MidX - length / 2, cell.Left, Math.Max(cell.Left, cell.Right - length))
                : Inside?.Left + Pad ?? frame.Right + room.Right + 12;
            foreach ((Series series, string name, float step) in row)
            {
                DrawSample(canvas, series, new SKPoint(x, y + Row / 2));
                canvas.Write(name, new(x + Sample + Pad, y + Row / 2), 0, 0.5f, Theme.LegendSize);
                x += step;
            }

            y += Row;
        }
    }

    /// <summary>Corners of a frame, then places along its edges, where the box fits.</summary>
    private IEnumerable<SKPoint> Places(SKRect frame)
    {
        (float width, float height) = (frame.Width - 2 * Away - Size.Width, frame.Height - 2 * Away - Size.Height);
        float[] rightLeft = [1, 0], topBottom = [0, 1], steps = [.. Enumerable.Range(0, 25).Select(k => k / 24f)];
        (float X, float Y)[] parts =
        [
            .. from y in topBottom from x in rightLeft select (x, y),
            .. from x in steps from y in topBottom select (x, y),
            .. from y in steps from x in rightLeft select (x, y),
        ];
        return parts.Where(_ => width >= 0 && height >= 0)
            .Select(part => frame.Location + new SKSize(Away + width * part.X, Away + height * part.Y));
    }

    /// <summary>The entries in rows no longer than a width, at least one each.</summary>
    private IEnumerable<(Series Series, string Name, float Length)[]> Rows(float width)
    {
        for (int first = 0, count; first < _entries.Length; first += count)
        {
            float length = _entries[first].Length;
            count = 1 + _entries.Skip(first + 1).TakeWhile(entry => (length += entry.Length) <= width).Count();
            yield return _entries[first..(first + count)];
        }
    }

    private static object Look((Series Series, string Name, float Length) entry) => (entry.Name, Stroke(entry.Series),
        entry.Series.Color, entry.Series.Opacity, entry.Series.GetType(), (entry.Series as Markers)?.Shape,
        (entry.Series as Markers)?.Filled);

    /// <summary>The line that stands for a series; null when it is none.</summary>
    private static (LineStyle Style, double Width)? Stroke(Series series) => series switch
    {
        Line line => (line.Style, line.Width),
        ReferenceLine line => (line.Style, line.Width),
        Contours => (LineStyle.Solid, Contours.Width),
        _ => null,
    };

    private static void DrawSample(SKCanvas canvas, Series entry, SKPoint at)
    {
        Color color = entry.Color ?? (entry as GridSeries)?.Map.At(0.5) ?? Theme.Text;
        SKPoint end = new(at.X + Sample, at.Y);
        if (Stroke(entry) is { } stroke)
        {
            using SKPaint pen = Theme.Pen(color, stroke.Width, entry.Opacity);
            // Two whole dashes: the rest of one would look like a dot.
            canvas.Stroke([at, end], pen, stroke.Style == LineStyle.Dashed
                ? SKPathEffect.CreateDash([9.5f, 6], 0) : Theme.Dashes(stroke.Style, stroke.Width));
        }
        else if (entry is Markers markers)
        {
            using SP.Paint paint = SP.Paint.NewDisposablePaint();
            Marks.Style(markers, color).Render(canvas, new SP.Pixel(at.X + Sample / 2, at.Y), paint);
        }
        else if (entry is Arrow)
        {
            canvas.Arrow(at, end, color, 1.6);
        }
        else
        {
            using SKPaint fill = Theme.Fill(color, entry.Opacity * (entry is Histogram ? 0.75 : 1));
            canvas.DrawRect(SKRect.Create(at.X, at.Y - 5.5f, Sample, 11), fill);
        }
    }
}
