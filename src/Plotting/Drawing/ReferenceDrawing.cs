namespace Reference.Plotting.Drawing;

/// <summary>Lines across the panel, arrows and notes.</summary>
internal static class ReferenceDrawing
{
    public static void Draw(ReferenceLine line, Plot plot, Color color)
    {
        (Rect area, AxisMap x, AxisMap y) = (plot.Area, plot.X, plot.YOf(line));
        Point[] points = line switch
        {
            HorizontalLine level => [new(area.X, y[level.At]), new(area.Right, y[level.At])],
            VerticalLine upright => [new(x[upright.At], area.Y), new(x[upright.At], area.Bottom)],
            _ => Across((SlopedLine)line, plot),
        };
        plot.Line(points, color, line.Width, Ink.Dashes(line.Style, line.Width), line.Opacity);
    }

    /// <summary>The line from edge to edge along the axis it is flatter to; bent where an axis is logarithmic.</summary>
    public static Point[] Across(SlopedLine line, Plot plot)
    {
        bool flat = Math.Abs(line.B) * (plot.Y.Max - plot.Y.Min) >= Math.Abs(line.A) * (plot.X.Max - plot.X.Min);
        AxisMap along = flat ? plot.X : plot.Y;
        int pieces = plot.X.Axis.Scale == AxisScale.Linear && plot.Y.Axis.Scale == AxisScale.Linear ? 1 : 200;
        return [.. from i in Enumerable.Range(0, pieces + 1)
                   let u = along.Min + (along.Max - along.Min) * i / pieces
                   let place = flat ? plot.At(line, u, -(line.A * u + line.C) / line.B) : plot.At(line, -(line.B * u + line.C) / line.A, u)
                   where place.Exists
                   select place];
    }

    public static void Draw(Arrow arrow, Plot plot, Color color)
    {
        Point from = plot.At(arrow, arrow.From.X, arrow.From.Y), to = plot.At(arrow, arrow.To.X, arrow.To.Y);
        Shaft(plot.Canvas, from, to, color, arrow.Width, arrow.Opacity);
        if (arrow.Text is { } text && (to - from).Length > 0)
        {
            // Beside the middle, on the upper side.
            Point along = (to - from) * (1 / (to - from).Length), normal = along.X < 0 ? new Point(-along.Y, along.X) : new Point(along.Y, -along.X);
            plot.Canvas.Write(text, (from + to) * 0.5 + normal * 8, 0.5 - normal.X / 2, 0.5 - normal.Y / 2, Ink.TickSize, color);
        }
    }

    /// <summary>A line with a filled head whose point is exactly at the end; nothing when it has no length or an end no place.</summary>
    public static void Shaft(ICanvas canvas, Point from, Point to, Color color, double width, double opacity = 1, double headSize = 5)
    {
        if ((to - from).Length is >= 1e-6 and var length)
        {
            Point along = (to - from) * (1 / length), normal = new(-along.Y, along.X);
            double head = Math.Min(2.2 + headSize * width, length * 0.6), half = head * 0.42;
            canvas.Stroke([from, to - along * (head * 0.85)], color, width, null, opacity);
            canvas.Fill([[to, to - along * head + normal * half, to - along * (head * 0.78), to - along * head - normal * half]], color, opacity);
        }
    }

    public static void Draw(VectorField field, Plot plot, Color color)
    {
        // Directions on the canvas: the field's components in units of the axes' lengths.
        (double right, double down) = (plot.Area.Width / (plot.X.Max - plot.X.Min), -plot.Area.Height / (plot.Y.Max - plot.Y.Min));
        var arrows = field.Xs.Select((x, i) => (From: plot.At(field, x, field.Ys[i]), Step: new Point(field.Us[i] * right, field.Vs[i] * down)))
            .Where(arrow => (arrow.From + arrow.Step).Exists).ToArray();
        double longest = arrows.Select(arrow => arrow.Step.Length).DefaultIfEmpty(1).Max();
        double spacing = Math.Sqrt(plot.Area.Width * plot.Area.Height / field.Xs.Count);
        foreach ((Point from, Point step) in arrows)
        {
            Shaft(plot.Canvas, from, from + step * (0.95 * spacing / longest), color, 1.3, field.Opacity, headSize: 4);
        }
    }

    public static void Draw(Annotation note, Plot plot, Color color)
    {
        Point at = plot.At(note, note.At.X, note.At.Y);
        if (!at.Exists)
        {
            return;
        }

        double width = Ink.Width(note.Text, Ink.TickSize), height = Ink.Height(note.Text, Ink.TickSize);
        double h = note.Anchor switch { TextAnchor.Left => 0, TextAnchor.Right => 1, _ => 0.5 };
        double v = note.Anchor switch { TextAnchor.Top => 0, TextAnchor.Bottom => 1, _ => 0.5 };
        // Text stays inside the plot, wherever its point is.
        Rect free = plot.Area.Inset(4, 4, width + 4, height + 4);
        Point corner = free.Nearest(at - new Point(h * width, v * height));
        Rect box = new Rect(corner.X, corner.Y, width, height).Grown(3);
        if (note.LeaderTo is { } target)
        {
            Point to = plot.At(note, target.X, target.Y);
            Shaft(plot.Canvas, box.Nearest(to), to, color.Towards(Palette.White, 0.3), 1.1, headSize: 5.5);
        }

        plot.Canvas.Rectangle(box, Palette.White, 0.75);
        plot.Canvas.Write(note.Text, corner + new Point(h * width, 0), h, 0, Ink.TickSize, color);
    }
}
