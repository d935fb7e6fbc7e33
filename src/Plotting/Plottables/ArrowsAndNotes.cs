using System.Numerics;

namespace Reference.Plotting.Plottables;

/// <summary>An arrow with a text beside its middle, on the upper side.</summary>
internal sealed class ArrowPlot(Arrow arrow, PanelPlot panel, Color color) : Drawn(panel)
{
    protected override void Draw(SKCanvas canvas)
    {
        Vector2 from = At(arrow.From.X, arrow.From.Y), to = At(arrow.To.X, arrow.To.Y);
        canvas.Arrow(from, to, color, arrow.Width, arrow.Opacity);
        if (arrow.Text is not null && Vector2.Distance(from, to) > 0)
        {
            Vector2 along = Vector2.Normalize(to - from);
            Vector2 normal = along.X < 0 ? new(-along.Y, along.X) : new(along.Y, -along.X);
            // So far off that no corner of the text meets the shaft.
            float off = 13 + Math.Abs(normal.X) * MathText.Width(arrow.Text, Theme.TickSize) / 2;
            canvas.Write(arrow.Text, (from + to) / 2 + off * normal, 0.5f, 0.5f, Theme.TickSize, color);
        }
    }
}

/// <summary>Text on a light ground, inside the frame wherever its point is.</summary>
internal sealed class NotePlot(Annotation note, PanelPlot panel, Color color) : Drawn(panel)
{
    protected override void Draw(SKCanvas canvas)
    {
        SKPoint at = At(note.At.X, note.At.Y);
        (float width, float height) = (MathText.Width(note.Text, Theme.TickSize),
            MathText.Height(note.Text, Theme.TickSize));
        float h = note.Anchor switch { TextAnchor.Left => 0, TextAnchor.Right => 1, _ => 0.5f };
        float Inside(float from, float size, float low, float high) =>
            Math.Clamp(from, low + 4, Math.Max(low + 4, high - size - 4));
        SKPoint corner = new(Inside(at.X - h * width, width, Area.Left, Area.Right),
            Inside(at.Y - height / 2, height, Area.Top, Area.Bottom));
        using SKPaint ground = Theme.Fill(Palette.White, 0.75);
        canvas.DrawRect(SKRect.Inflate(SKRect.Create(corner, new SKSize(width, height)), 3, 3), ground);
        canvas.Write(note.Text, new(corner.X + h * width, corner.Y), h, 0, Theme.TickSize, color);
    }
}
