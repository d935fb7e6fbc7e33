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
            double[] differences = [.. Enumerable.Range(1, value.Xs.Count - 2).Select(i => (value.Ys[i + 1] - value.Ys[i - 1]) / (value.Xs[i + 1] - value.Xs[i - 1]))];
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

    // S0-018 S0-019 S0-021 S1-339: the bars are the numbers of the example; the dog's label says 0.082.
    [Fact]
    public void Cat_dog_and_bird_are_drawn_with_their_right_probabilities()
    {
        Bars[] bars = [.. PanelsOf("cat-dog-bird").Select(p => p.Series.OfType<Bars>().Single())];
        Assert.Equal([4.2, 1.8, -0.5], bars[0].Values);
        Digits.Agree([66.686331, 6.049647, 0.606531], [.. bars[1].Values], 7);
        Digits.Agree(1, bars[2].Values.Sum(), 14);
        Assert.Equal("0.082", bars[2].Values[1].ToString(bars[2].ShowValues));
    }

    // S0-025: the two marked examples lie on the curve at gaps 0.1 and 2.
    [Fact]
    public void The_marked_examples_lie_on_the_sigmoid_of_the_gap()
    {
        Markers[] marks = [.. PanelsOf("two-classes").Single().Series.OfType<Markers>()];
        Assert.Equal([0.1, 2], marks.Select(m => m.Xs[0]));
        Assert.All(marks, m => Digits.Agree(ScalarActivations.Sigmoid(m.Xs[0]), m.Ys[0], 14));
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

    // S4-005 S2-036 S1-140: sigmoid's first layer gets least, its last most; ReLU's stay within a factor 10.
    [Fact]
    public void Sigmoid_gradients_rise_towards_the_last_layer_and_relus_do_not()
    {
        Markers[] marks = [.. PanelsOf("gradient-by-layer").Single().Series.OfType<Markers>()];
        Markers sigmoid = marks.Single(m => m.Label == "sigmoid");
        Markers relu = marks.Single(m => m.Label == "ReLU");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], sigmoid.Xs);
        Assert.Equal(sigmoid.Ys.Order(), sigmoid.Ys);
        Assert.True(sigmoid.Ys[0] < 1e-4 * sigmoid.Ys[^1]);
        Assert.True(relu.Ys.Max() < 10 * relu.Ys.Min());
    }

    // S4-005: no sigmoid chain lies above the drawn bound.
    [Fact]
    public void Sigmoid_chains_stay_below_the_bound()
    {
        Panel panel = PanelsOf("chain-bound").Single();
        Line bound = LinesOf(panel).Single();
        Markers sigmoid = panel.Series.OfType<Markers>().Single(m => m.Label == "sigmoid");
        Assert.Equal(bound.Ys[0], sigmoid.Ys[0]);
        Assert.All(bound.Ys.Zip(sigmoid.Ys).Skip(1), pair => Assert.True(pair.Second < pair.First));
    }

    // S1-124: ReLU's line is level, and the steeper the leak the sooner the unit is back at b = 1.
    [Fact]
    public void The_dead_units_line_is_level_and_leaky_ones_rise()
    {
        Line[] lines = [.. LinesOf(PanelsOf("dead-unit").Single())];
        Assert.All(lines[0].Ys, b => Assert.Equal(-100, b));
        Assert.True(lines[1].Ys[^1] < lines[2].Ys[^1] || lines[2].Ys[^1] > 0.99);
        Assert.Equal(1, lines[2].Ys[^1], 0.01);
        Assert.Equal(1, lines[3].Ys[^1], 0.01);
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

    // S1-021 S1-234 S3-086: temperature orders the shares, and naive shares show the negative one.
    [Fact]
    public void Temperature_and_naive_shares_are_drawn_from_their_formulas()
    {
        Line[] lines = [.. LinesOf(PanelsOf("temperature").Single())];
        for (int i = 0; i < lines[0].Xs.Count; i++)
        {
            Digits.Agree(1, lines.Sum(l => l.Ys[i]), 14);
            Assert.True(lines[0].Ys[i] > lines[1].Ys[i] && lines[1].Ys[i] > lines[2].Ys[i]);
        }

        Bars[] bars = [.. PanelsOf("naive-shares").Single().Series.OfType<Bars>()];
        Assert.Equal([-0.25, 0.5, 0.75], bars[0].Values);
        Assert.All(bars[1].Values, p => Assert.True(p > 0));
    }
}
