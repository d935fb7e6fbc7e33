using Reference.Plotting.Drawing;

namespace Reference.Plotting.Raster;

/// <summary>
/// How much of each pixel a shape covers, 0–255. Only sums, products and square roots in a fixed order, all exactly rounded by IEEE 754: the
/// same everywhere.
/// </summary>
internal sealed class Coverage(int width, int height)
{
    private readonly byte[] _mask = new byte[width * height];
    private float[] _area = [];

    /// <summary>Nothing is covered outside.</summary>
    public PixelBox Bounds { get; set; } = new(0, 0, width, height);

    /// <summary>Nothing is covered outside of this part yet.</summary>
    public PixelBox Touched { get; private set; } = new(width, height, 0, 0);

    /// <summary>The touched part of a row.</summary>
    public Span<byte> Row(int y) => _mask.AsSpan(y * width + Touched.Left, Touched.Right - Touched.Left);

    public void Clean() => Touched = new PixelBox(width, height, 0, 0);

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
        var pen = new Point(reach, reach);
        PixelBox box = Touch(Point.Min(a, b) - pen, Point.Max(a, b) + pen);
        // Only the part of a row that a steep line can reach is looked at.
        double chord = reach * Math.Sqrt(length2) / Math.Abs(dy);
        (double slope, double half) = chord < box.Right - box.Left ? (dx / dy, chord) : (0, double.PositiveInfinity);
        for (int y = box.Top; y < box.Bottom; y++)
        {
            double py = y + 0.5 - a.Y, centre = a.X + py * slope;
            int to = (int)Math.Min(centre + half + 1.5, box.Right);
            for (int x = (int)Math.Max(centre - half - 0.5, box.Left); x < to; x++)
            {
                double px = x + 0.5 - a.X;
                double t = length2 == 0 ? 0 : Math.Clamp((px * dx + py * dy) / length2, 0, 1);
                double ex = px - t * dx, ey = py - t * dy, distance2 = ex * ex + ey * ey;
                if (distance2 < reach * reach)
                {
                    byte covered = (byte)(strength * Math.Min(1, reach - Math.Sqrt(distance2)) + 0.5);
                    _mask[y * width + x] = Math.Max(_mask[y * width + x], covered);
                }
            }
        }
    }

    /// <summary>Adds the area inside closed contours, to the exact fraction of each pixel.</summary>
    public void Fill(Point[][] contours)
    {
        (Point low, Point high) = (new(double.MaxValue, double.MaxValue), new(double.MinValue, double.MinValue));
        foreach (Point p in contours.SelectMany(contour => contour))
        {
            (low, high) = (Point.Min(low, p), Point.Max(high, p));
        }

        PixelBox box = Touch(low, high);
        (int columns, int rows) = (Math.Max(0, box.Right - box.Left), Math.Max(0, box.Bottom - box.Top));
        var corner = new Point(box.Left, box.Top);
        int stride = columns + 2;
        _area = _area.Length < stride * rows ? new float[stride * rows] : _area;
        foreach (Point[] contour in contours)
        {
            for (int i = 0; i < contour.Length; i++)
            {
                Edge(contour[i] - corner, contour[(i + 1) % contour.Length] - corner, columns, rows);
            }
        }

        for (int y = 0; y < rows; y++)
        {
            float sum = 0;
            Span<float> cells = _area.AsSpan(y * stride, stride);
            Span<byte> row = _mask.AsSpan((y + box.Top) * width + box.Left, columns);
            for (int x = 0; x < columns; x++)
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
    private void Edge(Point from, Point to, int columns, int rows)
    {
        (Point a, Point b, double sign) = from.Y < to.Y ? (from, to, 1) : (to, from, -1);
        double slope = (b.X - a.X) / (b.Y - a.Y);
        for (int y = (int)Math.Max(0, Math.Floor(a.Y)); y < Math.Min(rows, b.Y) && a.Y < b.Y; y++)
        {
            double top = Math.Max(y, a.Y), bottom = Math.Min(y + 1, b.Y);
            double enters = Math.Clamp(a.X + (top - a.Y) * slope, 0, columns), leaves = Math.Clamp(a.X + (bottom - a.Y) * slope, 0, columns);
            // Upright edges lean by less than anyone sees, so that there is something to divide by.
            double left = Math.Min(enters, leaves), right = Math.Max(left + 1e-9, Math.Max(enters, leaves));
            // What lies right of the edge in a cell grows quadratically where the edge enters and leaves the row, linearly between.
            double before = 0, cover = sign * (bottom - top), perColumn = cover / (right - left);
            int at = y * (columns + 2);
            for (int x = (int)left; x <= (int)right; x++)
            {
                double start = Math.Max(x, left), end = Math.Min(x + 1, right), inside = perColumn * (end - start);
                double now = perColumn * (start - left) + inside * (x + 1 - (start + end) / 2);
                _area[at + x] += (float)(now - before);
                before = now;
            }

            _area[at + (int)right + 1] += (float)(cover - before);
        }
    }

    private PixelBox Touch(Point low, Point high)
    {
        static int Cell(double edge, int limit) => (int)Math.Clamp(Math.Floor(edge), 0, limit);
        var all = new PixelBox(Cell(low.X, width), Cell(low.Y, height), Cell(Math.Ceiling(high.X), width), Cell(Math.Ceiling(high.Y), height));
        PixelBox box = all.Within(Bounds);
        Touched = box.Left < box.Right && box.Top < box.Bottom ? Touched.With(box) : Touched;
        return box;
    }
}
