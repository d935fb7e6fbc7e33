using Reference.Numerics;
using Reference.Plotting.Drawing;

namespace Reference.Plotting.Tests;

public sealed class DrawingTests
{
    private static AxisMap Unit(double min = 0, double max = 1) => new(new Axis("") { Min = min, Max = max }, new DataRange()) { Span = (0, 500) };

    private static Plot UnitPlot(params Series[] series) => new(new RecordingCanvas(), new Rect(0, 0, 500, 500), Unit(-1), Unit(-1), null, series);

    [Fact]
    public void Decimation_keeps_extremes_ends_and_gaps()
    {
        var random = new RandomStream(5);
        double[] xs = [.. Enumerable.Range(0, 100_000).Select(i => i / 99_999.0)], ys = random.Uniforms(xs.Length, 0.2, 0.8);
        (ys[12_345], ys[54_321], ys[70_000]) = (0.99, 0.01, double.NaN);
        Point[] thin = Decimation.Thin(xs, ys, Unit(), Unit());
        Assert.InRange(thin.Length, 1000, 4100);
        Assert.Equal(0.99 * 500, thin.Where(p => !double.IsNaN(p.Y)).Max(p => p.Y), 1e-9);
        Assert.Equal(0.01 * 500, thin.Where(p => !double.IsNaN(p.Y)).Min(p => p.Y), 1e-9);
        Assert.Equal((0, 500), (thin[0].X, thin[^1].X));
        Assert.Equal(2, Plot.Runs(thin, p => p.Exists).Count());
        Assert.Equal(thin.Select(p => p.X).Order(), thin.Select(p => p.X));
    }

    [Fact]
    public void Short_lines_are_drawn_point_by_point() => Assert.Equal(4000, Decimation.Thin(new double[4000], new double[4000], Unit(), Unit()).Length);

    [Fact]
    public void Gaps_split_a_line_into_runs()
    {
        Point gap = new(double.NaN, 0), a = new(1, 1);
        Assert.Equal([2, 1, 3], Plot.Runs([gap, a, a, gap, gap, a, gap, a, a, a], p => p.Exists).Select(run => run.Length));
    }

    [Fact]
    public void The_contour_of_a_cone_is_one_closed_circle()
    {
        Contours cone = Contours.Of((x, y) => Math.Sqrt(x * x + y * y), (-1, 1), (-1, 1), 201, 201);
        Point[] line = Assert.Single(ContourLines.Of(cone, UnitPlot(), 0.5));
        Assert.Equal(line[0], line[^1]);
        // 250 pixels a unit; the chord of a cell of 1/100 lies less than a hundredth of a pixel inside.
        Assert.All(line, p => Assert.Equal(125, (p - new Point(250, 250)).Length, 0.02));
        Assert.InRange(line.Length, 400, 1000);
    }

    [Fact]
    public void An_open_contour_runs_from_edge_to_edge()
    {
        Contours plane = Contours.Of((x, y) => x + 0.3 * y, (-1, 1), (-1, 1), 20, 20);
        Point[] line = Assert.Single(ContourLines.Of(plane, UnitPlot(), 0.1));
        Assert.Equal([0.0, 500], new[] { line[0].Y, line[^1].Y }.Order().Select(y => Math.Round(y, 9)));
        Assert.All(line, p => Assert.Equal(0.1, (p.X / 250 - 1) + 0.3 * (p.Y / 250 - 1), 1e-9));
    }

