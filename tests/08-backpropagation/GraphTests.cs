using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Backpropagation.Tests;

public class GraphTests
{
    // (8.4) S3-030 S3-031: unit by unit in topological order is layer by layer, and the layers are found again.
    [Property]
    public void A_layered_graph_is_its_layers(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        NetworkGraph graph = NetworkGraph.OfLayers(net.Layers);
        double[] x = net.Sample(0);
        GraphPass pass = graph.Evaluate(x);
        ScalarPass layers = ScalarNetwork.Forward(net.Layers, x);
        Digits.Agree(layers.A.SelectMany(a => a).ToArray(), pass.Z, 12);
        Digits.Agree([.. x.Select(_ => 0.0), .. layers.Z.Skip(1).SelectMany(z => z)], pass.A, 12);
        Assert.Equal(net.Layers.Select(l => l.Units), graph.Layers.Select(l => l.Count));
        Assert.Equal(net.Layers.Sum(l => l.W.Length), graph.Edges.Count);
        Assert.Equal(x.Length, graph.Inputs.Count);
    }

    // (8.4) (8.19) (8.20) S3-030 S3-202 S3-217: edges that skip units; the scalar tape differentiates the same graph.
    [Property]
    public void A_graph_with_shortcuts_has_the_gradients_of_the_tape(Seed seed)
    {
        RandomStream random = seed.Stream();
        int inputs = 1 + random.Below(3), units = 2 + random.Below(5);
        GraphUnit[] nodes = [.. Enumerable.Range(0, inputs + units)
            .Select(i => new GraphUnit($"u{i}", i < inputs ? null : Activation.Tanh, random.Normal()))];
        GraphEdge[] edges = [.. from to in Enumerable.Range(inputs, units) from @from in Enumerable.Range(0, to)
            where @from == to - 1 || random.Below(2) == 0 select new GraphEdge(@from, to, 0.5 * random.Normal())];
        var graph = new NetworkGraph(nodes, edges);
        double[] x = random.Normals(inputs), g = random.Normals(graph.Outputs.Count);
        double[] dX = graph.Backward(graph.Evaluate(x), g);
        double[] once = graph.Weights.Gradients.ToArray();
        graph.Backward(graph.Evaluate(x), g); // gradients add up
        Digits.Agree(once.Select(v => 2 * v).ToArray(), graph.Weights.Gradients.ToArray(), 12);

        var tape = new ScalarTape();
        ScalarNode[] w = [.. edges.Select(e => tape.Variable(e.Weight))],
            b = [.. nodes.Select(n => tape.Variable(n.Bias))];
        var z = new ScalarNode[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            z[i] = i < inputs
                ? tape.Variable(x[i])
                : Enumerable.Range(0, edges.Length).Where(e => edges[e].To == i)
                    .Aggregate(b[i], (sum, e) => sum + w[e] * z[edges[e].From]).Tanh();
        }

        tape.Backward(graph.Outputs.Zip(g, (o, d) => d * z[o]).Aggregate((p, q) => p + q));
        Digits.Agree(w.Select(n => n.Gradient ?? 0).ToArray(), once, 10);
        Digits.Agree(b.Skip(inputs).Select(n => 2 * (n.Gradient ?? 0)).ToArray(),
            graph.Biases.Gradients[inputs..].ToArray(), 10);
        Digits.Agree(z.Take(inputs).Select(n => n.Gradient ?? 0).ToArray(), dX, 10, terms: once.Max(Math.Abs));
    }

    // S3-202: every unit comes after its inputs, in any order of units and edges.
    [Property]
    public void The_order_respects_every_edge(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] place = [.. Enumerable.Range(0, 8)];
        random.Shuffle<int>(place);
        GraphUnit[] units = [.. Enumerable.Range(0, 8)
            .Select(i => new GraphUnit($"u{i}", place[i] < 2 ? null : Activation.Tanh))];
        GraphEdge[] edges = [.. from i in Enumerable.Range(0, 8) from j in Enumerable.Range(0, 8)
            where place[i] < place[j] && place[j] >= 2 && random.Below(2) == 0 select new GraphEdge(i, j)];
        var graph = new NetworkGraph(units, edges);
        List<int> order = [.. graph.Order];
        Assert.Equal(Enumerable.Range(0, 8), order.Order());
        Assert.All(edges, e => Assert.True(order.IndexOf(e.From) < order.IndexOf(e.To)));
    }

    // S3-202: a cycle is refused, and its units are listed.
    [Fact]
    public void A_cycle_is_refused_by_name()
    {
        GraphUnit[] units = [new("x", null), Unit("c"), Unit("d"), Unit("e")];
        Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(1, 2), new(2, 3), new(3, 1)]),
            "without cycles", "c, d, e.");
        Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(1, 2), new(2, 2)]), "without cycles", "through d.");
        Refuses(() => _ = new NetworkGraph(units, [new(1, 2), new(2, 1), new(2, 3)]), "through c, d.");
    }

    // S3-030: the constructor is the door; shapes are checked where they would be taken silently.
    [Fact]
    public void Edges_lead_from_a_unit_to_another()
    {
        GraphUnit[] units = [new("x", null), Unit("c")];
        Refuses(() => _ = new NetworkGraph([], []), "units", "empty");
        Refuses(() => _ = new NetworkGraph(units, [new(0, 2)]), "0 … 1", "got 2");
        Refuses(() => _ = new NetworkGraph(units, [new(-1, 1)]), "0 … 1", "got -1");
        Refuses(() => _ = new NetworkGraph(units, [new(1, 0)]), "input 'x'", "from 'c'");
        Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(0, 1)]), "each edge once", "x → c");
        Refuses(() => _ = new NetworkGraph(units, [new(0, 1, double.NaN)]), "finite", "NaN");
        Refuses(() => _ = new NetworkGraph([units[0], units[1] with { Bias = double.NaN }], [new(0, 1)]), "NaN");
        var graph = new NetworkGraph(units, [new(0, 1)]);
        Refuses(() => graph.Evaluate([1, 2]), "the inputs", "1 and 2");
        Refuses(() => graph.Backward(graph.Evaluate([1]), [1, 2]), "the outputs", "1 and 2");
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 4, 2);
        Refuses(() => NetworkGraph.OfLayers([]), "layers", "empty");
        Refuses(() => NetworkGraph.OfLayers([layers[0], layers[0]]), "the units of a layer", "4 and 3");
        Refuses(() => NetworkGraph.OfLayers([layers[0] with { B = [1] }]), "the biases", "4 and 1");
    }

    private static GraphUnit Unit(string name) => new(name, Activation.Tanh);
}
