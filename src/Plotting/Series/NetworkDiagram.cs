namespace Reference.Plotting;

/// <summary>Nodes and directed edges, in data coordinates; combine with <c>ShowAxes = false</c> and
/// <c>AspectEqual</c>.</summary>
public sealed record NetworkDiagram : Series
{
    /// <summary>A diagram of the given nodes and edges.</summary>
    /// <exception cref="ArgumentException">No nodes, or an edge to a node that is not there.</exception>
    public NetworkDiagram(IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges)
    {
        (Nodes, Edges) = (Expect.Some(nodes), [.. edges]);
        if (edges.FirstOrDefault(edge => (uint)edge.From >= nodes.Count || (uint)edge.To >= nodes.Count) is { } stray)
        {
            throw new ArgumentException($"An edge joins nodes 0 … {nodes.Count - 1}; got {stray.From} → {stray.To}.",
                nameof(edges));
        }
    }

    /// <summary>Fully connected layers from left to right; each node at (layer, its place), vertically
    /// centred.</summary>
    /// <param name="labels">The nodes of each layer, top to bottom.</param>
    /// <param name="weights">For each pair of neighbouring layers the weights [to, from], or null for plain
    /// edges.</param>
    /// <exception cref="ArgumentException">No layers, an empty one, or weights that do not fit.</exception>
    public static NetworkDiagram Layers(IReadOnlyList<IReadOnlyList<string>> labels,
        IReadOnlyList<double[,]>? weights = null)
    {
        Expect.Some(labels);
        var nodes = new List<Node>();
        var edges = new List<Edge>();
        for (int layer = 0, previous = 0; layer < labels.Count; layer++)
        {
            int count = Expect.Some(labels[layer]).Length, first = nodes.Count, fan = first - previous;
            nodes.AddRange(labels[layer].Select((label, place) =>
                new Node(layer * 2, (count - 1) / 2.0 - place, label)));
            double[,]? w = layer > 0 ? weights?[layer - 1] : null;
            if (w is not null && (w.GetLength(0) != count || w.GetLength(1) != fan))
            {
                throw new ArgumentException(
                    $"weights[{layer - 1}] must be {count}×{fan}; got {w.GetLength(0)}×{w.GetLength(1)}.",
                    nameof(weights));
            }

            edges.AddRange(
                from row in Enumerable.Range(0, count)
                from column in Enumerable.Range(0, fan)
                select new Edge(previous + column, first + row) { Weight = w?[row, column] });
            previous = first;
        }

        return new NetworkDiagram(nodes, edges);
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The edges.</summary>
    public IReadOnlyList<Edge> Edges { get; }

    /// <summary>Radius of a node in logical units.</summary>
    public double Radius { get; init => field = Expect.Within(value, 1, 500, nameof(Radius)); } = 22;

    internal override void Extend(Extent room) =>
        room.Include(Nodes.SelectMany(node =>
            new[] { (node.X - 0.6, node.Y - 0.6), (node.X + 0.6, node.Y + 0.6) }));
}

/// <summary>A node of a network diagram.</summary>
/// <param name="X">x of its centre.</param>
/// <param name="Y">y of its centre.</param>
/// <param name="Label">What is written inside.</param>
public sealed record Node(double X, double Y, string Label)
{
    /// <summary>Its colour; null takes the diagram's.</summary>
    public Color? Color { get; init; }
}

/// <summary>A directed edge of a network diagram.</summary>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="To">Index of the node it enters.</param>
public sealed record Edge(int From, int To)
{
    /// <summary>Drawn as width by magnitude and as colour by sign (blue positive, red negative); null draws a plain
    /// edge.</summary>
    public double? Weight { get; init; }

    /// <summary>What is written on it; null for nothing.</summary>
    public string? Label { get; init; }
}
