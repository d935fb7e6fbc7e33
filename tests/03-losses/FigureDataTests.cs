using Reference.Plotting;

namespace Reference.Losses.Tests;

public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        LossFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Line[] Lines(Panel panel) => [.. panel.Series.OfType<Line>()];

    private static Markers[] Marks(Panel panel) => [.. panel.Series.OfType<Markers>()];

    private static void IsDrawn(Line line, Func<double, double> f) =>
        Assert.All(line.Xs.Zip(line.Ys), p => Assert.Equal(f(p.First), p.Second, 1e-12 * (1 + Math.Abs(p.First))));

    private static double Bottom(Line line) => line.Xs[Enumerable.Range(0, line.Xs.Count).MinBy(i => line.Ys[i])];

    // S1-011 S1-012 S1-034 S1-078 S2-111 S3-038: the two halves with their crossing, and a mistake's loss by its
    // confidence.
    [Fact]
    public void The_halves_of_log_loss_are_drawn_and_marked()
    {
        Panel halves = PanelsOf("surprise")[0], mistakes = PanelsOf("confident-mistakes")[0];
        IsDrawn(Lines(halves)[0], p => -Math.Log(p));
        IsDrawn(Lines(halves)[1], p => -Math.Log(1 - p));
        Assert.Equal((0.5, Math.Log(2)), (Marks(halves)[0].Xs[0], Marks(halves)[0].Ys[0]));
        IsDrawn(Lines(mistakes)[0], c => -Math.Log(1 - c));
        IsDrawn(Lines(mistakes)[1], c => c * c);
        Assert.Equal([0.51, 0.9, 0.99], Marks(mistakes)[0].Xs);
    }

    // (3.17) S2-111 S3-033 S3-034 S3-036 S3-037: the shapes of the regression losses and of the losses of a margin.
    [Fact]
    public void The_drawn_curves_are_the_losses()
    {
        IReadOnlyList<Panel> shapes = PanelsOf("loss-shapes");
        Assert.Equal([9, 3, 2.5, 2.75], Lines(shapes[0]).Select(l => l.Ys[^1]));
        Assert.All(Lines(shapes[0]), l => Assert.Equal(0, l.Ys.Min(), 1e-12));
        Assert.Equal([6, 1, 1, 1], Lines(shapes[1]).Select(l => l.Ys[^1]));
        Assert.Equal([-6, -1, -1, -1], Lines(shapes[1]).Select(l => l.Ys[0]));
        Assert.Equal([0, 1, 0, 0], Lines(shapes[1]).Select(l => l.Ys.Count(double.IsNaN))); // the jump of |r|′
        Line[] margins = Lines(PanelsOf("margins")[0]);
        Assert.Equal([1, 1, double.NaN, 0, 0], margins[0].Ys);
        IsDrawn(margins[1], s => Math.Max(0, 1 - s));
        IsDrawn(margins[2], s => Math.Log2(1 + Math.Exp(-s)));
    }

    // S4-099 S4-100 S4-101 S4-102: both curves have their marked maximum at the mean of the flips, and 0.032 is drawn.
    [Fact]
    public void The_coin_curves_peak_at_the_mean()
    {
        IReadOnlyList<Panel> panels = PanelsOf("coin-likelihood");
        Assert.All(panels.SelectMany(panel => Lines(panel).Zip([2 / 3.0, 0.5])), curve =>
            Assert.Equal(curve.Second, curve.First.Xs[Enumerable.Range(0, 401).MaxBy(i => curve.First.Ys[i])], 3e-3));
        Assert.Equal(0.032, Marks(panels[0]).First(m => !m.Filled).Ys[0], 1e-15);
    }

    // (3.1) S1-027 S1-029: the product's line ends near the smallest double, the sum's goes on; the error is drawn as
    // √(0.21/n), and the dots, of 200 series each, lie within 15 % of it.
    [Fact]
    public void Underflow_and_consistency_are_drawn_as_computed()
    {
        Line[] lines = Lines(PanelsOf("underflow")[0]);
        IsDrawn(lines[0], n => n * Math.Log10(0.4));
        Assert.True(double.IsNaN(lines[1].Ys[^1]));
        Assert.Equal(lines[0].Ys[60], lines[1].Ys[60], 1e-9);
        Panel consistency = PanelsOf("consistency")[0];
        IsDrawn(Lines(consistency)[0], n => Math.Sqrt(0.21 / n));
        Assert.All(Marks(consistency)[0].Ys.Zip(Lines(consistency)[0].Ys),
            p => Assert.InRange(p.First / p.Second, 0.85, 1.15));
    }

    // S1-013 S1-035 S1-037: each curve is lowest at its marked point, and that is the entropy.
    [Fact]
    public void Cross_entropy_curves_are_lowest_at_the_truth()
    {
        Panel gibbs = PanelsOf("gibbs")[0];
        Assert.Equal([0.5, 0.7, 1], Marks(gibbs)[0].Xs);
        Assert.All(Lines(gibbs).Zip(Marks(gibbs)[0].Xs), c => Assert.Equal(c.Second, Bottom(c.First), 1e-3));
        Assert.All(Lines(gibbs).Zip(Marks(gibbs)[0].Ys), c => Assert.Equal(c.Second, c.First.Ys.Min(), 1e-5));
    }

    // S2-110 S2-114: the shading ends at −ln 2, where the curvature of squared error changes sign; cross-entropy's
    // never does, and its derivative is larger at every logit, 28 times at −4.
    [Fact]
    public void Curvature_and_derivative_are_drawn_for_both_losses()
    {
        Panel curvature = PanelsOf("logit-curvature")[2], derivative = PanelsOf("logit-curvature")[1];
        double end = curvature.Series.OfType<Region>().Single().Xs[^1];
        Assert.Equal(-Math.Log(2), end, 1e-15);
        Assert.All(Lines(curvature)[0].Ys, y => Assert.True(y > 0));
        Assert.All(Lines(curvature)[1].Xs.Zip(Lines(curvature)[1].Ys), p => Assert.Equal(p.First > end, p.Second > 0));
        Assert.All(Lines(derivative)[0].Ys.Zip(Lines(derivative)[1].Ys),
            p => Assert.True(p.First > p.Second && p.Second > 0));
        Assert.InRange(Marks(derivative)[0].Ys[0] / Marks(derivative)[0].Ys[1], 28, 29);
    }

    // S2-109 S2-110: the marks are at the bottoms of the drawn curves, whose points are 0.01 apart.
    [Fact]
    public void Squared_error_is_drawn_with_two_minima_and_cross_entropy_with_one()
    {
        Panel panel = PanelsOf("two-minima")[0];
        Assert.Equal([[-0.23, 1.95], [-0.33]], Marks(panel).Select(m => m.Xs));
        Assert.All(Lines(panel).Reverse().Zip([-0.23, -0.33]),
            curve => Assert.Equal(curve.Second, Bottom(curve.First), 1e-9));
    }

    // S4-103 S4-104: the threshold takes steps of sixths; the cross-entropy's curve and surface are convex, the
    // squared error's are not.
    [Fact]
    public void Thresholded_costs_are_flat_and_cross_entropy_is_convex()
    {
        Line[] lines = Lines(PanelsOf("flat-regions")[0]);
        Assert.Equal([true, false], lines.Take(2).Select(l => Convex(l.Ys.Count, i => l.Ys[i])));
        Assert.All(lines[2].Ys.Where(double.IsFinite), y => Assert.Equal(Math.Round(6 * y), 6 * y, 1e-9));
        HeatMap[] maps = [.. PanelsOf("cost-surfaces").Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.All(Cells(maps[0]), cell => Assert.Equal(Math.Round(6 * cell.Cost), 6 * cell.Cost, 1e-9));
        Assert.Equal([false, true], maps.Skip(1).Select(Bowl));

        static bool Bowl(HeatMap m) => Enumerable.Range(0, m.Rows).All(r => Convex(m.Columns, c => m[r, c]))
            && Enumerable.Range(0, m.Columns).All(c => Convex(m.Rows, r => m[r, c]));
        static bool Convex(int count, Func<int, double> y) =>
            Enumerable.Range(1, count - 2).All(i => y(i - 1) + y(i + 1) - 2 * y(i) >= -1e-12);
    }

    // S4-013: the marked minimum is the lowest point of the parabola, and lies in the middle of the drawn map, at its
    // lowest cell.
    [Fact]
    public void The_cost_of_a_line_is_lowest_at_its_mark_on_parabola_and_bowl()
    {
        IReadOnlyList<Panel> panels = PanelsOf("line-cost");
        Markers minimum = Marks(panels[0])[0];
        Assert.Equal(minimum.Ys[0], Lines(panels[0])[0].Ys.Min(), 1e-12);
        Assert.Equal(minimum.Xs[0], Bottom(Lines(panels[0])[0]), 1e-12);
        Assert.Equal(minimum.Xs[0], Marks(panels[1])[0].Xs[0]);
        HeatMap map = panels[1].Series.OfType<HeatMap>().Single();
        (int row, int column, _) = Cells(map).MinBy(cell => cell.Cost);
        // both parameters are drawn 2 to either side of the minimum
        Assert.InRange(row, map.Rows / 2 - 1, map.Rows / 2);
        Assert.InRange(column, map.Columns / 2 - 1, map.Columns / 2);
    }

    private static IEnumerable<(int Row, int Column, double Cost)> Cells(HeatMap map) =>
        Enumerable.Range(0, map.Rows).SelectMany(r => Enumerable.Range(0, map.Columns).Select(c => (r, c, map[r, c])));

    // (3.21) S1-041: 950 and 50 samples are drawn; right of each boundary lies the labelled share of the rare class.
    [Fact]
    public void The_weighted_boundary_is_drawn_further_left_and_finds_more_of_the_rare_class()
    {
        Panel panel = PanelsOf("imbalance")[0];
        double[] rare = ClassWeights.Draw(1)[ClassWeights.Common..];
        VerticalLine[] boundaries = [.. panel.Series.OfType<VerticalLine>()];
        Assert.True(boundaries[1].At < boundaries[0].At);
        Assert.All(boundaries,
            b => Assert.Contains($"{rare.Average(x => x >= b.At ? 1.0 : 0):P0}", b.Label, StringComparison.Ordinal));
        Assert.Equal([950, 50], panel.Series.OfType<Histogram>().Select(h => h.Counts.Sum()));
    }
}
