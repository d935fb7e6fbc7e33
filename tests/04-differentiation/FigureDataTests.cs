using Reference.Plotting;

namespace Reference.Differentiation.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => DifferentiationFigures.All.Single(f => f.Name == name).Draw();

    private static Series[] SeriesOf(string name, int panel = 0) => [.. Of(name).Panels[panel].Series];

    private static double Slope(Line line) => (line.Ys[^1] - line.Ys[0]) / (line.Xs[^1] - line.Xs[0]);

    // S1-362 S1-081 S2-054 S4-056: the parabola with the line 4x − 4, and z with its tangent at (2, 9).
    [Fact]
    public void Tangents_touch_at_two()
    {
        Line[] lines = [.. SeriesOf("tangents").OfType<Line>()];
        Assert.All(lines[0].Xs.Zip(lines[0].Ys), p => Assert.Equal(p.First * p.First, p.Second, 1e-12));
        Assert.All(lines[1].Xs.Zip(lines[1].Ys), p => Assert.Equal(4 * p.First - 4, p.Second, 1e-12));
        Markers touched = SeriesOf("tangents", 2).OfType<Markers>().Single();
        Assert.Equal((2.0, 9.0), (touched.Xs[0], touched.Ys[0]));
        Assert.Equal(6, Slope(SeriesOf("tangents", 2).OfType<Line>().Last()), 1e-12);
    }

    // S2-053 S2-055: slopes of secants fall to 2; those of the cube's tangents are 3, 12, 27.
    [Fact]
    public void Lines_have_the_slopes_of_the_notes()
    {
        double[] Slopes(string figure, int panel) =>
            [.. SeriesOf(figure, panel).OfType<Line>().Skip(1).Select(line => Math.Round(Slope(line), 10))];
        Assert.Equal([3.5, 3, 2.5, 2], Slopes("secants", 0));
        Assert.Equal([3, 12, 27], Slopes("tangents", 1));
    }

    // S2-058 S2-059: the slope of the last link is the product of the others.
    [Fact]
    public void Derivatives_of_the_chain_multiply()
    {
        double[] slopes = [.. Enumerable.Range(0, 3).Select(p =>
            Slope(SeriesOf("chain-rule", p).OfType<Line>().ElementAt(1)))];
        Assert.Equal(slopes[0] * slopes[1], slopes[2], 1e-9);
    }

    // S2-056: the tangents of the slices have slope 2 at 1, and touch.
    [Fact]
    public void Tangents_of_slices_have_the_partial_derivatives()
    {
        Line[] lines = [.. SeriesOf("partial-slices").OfType<Line>()];
        Assert.Equal(1, lines[1].Ys.Min(), 1e-9);
        Assert.Equal([2.0, 2.0], lines[2..].Select(line => Math.Round(Slope(line), 12)));
        Assert.Equal([0.0, 1.0], lines[2..].Select(line => Math.Round(line.Ys[0] + 1, 12)));
    }

    // S2-057: the contours are the cost, the path starts at (1, 1), and the cost ends below 23.
    [Fact]
    public void The_descent_on_the_saddle_ends_below_its_critical_point()
    {
        Contours contours = SeriesOf("saddle").OfType<Contours>().Single();
        Assert.Equal(TwoVariables.Cost(-6, 6), contours[contours.Rows - 1, 0], 1e-9);
        Line path = SeriesOf("saddle").OfType<Line>().Single();
        Assert.Equal((1.0, 1.0), (path.Xs[0], path.Ys[0]));
        Assert.Equal((-0.6339295, 0.7732697), (Math.Round(path.Xs[200], 7), Math.Round(path.Ys[200], 7)));
        Assert.True(SeriesOf("saddle", 1).OfType<Line>().Single().Ys[^1] < 23);
    }

    // S2-053 S2-060: every right gradient is below the tolerance of its scheme, every wrong one far above.
    [Fact]
    public void Gradient_checks_pass_right_gradients_and_fail_wrong_ones()
    {
        Histogram[] errors = [.. SeriesOf("gradient-checks").OfType<Histogram>()];
        Assert.True(errors[0].Samples.Max() < 1e-8 && errors[1].Samples.Max() < 1e-6);
        Assert.True(errors[2].Samples.Min() > 0.01);
        Assert.True(errors[0].Samples.Average() < errors[1].Samples.Average() / 10);
        Assert.All(errors, e => Assert.Equal(400, e.Counts.Sum()));
    }

    // S1-083 S2-056 S4-057: arrows are parts of gradients, 0.15 of (2x, 2y) everywhere and a quarter of (4, 1).
    [Fact]
    public void Arrows_are_gradients()
    {
        Arrow[] field = [.. SeriesOf("gradients").OfType<Arrow>()];
        Assert.Equal(36, field.Length);
        Assert.All(field, arrow => Assert.Equal(1.3 * arrow.From.X, arrow.To.X, 1e-12));
        Assert.All(field, arrow => Assert.Equal(1.3 * arrow.From.Y, arrow.To.Y, 1e-12));
        Assert.Equal((2.0, 2.25), SeriesOf("gradients", 1).OfType<Arrow>().Single().To);
    }

    // S2-053 (4.15): the minima of the predictions move to longer steps; dots at 10⁻⁵ are where they should be.
    [Fact]
    public void Schemes_of_higher_order_have_longer_best_steps()
    {
        Series[] series = SeriesOf("step-size-error");
        double[] best = [.. series.OfType<Line>().Select(l => l.Xs[l.Ys.Index().MinBy(y => y.Item).Index])];
        Assert.InRange(best[0], 1e-8, 4e-8);
        Assert.InRange(best[1], 4e-6, 1.2e-5);
        Assert.InRange(best[2], 1e-3, 4e-3);
        double[] atMark = [.. series.OfType<Markers>().Select(m =>
            m.Ys[m.Xs.Index().MinBy(x => Math.Abs(Math.Log(x.Item / 1e-5))).Index])];
        Assert.True(atMark[0] > 1e-6 && atMark[1] < 1e-9);
    }

    // S4-057 S4-175 S2-060: values above, adjoints below, local derivatives on the edges.
    [Fact]
    public void Graphs_show_values_adjoints_and_local_derivatives()
    {
        Assert.Equal(["2", "1", "2", "1", "3", "1", "4", "1", "1", "1"],
            SeriesOf("graph-product").OfType<Annotation>().Select(a => a.Text));
        Assert.Equal(["1", "2", "2", "1", "1"],
            SeriesOf("graph-product").OfType<NetworkDiagram>().Single().Edges.Select(e => e.Label));
        // z = ½; a = σ(½) = 0.6225; σ′ = 0.2350; a − y = −0.3775; dL/dz = (a − y)·σ′ = −0.0887.
        string[] shown = [.. SeriesOf("graph-sigmoid-unit").OfType<Annotation>().Select(a => a.Text)];
        Assert.Equal(("0.6225", "−0.0887"), (shown[5], shown[9 + 4]));
        Assert.Equal(["0.5", "2", "1", "1", "0.235", "1", "−1", "−0.3775"],
            SeriesOf("graph-sigmoid-unit").OfType<NetworkDiagram>().Single().Edges.Select(e => e.Label));
    }

    // S4-043 S4-044 S4-049 S4-050: sums of arrows; sampled sines.
    [Fact]
    public void Points_and_arrows_are_the_computed_ones()
    {
        Arrow[] arrows = [.. SeriesOf("elementwise").OfType<Arrow>()];
        Assert.Equal(((3.0, 1.5), (1.5, 2.5)), (arrows[0].To, arrows[^1].To));
        Markers sine = SeriesOf("elementwise", 1).OfType<Markers>().First();
        Assert.Equal((25, 0.0, 2 * Math.PI), (sine.Xs.Count, sine.Xs[0], sine.Xs[^1]));
    }
}
