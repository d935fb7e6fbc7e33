using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation.Tests;

public class GraphTests
{
    // (8.6) S3-030 S3-031: unit by unit in topological order is layer by layer, and the layers are found again.
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

    // (8.23) (8.24) S3-217: the backward pass along edges is that of the layers, and adds up.
    [Property]
    public void Gradients_of_a_layered_graph_are_those_of_its_layers(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        NetworkGraph graph = NetworkGraph.OfLayers(net.Layers);
        double[] x = net.Sample(0), g = net.dA.Column(0).ToArray();
        ScalarPass pass = ScalarNetwork.Forward(net.Layers, x);
        double[] dX = graph.Backward(graph.Evaluate(x), g);
        double[] once = graph.Weights.Gradients.ToArray();
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(net.Layers, pass, g);
        Digits.Agree(gradients.SelectMany(l => l.dW.Cast<double>()).ToArray(), once, 11);
        Digits.Agree(gradients.SelectMany(l => l.dB).ToArray(), graph.Biases.Gradients[x.Length..].ToArray(), 11);
        Digits.Agree(ScalarBackpropagation.Deltas(net.Layers, pass, g)[0], dX, 11);
        graph.Backward(graph.Evaluate(x), g);
        Digits.Agree(once.Select(v => 2 * v).ToArray(), graph.Weights.Gradients.ToArray(), 12);
    }

    // (8.6) (8.23) S3-030 S3-202: edges that leap over units; the scalar tape differentiates the same graph.
    [Property]
    public void A_graph_with_shortcuts_has_the_tapes_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        int inputs = 1 + random.Below(3), units = 2 + random.Below(5);
        GraphUnit[] nodes = [.. Enumerable.Range(0, inputs + units).Select(i => new GraphUnit($"u{i}", i < inputs ? null : Activation.Tanh, random.Normal()))];
        GraphEdge[] edges = [.. from to in Enumerable.Range(inputs, units) from @from in Enumerable.Range(0, to)
            where @from == to - 1 || random.Below(2) == 0 select new GraphEdge(@from, to, random.Normal())];
        var graph = new NetworkGraph(nodes, edges);
        double[] x = random.Normals(inputs), g = random.Normals(graph.Outputs.Count);
        double[] dX = graph.Backward(graph.Evaluate(x), g);

        var tape = new ScalarTape();
        ScalarNode[] w = [.. edges.Select(e => tape.Variable(e.Weight))], b = [.. nodes.Select(n => tape.Variable(n.Bias))];
        var z = new ScalarNode[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            z[i] = i < inputs
                ? tape.Variable(x[i])
                : Enumerable.Range(0, edges.Length).Where(e => edges[e].To == i).Aggregate(b[i], (sum, e) => sum + w[e] * z[edges[e].From]).Tanh();
        }

