using System.Numerics;

namespace Reference.Plotting.Rendering;

/// <summary>Shapes that Skia has not.</summary>
internal static class Shapes
{
    public static bool Exists(this SKPoint point) => !float.IsNaN(point.X + point.Y);

    /// <summary>What lies between gaps.</summary>
    public static IEnumerable<T[]> Runs<T>(IEnumerable<T> items, Func<T, bool> exists)
    {
        int gaps = 0;
        return items.Select(item => (Item: item, Exists: exists(item), Run: exists(item) ? gaps : ++gaps)).ToArray()
            .Where(at => at.Exists).GroupBy(at => at.Run, at => at.Item).Select(Enumerable.ToArray);
    }

    /// <summary>
    /// Straight from point to point, with gaps where one has no place; a point alone becomes a dot. Dashes are pieces
    /// of the path, as Skia writes no others into SVG files.
    /// </summary>
    public static SKPath Path(IEnumerable<SKPoint> points, SKPathEffect? dashes)
    {
        var path = new SKPath();
        Array.ForEach([.. Runs(points, Exists)], run => path.AddPoly([run[0], .. run], close: false));
        // A hairline has no outline: what comes back is the path itself, in pieces.
        using var hairline = new SKPaint { IsStroke = true, PathEffect = dashes };
        var pieces = new SKPath();
        hairline.GetFillPath(path, pieces);
        return pieces;
    }

    public static void Stroke(this SKCanvas canvas, IEnumerable<SKPoint> line, SKPaint paint,
        SKPathEffect? dashes = null)
    {
        using SKPath path = Path(line, dashes);
        canvas.DrawPath(path, paint);
    }

    public static void Fill(this SKCanvas canvas, IEnumerable<SKPoint[]> contours, SKPaint paint)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        Array.ForEach([.. contours], contour => path.AddPoly(contour));
        canvas.DrawPath(path, paint);
    }

    /// <summary>A line with a filled head whose point is exactly at the end; nothing when it has no length.</summary>
    public static void Arrow(this SKCanvas canvas, Vector2 from, Vector2 to, Color color, double width,
        double opacity = 1, float headSize = 5)
    {
        float length = Vector2.Distance(from, to);
        if (length >= 1e-6f)
        {
            Vector2 along = (to - from) / length;
            float head = Math.Min(2.2f + headSize * (float)width, length * 0.6f), half = head * 0.42f;
            SKPoint Back(float by, float aside) => to - by * along + aside * new Vector2(-along.Y, along.X);
            using SKPaint pen = Theme.Pen(color, width, opacity), fill = Theme.Fill(color, opacity);
            canvas.DrawLine(from, Back(head * 0.85f, 0), pen);
            canvas.Fill([[to, Back(head, half), Back(head * 0.78f, 0), Back(head, -half)]], fill);
        }
    }

    /// <summary>A grid of coloured cells from the outer corner of the first to that of the last; null leaves a cell
    /// out.</summary>
    public static void Cells(this SKCanvas canvas, SKPoint first, SKPoint last, Color?[,] cells, double opacity = 1)
    {
        using var bitmap = new SKBitmap(cells.GetLength(1), cells.GetLength(0))
        {
            Pixels = [.. cells.Cast<Color?>().Select(color => color?.ForSkia(opacity) ?? SKColors.Transparent)],
        };
        canvas.Save();
        canvas.Translate(first);
        canvas.Scale((last.X - first.X) / bitmap.Width, (last.Y - first.Y) / bitmap.Height);
        canvas.DrawBitmap(bitmap, 0, 0);
        canvas.Restore();
    }
}
