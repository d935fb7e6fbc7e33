namespace Reference.Plotting.Plottables;

/// <summary>A surface in perspective: box and floor, then quadrilaterals from far to near, so that near ones hide far
/// ones.</summary>
internal sealed class SurfacePlot(Surface surface, PanelPlot panel, Color color) : Drawn(panel, surface)
{
    private const double Distance = 4.2, BoxHeight = 0.75;
    private readonly (double Sin, double Cos) _turn = Math.SinCos(surface.Azimuth * Math.PI / 180);
    private readonly (double Sin, double Cos) _tilt = Math.SinCos(surface.Elevation * Math.PI / 180);
    private readonly TickMarks _x = TickMarks.Linear(surface.XRange.Low, surface.XRange.High, 4);
    private readonly TickMarks _y = TickMarks.Linear(surface.YRange.Low, surface.YRange.High, 4);
    private readonly TickMarks _z = TickMarks.Linear(surface.Heights.Low, surface.Heights.High, 4);

    private double _scale;
    private double _left;
    private double _top;

    protected override void Draw(SKCanvas canvas)
    {
        Fit();
        (double low, double high) = surface.Heights;
        (double x0, double x1) = surface.XRange;
        (double y0, double y1) = surface.YRange;
        // The far corner of the floor: walls stand behind it.
        (double X, double Y)[] corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)];
        int far = Enumerable.Range(0, 4).MaxBy(i => Seen(corners[i].X, corners[i].Y, low).Depth);
        (double X, double Y) Corner(int i) => corners[(far + i) % 4];
        using SKPaint grid = Theme.Pen(Theme.Grid, 1), edge = Theme.Pen(Theme.LightFrame, 1);
        foreach (Tick tick in _z.Major)
        {
            Segments(canvas, grid, [(Corner(3), tick.Value), (Corner(0), tick.Value), (Corner(1), tick.Value)]);
        }

        foreach ((TickMarks marks, bool alongX) in new[] { (_x, true), (_y, false) })
        {
            foreach (Tick tick in marks.Major)
            {
                (double, double) Near((double X, double Y) corner) =>
                    alongX ? (tick.Value, corner.Y) : (corner.X, tick.Value);
                Segments(canvas, grid, [(Near(Corner(2)), low), (Near(Corner(0)), low), (Near(Corner(0)), high)]);
            }
        }

        foreach (double z in new[] { low, high })
        {
            Segments(canvas, edge, [(Corner(1), z), (Corner(0), z), (Corner(3), z)]);
        }

        foreach (int wall in new[] { 0, 1, 3 })
        {
            Segments(canvas, edge, [(Corner(wall), low), (Corner(wall), high)]);
        }

        Segments(canvas, edge, [(Corner(1), low), (Corner(2), low), (Corner(3), low)]);
        if (surface.Floor)
        {
            DrawFloor(canvas, low);
        }

        DrawFaces(canvas, low, high);
        DrawLines(canvas);
        DrawTicks(canvas, Corner(1), Corner(2), Corner(3), low);
    }

    /// <summary>The place of a point on the canvas, and its distance from the viewer.</summary>
    private (SKPoint At, double Depth) Seen(double x, double y, double z)
    {
        static double Centred(double value, (double Low, double High) range) =>
            (value - range.Low) / (range.High - range.Low) * 2 - 1;
        (double right, double up, double depth) =
            Project(Centred(x, surface.XRange), Centred(y, surface.YRange), Centred(z, surface.Heights) * BoxHeight);
        return (new SKPoint((float)(_left + right * _scale), (float)(_top - up * _scale)), depth);
    }

    private (double Right, double Up, double Depth) Project(double u, double v, double w)
    {
        (double right, double away) = (u * _turn.Cos - v * _turn.Sin, u * _turn.Sin + v * _turn.Cos);
        (double up, double depth) = (w * _tilt.Cos + away * _tilt.Sin, away * _tilt.Cos - w * _tilt.Sin);
        double near = Distance / (Distance + depth);
        return (right * near, up * near, depth);
    }

    /// <summary>Fits the box into the frame, with room for numbers and labels left, right and below.</summary>
    private void Fit()
    {
        (double Right, double Up, double)[] corners = [..
            from u in (int[])[-1, 1] from v in (int[])[-1, 1] from w in (double[])[-BoxHeight,
                BoxHeight] select Project(u, v, w)];
        double Span(Func<(double Right, double Up, double), double> side) => corners.Max(side) - corners.Min(side);
        (double width, double height) = (Span(corner => corner.Right), Span(corner => corner.Up));
        _scale = Math.Max(1, Math.Min((Area.Width - 110) / width, (Area.Height - 60) / height));
        _left = Area.MidX + 10 - (corners.Max(c => c.Right) + corners.Min(c => c.Right)) / 2 * _scale;
        _top = Area.MidY - 18 + (corners.Max(c => c.Up) + corners.Min(c => c.Up)) / 2 * _scale;
    }

    private double X(int column) =>
        surface.XRange.Low + (surface.XRange.High - surface.XRange.Low) * column / (surface.Columns - 1);

    private double Y(int row) =>
        surface.YRange.Low + (surface.YRange.High - surface.YRange.Low) * row / (surface.Rows - 1);

    private void Segments(SKCanvas canvas, SKPaint pen, ((double X, double Y) At, double Z)[] points) =>
        canvas.Stroke([.. points.Select(p => Seen(p.At.X, p.At.Y, p.Z).At)], pen);

    private void DrawFloor(SKCanvas canvas, double low)
    {
        (double least, double most) = surface.Heights;
        var mesh = new Mesh(surface.Values, (row, column) => Seen(X(column), Y(row), low).At);
        foreach (Tick level in TickMarks.Linear(least, most, 12).Major)
        {
            using SKPaint pen = Theme.Pen(surface.Map.At((level.Value - least) / (most - least)), 1.2, opacity: 0.8);
            foreach (SKPoint[] line in mesh.Lines(level.Value))
            {
                canvas.Stroke(line, pen);
            }
        }
    }

    private void DrawFaces(SKCanvas canvas, double low, double high)
    {
        var faces = new List<(double Depth, SKPoint[] Corners, double Height)>();
        for (int cell = 0; cell < (surface.Rows - 1) * (surface.Columns - 1); cell++)
        {
            (int row, int column) = (cell / (surface.Columns - 1), cell % (surface.Columns - 1));
            (int Row, int Column)[] around = [(row, column), (row, column + 1), (row + 1, column + 1),
                (row + 1, column)];
            double[] heights = [.. around.Select(at => surface[at.Row, at.Column])];
            if (heights.All(double.IsFinite) && heights.Any(h => h <= high) && heights.Any(h => h >= low))
            {
                (SKPoint At, double Depth)[] seen =
                    [.. around.Zip(heights, (at, h) => Seen(X(at.Column), Y(at.Row), Math.Clamp(h, low, high)))];
                faces.Add((seen.Average(s => s.Depth), [.. seen.Select(s => s.At)], heights.Average()));
            }
        }

        foreach ((_, SKPoint[] corners, double height) in faces.OrderByDescending(face => face.Depth))
        {
            Color ink = surface.Map.At((Math.Clamp(height, low, high) - low) / (high - low));
            using SKPaint fill = Theme.Fill(ink, surface.Opacity),
                line = Theme.Pen(ink.Towards(Palette.Black, 0.15), 0.4, opacity: surface.Opacity);
            canvas.Fill([corners], fill);
            canvas.Stroke([.. corners, corners[0]], line);
        }
    }

    private void DrawLines(SKCanvas canvas)
    {
        using SKPaint pen = Theme.Pen(color, 2.2), thin = Theme.Pen(Theme.Frame, 1), dot = Theme.Fill(color),
            white = Theme.Pen(Palette.White, 1);
        if (surface.Path.Count > 1)
        {
            canvas.Stroke([.. surface.Path.Select(p => Seen(p.X, p.Y, p.Z).At)], pen);
        }

        foreach ((double x, double y, double z) in surface.Points)
        {
            canvas.Stroke([Seen(x, y, z).At, Seen(x, y, On(x, y)).At], thin);
        }

        foreach ((double x, double y, double z) in surface.Path.Concat(surface.Points)
            .OrderByDescending(p => Seen(p.X, p.Y, p.Z).Depth))
        {
            canvas.DrawCircle(Seen(x, y, z).At, surface.Points.Count > 0 ? 4 : 3, dot);
            canvas.DrawCircle(Seen(x, y, z).At, surface.Points.Count > 0 ? 4 : 3, white);
        }
    }

    /// <summary>The surface's height at a point, between grid points linear in x and y.</summary>
    private double On(double x, double y)
    {
        double column = Math.Clamp((x - X(0)) / (X(1) - X(0)), 0, surface.Columns - 1);
        double row = Math.Clamp((y - Y(0)) / (Y(1) - Y(0)), 0, surface.Rows - 1);
        (int j, int i) = (Math.Min((int)column, surface.Columns - 2), Math.Min((int)row, surface.Rows - 2));
        double low = surface[i, j] + (surface[i, j + 1] - surface[i, j]) * (column - j);
        return low + (surface[i + 1, j] + (surface[i + 1, j + 1] - surface[i + 1, j]) * (column - j) - low) * (row
            - i);
    }

    /// <summary>Numbers and labels along the two near edges of the floor and the outer upright edge.</summary>
    private void DrawTicks(SKCanvas canvas, (double X, double Y) one, (double X, double Y) near,
        (double X, double Y) other, double low)
    {
        SKPoint middle = Seen((surface.XRange.Low + surface.XRange.High) / 2,
            (surface.YRange.Low + surface.YRange.High) / 2, low).At;
        foreach ((double X, double Y) end in new[] { one, other })
        {
            bool alongX = end.X != near.X;
            SKPoint Edge(double value) => (alongX ? Seen(value, near.Y, low) : Seen(near.X, value, low)).At;
            SKPoint a = Edge(alongX ? surface.XRange.Low : surface.YRange.Low),
                b = Edge(alongX ? surface.XRange.High : surface.YRange.High);
            SKPoint away = Outwards(a, b, middle);
            // None at the corners, where those of two edges meet.
            (double start, double stop) = alongX ? surface.XRange : surface.YRange;
            double corner = (stop - start) * 0.04;
            foreach (Tick tick in (alongX ? _x : _y).Major.Where(tick =>
                tick.Value > start + corner && tick.Value < stop - corner))
            {
                canvas.Write(tick.Label, Edge(tick.Value) + Scaled(away, 8), 0.5f - away.X / 2, 0.5f - away.Y / 2,
                    Theme.TickSize, Theme.Text);
            }

            canvas.Write(
                (alongX ? Panel.X : Panel.Y).Axis.Label,
                    new SKPoint((a.X + b.X) / 2, (a.Y + b.Y) / 2) + Scaled(away, 34),
                0.5f - away.X / 2, 0.5f - away.Y / 2, Theme.LabelSize, Theme.Text);
        }

        (double X, double Y) left = Seen(one.X, one.Y, low).At.X < Seen(other.X, other.Y, low).At.X ? one : other;
        foreach (Tick tick in _z.Major)
        {
            canvas.Write(tick.Label, Seen(left.X, left.Y, tick.Value).At + new SKPoint(-8, 0), 1, 0.5f,
                Theme.TickSize, Theme.Text);
        }

        float widest = _z.Major.Select(tick => MathText.Width(tick.Label, Theme.TickSize)).DefaultIfEmpty(0).Max();
        SKPoint foot = Seen(left.X, left.Y, low).At, head = Seen(left.X, left.Y, surface.Heights.High).At;
        canvas.Write(surface.Height, new((foot.X + head.X) / 2 - 22 - widest, (foot.Y + head.Y) / 2), 0.5f, 0.5f,
            Theme.LabelSize, Theme.Text, -90);
    }

    private static SKPoint Scaled(SKPoint p, float by) => new(p.X * by, p.Y * by);

    /// <summary>The direction away from a line on the other side of a point.</summary>
    private static SKPoint Outwards(SKPoint a, SKPoint b, SKPoint inside)
    {
        float length = SKPoint.Distance(a, b);
        SKPoint normal = new((b.Y - a.Y) / length, -(b.X - a.X) / length);
        return (inside.X - a.X) * normal.X + (inside.Y - a.Y) * normal.Y > 0 ? Scaled(normal, -1) : normal;
    }
}
