using System.Numerics;

namespace Reference.Plotting.Plottables;

/// <summary>An arrow with a text beside its middle, on the upper side.</summary>
internal sealed class ArrowPlot(Arrow arrow, PanelPlot panel, Color color) : Drawn(panel, arrow)
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

/// <summary>Arrows in units of the axes' lengths, the longest just fitting between neighbours.</summary>
internal sealed class VectorFieldPlot(VectorField field, PanelPlot panel, Color color) : Drawn(panel, field)
{
    protected override void Draw(SKCanvas canvas)
    {
        (double right, double down) = (Area.Width / (Panel.X.Max - Panel.X.Min),
            -Area.Height / (Panel.Y.Max - Panel.Y.Min));
        (Vector2 From, Vector2 Step)[] arrows = [.. field.Xs
            .Select((x, i) => ((Vector2)At(x, field.Ys[i]), new Vector2((float)(field.Us[i] * right),
                (float)(field.Vs[i] * down))))
            .Where(arrow => !float.IsNaN((arrow.Item1 + arrow.Item2).X + (arrow.Item1 + arrow.Item2).Y))];
        float longest = arrows.Select(arrow => arrow.Step.Length()).DefaultIfEmpty(1).Max();
        float scale = 0.95f * MathF.Sqrt(Area.Width * Area.Height / field.Xs.Count) / longest;
        Array.ForEach(arrows, arrow =>
            canvas.Arrow(arrow.From, arrow.From + scale * arrow.Step, color, 1.3, field.Opacity, headSize: 4));
    }
}

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
        float Inside(float from, float size, float low, float high) =>
            Math.Clamp(from, low + 4, Math.Max(low + 4, high - size - 4));
        SKPoint corner = new(Inside(at.X - h * width, width, Area.Left, Area.Right),
            Inside(at.Y - height / 2, height, Area.Top, Area.Bottom));
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