    [Fact]
    public void Filled_bands_cover_the_area_above_their_level()
    {
        var plot = UnitPlot();
        SeriesDrawing.DrawAll([Contours.Of((x, y) => x, (-1, 1), (-1, 1), 11, 11) with { Filled = true, Levels = [0.5] }], plot);
        double[] areas = [.. ((RecordingCanvas)plot.Canvas).Fills.Select(fill => fill.Sum(Area))];
        Assert.Equal([250_000, 62_500], areas, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_half_plane_is_the_side_where_the_form_is_positive()
    {
        Point[] side = UnitPlot().HalfPlane(1, 0, -0.5);
        Assert.Equal(0.25 * 250_000, Math.Abs(Area(side)), 1e-6);
        Assert.All(side, p => Assert.InRange(p.X, 375 - 1e-9, 500));
        Assert.Empty(UnitPlot().HalfPlane(1, 1, -5));
        Assert.Equal(250_000, Math.Abs(Area(UnitPlot().HalfPlane(0, 0.001, 5))), 1e-6);
    }

    [Fact]
    public void A_sloped_line_satisfies_its_equation_at_both_edges()
    {
        foreach ((double a, double b, double c) in new[] { (1.0, 2, -0.3), (2, -1, 0.1), (1, 0, -0.25), (0, 3, 1) })
        {
            Point[] line = ReferenceDrawing.Across(new SlopedLine(a, b, c), UnitPlot());
            Assert.All(line, p => Assert.Equal(0, a * (p.X / 250 - 1) + b * (p.Y / 250 - 1) + c, 1e-9));
            Assert.True((line[^1] - line[0]).Length >= 500);
        }
    }

    [Fact]
    public void An_arrow_ends_in_a_point_exactly_at_its_target()
    {
        var plot = UnitPlot();
        SeriesDrawing.DrawAll([new Arrow(-0.5, -0.5, 0.5, 0.25)], plot);
        Point[] head = Assert.Single(Assert.Single(((RecordingCanvas)plot.Canvas).Fills));
        Assert.Equal(new Point(375, 312.5), head[0]);
        // The wings lie on both sides of the shaft, equally far from it.
        double Side(Point p) => ((p - new Point(125, 125)).X * 187.5 - (p - new Point(125, 125)).Y * 250) / 312.5;
        Assert.Equal(0, Side(head[1]) + Side(head[3]), 1e-9);
        Assert.True(Math.Abs(Side(head[1])) > 2 && Math.Abs(Side(head[2])) < 1e-9);
        Assert.All(head[1..], p => Assert.True((p - new Point(125, 125)).Length < (head[0] - new Point(125, 125)).Length));
    }

    [Fact]
    public void Vectors_of_a_field_keep_their_directions_and_ratios()
    {
        var plot = new Plot(
            new RecordingCanvas(), new Rect(0, 0, 500, 500), Unit(-1),
            new AxisMap(new Axis("") { Min = -1, Max = 1 }, new DataRange()) { Span = (500, 0) }, null, []);
        SeriesDrawing.DrawAll([new VectorField([0, 0.5], [0, 0.5], [1, 0], [1, 2])], plot);
        Point[] tips = [.. ((RecordingCanvas)plot.Canvas).Fills.Select(fill => fill[0][0])];
        Point first = tips[0] - new Point(250, 250), second = tips[1] - new Point(375, 125);
        Assert.Equal(first.X, -first.Y, 1e-9);
        Assert.True(first.X > 0 && second.Y < 0);
        Assert.Equal(0, second.X, 1e-9);
        Assert.Equal(Math.Sqrt(2), second.Length / first.Length, 1e-9);
    }

    [Fact]
    public void Stairs_hold_until_the_next_point()
    {
        var plot = UnitPlot();
        SeriesDrawing.DrawAll([new Line([-1, 0, 1], [0, 0.5, -0.5]) { Steps = true }], plot);
        Assert.Equal([new(0, 250), new(250, 250), new(250, 375), new(500, 375), new(500, 125)], Assert.Single(((RecordingCanvas)plot.Canvas).Strokes));
    }

    [Fact]
    public void Grouped_bars_stand_side_by_side_on_zero()
    {
        var canvas = new RecordingCanvas();
        var plot = new Plot(
            canvas, new Rect(0, 0, 500, 500), Unit(-0.5, 1.5),
            new AxisMap(new Axis("") { Min = -1, Max = 1 }, new DataRange()) { Span = (500, 0) }, null, []);
        SeriesDrawing.DrawAll([new Bars(["a", "b"], [1, -1]), new Bars(["a", "b"], [0.5, double.NaN])], plot);
        Rect[] bars = [.. canvas.Rectangles.Where(r => r.Height > 2)];
        Assert.Equal(3, bars.Length);
        Assert.Equal((250, 250, 500), (bars[0].Bottom, bars[1].Y, bars[1].Bottom));
        Assert.Equal((125, 250), (bars[2].Y, bars[2].Bottom));
        Assert.InRange(bars[2].X - bars[0].Right, 1, 2);
        Assert.Equal(bars[0].Width, bars[2].Width, 1e-9);
        Assert.Equal(125, (bars[0].Right + bars[2].X) / 2, 1e-9);
    }

    [Fact]
    public void Interpolation_goes_through_the_cells_centres()
    {
        double[,] fine = Interpolation.Refine(new double[,] { { 0, 3 }, { 6, 9 } }, 6);
        Assert.Equal((6, 6), (fine.GetLength(0), fine.GetLength(1)));
        Assert.Equal([0.0, 0, 1, 2, 3, 3], Enumerable.Range(0, 6).Select(j => Math.Round(fine[1, j], 12)));
        Assert.Equal([3.0, 3, 5, 7, 9, 9], Enumerable.Range(0, 6).Select(i => Math.Round(fine[i, 4], 12)));
    }

    private static double Area(Point[] polygon)
    {
        double twice = 0;
        for (int i = 0; i < polygon.Length; i++)
        {
            Point p = polygon[i], q = polygon[(i + 1) % polygon.Length];
            twice += p.X * q.Y - q.X * p.Y;
        }

        return twice / 2;
    }
}
