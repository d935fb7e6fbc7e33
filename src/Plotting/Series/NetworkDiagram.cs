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
    /// <exception cref="ArgumentException">No layers, or an empty one.</exception>
    public static NetworkDiagram Layers(IReadOnlyList<IReadOnlyList<string>> labels)
    {
        (int Layer, Node Node)[] nodes = [.. Expect.Some(labels).SelectMany((layer, i) => Expect.Some(layer, "labels")
            .Select((label, place) => (i, new Node(i * 2, (layer.Count - 1) / 2.0 - place, label))))];
        IEnumerable<Edge> edges =
            from to in nodes.Index()
            from start in nodes.Index()
            where start.Item.Layer == to.Item.Layer - 1
            select new Edge(start.Index, to.Index);
        return new NetworkDiagram([.. nodes.Select(node => node.Node)], [.. edges]);
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The edges.</summary>
    public IReadOnlyList<Edge> Edges { get; }

    /// <summary>Radius of a node in logical units.</summary>
    public double Radius { get; init => field = Expect.Within(value, 1, 500, nameof(Radius)); } = 22;

    internal override void Extend(Extent room) =>
        room.Include(Nodes.SelectMany(n => new[] { (n.X - 0.6, n.Y - 0.6), (n.X + 0.6, n.Y + 0.6) }));
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
    /// <summary>A colour that makes it stand out; null draws it thin and grey.</summary>
    public Color? Color { get; init; }

    /// <summary>What is written on it; null for nothing.</summary>
    public string? Label { get; init; }
}
