namespace Reference.Plotting.Plottables;

/// <summary>An arrow with a text beside its middle, on the upper side.</summary>
internal sealed class ArrowPlot(Arrow arrow, PanelPlot panel, Color color) : Drawn(panel, arrow)
{
    protected override void Draw(SKCanvas canvas)
    {
        SKPoint from = At(arrow.From.X, arrow.From.Y), to = At(arrow.To.X, arrow.To.Y);
        canvas.Arrow(from, to, color, arrow.Width, arrow.Opacity);
        float length = SKPoint.Distance(from, to);
        if (arrow.Text is { } text && length > 0)
        {
            SKPoint along = new((to.X - from.X) / length, (to.Y - from.Y) / length);
            SKPoint normal = along.X < 0 ? new(-along.Y, along.X) : new(along.Y, -along.X);
            SKPoint middle = new((from.X + to.X) / 2 + normal.X * 8, (from.Y + to.Y) / 2 + normal.Y * 8);
            canvas.Write(text, middle, 0.5f - normal.X / 2, 0.5f - normal.Y / 2, Theme.TickSize, color);
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
        (SKPoint From, SKPoint Step)[] arrows = [.. Enumerable.Range(0, field.Xs.Count)
            .Select(i => (At(field.Xs[i], field.Ys[i]),
                new SKPoint((float)(field.Us[i] * right), (float)(field.Vs[i] * down))))
            .Where(arrow => (arrow.Item1 + arrow.Item2).Exists())];
        float longest = arrows.Select(arrow => arrow.Step.Length).DefaultIfEmpty(1).Max();
        float scale = 0.95f * MathF.Sqrt(Area.Width * Area.Height / field.Xs.Count) / longest;
        foreach ((SKPoint from, SKPoint step) in arrows)
        {
            canvas.Arrow(from, new(from.X + step.X * scale, from.Y + step.Y * scale), color, 1.3, field.Opacity,
                headSize: 4);
        }
    }
}
