using System.Numerics;
using Point = (double X, double Y, double Z);

namespace Reference.Plotting.Plottables;

/// <summary>A surface in perspective: box and floor, then quadrilaterals from far to near, so that near ones hide far
/// ones.</summary>
internal sealed class SurfacePlot(Surface surface, PanelPlot panel, Color color) : Drawn(panel, surface)
{
    private const double Distance = 4.2, BoxHeight = 0.75;
    private readonly (double Sin, double Cos) _turn = Math.SinCos(surface.Azimuth * Math.PI / 180);
    private readonly (double Sin, double Cos) _tilt = Math.SinCos(surface.Elevation * Math.PI / 180);
    private readonly (double Low, double High) _heights = surface.Heights;
    private readonly IReadOnlyList<Tick> _x = TickMarks.Linear(surface.XRange.Low, surface.XRange.High, 4).Major;
    private readonly IReadOnlyList<Tick> _y = TickMarks.Linear(surface.YRange.Low, surface.YRange.High, 4).Major;
    private readonly IReadOnlyList<Tick> _z = TickMarks.Linear(surface.Heights.Low, surface.Heights.High, 4).Major;
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
        foreach (double z in _z.Select(tick => tick.Value))
        {
            Join(canvas, grid, Corner(3, z), Corner(0, z), Corner(1, z));
        }

        foreach (Func<Point, Point> move in (Func<Point, Point>[])[
            .. _x.Select<Tick, Func<Point, Point>>(tick => point => point with { X = tick.Value }),
            .. _y.Select<Tick, Func<Point, Point>>(tick => point => point with { Y = tick.Value })])
        {
            Join(canvas, grid, move(Corner(2, low)), move(Corner(0, low)), move(Corner(0, high)));
        }

        Join(canvas, edge, Corner(1, low), Corner(1, high), Corner(0, high), Corner(3, high), Corner(3, low),
            Corner(2, low), Corner(1, low), Corner(0, low), Corner(0, high));
        Join(canvas, edge, Corner(0, low), Corner(3, low));
        if (surface.Floor)
        {
            DrawFloor(canvas);
        }

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

    private void DrawFloor(SKCanvas canvas)
    {
        var mesh = new Mesh(surface.Values, (row, column) =>
            Seen((surface.X(column), surface.Y(row), _heights.Low)).At);
        foreach (double level in TickMarks.Linear(_heights.Low, _heights.High, 12).Major.Select(tick => tick.Value))
        {
            using SKPaint pen = Theme.Pen(ColorOf(level), 1.2, 0.8);
            Array.ForEach([.. mesh.Lines(level)], line => canvas.Stroke(line, pen));
        }
    }

    private void DrawFaces(SKCanvas canvas)
    {
        Point At(int row, int column) => (surface.X(column), surface.Y(row), surface[row, column]);
        Point[][] faces =
        [
            .. from row in Enumerable.Range(0, surface.Rows - 1)
            from column in Enumerable.Range(0, surface.Columns - 1)
            select (Point[])[At(row, column), At(row, column + 1), At(row + 1, column + 1), At(row + 1, column)],
        ];
        foreach ((Point[] face, (SKPoint At, double Depth)[] seen) in faces
            .Where(face => face.All(p => double.IsFinite(p.Z)))
            .Select(face => (face, Array.ConvertAll(face, Seen)))
            .OrderByDescending(face => face.Item2.Average(corner => corner.Depth)))
        {
            Color ink = ColorOf(face.Average(p => p.Z));
            SKPoint[] corners = Array.ConvertAll(seen, corner => corner.At);
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
        foreach (Point point in surface.Points)
        {
            Join(canvas, thin, point, point with { Z = HeightAt(point) });
        }

        foreach ((SKPoint at, _) in surface.Path.Concat(surface.Points).Select(Seen).OrderByDescending(s => s.Depth))
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
        (double x, double y) = ((one.X + other.X) / 2, (one.Y + other.Y) / 2);
        foreach (bool alongX in new[] { one.X != near.X, other.X != near.X })
        {
            SKPoint Edge(double value) => Seen(alongX ? (value, near.Y, low) : (near.X, value, low)).At;
            (double from, double to) = alongX ? surface.XRange : surface.YRange;
            (Vector2 a, Vector2 b, Vector2 middle) = (Edge(from), Edge(to), Seen((x, y, low)).At);
            Vector2 away = Vector2.Normalize(new Vector2(b.Y - a.Y, a.X - b.X));
            away = Vector2.Dot(middle - a, away) > 0 ? -away : away;
            void Write(string text, Vector2 at, float distance, float size) => canvas.Write(text,
                at + distance * away, 0.5f - away.X / 2, 0.5f - away.Y / 2, size);
            // None at the corners, where those of two edges meet.
            foreach (Tick tick in (alongX ? _x : _y).Where(tick =>
                Math.Abs(tick.Value - (from + to) / 2) < 0.46 * (to - from)))
            {
                Write(tick.Label, Edge(tick.Value), 8, Theme.TickSize);
            }

            Write((alongX ? Panel.X : Panel.Y).Axis.Label, (a + b) / 2, 34, Theme.LabelSize);
        }

        Point left = Seen(one).At.X < Seen(other).At.X ? one : other;
        SKPoint half = Seen(left with { Z = (low + _heights.High) / 2 }).At;
        float outermost = half.X;
        foreach (Tick tick in _z)
        {
            SKPoint at = Seen(left with { Z = tick.Value }).At;
            canvas.Write(tick.Label, new(at.X - 8, at.Y), 1, 0.5f, Theme.TickSize);
            outermost = Math.Min(outermost, at.X - 8 - MathText.Width(tick.Label, Theme.TickSize));
        }

        canvas.Write(surface.Height, new(outermost - 14, half.Y), 0.5f, 0.5f, Theme.LabelSize, angle: -90);
    }
}
