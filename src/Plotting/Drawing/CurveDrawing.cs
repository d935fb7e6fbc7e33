namespace Reference.Plotting.Drawing;

/// <summary>Series of points along x.</summary>
internal static class CurveDrawing
{
    public static void Draw(Line line, Plot plot, Color color)
    {
        Point[] places = Decimation.Thin(line.X, line.Y, plot.X, plot.YOf(line));
        foreach (Point[] run in Plot.Runs(places, place => place.Exists))
        {
            Point[] stairs = line.Steps ? [run[0], .. run.Skip(1).SelectMany((p, i) => new[] { p with { Y = run[i].Y }, p })] : run;
            plot.Canvas.Stroke(stairs, color, line.Width, Ink.Dashes(line.Style, line.Width), line.Opacity);
        }
    }

    public static void Draw(Markers markers, Plot plot, Color color)
    {
        (double low, double high) = DataRange.Of(markers.Values ?? []);
        var drawn = new HashSet<(int, int)>();
        double cells = 2.5 / Math.Max(1, markers.Size);
        for (int i = 0; i < markers.X.Length; i++)
        {
            Point at = plot.At(markers, markers.X[i], markers.Y[i]);
            // Beyond some thousand, marks that lie within a fraction of their size hide each other.
            if (at.Exists && (markers.X.Length < 4000 || drawn.Add(((int)(at.X * cells), (int)(at.Y * cells)))))
            {
                Mark(plot.Canvas, markers, at, markers.Map.Of(markers.Values?[i] ?? double.NaN, low, high) ?? color);
            }
        }
    }

    /// <summary>One mark of the series at a place.</summary>
    public static void Mark(ICanvas canvas, Markers markers, Point at, Color color)
    {
        double r = markers.Size / 2, pen = Math.Max(1, markers.Size / 5);
        Point P(double x, double y) => new(at.X + x * r, at.Y + y * r);
        Point[][] strokes = markers.Shape switch
        {
            MarkerShape.Cross => [[P(-0.8, -0.8), P(0.8, 0.8)], [P(-0.8, 0.8), P(0.8, -0.8)]],
            MarkerShape.Plus => [[P(-1, 0), P(1, 0)], [P(0, -1), P(0, 1)]],
            MarkerShape.Square => [[P(-0.88, -0.88), P(0.88, -0.88), P(0.88, 0.88), P(-0.88, 0.88)]],
            MarkerShape.Triangle => [[P(0, -1.1), P(1.05, 0.75), P(-1.05, 0.75)]],
            MarkerShape.Diamond => [[P(0, -1.15), P(1.15, 0), P(0, 1.15), P(-1.15, 0)]],
            _ => [Circle(at, r)],
        };
        bool closed = strokes.Length == 1, filled = closed && markers.Filled;
        canvas.Fill(filled ? strokes : [], color, markers.Opacity);
        foreach (Point[] stroke in filled ? [] : strokes)
        {
            canvas.Stroke(closed ? [.. stroke, stroke[0]] : stroke, color, closed ? Math.Max(1, pen * 0.9) : pen, null, markers.Opacity);
        }
    }

    /// <summary>A circle as a polygon, its corners found by turning a vector: no sine needed.</summary>
    public static Point[] Circle(Point centre, double radius)
    {
        // 32 corners for a mark, 128 for the disc of a node, on which 32 would be seen.
        (int corners, double cos, double sin) = radius < 12 ? (32, 0.98078528040323044, 0.19509032201612827) : (128, 0.9987954562051724, 0.049067674327418015);
        var points = new Point[corners];
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
        (Point Upper, Point Lower)[] edges = [.. region.Xs.Select((x, i) => (plot.At(region, x, region.Upper[i]), plot.At(region, x, region.Lower[i])))];
        foreach ((Point Upper, Point Lower)[] run in Plot.Runs(edges, edge => (edge.Upper + edge.Lower).Exists))
        {
            plot.Canvas.Fill([[.. run.Select(edge => edge.Upper), .. run.Select(edge => edge.Lower).Reverse()]], color, region.Opacity);
        }
    }

    public static void Draw(ErrorBars errors, Plot plot, Color color)
    {
        foreach ((int i, double x) in errors.Xs.Index())
        {
            Whisker(plot, plot.At(errors, x, errors.Lower[i]), plot.At(errors, x, errors.Upper[i]), 4, color);
        }
    }

    /// <summary>An upright line with caps at both ends; nothing where an end has no place.</summary>
    public static void Whisker(Plot plot, Point foot, Point head, double cap, Color color)
    {
        var arm = new Point(cap, 0);
        if ((foot + head).Exists)
        {
            plot.Line([foot, head], color, 1.5);
            plot.Line([foot - arm, foot + arm], color, 1.5);
            plot.Line([head - arm, head + arm], color, 1.5);
        }
    }
}
