namespace Reference.Plotting.Drawing;

/// <summary>Series of points along x.</summary>
internal static class CurveDrawing
{
    public static void Draw(Line line, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(line);
        double[]? dashes = Ink.Dashes(line.Style, line.Width);
        foreach (Point[] run in Plot.Runs(Decimation.Thin(line.X, line.Y, plot.X, y)))
        {
            plot.Canvas.Stroke(line.Steps ? Staircase(run) : run, color, line.Width, dashes, line.Opacity);
        }
    }

    public static void Draw(Markers markers, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(markers);
        (double low, double high) = markers.Values is { } values ? (values.Where(double.IsFinite).Min(), values.Where(double.IsFinite).Max()) : (0, 1);
        var drawn = new HashSet<(int, int)>();
        double cells = 2.5 / Math.Max(1, markers.Size);
        for (int i = 0; i < markers.X.Length; i++)
        {
            var at = new Point(plot.X[markers.X[i]], y[markers.Y[i]]);
            Color own = markers.Values is { } v && double.IsFinite(v[i]) ? markers.Map.At(high > low ? (v[i] - low) / (high - low) : 0.5) : color;
            // Beyond some thousand, marks that lie within a fraction of their size hide each other.
            if (!double.IsNaN(at.X + at.Y) && (markers.X.Length < 4000 || drawn.Add(((int)(at.X * cells), (int)(at.Y * cells)))))
            {
                Mark(plot.Canvas, markers, at, own);
            }
        }
    }

    /// <summary>One mark of the series at a place.</summary>
    public static void Mark(ICanvas canvas, Markers markers, Point at, Color color)
    {
        double r = markers.Size / 2, pen = Math.Max(1, markers.Size / 5);
        Point P(double x, double y) => new(at.X + x * r, at.Y + y * r);
        if (markers.Shape is MarkerShape.Cross or MarkerShape.Plus)
        {
            double d = markers.Shape == MarkerShape.Cross ? 0.8 : 0;
            (Point, Point)[] strokes = d > 0 ? [(P(-d, -d), P(d, d)), (P(-d, d), P(d, -d))] : [(P(-1, 0), P(1, 0)), (P(0, -1), P(0, 1))];
            foreach ((Point from, Point to) in strokes)
            {
                canvas.Stroke([from, to], color, pen, null, markers.Opacity);
            }

            return;
        }

        Point[] outline = markers.Shape switch
        {
            MarkerShape.Square => [P(-0.88, -0.88), P(0.88, -0.88), P(0.88, 0.88), P(-0.88, 0.88)],
            MarkerShape.Triangle => [P(0, -1.1), P(1.05, 0.75), P(-1.05, 0.75)],
            MarkerShape.Diamond => [P(0, -1.15), P(1.15, 0), P(0, 1.15), P(-1.15, 0)],
            _ => Circle(at, r),
        };
        if (markers.Filled)
        {
            canvas.Fill([outline], color, markers.Opacity);
        }
        else
        {
            canvas.Stroke([.. outline, outline[0]], color, Math.Max(1, pen * 0.9), null, markers.Opacity);
        }
    }

    /// <summary>A circle as a polygon, its corners found by turning a vector: no sine needed.</summary>
    public static Point[] Circle(Point centre, double radius)
    {
        const double cos = 0.98078528040323044, sin = 0.19509032201612827;
        var points = new Point[32];
        var arm = new Point(radius, 0);
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = centre + arm;
            arm = new Point(arm.X * cos - arm.Y * sin, arm.X * sin + arm.Y * cos);
        }

        return points;
    }

    public static void Draw(Region region, Plot plot, Color color)
    {
        AxisMap y = plot.YOf(region);
        var band = new List<(Point Upper, Point Lower)>();
        for (int i = 0; i <= region.Xs.Count; i++)
        {
            double px = i < region.Xs.Count ? plot.X[region.Xs[i]] : double.NaN;
            (Point Upper, Point Lower) edge = double.IsNaN(px) ? (new(px, px), new(px, px)) : (new(px, y[region.Upper[i]]), new(px, y[region.Lower[i]]));
            if (!double.IsNaN(px + edge.Upper.Y + edge.Lower.Y))
            {
                band.Add(edge);
            }
            else if (band.Count > 0)
            {
                plot.Canvas.Fill([[.. band.Select(e => e.Upper), .. Enumerable.Reverse(band).Select(e => e.Lower)]], color, region.Opacity);
                band.Clear();
            }
        }
    }

    public static void Draw(ErrorBars errors, Plot plot, Color color)
    {
        for (int i = 0; i < errors.Xs.Count; i++)
        {
            Whisker(plot, plot.At(errors, errors.Xs[i], errors.Lower[i]), plot.At(errors, errors.Xs[i], errors.Upper[i]), 4, color);
        }
    }

    /// <summary>An upright line with caps at both ends.</summary>
    public static void Whisker(Plot plot, Point foot, Point head, double cap, Color color)
    {
        if (!double.IsNaN(foot.X + foot.Y + head.Y))
        {
            plot.Line(foot, head, color, 1.5);
            plot.Line(foot with { X = foot.X - cap }, foot with { X = foot.X + cap }, color, 1.5);
            plot.Line(head with { X = head.X - cap }, head with { X = head.X + cap }, color, 1.5);
        }
    }

    private static Point[] Staircase(Point[] run)
    {
        var stairs = new List<Point> { run[0] };
        for (int i = 1; i < run.Length; i++)
        {
            stairs.Add(run[i] with { Y = run[i - 1].Y });
            stairs.Add(run[i]);
        }

        return [.. stairs];
    }
}
