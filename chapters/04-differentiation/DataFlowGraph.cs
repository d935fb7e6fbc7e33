namespace Reference.Differentiation;

/// <summary>Build first, execute later, S4-175: nodes are operations, edges the tensors between them. This is how
/// TensorFlow 1 worked, S4-177; called directly, the same operations run at once, which is eager execution.
/// <see cref="NotesExamples.SessionDot"/> is an example.</summary>
public sealed class DataFlowGraph
{
    private readonly List<(string Name, int[] Inputs, Func<Tensor[], Tensor>? Run)> _nodes = [];

    /// <summary>The names of the nodes, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => [.. _nodes.Select(node => node.Name)];

    /// <summary>An input that is given when the graph runs; the number of its node. S4-176, S4-177.</summary>
    /// <exception cref="ArgumentException">There is a placeholder of that name already.</exception>
    public int Placeholder(string name) => _nodes.Any(node => node.Run is null && node.Name == name)
        ? throw new ArgumentException($"Expected a name that no other placeholder has; got '{name}'.", nameof(name))
        : Add(name, [], run: null);

    /// <summary>An operation on the results of earlier nodes, not computed yet; the number of its node.</summary>
    /// <exception cref="ArgumentException">An input is no node of the graph.</exception>
    public int Operation(string name, int[] inputs, Func<Tensor[], Tensor> run)
    {
        Array.ForEach(inputs, RequireNode);
        return Add(name, [.. inputs], run);
    }

    /// <summary>Computes a node, and first each node that it needs, once, (4.21).</summary>
    /// <exception cref="ArgumentException">No such node, or a placeholder it needs has no tensor.</exception>
    public Tensor Run(int node, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var results = new Dictionary<int, Tensor>();
        foreach (int v in Order(node))
        {
            (string name, int[] needs, Func<Tensor[], Tensor>? run) = _nodes[v];
            results[v] = run is not null ? run([.. needs.Select(u => results[u])]) // (4.21)
                : inputs.TryGetValue(name, out Tensor? given) ? given
                : throw new ArgumentException(
                    $"Expected a tensor for the placeholder '{name}'; got tensors for "
                    + $"({string.Join(", ", inputs.Keys)}).", nameof(inputs));
        }

        return results[node];
    }

    /// <summary>A node and all that it needs, each after its own inputs: a topological order. A node is built on
    /// earlier ones only, so ascending numbers are one.</summary>
    /// <exception cref="ArgumentException">No such node.</exception>
    public IReadOnlyList<int> Order(int node)
    {
        RequireNode(node);
        var needed = new SortedSet<int> { node };
        for (int v = node; v >= 0; v--)
        {
            if (needed.Contains(v))
            {
                needed.UnionWith(_nodes[v].Inputs);
            }
        }

        return [.. needed];
    }

    private int Add(string name, int[] inputs, Func<Tensor[], Tensor>? run)
    {
        _nodes.Add((name, inputs, run));
        return _nodes.Count - 1;
    }

    private void RequireNode(int node)
    {
        if (node < 0 || node >= _nodes.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(node), $"Expected a node 0 … {_nodes.Count - 1}; got {node}.");
        }
    }
}
