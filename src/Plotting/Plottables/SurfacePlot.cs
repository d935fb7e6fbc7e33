using System.Numerics;
using Point = (double X, double Y, double Z);

namespace Reference.Plotting.Plottables;

/// <summary>A surface in perspective: box and floor, then quadrilaterals from far to near, so that near ones hide far
/// ones.</summary>
internal sealed class SurfacePlot(Surface surface, PanelPlot panel, Color color) : Drawn(panel)
{
    private const double Distance = 4.2, BoxHeight = 0.75;
    private readonly (double Sin, double Cos) _turn = Math.SinCos(surface.Azimuth * Math.PI / 180);
    private readonly (double Sin, double Cos) _tilt = Math.SinCos(surface.Elevation * Math.PI / 180);
    private readonly (double Low, double High) _heights = surface.Heights;
    private readonly Tick[] _x = Ticks(surface.XRange, 4), _y = Ticks(surface.YRange, 4);
    private readonly Tick[] _z = Ticks(surface.Heights, 4);
    private double _scale = 1;
    private Vector2 _origin;

    protected override void Draw(SKCanvas canvas)
    {
        (double low, double high) = _heights;
        ((double x0, double x1), (double y0, double y1)) = (surface.XRange, surface.YRange);
        Point[] floor = [(x0, y0, low), (x1, y0, low), (x1, y1, low), (x0, y1, low)];
        Fit([.. floor, .. floor.Select(corner => corner with { Z = high })]);
        // Walls stand behind the far corner of the floor.
        int far = Array.IndexOf(floor, floor.MaxBy(corner => Seen(corner).Depth));
        Point Corner(int i, double z) => floor[(far + i) % 4] with { Z = z };
        using SKPaint grid = Theme.Pen(Theme.Grid, 1), edge = Theme.Pen(Theme.LightFrame, 1);
        void Fold(Func<Point, Point> move) =>
            Join(canvas, grid, move(Corner(2, low)), move(Corner(0, low)), move(Corner(0, high)));
        Array.ForEach(_z, z => Join(canvas, grid, Corner(3, z.Value), Corner(0, z.Value), Corner(1, z.Value)));
        Array.ForEach(_x, x => Fold(point => point with { X = x.Value }));
        Array.ForEach(_y, y => Fold(point => point with { Y = y.Value }));
        Join(canvas, edge, Corner(1, low), Corner(1, high), Corner(0, high), Corner(3, high), Corner(3, low),
            Corner(2, low), Corner(1, low), Corner(0, low), Corner(0, high));
        Join(canvas, edge, Corner(0, low), Corner(3, low));
        DrawFloor(canvas, surface.Floor ? Ticks(_heights, 12) : []);
        DrawFaces(canvas);
        DrawPoints(canvas);
        DrawTicks(canvas, Corner(1, low), Corner(2, low), Corner(3, low));
    }

    /// <summary>The place of a point on the canvas, and its distance from the viewer.</summary>
    private (SKPoint At, double Depth) Seen(Point point)
    {
        static double Centred(double value, (double Low, double High) range) =>
            (value - range.Low) / (range.High - range.Low) * 2 - 1;
        (double u, double v) = (Centred(point.X, surface.XRange), Centred(point.Y, surface.YRange));
        double w = Centred(point.Z, _heights) * BoxHeight;
        (double right, double away) = (u * _turn.Cos - v * _turn.Sin, u * _turn.Sin + v * _turn.Cos);
        (double up, double depth) = (w * _tilt.Cos + away * _tilt.Sin, away * _tilt.Cos - w * _tilt.Sin);
        double near = _scale * Distance / (Distance + depth);
        return (_origin + new Vector2((float)(right * near), (float)(-up * near)), depth);
    }

    /// <summary>Fits the box into the frame, with room for numbers and labels left, right and below.</summary>
    private void Fit(Point[] corners)
    {
        SKPoint[] seen = [.. corners.Select(corner => Seen(corner).At)];
        SKRect box = new(seen.Min(p => p.X), seen.Min(p => p.Y), seen.Max(p => p.X), seen.Max(p => p.Y));
        _scale = Math.Max(1, Math.Min((Area.Width - 110) / box.Width, (Area.Height - 60) / box.Height));
        _origin = new Vector2(Area.MidX + 10, Area.MidY - 18) - (float)_scale * new Vector2(box.MidX, box.MidY);
    }

    private void Join(SKCanvas canvas, SKPaint pen, params Point[] points) =>
        canvas.Stroke([.. points.Select(point => Seen(point).At)], pen);

    private Color ColorOf(double height) =>
        surface.Map.At((height - _heights.Low) / (_heights.High - _heights.Low));

    private static Tick[] Ticks((double Low, double High) range, int most) =>
        [.. TickMarks.Linear(range.Low, range.High, most).Major];