        tape.Backward(graph.Outputs.Zip(g, (o, d) => d * z[o]).Aggregate((p, q) => p + q));
        Digits.Agree(w.Select(n => n.Gradient ?? 0).ToArray(), graph.Weights.Gradients.ToArray(), 10);
        Digits.Agree(b.Skip(inputs).Select(n => n.Gradient ?? 0).ToArray(), graph.Biases.Gradients[inputs..].ToArray(), 10);
        Digits.Agree(z.Take(inputs).Select(n => n.Gradient ?? 0).ToArray(), dX, 10);
    }

    // S3-202: every unit comes after those it takes from, in whatever order units and edges are given.
    [Property]
    public void The_order_respects_every_edge(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] place = [.. Enumerable.Range(0, 8)];
        random.Shuffle<int>(place);
        GraphUnit[] units = [.. Enumerable.Range(0, 8).Select(i => new GraphUnit($"u{i}", place[i] < 2 ? null : Activation.Tanh))];
        GraphEdge[] edges = [.. from i in Enumerable.Range(0, 8) from j in Enumerable.Range(0, 8)
            where place[i] < place[j] && place[j] >= 2 && random.Below(2) == 0 select new GraphEdge(i, j)];
        var graph = new NetworkGraph(units, edges);
        List<int> order = [.. graph.Order];
        Assert.Equal(Enumerable.Range(0, 8), order.Order());
        Assert.All(edges, e => Assert.True(order.IndexOf(e.From) < order.IndexOf(e.To)));
    }

    // S3-202: a cycle is refused, and named.
    [Fact]
    public void A_cycle_is_refused_by_name()
    {
        GraphUnit[] units = [new("x", null), new("c", Activation.Tanh), new("d", Activation.Tanh), new("e", Activation.Tanh)];
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(1, 2), new(2, 3), new(3, 1)]), "without cycles", "c → d → e → c");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(1, 2), new(2, 2)]), "without cycles", "d → d");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(1, 2), new(2, 1), new(2, 3)]), "without cycles", " → ");
    }

    // S3-030: edges that lead nowhere.
    [Fact]
    public void Edges_lead_from_a_unit_to_another()
    {
        GraphUnit[] units = [new("x", null), new("c", Activation.Tanh)];
        BadInput.Refuses(() => _ = new NetworkGraph([], []), "units", "empty");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(0, 2)]), "0 … 1", "got 2");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(-1, 1)]), "0 … 1", "got -1");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(1, 0)]), "input 'x'", "from 'c'");
        BadInput.Refuses(() => _ = new NetworkGraph(units, [new(0, 1), new(0, 1)]), "each edge once", "x → c", "2 times");
        var graph = new NetworkGraph(units, [new(0, 1)]);
        BadInput.Refuses(() => graph.Evaluate([1, 2]), "the inputs", "1 and 2");
        BadInput.Refuses(() => graph.Evaluate([double.NaN]), "finite", "NaN");
        BadInput.Refuses(() => graph.Backward(graph.Evaluate([1]), [1, 2]), "the outputs", "1 and 2");
        BadInput.Refuses(() => graph.Backward(graph.Evaluate([1]), [double.NaN]), "finite", "NaN");
        BadInput.Refuses(() => NetworkGraph.OfLayers([]), "layers", "empty");
    }

    // (8.7) S3-201 S3-207 S1-070 S2-081: five choices make a network that learns the ten rows, and says so to rows it has not seen.
    [Fact]
    public void The_tuple_learns_from_random_weights_and_is_judged_on_other_rows()
    {
        var net = new NetworkTuple(
            NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 2, 3, 1)),
            OutputLoss.HalfSquared, p => new GradientDescent(p, 2), NetworkTuple.Normal(new RandomStream(7), 1), new FixedPoint(1e-6, 800));
        int[] train = [0, 1, 3, 4, 5, 6, 8, 9], test = [2, 7];
        double[,] Columns(double[,] X, int[] at) =>
            Matrix<double>.Build.DenseOfColumns(at.Select(n => Matrix<double>.Build.DenseOfArray(X).Column(n))).ToArray();
        FixedPointRun run = net.Train(Columns(ToyTable.Standardised, train), Columns(ToyTable.Y, train));
        Assert.Equal(801, run.Losses.Count);
        Assert.True(run.Losses[^1] < 0.01 * run.Losses[0] * 3 && !run.Converged);
        Assert.True(net.MeanLoss(Columns(ToyTable.Standardised, test), Columns(ToyTable.Y, test)) < 0.01);
        Assert.Equal(run.Losses[^1], net.MeanLoss(Columns(ToyTable.Standardised, train), Columns(ToyTable.Y, train)), 1e-12);
    }

    // (8.25) S3-207: what the tuple descends on is the gradient of its mean loss.
    [Fact]
    public void The_tuple_descends_on_its_mean_loss()
    {
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(new RandomStream(3), Activation.Sigmoid, 1, 1, 2, 3, 1);
        NetworkGraph graph = NetworkGraph.OfLayers(layers);
        var net = new NetworkTuple(graph, OutputLoss.BinaryCrossEntropy, p => new GradientDescent(p, 0.7), _ => { }, new FixedPoint(1e-9, 1));
        FixedPointRun run = net.Train(ToyTable.Standardised, ToyTable.Y);
        IReadOnlyList<ScalarLayer> moved = ScalarBackpropagation.Descend(
            layers, OutputLoss.BinaryCrossEntropy.MeanGradient(layers, ToyTable.Standardised, ToyTable.Y), 0.7);
        Digits.Agree(moved.SelectMany(l => l.W.Cast<double>()).ToArray(), graph.Weights.Values.ToArray(), 12);
        Digits.Agree(moved.SelectMany(l => l.B).ToArray(), graph.Biases.Values[2..].ToArray(), 12);
        Assert.Equal(OutputLoss.BinaryCrossEntropy.Mean(layers, ToyTable.Standardised, ToyTable.Y), run.Losses[0], 1e-12);
        Assert.Equal(ScalarNetwork.Forward(moved, [0.3, -0.2]).Output[0], net.Predict([0.3, -0.2])[0], 1e-12);
    }

    // S3-201: the initialiser draws what it is asked for, weights and biases.
    [Fact]
    public void The_initialiser_draws_normal_weights_of_the_deviation_asked_for()
    {
        NetworkGraph graph = NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 60, 60, 60));
        NetworkTuple.Normal(new RandomStream(1), 0.5)(graph);
        Assert.Equal(0.5, Math.Sqrt(graph.Weights.Values.ToArray().Average(w => w * w)), 0.02);
        Assert.Equal(0.5, Math.Sqrt(graph.Biases.Values.ToArray().Average(w => w * w)), 0.1);
        BadInput.Refuses(() => NetworkTuple.Normal(new RandomStream(1), 0), "deviation", "got 0");
    }
}
