using Reference.Plotting.Drawing;
using Reference.Plotting.Typography;

namespace Reference.Plotting.Raster;

/// <summary>A canvas of pixels, 0xRRGGBB. Each shape is first a mask of coverage, then blended in its colour.</summary>
internal sealed class Bitmap(int width, int height, double scale) : ICanvas
{
    private readonly Coverage _mask = new(width, height);

    public int Width => width;

    public int Height => height;

    public uint[] Pixels { get; } = Enumerable.Repeat(0xFFFFFFu, width * height).ToArray();

    public void Clip(Rect? area) => _mask.Bounds = area is { } within ? Snapped(within) : new PixelBox(0, 0, Width, Height);

    public void Rectangle(Rect area, Color color, double opacity = 1)
    {
        PixelBox box = Snapped(area);
        // However thin, a rectangle shows as one pixel.
        Block(box with { Right = Math.Max(box.Left + 1, box.Right), Bottom = Math.Max(box.Top + 1, box.Bottom) }, color, opacity);
    }

    public void Cells(Rect area, Color?[,] cells, double opacity)
    {
        (int rows, int columns, PixelBox box) = (cells.GetLength(0), cells.GetLength(1), Snapped(area));
        // A pixel belongs to the cell in which its upper left corner lies.
        int X(int column) => box.Left + (int)(((long)(box.Right - box.Left) * column + columns - 1) / columns);
        int Y(int row) => box.Top + (int)(((long)(box.Bottom - box.Top) * row + rows - 1) / rows);
        for (int cell = 0; cell < cells.Length; cell++)
        {
            (int row, int column) = (cell / columns, cell % columns);
            if (cells[row, column] is { } color)
            {
                Block(new PixelBox(X(column), Y(row), X(column + 1), Y(row + 1)), color, opacity);
            }
        }
    }

    public void Fill(IReadOnlyList<Point[]> contours, Color color, double opacity = 1)
    {
        _mask.Fill([.. contours.Select(Scaled)]);
        Paint(color, opacity);
    }

    public void Stroke(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1)
    {
        foreach (Point[] piece in dashes is null ? [points] : Dashes.Cut(points, dashes))
        {
            _mask.Stroke(Scaled(piece), width * scale / 2);
        }

        Paint(color, opacity);
    }

    public void Text(string text, Point at, double anchor, double size, Color color, Point direction)
    {
        var line = new MathText(text);
        (double em, Point up) = (size * scale, new Point(direction.Y, -direction.X));
        Point start = at * scale - direction * (anchor * line.Width * em);
        // The baseline of level text sits on a pixel boundary, so that its horizontals are equally sharp in every line.
        Point origin = direction.Y == 0 ? start with { Y = Math.Floor(start.Y + 0.5) } : start;
        foreach (Placed glyph in line.Glyphs)
        {
            // A script's pen is a little heavier than its scale says: the eye sees even weight.
            double radius = em * Typeface.Weight / 2 * (glyph.Scale + (1 - glyph.Scale) * 0.35);
            foreach (Point[] stroke in MathText.Strokes(glyph))
            {
                Point[] pixels = Array.ConvertAll(stroke, p => origin + direction * (em * p.X) + up * (em * p.Y));
                _mask.Stroke(pixels, stroke.Length == 1 ? radius * 1.3 : radius);
            }
        }

        Paint(color, 1);
    }

    /// <summary>Blends a colour through the mask and clears it. Coverage has 16 levels: the eye sees no more on an edge, and the file stays small.</summary>
    private void Paint(Color color, double opacity)
    {
        for (int y = _mask.Touched.Top; y < _mask.Touched.Bottom; y++)
        {
            Span<byte> covered = _mask.Row(y);
            Span<uint> pixels = Pixels.AsSpan(y * Width + _mask.Touched.Left, covered.Length);
            for (int x = 0; covered[x..].IndexOfAnyExcept((byte)0) is >= 0 and var skip; x++)
            {
                x += skip;
                pixels[x] = Blend(pixels[x], color, ((covered[x] + 8) >> 4) * 16 * opacity);
            }

            covered.Clear();
        }

        _mask.Clean();
    }

    private void Block(PixelBox box, Color color, double opacity)
    {
        PixelBox within = box.Within(_mask.Bounds);
        for (int y = within.Top; y < within.Bottom && within.Left < within.Right; y++)
        {
            Span<uint> row = Pixels.AsSpan(y * Width + within.Left, within.Right - within.Left);
            if (opacity == 1)
            {
                row.Fill(Blend(0, color, 256));
                continue;
            }

            foreach (ref uint pixel in row)
            {
                pixel = Blend(pixel, color, opacity * 256);
            }
        }
    }

    private Point[] Scaled(Point[] points) => Array.ConvertAll(points, p => p * scale);

    private PixelBox Snapped(Rect area) => new(Snapped(area.X, Width), Snapped(area.Y, Height), Snapped(area.Right, Width), Snapped(area.Bottom, Height));

    private int Snapped(double value, int limit) => (int)Math.Clamp(Math.Floor(value * scale + 0.5), 0, limit);

    /// <summary>Mixes 0 … 256 parts of the colour, rounded, into a pixel.</summary>
    private static uint Blend(uint pixel, Color color, double parts)
    {
        int whole = (int)(parts + 0.5);
        int Mixed(int from, int to) => from + (((to - from) * whole + 128) >> 8);
        uint Channel(int shift, int to) => (uint)Mixed((int)(pixel >> shift & 255), to) << shift;
        return Channel(16, color.R) | Channel(8, color.G) | Channel(0, color.B);
    }
}
