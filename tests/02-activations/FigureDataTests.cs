using Reference.Plotting;

namespace Reference.Activations.Tests;

/// <summary>The plotted data.</summary>
public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        ActivationFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Line[] LinesOf(Panel panel) => [.. panel.Series.OfType<Line>()];

    private static Markers[] MarksOf(Panel panel) => [.. panel.Series.OfType<Markers>()];

    // S2-031 S4-136 S0-014 S0-015 S0-016: dashed is the derivative of solid, by differences, off the kink.
    [Fact]
    public void Dashed_curves_are_the_derivatives_of_the_solid_ones()
    {
        double[] steepest = [.. PanelsOf("four-activations").Select(panel =>
        {
            Line value = LinesOf(panel).Single(l => l.Style == LineStyle.Solid),
                derivative = LinesOf(panel).Single(l => l.Style == LineStyle.Dashed);
            for (int i = 1; i < value.Xs.Count - 1; i++)
            {
                // Central differences of step 0.01 … 0.02: off by step² times a third derivative of at most 2.
                double difference = (value.Ys[i + 1] - value.Ys[i - 1]) / (value.Xs[i + 1] - value.Xs[i - 1]);
                Assert.True(double.IsNaN(derivative.Ys[i]) || Math.Abs(difference - derivative.Ys[i]) < 1e-3);
            }

            return derivative.Ys.Where(double.IsFinite).Max();
        })];
        Digits.Agree([0.25, 1, 1], steepest[..3], 12);
        Assert.InRange(steepest[3], 0.2499, 0.25);
    }

    // S4-006 S4-007: the jump is a gap between an open and a closed end; the step's derivative is 0, the line's 1.
    [Fact]
    public void The_step_is_drawn_with_a_jump_and_the_line_straight()
    {
        IReadOnlyList<Panel> panels = PanelsOf("step-and-linear");
        Assert.Equal([0, 0, double.NaN, 1, 1], LinesOf(panels[0])[0].Ys);
        Assert.Equal([(0, false), (1, true)], MarksOf(panels[0]).Select(m => (m.Ys[0], m.Filled)));
        Assert.Equal(LinesOf(panels[0])[1].Xs, LinesOf(panels[0])[1].Ys);
        Assert.Equal([0, 0, double.NaN, 0, 0], LinesOf(panels[1])[0].Ys);
        Assert.Equal([1, 1], LinesOf(panels[1])[1].Ys);
    }

    // (2.5) S1-017: the step's map has two values, and the sigmoid's lies on the same side of ½ in every cell.
    [Fact]
    public void The_probability_map_turns_where_the_step_does()
    {
        HeatMap[] maps = [.. PanelsOf("step-to-sigmoid").SelectMany(p => p.Series.OfType<HeatMap>())];
        Assert.All(Enumerable.Range(0, maps[0].Rows * maps[0].Columns), cell =>
        {
            (int row, int column) = Math.DivRem(cell, maps[0].Columns);
            Assert.Equal(maps[1][row, column] >= 0.5 ? 1 : 0, maps[0][row, column]);
        });
    }

    // (2.5) S1-015: every curve is ½ on the line, with a quarter of ‖w‖ as its derivative there.
    [Fact]
    public void Probabilities_turn_at_the_line_the_more_sharply_the_longer_w() => Assert.All(
        LinesOf(PanelsOf("step-to-sigmoid")[2]).Zip([0.5, 1, 3]),
        pair =>
        {
            (Line line, int middle) = (pair.First, pair.First.Xs.Count / 2);
            Assert.Equal((0, 0.5), (line.Xs[middle], line.Ys[middle]));
            double slope = (line.Ys[middle + 1] - line.Ys[middle - 1]) / (line.Xs[middle + 1] - line.Xs[middle - 1]);
            Assert.Equal(pair.Second / 4, slope, 1e-3); // off by ‖w‖³/8 times a sixth of 0.025²
        });

    // S4-094
    [Fact]
    public void The_sampled_sigmoid_has_2000_points_and_ends_before_100()
    {
        Line line = LinesOf(PanelsOf("sigmoid-2000").Single()).Single();
        Assert.Equal(2000, line.Xs.Count);
        Digits.Agree(99.9, line.Xs[^1], 12);
        Assert.Equal([-1.0, -0.5, 0, 0.5], ActivationFigures.Range(-1, 1, 0.5));
        Assert.Equal([-1.0, -0.5, 0, 0.5, 1], ActivationFigures.Range(-1, 1.1, 0.5));
    }

    // S1-141: the marked points lie on both curves, and the order of the curves changes there.
    [Fact]
    public void The_marked_crossover_lies_on_both_derivatives()
    {
        Panel panel = PanelsOf("slopes-cross").Single();
        Markers marks = MarksOf(panel).Single();
        Assert.Equal("1.662886", $"{marks.Xs[1]:0.000000}");
        Digits.Agree(ScalarActivations.TanhDerivative(marks.Xs[1]), marks.Ys[1], 12);
        (Line tanh, Line sigmoid) = (LinesOf(panel)[0], LinesOf(panel)[1]);
        Assert.All(tanh.Xs.Select((x, i) => (x, i)),
            at => Assert.Equal(Math.Abs(at.x) < marks.Xs[1], tanh.Ys[at.i] > sigmoid.Ys[at.i]));
    }

    // S4-005 S1-140: no sigmoid chain lies above the bound; tanh falls more slowly, ReLU not at all.
    [Fact]
    public void Sigmoid_chains_stay_below_the_bound_tanh_falls_and_relu_stays()
    {
        Panel panel = PanelsOf("gradient-by-layer")[0];
        (Line bound, Markers[] marks) = (LinesOf(panel).Single(), MarksOf(panel));
        Assert.Equal(bound.Ys[0], marks[0].Ys[0]);
        Assert.All(bound.Ys.Zip(marks[0].Ys).Skip(1), pair => Assert.True(pair.Second < pair.First));
        Assert.Equal((20, 0.016), (marks[1].Xs[^1], Math.Round(marks[1].Ys[^1], 3)));
        Assert.All(marks[2].Ys, derivative => Assert.Equal(1, derivative));
    }

    // S1-124 S3-211: ReLU's line is level; the larger α, the sooner the unit is back at b = 1.
    [Fact]
    public void A_dead_unit_is_drawn_level_and_a_leaky_one_recovers()
    {
        Line[] lines = LinesOf(PanelsOf("dead-unit").Single());
        Assert.All(lines[0].Ys, b => Assert.Equal(-100, b));
        int[] back = [.. lines.Skip(1).Select(l => l.Ys.TakeWhile(b => b < 0.99).Count())]; // in steps; 1001 is never
        Assert.True(back[2] < back[1] && back[1] < back[0] && back[1] < 1001, string.Join(", ", back));
    }

    // (2.20) S0-025 S1-339: forty pairs and the two examples lie on the sigmoid of the gap, whatever z₂.
    [Fact]
    public void All_pairs_lie_on_the_sigmoid_of_the_gap()
    {
        Markers[] scattered = MarksOf(PanelsOf("two-classes")[0]), marks = MarksOf(PanelsOf("two-classes")[1]);
        Assert.Equal([40, 1, 1], marks.Select(m => m.Xs.Count));
        Assert.Equal(scattered.Select(m => m.Ys), marks.Select(m => m.Ys));
        Digits.Agree([0.1, 2], [.. marks.Skip(1).Select(m => m.Xs[0])], 14);
        Assert.All(marks, m => Digits.Agree([.. m.Xs.Select(ScalarActivations.Sigmoid)], [.. m.Ys], 14));
    }

    // (2.22) S1-235 S1-239: the norm at s = 1 is that of the drawn cells; it vanishes for stretched scores.
    [Fact]
    public void The_drawn_Jacobian_vanishes_when_the_scores_are_stretched()
    {
        IReadOnlyList<Panel> panels = PanelsOf("softmax-jacobian");
        HeatMap map = panels[0].Series.OfType<HeatMap>().Single();
        double squares = Enumerable.Range(0, 9).Sum(k => map[k / 3, k % 3] * map[k / 3, k % 3]);
        Line norm = LinesOf(panels[1]).Single();
        Assert.Equal(Math.Sqrt(squares), ActivationFigures.NormAt(1), 1e-15);
        Assert.Equal(norm.Ys.Select((_, i) => ActivationFigures.NormAt(norm.Xs[i])), norm.Ys);
        Assert.True(norm.Ys[^1] < 1e-20);
    }

    // (2.23) S1-021 S1-234
    [Fact]
    public void Temperature_orders_the_shares()
    {
        Line[] lines = LinesOf(PanelsOf("temperature").Single());
        Assert.All(Enumerable.Range(0, lines[0].Xs.Count), i =>
        {
            Digits.Agree(1, lines.Sum(l => l.Ys[i]), 14);
            Assert.True(lines[0].Ys[i] > lines[1].Ys[i] && lines[1].Ys[i] > lines[2].Ys[i]);
        });
    }
}
