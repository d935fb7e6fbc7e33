using Reference.Plotting.Drawing;

namespace Reference.Plotting.Raster;

/// <summary>
/// How much of each pixel a shape covers, 0–255. Only sums, products and square roots in a fixed order, all exactly rounded by IEEE 754: the
/// same everywhere.
/// </summary>
internal sealed class Coverage
{
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _mask;
    private float[] _area = [];

    public Coverage(int width, int height)
    {
        (_width, _height, _mask) = (width, height, new byte[width * height]);
        Bounds = (0, 0, width, height);
        Clean();
    }

    /// <summary>Nothing is covered outside: left, top, right (exclusive), bottom (exclusive).</summary>
    public (int Left, int Top, int Right, int Bottom) Bounds { get; set; }

    public int DirtyLeft { get; private set; }

    public int DirtyTop { get; private set; }

    public int DirtyRight { get; private set; }

    public int DirtyBottom { get; private set; }

    /// <summary>The touched part of a row.</summary>
    public Span<byte> Row(int y) => _mask.AsSpan(y * _width + DirtyLeft, DirtyRight - DirtyLeft);

    public void Clean() => (DirtyLeft, DirtyTop, DirtyRight, DirtyBottom) = (_width, _height, 0, 0);

    /// <summary>
    /// Adds a polyline with round joins and caps. A pixel's coverage is radius + ½ − distance to the nearest segment; the union of segments is
    /// their maximum, so joints never show.
    /// </summary>
    public void Stroke(Point[] points, double radius)
    {
        // Lines thinner than a pixel get paler in place of thinner.
        double strength = 255 * Math.Min(1, 2 * radius), reach = Math.Max(radius, 0.5) + 0.5;
        for (int i = 0; i < Math.Max(1, points.Length - 1); i++)
        {
            Segment(points[i], points[Math.Min(i + 1, points.Length - 1)], reach, strength);
        }
    }

