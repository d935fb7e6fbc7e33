using Reference.Activations;
using Reference.Plotting;

namespace Reference.Backpropagation.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => BackpropagationFigures.All.Single(f => f.Name == name).Draw();

    private static NetworkDiagram Diagram(string name, int panel = 0) =>
        Of(name).Panels[panel].Series.OfType<NetworkDiagram>().Single();

    private static double[] Curve(string name, string label) => [.. Of(name).Panels[0].Series.OfType<Line>()
        .Single(l => l.Label is null || l.Label.StartsWith(label, StringComparison.Ordinal)).Ys];

    // S1-322 S1-095…S1-102: the printed digits; backward, the arrows turn round.
    [Fact]
    public void The_walk_through_is_drawn_with_its_digits()
    {
        NetworkDiagram forward = Diagram("walk-forward"), backward = Diagram("walk-backward");
        Assert.Equal(["x₁ = 0.1", "x₂ = 0.3", "a = 0.495", "ŷ = 0.512"], forward.Nodes.Select(n => n.Label));
        Assert.Equal(["w₁ = 0.4", "w₂ = −0.2", "W = 0.1"], forward.Edges.Select(e => e.Label));
        Assert.Equal(["δʰ = 0.003", "δᵒ = 0.122"], backward.Nodes.Skip(2).Select(n => n.Label));
        Assert.Equal(["Δw₁ = 0.000152", "Δw₂ = 0.000457", "ΔW = 0.0302"], backward.Edges.Select(e => e.Label));
        Assert.Equal(forward.Edges.Select(e => (e.From, e.To)), backward.Edges.Select(e => (e.To, e.From)));
    }

    // S1-075 S1-103: 400 steps with a plus lower the error, with the printed minus they raise it.
    [Fact]
    public void The_error_falls_with_a_plus_and_rises_with_a_minus()
    {
        double[] plus = Curve("walk-loss", "weights +"), minus = Curve("walk-loss", "weights −");
        Digits.Agree([0.1188903001, 0.1170785559, 0.1188903001, 0.1207163503], [.. plus[..2], .. minus[..2]], 9);
        Assert.True(Falls(plus) && Falls([.. minus.Reverse()]));
    }

    // S2-273 S2-074 S2-076 S2-028 S0-004 S0-008 S4-033
    [Fact]
    public void Drawings_have_the_nodes_and_edges_of_their_networks()
    {
        NetworkDiagram century = Diagram("century-network"), back = Diagram("century-errors"),
            insurance = Diagram("insurance-network"), layers = Diagram("multilayer-network");
        Assert.Equal((11, 20 + 5 + 1), (century.Nodes.Count, century.Edges.Count));
        Assert.Equal(["0.7", "2.1", "2.7", "1.1", "3", "4", "2.7", "0.1", "1.2"],
            century.Edges.Select(e => e.Label).OfType<string>());
        Assert.Equal(CenturyNetwork.OfTheNotes.HiddenErrors([0.5, 0.5, 0.5, 0.5, 0.5], 0)
            .Select(e => $"{1e3 * e:0.000}·10⁻³"), back.Edges.Take(5).Select(e => e.Label));
        Assert.All(back.Edges, e => Assert.True(e.From > e.To));
        Assert.Equal((7, 10), (insurance.Nodes.Count, insurance.Edges.Count));
        Assert.Equal("w₂₃", insurance.Edges.Single(e => (e.From, e.To) == (2, 5)).Label);
        Assert.Equal((13, 12 + 16 + 8), (layers.Nodes.Count, layers.Edges.Count));
        Assert.Equal(["w₁", "w₂", "w₃", "b"], Diagram("single-neuron").Edges.Select(e => e.Label).OfType<string>());
        Assert.Equal(["x = 0.1", "0.6023", "0.7153"], Diagram("chain-of-two").Nodes.Select(n => n.Label));
        Assert.Equal(["∂E/∂w₁ = 0.001021", "∂E/∂w₂ = 0.05707"], Diagram("chain-of-two", 1).Edges.Select(e => e.Label));
    }

    // S3-030 S3-202: the drawn graph can be sorted; with the additional edge it is refused.
    [Fact]
    public void The_drawn_graph_has_an_order_until_an_edge_closes_a_cycle()
    {
        NetworkDiagram closed = Diagram("network-graph", 1);
        GraphUnit[] units = [.. closed.Nodes.Select((n, i) => new GraphUnit(n.Label, i < 2 ? null : Activation.Tanh))];
        GraphEdge[] edges = [.. closed.Edges.Select(e => new GraphEdge(e.From, e.To))];
        Assert.Equal(Diagram("network-graph").Edges.Select(e => (e.From, e.To)),
            edges[..^1].Select(e => (e.From, e.To)));
        Assert.Equal(6, new NetworkGraph(units, edges[..^1]).Order.Count);
        BadInput.Refuses(() => _ = new NetworkGraph(units, edges), "c, d, e.");
    }

    // S4-134 S3-217 S1-076
    [Fact]
    public void Path_by_path_grows_by_the_width_with_every_layer()
    {
        double[] paths = Curve("saved-work", "path"), kept = Curve("saved-work", "backprop");
        Assert.InRange(paths[11] / paths[10], 9, 11);
        Assert.Equal(210, kept[11] - kept[10]);
        Assert.All(kept.Zip(Curve("saved-work", "one forward")), p => Assert.InRange(p.First / p.Second, 1, 2.1));
    }

    // S3-199 S3-206 S3-207
    [Fact]
    public void The_toy_curves_are_those_of_the_table()
    {
        Digits.Agree([0.125, 0.1918619418], Curve("toy-step", "raw")[..2], 9);
        Assert.True(Falls(Curve("toy-step", "standardised")));
        double[] loss = Curve("toy-network", "");
        Assert.True(loss.Length == 2001 && loss[^1] < 1e-3 && Falls(loss));
    }

    private static bool Falls(double[] values) => values.Zip(values.Skip(1), (a, b) => b < a).All(v => v);
}