    private void DrawFloor(SKCanvas canvas, Tick[] levels)
    {
        var mesh = new Mesh(surface.Values, (row, column) =>
            Seen((surface.X(column), surface.Y(row), _heights.Low)).At);
        foreach (Tick level in levels)
        {
            using SKPaint pen = Theme.Pen(ColorOf(level.Value), 1.2, 0.8);
            Array.ForEach([.. mesh.Lines(level.Value)], line => canvas.Stroke(line, pen));
        }
    }

    private void DrawFaces(SKCanvas canvas)
    {
        Point At(int row, int column) => (surface.X(column), surface.Y(row), surface[row, column]);
        var faces =
            from row in Enumerable.Range(0, surface.Rows - 1)
            from column in Enumerable.Range(0, surface.Columns - 1)
            let face = (Point[])[At(row, column), At(row, column + 1), At(row + 1, column + 1), At(row + 1, column)]
            where face.All(p => double.IsFinite(p.Z))
            let seen = Array.ConvertAll(face, Seen)
            orderby seen.Average(corner => corner.Depth) descending
            select (ColorOf(face.Average(p => p.Z)), Array.ConvertAll(seen, corner => corner.At));
        foreach ((Color ink, SKPoint[] corners) in faces)
        {
            using SKPaint fill = Theme.Fill(ink, surface.Opacity),
                line = Theme.Pen(ink.Towards(Palette.Black, 0.15), 0.4, surface.Opacity);
            canvas.Fill([corners], fill);
            canvas.Stroke([.. corners, corners[0]], line);
        }
    }

    private void DrawPoints(SKCanvas canvas)
    {
        using SKPaint pen = Theme.Pen(color, 2.2), thin = Theme.Pen(Theme.Frame, 1), dot = Theme.Fill(color),
            white = Theme.Pen(Palette.White, 1);
        Join(canvas, pen, [.. surface.Path]);
        Array.ForEach([.. surface.Points], point => Join(canvas, thin, point, point with { Z = HeightAt(point) }));
        foreach ((SKPoint at, _) in surface.Path.Concat(surface.Points).Select(Seen).OrderByDescending(p => p.Depth))
        {
            canvas.DrawCircle(at, 3, dot);
            canvas.DrawCircle(at, 3, white);
        }
    }

    /// <summary>The surface's height at a point, between grid points linear in x and y.</summary>
    private double HeightAt(Point point) => Interpolation.At(surface.Values,
        (point.Y - surface.Y(0)) / (surface.Y(1) - surface.Y(0)),
        (point.X - surface.X(0)) / (surface.X(1) - surface.X(0)));

    /// <summary>Numbers and labels along the two near edges of the floor and the outer upright edge.</summary>
    private void DrawTicks(SKCanvas canvas, Point one, Point near, Point other)
    {
        double low = _heights.Low;
        Vector2 middle = Seen(((one.X + other.X) / 2, (one.Y + other.Y) / 2, low)).At;
        foreach (bool alongX in new[] { true, false })
        {
            SKPoint Edge(double value) => Seen(alongX ? (value, near.Y, low) : (near.X, value, low)).At;
            (double from, double to) = alongX ? surface.XRange : surface.YRange;
            (Vector2 a, Vector2 b) = (Edge(from), Edge(to));
            Vector2 away = Vector2.Normalize(new Vector2(b.Y - a.Y, a.X - b.X));
            away = Vector2.Dot(middle - a, away) > 0 ? -away : away;
            void Write(string text, Vector2 at, float distance, float size) => canvas.Write(text,
                at + distance * away, 0.5f - away.X / 2, 0.5f - away.Y / 2, size);
            // None at the corners, where those of two edges meet.
            bool Inside(Tick tick) => Math.Abs(tick.Value - (from + to) / 2) < 0.46 * (to - from);
            Array.ForEach(Array.FindAll(alongX ? _x : _y, Inside),
                tick => Write(tick.Label, Edge(tick.Value), 8, Theme.TickSize));
            Write((alongX ? Panel.X : Panel.Y).Axis.Label, (a + b) / 2, 34, Theme.LabelSize);
        }

        Point left = Seen(one).At.X < Seen(other).At.X ? one : other;
        SKPoint half = Seen(left with { Z = (low + _heights.High) / 2 }).At;
        SKPoint Beside(Tick tick) => Seen(left with { Z = tick.Value }).At - new SKSize(8, 0);
        Array.ForEach(_z, tick => canvas.Write(tick.Label, Beside(tick), 1, 0.5f, Theme.TickSize));
        float outermost = _z.Select(tick => Beside(tick).X - MathText.Width(tick.Label, Theme.TickSize))
            .Append(half.X).Min();
        canvas.Write(surface.Height, new(outermost - 14, half.Y), 0.5f, 0.5f, Theme.LabelSize, angle: -90);
    }
}