    private void Segment(Point a, Point b, double reach, double strength)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y, length2 = dx * dx + dy * dy;
        (int left, int top, int right, int bottom) = Touch(
            Math.Min(a.X, b.X) - reach, Math.Min(a.Y, b.Y) - reach, Math.Max(a.X, b.X) + reach, Math.Max(a.Y, b.Y) + reach);
        double halfChord = dy == 0 ? double.PositiveInfinity : reach * Math.Sqrt(length2) / Math.Abs(dy);
        for (int y = top; y < bottom; y++)
        {
            double py = y + 0.5 - a.Y;
            (int from, int to) = (left, right);
            if (halfChord < right - left)
            {
                double centre = a.X + py * dx / dy;
                from = Math.Max(left, (int)Math.Max(centre - halfChord - 0.5, left));
                to = Math.Min(right, (int)Math.Min(centre + halfChord + 1.5, right));
            }

            for (int x = from; x < to; x++)
            {
                double px = x + 0.5 - a.X;
                double t = length2 == 0 ? 0 : Math.Clamp((px * dx + py * dy) / length2, 0, 1);
                double ex = px - t * dx, ey = py - t * dy, distance2 = ex * ex + ey * ey;
                if (distance2 < reach * reach)
                {
                    byte covered = (byte)(strength * Math.Min(1, reach - Math.Sqrt(distance2)) + 0.5);
                    ref byte at = ref _mask[y * _width + x];
                    at = Math.Max(at, covered);
                }
            }
        }
    }

    /// <summary>Adds the area inside closed contours, to the exact fraction of each pixel.</summary>
    public void Fill(Point[][] contours)
    {
        double minX = double.MaxValue, minY = double.MaxValue, maxX = double.MinValue, maxY = double.MinValue;
        foreach (Point[] contour in contours)
        {
            foreach (Point p in contour)
            {
                (minX, minY, maxX, maxY) = (Math.Min(minX, p.X), Math.Min(minY, p.Y), Math.Max(maxX, p.X), Math.Max(maxY, p.Y));
            }
        }

        (int left, int top, int right, int bottom) = Touch(minX, minY, maxX, maxY);
        int stride = right - left + 2, size = stride * Math.Max(0, bottom - top);
        if (right <= left || bottom <= top)
        {
            return;
        }

        if (_area.Length < size)
        {
            _area = new float[size];
        }

        foreach (Point[] contour in contours)
        {
            for (int i = 0; i < contour.Length; i++)
            {
                Point a = contour[i], b = contour[(i + 1) % contour.Length];
                Edge(a.X - left, a.Y - top, b.X - left, b.Y - top, right - left, bottom - top, stride);
            }
        }

        for (int y = 0; y < bottom - top; y++)
        {
            float sum = 0;
            Span<float> cells = _area.AsSpan(y * stride, stride);
            Span<byte> row = _mask.AsSpan((y + top) * _width + left, right - left);
            for (int x = 0; x < row.Length; x++)
            {
                sum += cells[x];
                row[x] = Math.Max(row[x], (byte)(Math.Min(Math.Abs(sum), 1f) * 255 + 0.5f));
            }

            cells.Clear();
        }
    }

    /// <summary>
    /// Leaves in each cell of a row the change of covered area that an edge causes there; the running sum along the row is then the coverage.
    /// </summary>
    private void Edge(double x0, double y0, double x1, double y1, int columns, int rows, int stride)
    {
        if (y0 == y1)
        {
            return;
        }

        double sign = y0 < y1 ? 1 : -1;
        (x0, y0, x1, y1) = y0 < y1 ? (x0, y0, x1, y1) : (x1, y1, x0, y0);
        double slope = (x1 - x0) / (y1 - y0);
        for (int y = (int)Math.Max(0, Math.Floor(y0)); y < Math.Min(rows, y1); y++)
        {
            double yFrom = Math.Max(y, y0), yTo = Math.Min(y + 1, y1);
            double xa = Math.Clamp(x0 + (yFrom - y0) * slope, 0, columns), xb = Math.Clamp(x0 + (yTo - y0) * slope, 0, columns);
            (double l, double r) = xa < xb ? (xa, xb) : (xb, xa);
            double cover = sign * (yTo - yFrom);
            int first = (int)l, last = (int)r, at = y * stride;
            if (first == last || r - l < 1e-9)
            {
                double beside = first + 1 - (l + r) / 2;
                _area[at + first] += (float)(cover * beside);
                _area[at + first + 1] += (float)(cover * (1 - beside));
                continue;
            }

            // A slanted edge across several cells: what lies right of it in cell x grows quadratically at both ends, linearly between.
            double before = 0, perColumn = cover / (r - l);
            for (int x = first; x <= last; x++)
            {
                double from = Math.Max(x, l), to = Math.Min(x + 1, r), inside = perColumn * (to - from);
                double now = perColumn * (from - l) + inside * (x + 1 - (from + to) / 2);
                _area[at + x] += (float)(now - before);
                before = now;
            }

            _area[at + last + 1] += (float)(cover - before);
        }
    }

    private (int Left, int Top, int Right, int Bottom) Touch(double x0, double y0, double x1, double y1)
    {
        int left = (int)Math.Clamp(Math.Floor(x0), Bounds.Left, Bounds.Right), right = (int)Math.Clamp(Math.Ceiling(x1), Bounds.Left, Bounds.Right);
        int top = (int)Math.Clamp(Math.Floor(y0), Bounds.Top, Bounds.Bottom), bottom = (int)Math.Clamp(Math.Ceiling(y1), Bounds.Top, Bounds.Bottom);
        if (left < right && top < bottom)
        {
            (DirtyLeft, DirtyTop) = (Math.Min(DirtyLeft, left), Math.Min(DirtyTop, top));
            (DirtyRight, DirtyBottom) = (Math.Max(DirtyRight, right), Math.Max(DirtyBottom, bottom));
        }

        return (left, top, right, bottom);
    }
}
