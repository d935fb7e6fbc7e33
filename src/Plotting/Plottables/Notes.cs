namespace Reference.Plotting.Plottables;

/// <summary>Text on a light ground, inside the frame wherever its point is, with a leader to what it names.</summary>
internal sealed class NotePlot(Annotation note, PanelPlot panel, Color color) : Drawn(panel, note)
{
    protected override void Draw(SKCanvas canvas)
    {
        SKPoint at = At(note.At.X, note.At.Y);
        if (!at.Exists())
        {
            return;
        }

        (float width, float height) = (MathText.Width(note.Text, Theme.TickSize),
            MathText.Height(note.Text, Theme.TickSize));
        float h = note.Anchor switch { TextAnchor.Left => 0, TextAnchor.Right => 1, _ => 0.5f };
        float v = note.Anchor switch { TextAnchor.Top => 0, TextAnchor.Bottom => 1, _ => 0.5f };
        float Inside(float from, float size, float low, float high) =>
            Math.Clamp(from, low + 4, Math.Max(low + 4, high - size - 4));
        SKPoint corner = new(Inside(at.X - h * width, width, Area.Left, Area.Right),
            Inside(at.Y - v * height, height, Area.Top, Area.Bottom));
        SKRect box = SKRect.Inflate(SKRect.Create(corner, new SKSize(width, height)), 3, 3);
        if (note.LeaderTo is { } target && At(target.X, target.Y) is var to && to.Exists())
        {
            SKPoint start = new(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom));
            canvas.Arrow(start, to, color.Towards(Palette.White, 0.3), 1.1, headSize: 5.5f);
        }

        using SKPaint ground = Theme.Fill(Palette.White, 0.75);
        canvas.DrawRect(box, ground);
        canvas.Write(note.Text, new(corner.X + h * width, corner.Y), h, 0, Theme.TickSize, color);
    }
}
