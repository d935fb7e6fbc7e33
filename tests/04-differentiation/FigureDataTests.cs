using Reference.Plotting;

namespace Reference.Differentiation.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => DifferentiationFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) => panel.Series.OfType<Line>().Single(l => l.Label == label);

    // S1-362 S1-081 S2-054: the parabola, and the line 4x − 4 that touches it at (2, 4) and lies below it.
    [Fact]
    public void The_tangent_touches_the_parabola_at_two()
    {
        Panel panel = Of("tangent-of-square").Panels[0];
        Line square = LineOf(panel, "x²"), tangent = LineOf(panel, "tangent 4x − 4");
        Assert.All(square.Xs.Zip(square.Ys), p => Assert.Equal(p.First * p.First, p.Second, 1e-12));
        Assert.All(tangent.Xs.Zip(tangent.Ys), p => Assert.Equal(4 * p.First - 4, p.Second, 1e-12));
        Markers point = panel.Series.OfType<Markers>().Single();
        Assert.Equal((2.0, 4.0), (point.Xs[0], point.Ys[0]));
    }

    // S2-053: secant slopes come down to 2.
    [Fact]
    public void Secants_fall_to_the_tangent()
    {
        Line[] lines = [.. Of("secants").Panels[0].Series.OfType<Line>().Skip(1)];
        double[] slopes = [.. lines.Select(l => (l.Ys[^1] - l.Ys[0]) / (l.Xs[^1] - l.Xs[0]))];
        Assert.Equal([3.5, 3, 2.5, 2], slopes.Select(s => Math.Round(s, 12)));
    }

    // S2-055: slopes 3, 12, 27 are drawn.
    [Fact]
    public void Tangents_of_the_cube_have_the_notes_slopes()
    {
        Line[] tangents = [.. Of("tangents-of-cube").Panels[0].Series.OfType<Line>().Skip(1)];
        Assert.Equal([3.0, 12, 27], tangents.Select(l => Math.Round((l.Ys[^1] - l.Ys[0]) / (l.Xs[^1] - l.Xs[0]), 10)));
    }

    // S2-057: the contours are the cost, the path goes from (1, 1) along the falling direction, and the cost ends below 23.
    [Fact]
    public void The_saddles_descent_ends_below_its_critical_point()
    {
        Figure figure = Of("saddle");
        Contours contours = figure.Panels[0].Series.OfType<Contours>().Single();
        Assert.Equal(SaddleCost.Value(-6, 6), contours[contours.Rows - 1, 0], 1e-9);
        Line path = figure.Panels[0].Series.OfType<Line>().Single();
        Assert.Equal((1.0, 1.0), (path.Xs[0], path.Ys[0]));
        Assert.Equal((-0.6339295, 0.7732697), (Math.Round(path.Xs[200], 7), Math.Round(path.Ys[200], 7)));
        Assert.True(LineOf(figure.Panels[1], "after each step").Ys[^1] < 23);
    }

    // S1-083 S2-056: arrows are gradients, everywhere (2x, 2y).
    [Fact]
    public void The_gradient_field_points_outward()
    {
        VectorField field = Of("gradient-field").Panels[0].Series.OfType<VectorField>().Single();
        Assert.Equal(36, field.Xs.Count);
        Assert.All(field.Xs.Zip(field.Us), p => Assert.Equal(2 * p.First, p.Second, 1e-12));
        Assert.All(field.Ys.Zip(field.Vs), p => Assert.Equal(2 * p.First, p.Second, 1e-12));
    }

    // S2-053 (4.20): three clouds of dots, whose minima move right and down, and the mark at 10⁻⁵.
    [Fact]
    public void Better_schemes_are_best_at_longer_steps()
    {
        Panel panel = Of("step-size-error").Panels[0];
        Assert.Equal(1e-5, panel.Series.OfType<VerticalLine>().Single().At);
        Line[] predicted = [.. panel.Series.OfType<Line>()];
        double[] best = [.. predicted.Select(l => l.Xs[Enumerable.Range(0, l.Xs.Count).MinBy(i => l.Ys[i])])];
        Assert.InRange(best[0], 1e-8, 4e-8);
        Assert.InRange(best[1], 4e-6, 1.2e-5);
        Assert.InRange(best[2], 1e-3, 4e-3);
        Markers[] measured = [.. panel.Series.OfType<Markers>()];
        double[] atMark = [.. measured.Select(m => m.Ys[Enumerable.Range(0, m.Xs.Count).MinBy(i => Math.Abs(Math.Log(m.Xs[i] / 1e-5)))])];
        Assert.True(atMark[0] > 1e-6 && atMark[1] < 1e-9);
    }

    // S4-057 S4-175 S2-060: values above, adjoints below, as the tape has them.
    [Fact]
    public void Graphs_show_values_and_adjoints()
    {
        string[] texts = [.. Of("graph-product").Panels[0].Series.OfType<Annotation>().Select(a => a.Text)];
        Assert.Equal(["2", "1", "2", "1", "3", "1", "4", "1", "1", "1"], texts);
        NetworkDiagram unit = Of("graph-sigmoid-unit").Panels[0].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(9, unit.Nodes.Count);
        Assert.Equal(8, unit.Edges.Count);
        // z = 0.5; a = σ(0.5) = 0.62246; a − y = −0.37754; dL/dz = (a − y)a(1 − a) = −0.08872.
        string[] shown = [.. Of("graph-sigmoid-unit").Panels[0].Series.OfType<Annotation>().Select(a => a.Text)];
        Assert.Equal("0.6225", shown[5]);
        Assert.Equal("−0.0887", shown[9 + 4]);
    }

    // S4-055 S2-061: 4, 8, 12, 16 against 4, 4, 4, 4.
    [Fact]
    public void Gradients_accumulate_in_steps_of_four()
    {
        Markers[] markers = [.. Of("accumulation").Panels[0].Series.OfType<Markers>()];
        Assert.Equal([4.0, 8, 12, 16], markers[0].Ys);
        Assert.Equal([4.0, 4, 4, 4], markers[1].Ys);
    }

    // S4-043 S4-044 S4-049 S4-050 S4-056 S2-058: sums of arrows, sampled sines, touching lines and multiplied slopes.
    [Fact]
    public void Small_figures_draw_what_they_say()
    {
        Arrow[] arrows = [.. Of("vector-sum").Panels[0].Series.OfType<Arrow>()];
        Assert.Equal((1.5, 2.5), arrows[^1].To);
        Assert.Equal((3.0, 1.5), arrows[0].To);
        Markers sine = Of("sine-and-cosine").Panels[0].Series.OfType<Markers>().First();
        Assert.Equal((25, 0.0, 2 * Math.PI), (sine.Xs.Count, sine.Xs[0], sine.Xs[^1]));
        Markers touched = Of("polynomial").Panels[0].Series.OfType<Markers>().Single();
        Assert.Equal((2.0, 9.0), (touched.Xs[0], touched.Ys[0]));
        double[] slopes = [.. Of("chain-rule").Panels
            .Select(p => p.Series.OfType<Line>().ElementAt(1))
            .Select(l => (l.Ys[^1] - l.Ys[0]) / (l.Xs[^1] - l.Xs[0]))];
        Assert.Equal(slopes[0] * slopes[1], slopes[2], 1e-9);
        Line[] slices = [.. Of("partial-slices").Panels[0].Series.OfType<Line>()];
        Assert.Equal(1, slices[1].Ys.Min(), 1e-9);
        Arrow gradient = Of("product-surface").Panels[0].Series.OfType<Arrow>().Single();
        Assert.Equal((2.0, 2.25), gradient.To);
    }
}
