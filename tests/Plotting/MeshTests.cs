using Reference.Plotting.Rendering;
using SkiaSharp;

namespace Reference.Plotting.Tests;

public sealed class MeshTests
{
    private static double Area(SKPoint[] p) =>
        Math.Abs(p.Select((a, i) =>
            (a.X * (double)p[(i + 1) % p.Length].Y) - (p[(i + 1) % p.Length].X * (double)a.Y)).Sum()) / 2;

    private static Mesh Over(Func<double, double, double> f, int count) => new(
        Table.Of(count, count, (i, j) => f(At(j, count), At(i, count))),
        (i, j) => new SKPoint((float)(250 + 250 * At(j, count)), (float)(250 + 250 * At(i, count))));

    private static double At(int index, int count) => 2.0 * index / (count - 1) - 1;

    [Fact]
    public void The_contour_of_a_cone_is_one_closed_circle()
    {
        SKPoint[] line = Assert.Single(Over((x, y) => Math.Sqrt(x * x + y * y), 201).Lines(0.5));
        Assert.Equal(line[0], line[^1]);
        // 250 pixels a unit; the chord of a cell of 1/100 lies less than a hundredth of a pixel inside.
        Assert.All(line, p => Assert.Equal(125, SKPoint.Distance(p, new SKPoint(250, 250)), 0.02));
        Assert.InRange(line.Length, 400, 1000);
    }

    [Fact]
    public void An_open_contour_runs_from_edge_to_edge()
    {
        SKPoint[] line = Assert.Single(Over((x, y) => x + 0.3 * y, 20).Lines(0.1));
        Assert.Equal([0.0, 500], new[] { line[0].Y, line[^1].Y }.Order().Select(y => Math.Round(y, 3)));
        Assert.All(line, p => Assert.Equal(0.1, (p.X / 250 - 1) + 0.3 * (p.Y / 250 - 1), 1e-5));
    }

    [Fact]
    public void Parts_above_a_level_cover_the_area_above_it()
    {
        Assert.Equal(500 * 500 * 0.25, Over((x, _) => x, 31).Areas(0.5).Sum(Area), 1.0);
        Assert.Empty(Over((x, _) => x, 31).Areas(2));
    }

    [Fact]
    public void Cells_with_a_gap_are_left_out() =>
        Assert.Equal(0, new Mesh(new[,] { { 1, 2 }, { 3, double.NaN } }, (i, j) => new SKPoint(j, i)).Areas(0)
            .Sum(Area));

    [Fact]
    public void Filled_contours_have_no_seams()
    {
        var panel = new Panel
            { ShowAxes = false,
            Series = [Contours.Of((x, y) => x + y, (0, 1), (0, 1), 40, 40) with { Filled = true, Levels = [5] }] };
        uint[] pixels = PngTests.Decode(new PngRenderer
            { Scale = 1 }.Render(new Figure("", panel) { Width = 224, Height = 224 }));
        Assert.Single(from x in Enumerable.Range(20, 180) from y in Enumerable.Range(20,
            180) group 0 by pixels[y * 224 + x]);
    }

    [Fact]
    public void Interpolation_goes_through_the_cells_centres()
    {
        double[,] fine = Interpolation.Refine(new double[,] { { 0, 1 }, { 2, 3 } }, 6);
        Assert.Equal((6, 6), (fine.GetLength(0), fine.GetLength(1)));
        Assert.Equal((0, 1, 2, 3), (fine[1, 1], fine[1, 4], fine[4, 1], fine[4, 4]));
    }
}
