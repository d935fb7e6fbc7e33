namespace Reference.Plotting.Drawing;

/// <summary>Lines across the panel, arrows and notes.</summary>
internal static class ReferenceDrawing
{
    public static void Draw(ReferenceLine line, Plot plot, Color color)
    {
        Rect area = plot.Area;
        double[]? dashes = Ink.Dashes(line.Style, line.Width);
        switch (line)
        {
            case HorizontalLine horizontal:
                double y = plot.YOf(line)[horizontal.At];
                plot.Line(new Point(area.X, y), new Point(area.Right, y), color, line.Width, dashes, line.Opacity);
                break;
            case VerticalLine vertical:
                double x = plot.X[vertical.At];
                plot.Line(new Point(x, area.Y), new Point(x, area.Bottom), color, line.Width, dashes, line.Opacity);
                break;
            case SlopedLine sloped:
                plot.Canvas.Stroke(Across(sloped, plot), color, line.Width, dashes, line.Opacity);
                break;
        }
    }

    /// <summary>The line from edge to edge along the axis it is flatter to; bent where an axis is logarithmic.</summary>
    public static Point[] Across(SlopedLine line, Plot plot)
    {
        bool flat = Math.Abs(line.B) * (plot.Y.Max - plot.Y.Min) >= Math.Abs(line.A) * (plot.X.Max - plot.X.Min);
        (AxisMap along, AxisMap across) = flat ? (plot.X, plot.Y) : (plot.Y, plot.X);
        (double a, double b) = flat ? (line.A, line.B) : (line.B, line.A);
        int pieces = plot.X.Axis.Scale == AxisScale.Linear && plot.Y.Axis.Scale == AxisScale.Linear ? 1 : 200;
        return [.. from i in Enumerable.Range(0, pieces + 1)
                   let u = along.Min + (along.Max - along.Min) * i / pieces
                   let v = -(a * u + line.C) / b
                   let place = flat ? new Point(plot.X[u], plot.Y[v]) : new Point(plot.X[v], plot.Y[u])
                   where !double.IsNaN(place.X + place.Y)
                   select place];
    }

    public static void Draw(Arrow arrow, Plot plot, Color color)
    {
        Point from = plot.At(arrow, arrow.From.X, arrow.From.Y), to = plot.At(arrow, arrow.To.X, arrow.To.Y);
        if (double.IsNaN(from.X + from.Y + to.X + to.Y))
        {
            return;
        }

        Shaft(plot.Canvas, from, to, color, arrow.Width, arrow.Opacity);
        if (arrow.Text is { } text && (to - from).Length > 0)
        {
            // Beside the middle, on the upper side.
            Point along = (to - from) * (1 / (to - from).Length), normal = along.X < 0 ? new Point(-along.Y, along.X) : new Point(along.Y, -along.X);
            Point at = (from + to) * 0.5 + normal * 8;
            plot.Canvas.Write(text, at, 0.5 - normal.X / 2, 0.5 - normal.Y / 2, Ink.TickSize, color);
        }
    }

    /// <summary>A line with a filled head whose point is exactly at the end.</summary>
    public static void Shaft(ICanvas canvas, Point from, Point to, Color color, double width, double opacity = 1, double headSize = 5)
    {
        double length = (to - from).Length;
        if (length < 1e-6)
        {
            return;
        }

        Point along = (to - from) * (1 / length), normal = new(-along.Y, along.X);
        double head = Math.Min(2.2 + headSize * width, length * 0.6), half = head * 0.42;
        canvas.Stroke([from, to - along * (head * 0.85)], color, width, null, opacity);
        canvas.Fill([[to, to - along * head + normal * half, to - along * (head * 0.78), to - along * head - normal * half]], color, opacity);
    }

    public static void Draw(VectorField field, Plot plot, Color color)
    {
        int count = field.Xs.Count;
        double longest = 0;
        var steps = new (Point From, Point Step)[count];
        for (int i = 0; i < count; i++)
        {
            Point from = plot.At(field, field.Xs[i], field.Ys[i]);
            // A direction on the canvas: the field's components in units of the axes' lengths.
            var step = new Point(
                field.Us[i] / (plot.X.Max - plot.X.Min) * plot.Area.Width, -field.Vs[i] / (plot.Y.Max - plot.Y.Min) * plot.Area.Height);
            steps[i] = (from, step);
            longest = double.IsNaN(from.X + from.Y + step.X + step.Y) ? longest : Math.Max(longest, step.Length);
        }

        double spacing = Math.Sqrt(plot.Area.Width * plot.Area.Height / Math.Max(1, count));
        foreach ((Point from, Point step) in steps)
        {
            if (longest > 0 && !double.IsNaN(from.X + from.Y + step.X + step.Y))
            {
                Shaft(plot.Canvas, from, from + step * (0.95 * spacing / longest), color, 1.3, field.Opacity, headSize: 4);
            }
        }
    }

    public static void Draw(Annotation note, Plot plot, Color color)
    {
        Point at = plot.At(note, note.At.X, note.At.Y);
        if (double.IsNaN(at.X + at.Y))
        {
            return;
        }

        string[] lines = note.Text.Split('\n');
        double width = lines.Max(line => Ink.Width(line, Ink.TickSize)), height = Ink.Height(lines.Length, Ink.TickSize);
        (double h, double v) = note.Anchor switch
        {
            TextAnchor.Left => (0, 0.5),
            TextAnchor.Right => (1, 0.5),
            TextAnchor.Top => (0.5, 0),
            TextAnchor.Bottom => (0.5, 1),
            _ => (0.5, 0.5),
        };
        // Text stays inside the plot, wherever its point is.
        double left = Math.Clamp(at.X - h * width, plot.Area.X + 4, Math.Max(plot.Area.X + 4, plot.Area.Right - width - 4));
        double top = Math.Clamp(at.Y - v * height, plot.Area.Y + 4, Math.Max(plot.Area.Y + 4, plot.Area.Bottom - height - 4));
        var box = new Rect(left - 3, top - 3, width + 6, height + 6);
        if (note.LeaderTo is { } target)
        {
            Point to = plot.At(note, target.X, target.Y), from = new(Math.Clamp(to.X, box.X, box.Right), Math.Clamp(to.Y, box.Y, box.Bottom));
            Shaft(plot.Canvas, box.Contains(to) ? to : from, to, color.Towards(Palette.White, 0.3), 1.1, headSize: 5.5);
        }

        plot.Canvas.Rectangle(box, Palette.White, 0.75);
        for (int i = 0; i < lines.Length; i++)
        {
            plot.Canvas.Write(lines[i], new Point(left + h * width, top + i * Ink.LineHeight * Ink.TickSize), h, 0, Ink.TickSize, color);
        }
    }
}
