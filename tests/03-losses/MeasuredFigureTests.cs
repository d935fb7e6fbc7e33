using Reference.Plotting;

namespace Reference.Losses.Tests;

/// <summary>The data of the figures that show something measured or searched for.</summary>
public class MeasuredFigureTests
{
    private static Panel PanelOf(string name) => LossFigures.All.Single(f => f.Name == name).Draw().Panels[0];

    private static Line LineOf(Panel panel, string label) => panel.Series.OfType<Line>().Single(l => l.Label == label);

    // S1-029: every doubling of the flips divides the drawn line by √2, and the dots, of 200 series each, lie within a fifth of it.
    [Fact]
    public void Consistency_is_drawn_as_one_over_root_n()
    {
        Panel panel = PanelOf("consistency");
        Line theory = panel.Series.OfType<Line>().Single();
        Markers measured = panel.Series.OfType<Markers>().Single();
        Assert.Equal([4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096], theory.Xs);
        Assert.Equal(Math.Sqrt(0.3 * 0.7 / 4), theory.Ys[0], 1e-15);
        Assert.All(theory.Ys.Zip(theory.Ys.Skip(1)), pair => Assert.Equal(Math.Sqrt(2), pair.First / pair.Second, 1e-12));
        Assert.Equal(theory.Xs, measured.Xs);
        Assert.All(measured.Ys.Zip(theory.Ys), pair => Assert.InRange(pair.First / pair.Second, 0.8, 1.2));
    }

    // (3.28) S2-111: both losses lie on or above the count of mistakes at every margin; at margin 0 both are 1, and from 1 on the hinge is content.
    [Fact]
    public void Losses_of_a_margin_lie_above_the_count_of_mistakes()
    {
        Panel panel = PanelOf("margins");
        Line hinge = LineOf(panel, "hinge"), bits = LineOf(panel, "cross-entropy in bits");
        foreach (Line loss in new[] { hinge, bits })
        {
            Assert.All(loss.Xs.Zip(loss.Ys), p => Assert.True(p.Second >= (p.First < -1e-12 ? 1 : 0)));
            Assert.Equal(1, loss.Ys[loss.Xs.Count / 2], 1e-12);
            Assert.Equal(0, loss.Xs[loss.Xs.Count / 2], 1e-12);
        }

        Assert.All(hinge.Xs.Zip(hinge.Ys), p => Assert.Equal(p.First < 1 ? 1 - p.First : 0, p.Second, 1e-12));
        Assert.All(bits.Xs.Zip(bits.Ys), p => Assert.Equal(Math.Log2(1 + Math.Exp(-p.First)), p.Second, 1e-12));
        Line mistakes = LineOf(panel, "mistake: 1, else 0");
        Assert.Equal([(-3, 1), (0, 1), (0, 0), (3, 0)], mistakes.Xs.Zip(mistakes.Ys));
    }

    // S2-109 S2-110: the drawn squared error falls and rises twice, the cross-entropy once, and the marks are at the bottoms.
    [Fact]
    public void Squared_error_is_drawn_with_two_minima_and_cross_entropy_with_one()
    {
        Panel panel = PanelOf("two-minima");
        Markers[] marks = [.. panel.Series.OfType<Markers>()];
        Assert.Equal(2, marks[0].Xs.Count);
        Assert.Single(marks[1].Xs);
        AtTheBottoms(LineOf(panel, "squared error"), marks[0]);
        AtTheBottoms(LineOf(panel, "cross-entropy"), marks[1]);

        // The curve's points are 0.01 apart, as the search for the minima is.
        static void AtTheBottoms(Line l, Markers marks)
        {
            int[] bottoms = [.. Enumerable.Range(1, l.Ys.Count - 2).Where(i => l.Ys[i] < l.Ys[i - 1] && l.Ys[i] < l.Ys[i + 1])];
            Assert.Equal(bottoms.Length, marks.Xs.Count);
            Assert.All(bottoms.Zip(marks.Xs), b => Assert.Equal(l.Xs[b.First], b.Second, 1e-9));
            Assert.All(bottoms.Zip(marks.Ys), b => Assert.Equal(l.Ys[b.First], b.Second, 1e-12));
        }
    }

    // (3.35) S1-041: 950 and 50 samples are drawn; right of each boundary lies the share of the rare class that its label says.
    [Fact]
    public void The_weighted_boundary_is_drawn_further_left_and_finds_more_of_the_rare_class()
    {
        Panel panel = PanelOf("imbalance");
        double[] rare = [.. Imbalance.Draw(1).Skip(Imbalance.Common)];
        VerticalLine[] boundaries = [.. panel.Series.OfType<VerticalLine>()];
        Assert.True(boundaries[1].At < boundaries[0].At);
        Assert.All(boundaries, b => Assert.Contains($"{rare.Count(x => x >= b.At) / (double)rare.Length:P0}", b.Label, StringComparison.Ordinal));
        Assert.Equal([950, 50], panel.Series.OfType<Histogram>().Select(h => h.Counts.Sum()));
    }
}
