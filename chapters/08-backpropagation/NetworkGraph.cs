using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>A node of a network's graph: its name in messages, its activation, null for an input, and its bias, the
/// weight of the edge from a ghost node whose output is always 1.</summary>
public sealed record GraphUnit(string Name, Activation? F, double Bias = 0);

/// <summary>An edge from node j to node i of a network's graph, with the initial weight w_{j,i}.</summary>
public sealed record GraphEdge(int From, int To, double Weight = 0);

/// <summary>The values of a forward pass through a graph: pre-activations aᵢ, 0 for inputs, and outputs zᵢ = fᵢ(aᵢ).
/// // [units]</summary>
public sealed record GraphPass(double[] A, double[] Z);

/// <summary>A network as a directed acyclic graph g = {N, E} with weighted edges, which may skip layers.
/// S3-030, S3-031, S3-202.</summary>
public sealed class NetworkGraph
{
    private readonly int[][] _into, _outOf; // the edges into and out of each unit

    /// <summary>A graph of the given units and edges.</summary>
    /// <exception cref="ArgumentException">No unit; an edge from or to a unit that does not exist, into an input, or
    /// given twice; a cycle; or a weight that is not finite.</exception>
    public NetworkGraph(IReadOnlyList<GraphUnit> units, IReadOnlyList<GraphEdge> edges)
    {
        Require.NotEmpty(units.Count, nameof(units));
        (Units, Edges) = ([.. units], [.. edges]);
        var seen = new HashSet<(int, int)>();
        foreach (GraphEdge edge in edges)
        {
            Validate(edge, seen);
        }

        int[][] EdgesWhere(Func<GraphEdge, int, bool> at) => [.. units.Select((_, i) =>
            Enumerable.Range(0, edges.Count).Where(e => at(edges[e], i)).ToArray())];
        (_into, _outOf) = (EdgesWhere((e, i) => e.To == i), EdgesWhere((e, i) => e.From == i));
        Order = TopologicalOrder();
        Weights = new Parameter("weights", [.. edges.Select(e => e.Weight)]);
        Biases = new Parameter("biases", [.. units.Select(u => u.Bias)]);
        Inputs = [.. Enumerable.Range(0, units.Count).Where(i => units[i].F is null)];
        Outputs = [.. Enumerable.Range(0, units.Count).Where(i => _outOf[i].Length == 0 && units[i].F is not null)];
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<GraphUnit> Units { get; }

    /// <summary>The edges with their initial weights; the current ones are <see cref="Weights"/>.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The units, each after its inputs.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>One weight per edge. // [edges × 1]</summary>
    public Parameter Weights { get; }

    /// <summary>One bias per unit; those of inputs are never used. // [units × 1]</summary>
    public Parameter Biases { get; }

    /// <summary>The units without activation.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>The units without outgoing edge.</summary>
    public IReadOnlyList<int> Outputs { get; }

    /// <summary>Units that share their inputs are a layer. S3-031.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Layers =>
        [.. Order.Where(i => Units[i].F is not null)
            .GroupBy(i => string.Join(',', _into[i].Select(e => Edges[e].From).Order()))
            .Select(g => (IReadOnlyList<int>)[.. g])];

    /// <summary>The forward pass, unit by unit: aᵢ = bᵢ + Σ_{j→i} w_{j,i} z_j and zᵢ = fᵢ(aᵢ), (8.4).
    /// // x [inputs]. S3-030.</summary>
    /// <exception cref="ArgumentException">Another number of inputs.</exception>
    public GraphPass Evaluate(double[] x)
    {
        Require.SameLength(Inputs.Count, "the inputs", x.Length, nameof(x));
        var (a, z) = (new double[Units.Count], new double[Units.Count]);
        for (int n = 0; n < x.Length; n++)
        {
            z[Inputs[n]] = x[n];
        }

        foreach (int i in Order)
        {
            if (Units[i].F is { } f)
            {
                a[i] = Biases.Values[i];
                foreach (int e in _into[i])
                {
                    a[i] += Weights.Values[e] * z[Edges[e].From]; // (8.4)
                }

                z[i] = f.Value(a[i]); // (8.4)
            }
        }

        return new(a, z);
    }

    /// <summary>The backward pass in the opposite order, (8.19) along edges:
    /// δᵢ = fᵢ′(aᵢ)(∂L/∂zᵢ + Σ_{i→k} w_{i,k} δ_k). Adds ∂L/∂w_{j,i} = δᵢz_j and ∂L/∂bᵢ = δᵢ to the gradients and
    /// returns ∂L/∂x [inputs]. // dOutputs [outputs]. S3-217.</summary>
    /// <exception cref="ArgumentException">Another number of derivatives than of outputs.</exception>
    public double[] Backward(GraphPass pass, double[] dOutputs)
    {
        Require.SameLength(Outputs.Count, "the outputs", dOutputs.Length, nameof(dOutputs));
        var δ = new double[Units.Count];
        for (int n = 0; n < dOutputs.Length; n++)
        {
            δ[Outputs[n]] = dOutputs[n];
        }

        foreach (int i in Order.Reverse())
        {
            foreach (int e in _outOf[i])
            {
                δ[i] += Weights.Values[e] * δ[Edges[e].To]; // (8.19)
                Weights.Gradients[e] += δ[Edges[e].To] * pass.Z[i]; // (8.20)
            }

            if (Units[i].F is { } f)
            {
                δ[i] *= f.Derivative(pass.A[i]); // (8.19)
                Biases.Gradients[i] += δ[i]; // (8.20)
            }
        }

        return [.. Inputs.Select(i => δ[i])];
    }

    /// <summary>The graph of layers: every unit takes all units of the layer before.</summary>
    /// <exception cref="ArgumentException">No layer, or layers that do not fit.</exception>
    public static NetworkGraph OfLayers(IReadOnlyList<ScalarLayer> layers)
    {
        Require.NotEmpty(layers.Count, nameof(layers));
        List<GraphUnit> units = [.. Enumerable.Range(1, layers[0].Inputs).Select(i => new GraphUnit($"x{i}", null))];
        var edges = new List<GraphEdge>();
        int before = 0;
        foreach (ScalarLayer layer in layers)
        {
            int first = units.Count;
            Require.SameLength(first - before, "the units of a layer", layer.Inputs, "the inputs of the next");
            Require.SameLength(layer.Units, "the units", layer.B.Length, "the biases");
            for (int j = 0; j < layer.Units; j++)
            {
                units.Add(new($"unit {units.Count}", layer.F, layer.B[j]));
                edges.AddRange(Enumerable.Range(0, layer.Inputs)
                    .Select(i => new GraphEdge(before + i, first + j, layer.W[j, i])));
            }

            before = first;
        }

        return new(units, edges);
    }

    // Kahn's algorithm: repeatedly takes a unit whose inputs are done. S3-202.
    private List<int> TopologicalOrder()
    {
        int[][] sources = [.. _into.Select(into => into.Select(e => Edges[e].From).ToArray())];
        List<int> order = [], todo = [.. Enumerable.Range(0, Units.Count)];
        while (todo.FindIndex(i => !sources[i].Any(todo.Contains)) is var ready and >= 0)
        {
            order.Add(todo[ready]);
            todo.RemoveAt(ready);
        }

        while (todo.FindAll(i => todo.Exists(k => sources[k].Contains(i))) is var cycle && cycle.Count < todo.Count)
        {
            todo = cycle; // without the units that only wait for it
        }

        return todo.Count == 0 ? order : throw new ArgumentException(
            $"Expected a graph without cycles; got one through {string.Join(", ", todo.Select(i => Units[i].Name))}.");
    }

    private void Validate(GraphEdge edge, HashSet<(int, int)> seen)
    {
        foreach (int unit in new[] { edge.From, edge.To })
        {
            if (unit < 0 || unit >= Units.Count)
            {
                throw new ArgumentException($"Expected edges between units 0 … {Units.Count - 1}; got {unit}.");
            }
        }

        (GraphUnit from, GraphUnit to) = (Units[edge.From], Units[edge.To]);
        if (to.F is null)
        {
            throw new ArgumentException($"Expected no edge into the input '{to.Name}'; got one from '{from.Name}'.");
        }

        if (!seen.Add((edge.From, edge.To)))
        {
            throw new ArgumentException($"Expected each edge once; got {from.Name} → {to.Name} again.");
        }

        Require.Finite(edge.Weight);
        Require.Finite(to.Bias);
    }
}
