namespace Reference.Plotting.Drawing;

/// <summary>A point; on a canvas y runs downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    public static Point Min(Point a, Point b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y));

    public static Point Max(Point a, Point b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>False where an axis has no place for a value.</summary>
    public bool Exists => !double.IsNaN(X + Y);
}

/// <summary>An upright rectangle, its top left corner first.</summary>
internal readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Point Centre => new(X + Width / 2, Y + Height / 2);

    /// <summary>The corners in the order in which a pen would follow them.</summary>
    public Point[] Corners => [new(X, Y), new(Right, Y), new(Right, Bottom), new(X, Bottom)];

    public Rect Inset(double left, double top, double right, double bottom) =>
        new(X + left, Y + top, Math.Max(1, Width - left - right), Math.Max(1, Height - top - bottom));

    public Rect Grown(double by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    public bool Overlaps(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Point p) => p.X >= X && p.X <= Right && p.Y >= Y && p.Y <= Bottom;

    /// <summary>The place in the rectangle that is nearest to a point.</summary>
    public Point Nearest(Point p) => new(Math.Clamp(p.X, X, Right), Math.Clamp(p.Y, Y, Bottom));
}
