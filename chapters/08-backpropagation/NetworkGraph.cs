using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>A node of a network's graph.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="F">Its activation; null for an input, which has nothing to compute.</param>
/// <param name="Bias">The weight of the edge from a ghost node that always says 1.</param>
public sealed record GraphUnit(string Name, Activation? F, double Bias = 0);

/// <summary>A weighted edge j → i of a network's graph.</summary>
/// <param name="From">The number of node j.</param>
/// <param name="To">The number of node i.</param>
/// <param name="Weight">w_{j,i} at the start.</param>
public sealed record GraphEdge(int From, int To, double Weight = 0);

/// <summary>The values of a pass through a graph.</summary>
/// <param name="A">Pre-activations aᵢ, 0 for inputs. // [units]</param>
/// <param name="Z">Outputs zᵢ = fᵢ(aᵢ). // [units]</param>
public sealed record GraphPass(double[] A, double[] Z);

/// <summary>
/// A network as a directed graph g = {N, E} with weights on its edges, which may not have a cycle. S3-030, S3-031, S3-202.
/// Layers are a special case: here an edge may leap over units.
/// </summary>
public sealed class NetworkGraph
{
    private readonly int[][] _into, _outOf; // numbers of the edges into and out of each unit

    /// <summary>A graph of the given units and edges.</summary>
    /// <exception cref="ArgumentException">
    /// No unit; an edge from or to a unit that is not there, into an input, or given twice; or a cycle, which is named.
    /// </exception>
    public NetworkGraph(IReadOnlyList<GraphUnit> units, IReadOnlyList<GraphEdge> edges)
    {
        Require.NotEmpty(units.Count, nameof(units));
        (Units, Edges) = ([.. units], [.. edges]);
        foreach (GraphEdge edge in edges)
        {
            RequireUnit(edge.From);
            RequireUnit(edge.To);
            if (units[edge.To].F is null)
            {
                throw new ArgumentException($"Expected no edge into the input '{units[edge.To].Name}'; got one from '{units[edge.From].Name}'.", nameof(edges));
            }
        }

        if (edges.GroupBy(e => (e.From, e.To)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Expected each edge once; got {units[twice.Key.From].Name} → {units[twice.Key.To].Name} {twice.Count()} times.",
                nameof(edges));
        }

        _into = [.. units.Select((_, i) => Enumerable.Range(0, edges.Count).Where(e => edges[e].To == i).ToArray())];
        _outOf = [.. units.Select((_, i) => Enumerable.Range(0, edges.Count).Where(e => edges[e].From == i).ToArray())];
        Order = TopologicalOrder.Of(Units, Edges);
        Weights = new Parameter("weights", [.. edges.Select(e => e.Weight)]);
        Biases = new Parameter("biases", [.. units.Select(u => u.Bias)]);
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<GraphUnit> Units { get; }

    /// <summary>The edges; their weights of now stand in <see cref="Weights"/>.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The units, each after those it takes from.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>One weight an edge. // [edges × 1]</summary>
    public Parameter Weights { get; }

    /// <summary>One bias a unit; those of inputs are never used. // [units × 1]</summary>
    public Parameter Biases { get; }

    /// <summary>The units without activation, in the order in which they were given.</summary>
    public IReadOnlyList<int> Inputs => [.. Enumerable.Range(0, Units.Count).Where(i => Units[i].F is null)];

    /// <summary>The units that nothing takes from.</summary>
    public IReadOnlyList<int> Outputs => [.. Enumerable.Range(0, Units.Count).Where(i => _outOf[i].Length == 0 && Units[i].F is not null)];

    /// <summary>Units that share their inputs are a layer; inputs are none. S3-031.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Layers =>
        [.. Order.Where(i => Units[i].F is not null)
            .GroupBy(i => string.Join(',', _into[i].Select(e => Edges[e].From).Order()))
            .Select(g => (IReadOnlyList<int>)[.. g])];

    /// <summary>One unit after the other: aᵢ = bᵢ + Σ_{j→i} w_{j,i} z_j and zᵢ = fᵢ(aᵢ), (8.6). S3-030.</summary>
    /// <param name="x">One number an input. // [inputs]</param>
    /// <returns>Both; NaN where a sum overflows, and in every unit that takes from there.</returns>
    /// <exception cref="ArgumentException">Not one number an input, or one that is not finite.</exception>
    public GraphPass Evaluate(double[] x)
    {
        Require.SameLength(Inputs.Count, "the inputs", x.Length, nameof(x));
        Require.Finite(x);
        var (a, z) = (new double[Units.Count], new double[Units.Count]);
        int next = 0;
        foreach (int input in Inputs)
        {
            z[input] = x[next++];
        }

        foreach (int i in Order.Where(i => Units[i].F is not null))
        {
            a[i] = Biases.Values[i];
            foreach (int e in _into[i])
            {
                a[i] += Weights.Values[e] * z[Edges[e].From]; // (8.6)
            }

            z[i] = double.IsFinite(a[i]) ? Units[i].F!.Value(a[i]) : double.NaN; // (8.6)
        }

        return new(a, z);
    }

    /// <summary>
    /// Adds the gradients of all weights and biases: in the opposite order,
    /// δᵢ = fᵢ′(aᵢ)(∂L/∂zᵢ + Σ_{i→k} w_{i,k} δ_k), ∂L/∂w_{j,i} = δᵢz_j, ∂L/∂bᵢ = δᵢ; (8.23) along edges. S3-217.
    /// </summary>
    /// <param name="pass">What <see cref="Evaluate"/> found.</param>
    /// <param name="dOutputs">∂L/∂z of each output. // [outputs]</param>
    /// <returns>∂L/∂x. // [inputs]</returns>
    /// <exception cref="ArgumentException">Not one number an output, or one that is not finite.</exception>
    public double[] Backward(GraphPass pass, double[] dOutputs)
    {
        Require.SameLength(Outputs.Count, "the outputs", dOutputs.Length, nameof(dOutputs));
        Require.Finite(dOutputs);
        var δ = new double[Units.Count];
        int next = 0;
        foreach (int output in Outputs)
        {
            δ[output] = dOutputs[next++];
        }

        foreach (int i in Order.Reverse())
        {
            foreach (int e in _outOf[i])
            {
                δ[i] += Weights.Values[e] * δ[Edges[e].To]; // (8.23)
                Weights.Gradients[e] += δ[Edges[e].To] * pass.Z[i]; // (8.24)
            }

            if (Units[i].F is { } f)
            {
                δ[i] *= f.Derivative(pass.A[i]); // (8.23)
                Biases.Gradients[i] += δ[i]; // (8.24)
            }
        }

        return [.. Inputs.Select(i => δ[i])];
    }

    /// <summary>The graph of layers: every unit takes from all units of the layer before.</summary>
    /// <exception cref="ArgumentException">No layer, or layers that do not fit.</exception>
    public static NetworkGraph OfLayers(IReadOnlyList<ScalarLayer> layers)
    {
        RequireLayers.Fit(layers, layers.Count == 0 ? 0 : layers[0].Inputs);
        List<GraphUnit> units = [.. Enumerable.Range(1, layers[0].Inputs).Select(i => new GraphUnit($"x{i}", null))];
        var edges = new List<GraphEdge>();
        int before = 0;
        foreach (ScalarLayer layer in layers)
        {
            int first = units.Count;
            for (int j = 0; j < layer.Units; j++)
            {
                units.Add(new($"unit {units.Count}", layer.F, layer.B[j]));
                edges.AddRange(Enumerable.Range(0, layer.Inputs).Select(i => new GraphEdge(before + i, first + j, layer.W[j, i])));
            }

            before = first;
        }

        return new(units, edges);
    }

    private void RequireUnit(int unit)
    {
        if (unit < 0 || unit >= Units.Count)
        {
            throw new ArgumentException($"Expected edges between units 0 … {Units.Count - 1}; got {unit}.", nameof(unit));
        }
    }
}
