using Reference.Plotting;

namespace Reference.Losses.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => LossFigures.All.Single(f => f.Name == name).Draw();

    private static Panel PanelOf(string name) => Of(name).Panels[0];

    private static Line[] Lines(Panel panel) => [.. panel.Series.OfType<Line>()];

    private static Line LineOf(Panel panel, string label) => Lines(panel).Single(l => l.Label == label);

    private static Markers MarkersOf(Panel panel) => panel.Series.OfType<Markers>().Single();

    private static double Top(Line line) => line.Xs[Enumerable.Range(0, line.Xs.Count).MaxBy(i => line.Ys[i])];

    private static double Bottom(Line line) => line.Xs[Enumerable.Range(0, line.Xs.Count).MinBy(i => line.Ys[i])];

    // S1-011 S2-111 S3-038: the two halves cross at (½, ln 2), fall and rise.
    [Fact]
    public void The_two_halves_of_log_loss_cross_at_one_half()
    {
        Panel panel = PanelOf("surprise");
        Line one = LineOf(panel, "y = 1: −ln p"), zero = LineOf(panel, "y = 0: −ln(1 − p)");
        Assert.All(one.Xs.Zip(one.Ys), p => Assert.Equal(-Math.Log(p.First), p.Second, 1e-12));
        Assert.All(zero.Xs.Zip(zero.Ys), p => Assert.Equal(-Math.Log(1 - p.First), p.Second, 1e-12));
        Markers half = panel.Series.OfType<Markers>().Single(m => m.Label is not null);
        Assert.Equal((0.5, Math.Log(2)), (half.Xs[0], half.Ys[0]));
    }

    // S3-033 S3-034 S3-036 S3-037: four known shapes, all 0 at 0, and the order far out.
    [Fact]
    public void Loss_shapes_are_the_losses()
    {
        Figure figure = Of("loss-shapes");
        Line[] losses = Lines(figure.Panels[0]), derivatives = Lines(figure.Panels[1]);
        Assert.Equal([9, 3, 2.5, 2.75], losses.Select(l => l.Ys[^1]));
        Assert.All(losses, l => Assert.Equal(0, l.Ys.Min(), 1e-12));
        Assert.Equal([6, 1, 1, 1], derivatives.Select(l => l.Ys[^1]));
        Assert.Equal([-6, -1, -1, -1], derivatives.Select(l => l.Ys[0]));
    }

    // S4-099 S4-100 S4-101 S4-102: both curves have their marked maximum at the mean of the flips, and 0.032 is drawn.
    [Fact]
    public void The_coin_curves_peak_at_the_mean()
    {
        foreach (Panel panel in Of("coin-likelihood").Panels)
        {
            Assert.Equal(2.0 / 3, Top(Lines(panel)[0]), 3e-3);
            Assert.Equal(0.5, Top(Lines(panel)[1]), 3e-3);
        }

        Assert.Equal(0.032, PanelOf("coin-likelihood").Series.OfType<Markers>().First(m => !m.Filled).Ys[0], 1e-15);
    }

    // S2-110: the shaded region ends at −ln 2, where the drawn curvature of squared error changes sign; cross-entropy's never does.
    [Fact]
    public void The_drawn_curvature_changes_sign_where_the_shading_ends()
    {
        Panel panel = Of("logit-curvature").Panels[1];
        double end = panel.Series.OfType<Region>().Single().Xs[^1];
        Assert.Equal(-Math.Log(2), end, 1e-15);
        Assert.All(Lines(panel)[0].Ys, y => Assert.True(y > 0));
        Assert.All(Lines(panel)[1].Xs.Zip(Lines(panel)[1].Ys), p => Assert.Equal(p.First > end, p.Second > 0));
    }

    // S2-114: the derivative of cross-entropy is larger at every logit, 28 times at −4.
    [Fact]
    public void The_derivative_of_cross_entropy_is_larger_at_every_logit()
    {
        Panel panel = PanelOf("gradient-magnitudes");
        Assert.All(Lines(panel)[0].Ys.Zip(Lines(panel)[1].Ys), p => Assert.True(p.First > p.Second && p.Second > 0));
        Markers marks = MarkersOf(panel);
        Assert.InRange(marks.Ys[0] / marks.Ys[1], 28, 29);
    }

    // S3-035: the mean's line rises by 1/11 of the outlier's way, the other two end flat.
    [Fact]
    public void Only_the_mean_follows_the_outlier()
    {
        Line[] lines = Lines(PanelOf("outlier"));
        Assert.Equal(20.0 / 11, lines[0].Ys[^1] - lines[0].Ys[0], 1e-12);
        Assert.All(lines.Skip(1), l => Assert.Equal(l.Ys[50], l.Ys[^1], 1e-12));
    }

    // S3-227: bars of accuracy, cross-entropy and Brier score.
    [Fact]
    public void Bars_show_equal_accuracy_and_unequal_losses()
    {
        Bars[] bars = [.. PanelOf("accuracy-and-cross-entropy").Series.OfType<Bars>()];
        Assert.Equal(bars[0].Values[0], bars[1].Values[0]);
        Assert.True(bars[0].Values[1] < bars[1].Values[1] / 2);
        Assert.True(bars[0].Values[2] < bars[1].Values[2]);
    }

    // S1-027: the product's line ends near the smallest double, the sum's goes on, and up to there they agree.
    [Fact]
    public void The_line_of_the_product_ends_and_that_of_the_sum_goes_on()
    {
        Line[] lines = Lines(PanelOf("underflow"));
        Assert.All(lines[0].Ys, y => Assert.True(double.IsFinite(y)));
        Assert.True(double.IsNaN(lines[1].Ys[^1]));
        Assert.Equal(lines[0].Ys[60], lines[1].Ys[60], 1e-9);
    }

    // S1-013 S1-035 S1-037: each curve is lowest at its marked point, and that is the entropy.
    [Fact]
    public void Cross_entropy_curves_are_lowest_at_the_truth()
    {
        Markers entropy = MarkersOf(PanelOf("gibbs"));
        Line[] curves = Lines(PanelOf("gibbs"));
        Assert.Equal(3, curves.Length);
        Assert.All(curves.Zip(entropy.Xs.Zip(entropy.Ys)), c =>
        {
            Assert.Equal(c.Second.Second, c.First.Ys.Min(), 1e-5);
            Assert.Equal(c.Second.First, Bottom(c.First), 1e-3);
        });
    }

    // S4-103 S4-104: the threshold takes steps of sixths; the cross-entropy's curve and surface are convex, the squared error's are not.
    [Fact]
    public void Flat_regions_are_flat_and_the_bowl_is_one()
    {
        Line[] lines = Lines(PanelOf("flat-regions"));
        Assert.True(Convex(lines[0].Ys.Count, i => lines[0].Ys[i]));
        Assert.False(Convex(lines[1].Ys.Count, i => lines[1].Ys[i]));
        Assert.All(lines[2].Ys, y => Assert.Equal(Math.Round(6 * y), 6 * y, 1e-9));

        HeatMap[] maps = [.. Of("cost-surfaces").Panels.Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.All(Cells(maps[0]), cell => Assert.Equal(Math.Round(6 * cell.Cost), 6 * cell.Cost, 1e-9));
        Assert.False(Bowl(maps[1]));
        Assert.True(Bowl(maps[2]));

        static bool Bowl(HeatMap m) => Enumerable.Range(0, m.Rows).All(r => Convex(m.Columns, c => m[r, c]))
            && Enumerable.Range(0, m.Columns).All(c => Convex(m.Rows, r => m[r, c]));
        static bool Convex(int count, Func<int, double> y) =>
            Enumerable.Range(1, count - 2).All(i => y(i - 1) + y(i + 1) - 2 * y(i) >= -1e-12);
    }

    // S1-012 S1-034 S1-078: cross-entropy grows without limit where squared error ends at 1.
    [Fact]
    public void Confident_mistakes_are_marked_at_their_loss()
    {
        Panel panel = PanelOf("confident-mistakes");
        Assert.All(MarkersOf(panel).Ys.Zip([-Math.Log(0.49), Math.Log(10), Math.Log(100)]), y => Assert.Equal(y.Second, y.First, 1e-13));
        Assert.Equal(1.0, LineOf(panel, "squared error c²").Ys[^1]);
    }

    // S4-013: the marked minimum is the lowest point of the parabola, and lies in the middle of the drawn map, at its lowest cell.
    [Fact]
    public void The_cost_of_a_line_is_lowest_at_its_mark_on_parabola_and_bowl()
    {
        IReadOnlyList<Panel> panels = Of("line-cost").Panels;
        Markers minimum = MarkersOf(panels[0]), bottom = MarkersOf(panels[1]);
        Line parabola = Lines(panels[0]).Single();
        Assert.Equal(minimum.Ys[0], parabola.Ys.Min(), 1e-12);
        Assert.Equal(minimum.Xs[0], Bottom(parabola), 1e-12);
        Assert.Equal(minimum.Xs[0], bottom.Xs[0]);
        HeatMap map = panels[1].Series.OfType<HeatMap>().Single();
        (int row, int column, double least) = Cells(map).MinBy(cell => cell.Cost);
        Assert.True(least >= minimum.Ys[0]);
        Assert.InRange(row, map.Rows / 2 - 1, map.Rows / 2); // both parameters are drawn 2 to either side of the minimum
        Assert.InRange(column, map.Columns / 2 - 1, map.Columns / 2);
    }

    // S1-029: the drawn line is √(0.21/n), and the dots, of 200 series each, lie within a fifth of it.
    [Fact]
    public void Consistency_is_drawn_as_one_over_root_n()
    {
        Panel panel = PanelOf("consistency");
        (Line theory, Markers measured) = (Lines(panel).Single(), MarkersOf(panel));
        Assert.Equal(11, theory.Xs.Count);
        Assert.Equal(theory.Xs, measured.Xs);
        Assert.All(theory.Xs.Zip(theory.Ys), p => Assert.Equal(Math.Sqrt(0.21 / p.First), p.Second, 1e-15));
        Assert.All(measured.Ys.Zip(theory.Ys), pair => Assert.InRange(pair.First / pair.Second, 0.8, 1.2));
    }

    // (3.28) S2-111: hinge and cross-entropy in bits as functions of the margin; both are 1 at 0 and bound the mistakes.
    [Fact]
    public void Losses_of_a_margin_lie_above_the_count_of_mistakes()
    {
        Panel panel = PanelOf("margins");
        Line hinge = LineOf(panel, "hinge"), bits = LineOf(panel, "cross-entropy in bits");
        Assert.All(hinge.Xs.Zip(hinge.Ys), p => Assert.Equal(p.First < 1 ? 1 - p.First : 0, p.Second, 1e-12));
        Assert.All(bits.Xs.Zip(bits.Ys), p => Assert.Equal(Math.Log2(1 + Math.Exp(-p.First)), p.Second, 1e-12));
        Assert.All(bits.Xs.Zip(bits.Ys), p => Assert.True(p.Second >= (p.First < -1e-12 ? 1 : 0)));
        Line mistakes = LineOf(panel, "mistake: 1, else 0");
        Assert.Equal([(-3, 1), (0, 1), (0, 0), (3, 0)], mistakes.Xs.Zip(mistakes.Ys));
    }

    // S2-109 S2-110: the marks are at the bottoms of the drawn curves, whose points are 0.01 apart, as the search for the minima is.
    [Fact]
    public void Squared_error_is_drawn_with_two_minima_and_cross_entropy_with_one()
    {
        Panel panel = PanelOf("two-minima");
        Markers[] marks = [.. panel.Series.OfType<Markers>()];
        Assert.Equal([2, 1], marks.Select(m => m.Xs.Count));
        foreach ((Line l, Markers m) in new[] { LineOf(panel, "squared error"), LineOf(panel, "cross-entropy") }.Zip(marks))
        {
            int[] bottoms = [.. Enumerable.Range(1, l.Ys.Count - 2).Where(i => l.Ys[i] < l.Ys[i - 1] && l.Ys[i] < l.Ys[i + 1])];
            Assert.Equal(bottoms.Length, m.Xs.Count);
            Assert.All(bottoms.Zip(m.Xs), b => Assert.Equal(l.Xs[b.First], b.Second, 1e-9));
            Assert.All(bottoms.Zip(m.Ys), b => Assert.Equal(l.Ys[b.First], b.Second, 1e-12));
        }
    }

    // (3.35) S1-041: 950 and 50 samples are drawn; right of each boundary lies the labelled share of the rare class.
    [Fact]
    public void The_weighted_boundary_is_drawn_further_left_and_finds_more_of_the_rare_class()
    {
        Panel panel = PanelOf("imbalance");
        double[] rare = ClassWeights.Draw(1)[ClassWeights.Common..];
        VerticalLine[] boundaries = [.. panel.Series.OfType<VerticalLine>()];
        Assert.True(boundaries[1].At < boundaries[0].At);
        Assert.All(boundaries, b => Assert.Contains(
            $"{rare.Count(x => x >= b.At) / (double)rare.Length:P0}", b.Label, StringComparison.Ordinal));
        Assert.Equal([950, 50], panel.Series.OfType<Histogram>().Select(h => h.Counts.Sum()));
    }

    private static IEnumerable<(int Row, int Column, double Cost)> Cells(HeatMap map) =>
        Enumerable.Range(0, map.Rows).SelectMany(r => Enumerable.Range(0, map.Columns).Select(c => (r, c, map[r, c])));
}
