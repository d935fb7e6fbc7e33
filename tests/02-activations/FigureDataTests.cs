using Reference.Plotting;

namespace Reference.Activations.Tests;

public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) => ActivationFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static IEnumerable<Line> LinesOf(Panel panel) => panel.Series.OfType<Line>();

    // S2-031: the drawn outputs stay in the ranges of the table, and reach close to their ends.
    [Fact]
    public void The_four_activations_are_drawn_in_their_ranges()
    {
        Line[] lines = [.. LinesOf(PanelsOf("four-activations")[0])];
        Assert.Equal(["ReLU", "sigmoid", "tanh", "softmax (z, 0)"], lines.Select(l => l.Label));
        Assert.Equal((0, 4), (lines[0].Ys.Min(), lines[0].Ys.Max()));
        Assert.All(lines[1].Ys.Concat(lines[3].Ys), y => Assert.InRange(y, 0.017, 0.983));
        Assert.True(lines[2].Ys.Min() < -0.999 && lines[2].Ys.Max() > 0.999);
    }

    // S4-136 S0-014 S0-015 S0-016: the dashed curve is the slope of the solid one, by differences of the drawn data, off the kink.
    [Theory]
    [InlineData("sigmoid", 0.25)]
    [InlineData("tanh", 1)]
    [InlineData("relu", 1)]
    [InlineData("sigmoid-tanh-relu", 1)]
    public void Dashed_curves_are_the_slopes_of_the_solid_ones(string name, double steepest)
    {
        IReadOnlyList<Panel> panels = PanelsOf(name);
        Assert.All(panels, panel =>
        {
            Line value = LinesOf(panel).Single(l => l.Style == LineStyle.Solid);
            Line slope = LinesOf(panel).Single(l => l.Style == LineStyle.Dashed);
            double[] differences = [.. Enumerable.Range(1, value.Xs.Count - 2)
                .Select(i => (value.Ys[i + 1] - value.Ys[i - 1]) / (value.Xs[i + 1] - value.Xs[i - 1]))];
            for (int i = 0; i < differences.Length; i++)
            {
                // Central differences of step 0.01 … 0.02: off by step² times a third derivative of at most 2.
                Assert.True(double.IsNaN(slope.Ys[i + 1]) || Math.Abs(differences[i] - slope.Ys[i + 1]) < 1e-3);
            }
        });
        Digits.Agree(steepest, panels.Max(p => LinesOf(p).Single(l => l.Style == LineStyle.Dashed).Ys.Where(double.IsFinite).Max()), 12);
    }

    // S1-141: the marked points lie on both slopes, and the order of the slopes changes there.
    [Fact]
    public void The_marked_crossover_lies_on_both_slopes()
    {
        Panel panel = PanelsOf("slopes-cross").Single();
        Markers marks = panel.Series.OfType<Markers>().Single();
        Assert.All(marks.Xs.Zip(marks.Ys), p =>
        {
            Digits.Agree(ScalarActivations.TanhDerivative(p.First), p.Second, 12);
            Digits.Agree(ScalarActivations.SigmoidDerivative(p.First), p.Second, 12);
        });
        Line[] lines = [.. LinesOf(panel)];
        Assert.All(lines[0].Xs.Select((x, i) => (x, i)), at => Assert.Equal(Math.Abs(at.x) < marks.Xs[1], lines[0].Ys[at.i] > lines[1].Ys[at.i]));
    }

    // S1-017: the step's map has two values, the sigmoid's agrees with it on which side of ½ every cell lies.
    [Fact]
    public void The_probability_map_turns_where_the_step_does()
    {
        HeatMap[] maps = [.. PanelsOf("step-to-sigmoid").Select(p => p.Series.OfType<HeatMap>().Single())];
        for (int row = 0; row < maps[0].Rows; row++)
        {
            for (int column = 0; column < maps[0].Columns; column++)
            {
                Assert.True(maps[0][row, column] is 0 or 1);
                Assert.Equal(maps[0][row, column] == 1, maps[1][row, column] >= 0.5);
            }
        }
    }

    // S1-267: the drawn error of the tanh form stays within its bound, and GELU's slope overshoots 1.
    [Fact]
    public void The_gelu_figure_shows_the_dip_the_overshoot_and_the_error()
    {
        IReadOnlyList<Panel> panels = PanelsOf("gelu");
        Assert.InRange(LinesOf(panels[0]).First().Ys.Min(), -0.17, -0.1699);
        Assert.InRange(LinesOf(panels[1]).First().Ys.Max(), 1.12, 1.14);
        Assert.InRange(LinesOf(panels[2]).Single().Ys.Max(Math.Abs), 4.7e-4, 4.74e-4);
    }

    // S4-094
    [Fact]
    public void The_sampled_sigmoid_is_drawn_from_2000_points()
    {
        Line line = LinesOf(PanelsOf("sigmoid-2000").Single()).Single();
        Assert.Equal(2000, line.Xs.Count);
        Digits.Agree(99.9, line.Xs[^1], 12);
    }

    // S4-006 S4-007: the step has two values and slope 0, the line is the score itself with slope 1.
    [Fact]
    public void The_step_is_drawn_flat_and_the_line_straight()
    {
        IReadOnlyList<Panel> panels = PanelsOf("step-and-linear");
        Line[] values = [.. LinesOf(panels[0])], slopes = [.. LinesOf(panels[1])];
        Assert.All(values[0].Xs.Zip(values[0].Ys), p => Assert.Equal(p.First < 0 ? 0 : 1, p.Second));
        Assert.Equal(values[1].Xs, values[1].Ys);
        Assert.All(slopes[0].Ys, slope => Assert.Equal(0, slope));
        Assert.All(slopes[1].Ys, slope => Assert.Equal(1, slope));
    }

    // S1-015: every curve is ½ on the line and turned about that point, and the slope there is a quarter of ‖w‖.
    [Fact]
    public void Probabilities_turn_at_the_line_the_more_sharply_the_longer_w()
    {
        foreach ((Line line, double length) in LinesOf(PanelsOf("probability-by-distance").Single()).Zip(new[] { 0.5, 1, 3 }))
        {
            int middle = line.Xs.Count / 2;
            Assert.Equal(0, line.Xs[middle], 1e-12);
            Assert.Equal(0.5, line.Ys[middle], 1e-12);
            Assert.All(line.Ys.Zip(line.Ys.Reverse()), pair => Assert.Equal(1, pair.First + pair.Second, 1e-12));
            // A central difference of step 0.025: off by the third derivative ‖w‖³/8 times a sixth of its square.
            Assert.Equal(length / 4, (line.Ys[middle + 1] - line.Ys[middle - 1]) / (line.Xs[middle + 1] - line.Xs[middle - 1]), 1e-3);
        }
    }

    // S1-125 S1-126 S1-127 S4-011: right of 0 all rise with slope 1, λ or towards 1; left of 0 each has its own limit or slope.
    [Fact]
    public void Rectifiers_part_to_the_left_of_zero()
    {
        Line[] lines = [.. LinesOf(PanelsOf("rectifiers")[0])];
        Assert.Equal(["ReLU", "leaky ReLU, α = 0.1", "ELU", "SELU", "softplus"], lines.Select(l => l.Label));
        double Factor(int i) => i == 3 ? ScalarActivations.SeluScale : 1;
        for (int k = 0; k < lines[0].Xs.Count; k++)
        {
            double x = lines[0].Xs[k];
            Assert.Equal(Math.Log(1 + Math.Exp(x)), lines[4].Ys[k], 1e-12);
            if (x >= 0)
            {
                Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(Factor(i) * x, lines[i].Ys[k], 1e-12));
            }
            else
            {
                Assert.Equal((0, 0.1 * x), (lines[0].Ys[k], lines[1].Ys[k]));
                Assert.Equal(Math.Exp(x) - 1, lines[2].Ys[k], 1e-12);
                Assert.Equal(ScalarActivations.SeluScale * ScalarActivations.SeluAlpha * (Math.Exp(x) - 1), lines[3].Ys[k], 1e-12);
            }
        }
    }
}
