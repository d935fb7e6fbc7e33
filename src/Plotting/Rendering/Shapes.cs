namespace Reference.Plotting.Rendering;

/// <summary>Shapes that Skia has not.</summary>
internal static class Shapes
{
    public static bool Exists(this SKPoint point) => !float.IsNaN(point.X + point.Y);

    public static void Fill(this SKCanvas canvas, IEnumerable<SKPoint[]> contours, SKPaint paint)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (SKPoint[] contour in contours)
        {
            path.AddPoly(contour);
        }

        canvas.DrawPath(path, paint);
    }

    public static void Stroke(this SKCanvas canvas, SKPoint[] line, SKPaint paint)
    {
        using var path = new SKPath();
        path.AddPoly(line, close: false);
        canvas.DrawPath(path, paint);
    }

    /// <summary>A line with a filled head whose point is exactly at the end; nothing when it has no length.</summary>
    public static void Arrow(
        this SKCanvas canvas, SKPoint from, SKPoint to, Color color, double width, double opacity = 1,
            float headSize = 5)
    {
        float length = SKPoint.Distance(from, to);
        if (!(length >= 1e-6))
        {
            return;
        }

        SKPoint along = new((to.X - from.X) / length, (to.Y - from.Y) / length), normal = new(-along.Y, along.X);
        float head = Math.Min(2.2f + headSize * (float)width, length * 0.6f), half = head * 0.42f;
        SKPoint Back(float by, float aside) =>
            new(to.X - along.X * by + normal.X * aside, to.Y - along.Y * by + normal.Y * aside);
        using SKPaint pen = Theme.Pen(color, width, opacity: opacity), fill = Theme.Fill(color, opacity);
        canvas.DrawLine(from, Back(head * 0.85f, 0), pen);
        canvas.Fill([[to, Back(head, half), Back(head * 0.78f, 0), Back(head, -half)]], fill);
    }

    /// <summary>Text on a light ground.</summary>
    public static void Note(this SKCanvas canvas, SKRect box, double opacity)
    {
        using SKPaint paint = Theme.Fill(Palette.White, opacity);
        canvas.DrawRect(box, paint);
    }

    /// <summary>A grid of coloured cells, top row first; null leaves a cell out.</summary>
    public static void Cells(this SKCanvas canvas, SKRect area, Color?[,] cells)
    {
        (int rows, int columns) = (cells.GetLength(0), cells.GetLength(1));
        using var paint = new SKPaint();
        for (int i = 0; i < cells.Length; i++)
        {
            (int row, int column) = (i / columns, i % columns);
            if (cells[row, column] is { } color)
            {
                paint.Color = color.ForSkia();
                float Along(float from, float to, int at, int of) => from + (to - from) * at / of;
                canvas.DrawRect(
                    new SKRect(
                        Along(area.Left, area.Right, column, columns), Along(area.Top, area.Bottom, row, rows),
                        Along(area.Left, area.Right, column + 1, columns),
                            Along(area.Top, area.Bottom, row + 1, rows)),
                    paint);
            }
        }
    }
}
