using Reference.Plotting;

namespace Reference.Losses.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => LossFigures.All.Single(f => f.Name == name).Draw();

    private static Panel PanelOf(string name) => Of(name).Panels[0];

    private static Line LineOf(Panel panel, string label) => panel.Series.OfType<Line>().Single(l => l.Label == label);

    private static double At(Line line, double x) => line.Ys[Enumerable.Range(0, line.Xs.Count).MinBy(i => Math.Abs(line.Xs[i] - x))];

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
        Line[] losses = [.. figure.Panels[0].Series.OfType<Line>()];
        Assert.Equal([9, 3, 2.5, 2.75], losses.Select(l => l.Ys[^1]));
        Assert.All(losses, l => Assert.Equal(0, At(l, 0), 1e-12));
        Assert.Equal([6, 1, 1, 1], figure.Panels[1].Series.OfType<Line>().Select(l => l.Ys[^1]));
        Assert.Equal([-6, -1, -1, -1], figure.Panels[1].Series.OfType<Line>().Select(l => l.Ys[0]));
    }

    // S4-099 S4-100 S4-101 S4-102: both curves have their marked maximum at the mean of the flips, and 0.032 is drawn.
    [Fact]
    public void The_coin_curves_peak_at_the_mean()
    {
        foreach (Panel panel in Of("coin-likelihood").Panels)
        {
            Line[] curves = [.. panel.Series.OfType<Line>()];
            Assert.Equal(2.0 / 3, curves[0].Xs[Enumerable.Range(0, 401).MaxBy(i => curves[0].Ys[i])], 3e-3);
            Assert.Equal(0.5, curves[1].Xs[Enumerable.Range(0, 401).MaxBy(i => curves[1].Ys[i])], 3e-3);
        }

        Markers printed = PanelOf("coin-likelihood").Series.OfType<Markers>().First(m => !m.Filled);
        Assert.Equal(0.032, printed.Ys[0], 1e-15);
    }

    // S2-110: the shaded region ends at −ln 2, where the drawn curvature of squared error changes sign; cross-entropy's never does.
    [Fact]
    public void The_drawn_curvature_changes_sign_where_the_shading_ends()
    {
        Panel panel = Of("logit-curvature").Panels[1];
        double end = panel.Series.OfType<Region>().Single().Xs[^1];
        Assert.Equal(-Math.Log(2), end, 1e-15);
        Line[] lines = [.. panel.Series.OfType<Line>()];
        Assert.All(lines[0].Ys, y => Assert.True(y > 0));
        Assert.All(lines[1].Xs.Zip(lines[1].Ys), p => Assert.Equal(p.First > end, p.Second > 0));
    }

    // S2-114: cross-entropy's pull is larger everywhere on the wrong side, 28 times at −4.
    [Fact]
    public void Cross_entropy_pulls_harder_at_every_logit()
    {
        Panel panel = PanelOf("gradient-magnitudes");
        Line ce = LineOf(panel, "cross-entropy"), mse = LineOf(panel, "squared error");
        Assert.All(ce.Ys.Zip(mse.Ys), p => Assert.True(p.First > p.Second));
        Assert.InRange(At(ce, -4) / At(mse, -4), 28, 29);
    }

    // S3-035: the mean's line rises by 1/11 of the outlier's way, the other two end flat.
    [Fact]
    public void Only_the_mean_follows_the_outlier()
    {
        Line[] lines = [.. PanelOf("outlier").Series.OfType<Line>()];
        Assert.Equal(20.0 / 11, lines[0].Ys[^1] - lines[0].Ys[0], 1e-12);
        Assert.All(lines.Skip(1), l => Assert.Equal(l.Ys[50], l.Ys[^1], 1e-12));
    }

    // S3-227: bars of accuracy, cross-entropy and Brier score.
    [Fact]
    public void Bars_show_equal_accuracy_and_unequal_losses()
    {
        Bars[] bars = [.. PanelOf("accuracy-and-cross-entropy").Series.OfType<Bars>()];
        Assert.Equal(bars[0].Values[0], bars[1].Values[0]);
        Assert.Equal(0.4541926115, bars[0].Values[1], 1e-10);
        Assert.Equal(0.9162907319, bars[1].Values[1], 1e-10);
        Assert.True(bars[0].Values[2] < bars[1].Values[2]);
    }

    // S1-027: the product's line ends near the smallest double, the sum's goes on, and up to there they agree.
    [Fact]
    public void The_line_of_the_product_ends_and_that_of_the_sum_goes_on()
    {
        Line[] lines = [.. PanelOf("underflow").Series.OfType<Line>()];
        Assert.All(lines[0].Ys, y => Assert.True(double.IsFinite(y)));
        Assert.True(double.IsNaN(lines[1].Ys[^1]));
        Assert.Equal(lines[0].Ys[60], lines[1].Ys[60], 1e-9);
    }

    // S1-013 S1-035 S1-037: each curve is lowest at its marked point, and that is the entropy.
    [Fact]
    public void Cross_entropy_curves_are_lowest_at_the_truth()
    {
        Panel panel = PanelOf("gibbs");
        Markers entropy = panel.Series.OfType<Markers>().Single();
        Line[] curves = [.. panel.Series.OfType<Line>()];
        for (int i = 0; i < curves.Length; i++)
        {
            Assert.Equal(entropy.Ys[i], curves[i].Ys.Min(), 1e-5);
            Assert.Equal(entropy.Xs[i], curves[i].Xs[Enumerable.Range(0, curves[i].Xs.Count).MinBy(k => curves[i].Ys[k])], 1e-3);
        }
    }

    // S4-103 S4-104: threshold takes steps of sixths; the cross-entropy's curve and surface are convex, the squared error's are not.
    [Fact]
    public void Flat_regions_are_flat_and_the_bowl_is_one()
    {
        Line[] lines = [.. PanelOf("flat-regions").Series.OfType<Line>()];
        Assert.True(Convex(lines[0]));
        Assert.False(Convex(lines[1]));
        Assert.All(lines[2].Ys, y => Assert.Equal(Math.Round(6 * y), 6 * y, 1e-9));

        HeatMap[] maps = [.. Of("cost-surfaces").Panels.Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.All(Cells(maps[0]), cost => Assert.Equal(Math.Round(6 * cost), 6 * cost, 1e-9));
        Assert.False(Bowl(maps[1]));
        Assert.True(Bowl(maps[2]));

        static bool Convex(Line l) => Sags(l.Ys.Count, i => l.Ys[i]);
        static bool Bowl(HeatMap m) =>
            Enumerable.Range(0, m.Rows).All(r => Sags(m.Columns, c => m[r, c])) && Enumerable.Range(0, m.Columns).All(c => Sags(m.Rows, r => m[r, c]));
        static bool Sags(int count, Func<int, double> y) => Enumerable.Range(1, count - 2).All(i => y(i - 1) + y(i + 1) - 2 * y(i) >= -1e-12);
    }

    // S1-012 S1-034 S1-078: cross-entropy grows without limit where squared error stops at 1.
    [Fact]
    public void Confident_mistakes_are_marked_at_their_price()
    {
        Panel panel = PanelOf("confident-mistakes");
        Markers marked = panel.Series.OfType<Markers>().Single();
        Assert.Equal([-Math.Log(0.49), -Math.Log(1 - 0.9), -Math.Log(1 - 0.99)], marked.Ys);
        Assert.Equal(1.0, LineOf(panel, "squared error c²").Ys[^1]);
    }

    // S4-013: the marked minimum is the lowest point of parabola and bowl: of the drawn curve, and in the middle of the drawn map.
    [Fact]
    public void The_cost_of_a_line_is_lowest_at_its_mark_on_parabola_and_bowl()
    {
        IReadOnlyList<Panel> panels = Of("line-cost").Panels;
        Markers minimum = panels[0].Series.OfType<Markers>().Single(), bottom = panels[1].Series.OfType<Markers>().Single();
        Line parabola = panels[0].Series.OfType<Line>().Single();
        Assert.Equal(minimum.Ys[0], parabola.Ys.Min(), 1e-12);
        Assert.Equal(minimum.Xs[0], parabola.Xs[Enumerable.Range(0, parabola.Xs.Count).MinBy(i => parabola.Ys[i])], 1e-12);
        Assert.Equal(minimum.Xs[0], bottom.Xs[0]);
        HeatMap map = panels[1].Series.OfType<HeatMap>().Single();
        Assert.All(Cells(map), cost => Assert.True(cost >= minimum.Ys[0]));
        (int row, int column) = Enumerable.Range(0, map.Rows)
            .SelectMany(r => Enumerable.Range(0, map.Columns).Select(c => (r, c)))
            .MinBy(at => map[at.r, at.c]);
        Assert.InRange(row, map.Rows / 2 - 1, map.Rows / 2); // both parameters are drawn 2 to either side of the minimum
        Assert.InRange(column, map.Columns / 2 - 1, map.Columns / 2);
    }

    private static IEnumerable<double> Cells(HeatMap map) =>
        Enumerable.Range(0, map.Rows).SelectMany(r => Enumerable.Range(0, map.Columns).Select(c => map[r, c]));
}
