using Reference.Activations;
using Reference.Plotting;

namespace Reference.Backpropagation.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => BackpropagationFigures.All.Single(f => f.Name == name).Draw();

    private static NetworkDiagram Diagram(Panel panel) => panel.Series.OfType<NetworkDiagram>().Single();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S1-322 S1-095 S1-097 S1-098
    [Fact]
    public void The_forward_drawing_shows_the_printed_digits()
    {
        NetworkDiagram d = Diagram(Of("walk-forward").Panels[0]);
        Assert.Equal(["x₁ = 0.1", "x₂ = 0.3", "a = 0.495", "ŷ = 0.512"], d.Nodes.Select(n => n.Label));
        Assert.Equal(["w₁ = 0.4", "w₂ = −0.2", "W = 0.1"], d.Edges.Select(e => e.Label));
        Assert.Equal([(0, 2), (1, 2), (2, 3)], d.Edges.Select(e => (e.From, e.To)));
    }

    // S1-322 S1-099 S1-100 S1-101 S1-102: the arrows turn round.
    [Fact]
    public void The_backward_drawing_shows_error_terms_and_steps()
    {
        NetworkDiagram d = Diagram(Of("walk-backward").Panels[0]);
        Assert.Equal(["δʰ = 0.003", "δᵒ = 0.122"], d.Nodes.Skip(2).Select(n => n.Label));
        Assert.Equal(["Δw₁ = 0.000152", "Δw₂ = 0.000457", "ΔW = 0.0302"], d.Edges.Select(e => e.Label));
        Assert.Equal([(2, 0), (2, 1), (3, 2)], d.Edges.Select(e => (e.From, e.To)));
    }

    // S1-075 S1-103
    [Fact]
    public void The_error_falls_with_a_plus_and_rises_with_a_minus()
    {
        Panel panel = Of("walk-loss").Panels[0];
        double[] plus = [.. LineOf(panel, "weights +").Ys], minus = [.. LineOf(panel, "weights −").Ys];
        Assert.Equal(plus[0], minus[0]);
        Assert.Equal(0.1170785559, plus[1], 5e-11);
        Assert.Equal(0.120716, minus[1], 5e-7);
        Assert.True(plus.Zip(plus.Skip(1), (a, b) => b < a).All(v => v)
            && minus.Zip(minus.Skip(1), (a, b) => b > a).All(v => v));
    }

    // S2-273 S2-074 S2-076
    [Fact]
    public void The_century_drawing_shows_the_printed_weights()
    {
        NetworkDiagram d = Diagram(Of("century-network").Panels[0]);
        Assert.Equal(11, d.Nodes.Count);
        Assert.Equal(["0.7", "2.1", "2.7", "1.1", "3", "4", "2.7", "0.1", "1.2"],
            d.Edges.Select(e => e.Label).OfType<string>());
        Assert.Equal(20 + 5 + 1, d.Edges.Count);
        NetworkDiagram back = Diagram(Of("century-errors").Panels[0]);
        double[] errors = CenturyNetwork.OfTheNotes.HiddenErrors([0.5, 0.5, 0.5, 0.5, 0.5], 0);
        Assert.Equal(errors.Select(e => $"{1e3 * e:0.000}·10⁻³"), back.Edges.Take(5).Select(e => e.Label));
        Assert.All(back.Edges, e => Assert.True(e.From > e.To));
    }

    // S2-028 S0-004 S0-008 S4-033
    [Fact]
    public void Drawings_have_the_nodes_and_edges_of_their_networks()
    {
        NetworkDiagram insurance = Diagram(Of("insurance-network").Panels[0]);
        Assert.Equal((7, 10), (insurance.Nodes.Count, insurance.Edges.Count));
        Assert.Equal("w₂₃", insurance.Edges.Single(e => (e.From, e.To) == (2, 5)).Label);
        NetworkDiagram layers = Diagram(Of("multilayer-network").Panels[0]);
        Assert.Equal((13, 12 + 16 + 8), (layers.Nodes.Count, layers.Edges.Count));
        NetworkDiagram neuron = Diagram(Of("single-neuron").Panels[0]);
        Assert.Equal(["w₁", "w₂", "w₃", "b"], neuron.Edges.Select(e => e.Label).OfType<string>());
        Panel[] chain = [.. Of("chain-of-two").Panels];
        Assert.Equal(["x = 0.1", "0.6023", "0.7153"], Diagram(chain[0]).Nodes.Select(n => n.Label));
        Assert.Equal(["∂E/∂w₁ = 0.001021", "∂E/∂w₂ = 0.05707"], Diagram(chain[1]).Edges.Select(e => e.Label));
    }

    // S3-030 S3-202: the drawn graph is one that sorts; with the drawn edge it is refused.
    [Fact]
    public void The_drawn_graph_has_an_order_until_an_edge_closes_a_cycle()
    {
        Figure figure = Of("network-graph");
        NetworkDiagram plain = Diagram(figure.Panels[0]), closed = Diagram(figure.Panels[1]);
        Assert.Equal(plain.Edges.Count + 1, closed.Edges.Count);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], figure.Panels[0].Series.OfType<Annotation>().Select(a => a.Text));
        GraphUnit[] units = [.. closed.Nodes.Select((n, i) => new GraphUnit(n.Label, i < 2 ? null : Activation.Tanh))];
        _ = new NetworkGraph(units, [.. plain.Edges.Select(e => new GraphEdge(e.From, e.To))]);
        BadInput.Refuses(() =>
            _ = new NetworkGraph(units, [.. closed.Edges.Select(e => new GraphEdge(e.From, e.To))]), "c → d → e → c");
    }

    // S4-134 S3-217 S1-076
    [Fact]
    public void Path_by_path_grows_by_the_width_with_every_layer()
    {
        Panel panel = Of("saved-work").Panels[0];
        double[] paths = [.. LineOf(panel, "path").Ys], kept = [.. LineOf(panel, "backprop").Ys],
            forward = [.. LineOf(panel, "one forward").Ys];
        Assert.InRange(paths[11] / paths[10], 9, 11);
        Assert.Equal(210, kept[11] - kept[10]);
        Assert.All(kept.Zip(forward), p => Assert.InRange(p.First / p.Second, 1, 2.1));
    }

    // S3-217 S4-002
    [Fact]
    public void Backpropagation_and_differences_agree_to_nine_digits()
    {
        Markers[] layers = [.. Of("gradient-error").Panels[0].Series.OfType<Markers>()];
        Assert.Equal([4 * 6 + 6, 6 * 5 + 5, 5 * 3 + 3], layers.Select(m => m.Xs.Count));
        Assert.Equal(Enumerable.Range(1, 83).Select(i => (double)i), layers.SelectMany(m => m.Xs));
        Assert.All(layers.SelectMany(m => m.Ys), error => Assert.InRange(error, 1e-17, 1e-9));
    }

    // S1-107: both learn XOR.
    [Fact]
    public void The_algorithm_learns_XOR_even_without_biases() =>
        Assert.All(Of("epochs-on-xor").Panels[0].Series.OfType<Line>(), l =>
            Assert.True(l.Ys[^1] < 0.005 && l.Ys[0] > 0.1));

    // S3-199 S3-206 S3-207
    [Fact]
    public void The_toy_curves_are_those_of_the_table()
    {
        Panel steps = Of("toy-step").Panels[0];
        double[] raw = [.. LineOf(steps, "raw").Ys], scaled = [.. LineOf(steps, "standardised").Ys];
        Assert.Equal((0.125, 0.1918619418), (raw[0], Math.Round(raw[1], 10)));
        Assert.True(scaled.Zip(scaled.Skip(1), (a, b) => b < a).All(v => v));
        Line loss = Of("toy-network").Panels[0].Series.OfType<Line>().Single();
        Assert.Equal(2001, loss.Ys.Count);
        Assert.True(loss.Ys[^1] < 1e-3 && loss.Ys.Zip(loss.Ys.Skip(1), (a, b) => b < a).All(v => v));
    }
}
