using Reference.Plotting;

namespace Reference.Activations.Tests;

public class GradientFigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) => ActivationFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static IEnumerable<Line> LinesOf(Panel panel) => panel.Series.OfType<Line>();

    // S4-005 S2-036 S1-140: sigmoid's first layer gets least, its last most; ReLU's stay within a factor 10.
    [Fact]
    public void Sigmoid_gradients_rise_towards_the_last_layer_and_those_of_relu_do_not()
    {
        Markers[] marks = [.. PanelsOf("gradient-by-layer").Single().Series.OfType<Markers>()];
        Markers sigmoid = marks.Single(m => m.Label == "sigmoid");
        Markers relu = marks.Single(m => m.Label == "ReLU");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], sigmoid.Xs);
        Assert.Equal(sigmoid.Ys.Order(), sigmoid.Ys);
        Assert.True(sigmoid.Ys[0] < 1e-4 * sigmoid.Ys[^1]);
        Assert.True(relu.Ys.Max() < 10 * relu.Ys.Min());
    }

    // S4-005 S1-140: no sigmoid chain lies above the drawn bound; tanh falls more slowly, to 0.016 after twenty units, and ReLU not at all.
    [Fact]
    public void Sigmoid_chains_stay_below_the_bound_tanh_falls_and_relu_stays()
    {
        Panel panel = PanelsOf("chain-bound").Single();
        Line bound = LinesOf(panel).Single();
        Markers sigmoid = panel.Series.OfType<Markers>().Single(m => m.Label == "sigmoid");
        Assert.Equal(bound.Ys[0], sigmoid.Ys[0]);
        Assert.All(bound.Ys.Zip(sigmoid.Ys).Skip(1), pair => Assert.True(pair.Second < pair.First));
        Markers tanh = panel.Series.OfType<Markers>().Single(m => m.Label == "tanh");
        Assert.All(tanh.Ys.Zip(tanh.Ys.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.Equal(20, tanh.Xs[^1]);
        Assert.Equal(0.016, tanh.Ys[^1], 0.0005);
        Assert.All(panel.Series.OfType<Markers>().Single(m => m.Label == "ReLU").Ys, slope => Assert.Equal(1, slope));
    }

    // S1-124: the line of ReLU is level, and the steeper the leak the sooner the unit is back at b = 1.
    [Fact]
    public void A_dead_unit_is_drawn_level_and_leaky_ones_return_the_sooner_the_steeper_the_leak()
    {
        Line[] lines = [.. LinesOf(PanelsOf("dead-unit").Single())];
        Assert.All(lines[0].Ys, b => Assert.Equal(-100, b));
        int[] back = [.. lines.Skip(1).Select(l => l.Ys.TakeWhile(b => b < 0.99).Count())]; // in steps; 1001 is never
        Assert.True(back[2] < back[1] && back[1] < back[0], string.Join(", ", back));
        Assert.Equal(1, lines[2].Ys[^1], 0.01);
        Assert.Equal(1, lines[3].Ys[^1], 0.01);
    }

    // S1-127: through all fifty layers SELU stays near mean 0 and variance 1; the mean of ReLU is positive, and the variance of tanh falls.
    [Fact]
    public void Selu_keeps_its_mean_and_variance_through_fifty_layers()
    {
        IReadOnlyList<Panel> panels = PanelsOf("self-normalizing");
        Line[] means = [.. LinesOf(panels[0])], variances = [.. LinesOf(panels[1])];
        Assert.Equal(["SELU", "ReLU", "tanh"], means.Select(l => l.Label));
        Assert.All(means[0].Ys, m => Assert.InRange(m, -0.2, 0.2));
        Assert.All(variances[0].Ys, v => Assert.InRange(v, 0.6, 1.6));
        Assert.All(means[1].Ys, m => Assert.InRange(m, 0.2, 0.8));
        Assert.True(variances[2].Ys[^1] < 0.1 * variances[2].Ys[0]);
    }
}
