using Reference.Plotting.Drawing;
using Reference.Plotting.Typography;

namespace Reference.Plotting.Raster;

/// <summary>A canvas of pixels, 0xRRGGBB. Each shape is first a mask of coverage, then blended in its colour.</summary>
internal sealed class Bitmap : ICanvas
{
    private readonly double _scale;
    private readonly Coverage _mask;
    private Rect? _clip;

    public Bitmap(int width, int height, double scale)
    {
        (Width, Height, _scale) = (width, height, scale);
        Pixels = GC.AllocateUninitializedArray<uint>(width * height);
        Array.Fill(Pixels, 0xFFFFFFu);
        _mask = new Coverage(width, height);
    }

    public int Width { get; }

    public int Height { get; }

    public uint[] Pixels { get; }

    public void Clip(Rect? area)
    {
        _clip = area;
        _mask.Bounds = area is { } a
            ? (Snap(a.X, Width), Snap(a.Y, Height), Snap(a.Right, Width), Snap(a.Bottom, Height))
            : (0, 0, Width, Height);
    }

    public void Rectangle(Rect area, Color color, double opacity = 1)
    {
        (int left, int top, int right, int bottom) = _mask.Bounds;
        (int x0, int y0) = (Snap(area.X, Width), Snap(area.Y, Height));
        // However thin, a rectangle shows as one pixel.
        (int x1, int y1) = (Math.Max(x0 + 1, Snap(area.Right, Width)), Math.Max(y0 + 1, Snap(area.Bottom, Height)));
        (x0, x1, y0, y1) = (Math.Max(x0, left), Math.Min(x1, right), Math.Max(y0, top), Math.Min(y1, bottom));
        int alpha = (int)(opacity * 256 + 0.5);
        for (int y = y0; y < y1 && x0 < x1; y++)
        {
            Span<uint> row = Pixels.AsSpan(y * Width + x0, x1 - x0);
            if (alpha == 256)
            {
                row.Fill(Packed(color));
            }
            else
            {
                foreach (ref uint pixel in row)
                {
                    pixel = Blend(pixel, color, alpha);
                }
            }
        }
    }

    public void Fill(IReadOnlyList<Point[]> contours, Color color, double opacity = 1)
    {
        _mask.Fill([.. contours.Select(contour => Array.ConvertAll(contour, p => p * _scale))]);
        Paint(color, opacity);
    }

    public void Stroke(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1)
    {
        Point[] pixels = Array.ConvertAll(points, p => p * _scale);
        foreach (Point[] piece in dashes is null ? [pixels] : Dashes.Cut(pixels, Array.ConvertAll(dashes, length => length * _scale)))
        {
            _mask.Stroke(piece, width * _scale / 2);
        }

        Paint(color, opacity);
    }

    public void Text(string text, Point at, double anchor, double size, Color color, Point direction)
    {
        var line = new MathText(text);
        double em = size * _scale;
        Point origin = at * _scale - direction * (anchor * line.Width * em);
        if (direction.Y == 0)
        {
            // The baseline of level text sits on a pixel boundary, so that its horizontals are equally sharp in every line.
            origin = new Point(origin.X, Math.Floor(origin.Y + 0.5));
        }

        foreach (Placed glyph in line.Glyphs)
        {
            // A script's pen is a little heavier than its scale says: the eye sees even weight.
            double radius = em * Typeface.Weight / 2 * (glyph.Scale + (1 - glyph.Scale) * 0.35);
            foreach (Point[] stroke in MathText.Strokes(glyph))
            {
                _mask.Stroke(
                    Array.ConvertAll(stroke, p => origin + direction * (em * p.X) + new Point(direction.Y, -direction.X) * (em * p.Y)),
                    stroke.Length == 1 ? radius * 1.3 : radius);
            }
        }

        Paint(color, 1);
    }

    public void Cells(Rect area, Color?[,] cells, double opacity)
    {
        (int rows, int columns) = (cells.GetLength(0), cells.GetLength(1));
        (int left, int top, int right, int bottom) = _mask.Bounds;
        (int x0, int y0, int x1, int y1) = (Snap(area.X, Width), Snap(area.Y, Height), Snap(area.Right, Width), Snap(area.Bottom, Height));
        int alpha = (int)(opacity * 256 + 0.5);
        for (int y = Math.Max(y0, top); y < Math.Min(y1, bottom); y++)
        {
            int row = (int)((long)(y - y0) * rows / (y1 - y0));
            for (int x = Math.Max(x0, left); x < Math.Min(x1, right); x++)
            {
                if (cells[row, (int)((long)(x - x0) * columns / (x1 - x0))] is { } color)
                {
                    ref uint pixel = ref Pixels[y * Width + x];
                    pixel = Blend(pixel, color, alpha);
                }
            }
        }
    }

    /// <summary>Blends a colour through the mask and clears it. Coverage has 16 levels: the eye sees no more on an edge, and the file stays small.</summary>
    private void Paint(Color color, double opacity)
    {
        Span<int> alphas = stackalloc int[17];
        for (int level = 0; level <= 16; level++)
        {
            alphas[level] = (int)(level * 16 * opacity + 0.5);
        }

        for (int y = _mask.DirtyTop; y < _mask.DirtyBottom; y++)
        {
            Span<byte> row = _mask.Row(y);
            for (int x = row.IndexOfAnyExcept((byte)0); x >= 0 && x < row.Length; x++)
            {
                if (row[x] == 0)
                {
                    int skip = row[x..].IndexOfAnyExcept((byte)0);
                    if (skip < 0)
                    {
                        break;
                    }

                    x += skip;
                }

                ref uint pixel = ref Pixels[y * Width + _mask.DirtyLeft + x];
                pixel = Blend(pixel, color, alphas[(row[x] + 8) >> 4]);
            }

            row.Clear();
        }

        _mask.Clean();
    }

    private int Snap(double value, int limit) => (int)Math.Clamp(Math.Floor(value * _scale + 0.5), 0, limit);

    private static uint Packed(Color color) => ((uint)color.R << 16) | ((uint)color.G << 8) | color.B;

    /// <summary>Mixes 0 … 256 parts of the colour into a pixel.</summary>
    private static uint Blend(uint pixel, Color color, int parts)
    {
        int Channel(int from, int to) => from + (((to - from) * parts + 128) >> 8);
        return ((uint)Channel((int)(pixel >> 16) & 255, color.R) << 16)
            | ((uint)Channel((int)(pixel >> 8) & 255, color.G) << 8)
            | (uint)Channel((int)pixel & 255, color.B);
    }
}
