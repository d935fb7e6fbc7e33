using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>
/// Reverse-mode differentiation of scalars, S2-060, S2-061, S4-054. Operations on variables are written to a tape in the order in which they run; a backward
/// pass reads it from the end to the start and hands each node's adjoint to its inputs. The rules are PyTorch's: gradients add up until they are set to zero,
/// only leaves keep them, and a graph serves one backward pass unless it is retained.
/// </summary>
public sealed class ScalarTape
{
    private readonly List<ScalarNode> _recorded = [];
    private int _pauses;

    /// <summary>How many operations stand on the tape.</summary>
    public int Length => _recorded.Count;

    /// <summary>A leaf whose gradient is wanted: <c>torch.tensor(2.0, requires_grad=True)</c>. S4-055.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public ScalarNode Variable(double value) => Leaf(value, requiresGrad: true);

    /// <summary>A leaf whose gradient nobody wants.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public ScalarNode Constant(double value) => Leaf(value, requiresGrad: false);

    /// <summary>Stops the recording until the result is disposed of, S2-061: <c>using (tape.NoGrad()) { … }</c>. May be nested.</summary>
    public IDisposable NoGrad() => new NoGradient(() => _pauses++, () => _pauses--);

    /// <summary>Gives a leaf another value, as a step of descent does.</summary>
    /// <exception cref="InvalidOperationException">
    /// The node is no leaf, or it requires a gradient and the tape is recording: the graph behind it would speak of another number.
    /// </exception>
    public void Assign(ScalarNode leaf, double value)
    {
        Require.Finite(value);
        if (!leaf.IsLeaf || (leaf.RequiresGrad && _pauses == 0))
        {
            throw new InvalidOperationException(
                $"Expected a leaf, and NoGrad around the assignment where it requires a gradient; got {Describe(leaf)} "
                + $"while {(_pauses == 0 ? "recording" : "not recording")}.");
        }

        leaf.Value = value;
    }

    /// <summary>Forgets the gradients added up so far.</summary>
    public static void ZeroGrad(params ScalarNode[] leaves)
    {
        foreach (ScalarNode leaf in leaves)
        {
            leaf.Gradient = null;
        }
    }

    /// <summary>Adds ∂y/∂x to the gradient of every leaf x that requires one and from which y was made, (4.22).</summary>
    /// <param name="y">The number to differentiate.</param>
    /// <param name="retainGraph">Keeps the graph for another pass; otherwise it is freed.</param>
    /// <exception cref="ArgumentException">y requires no gradient.</exception>
    /// <exception cref="InvalidOperationException">A pass before this one has freed the graph.</exception>
    public void Backward(ScalarNode y, bool retainGraph = false)
    {
        IReadOnlyDictionary<ScalarNode, double> adjoints = Adjoints(y);
        foreach ((ScalarNode node, double adjoint) in adjoints)
        {
            if (node.IsLeaf)
            {
                node.Gradient = (node.Gradient ?? 0) + adjoint; // (4.22)
            }
            else if (!retainGraph)
            {
                node.Inputs = null;
            }
        }

        _recorded.RemoveAll(node => node.Inputs is null);
    }

    /// <summary>The adjoints v̄ = ∂y/∂v of every node v from which y was made, (4.21); gradients stay as they are.</summary>
    /// <param name="y">The number to differentiate.</param>
    /// <exception cref="ArgumentException">y requires no gradient.</exception>
    /// <exception cref="InvalidOperationException">A backward pass has freed the graph.</exception>
    public IReadOnlyDictionary<ScalarNode, double> Adjoints(ScalarNode y)
    {
        if (y.Tape != this || !y.RequiresGrad)
        {
            throw new ArgumentException($"Expected a result of this tape that requires a gradient; got {Describe(y)}.", nameof(y));
        }

        var adjoints = new Dictionary<ScalarNode, double> { [y] = 1 };
        foreach (ScalarNode v in Reached(y))
        {
            foreach ((ScalarNode u, double slope) in v.Inputs!)
            {
                if (u.RequiresGrad)
                {
                    adjoints[u] = adjoints.GetValueOrDefault(u) + adjoints[v] * slope; // (4.21)
                }
            }
        }

        return adjoints;
    }

    internal ScalarNode Record(string operation, double value, params (ScalarNode Node, double Slope)[] inputs)
    {
        if (!double.IsFinite(value) || inputs.Any(i => !double.IsFinite(i.Slope)))
        {
            throw new ArgumentException(
                $"Expected '{operation}' of ({string.Join(", ", inputs.Select(i => i.Node.Value))}) to be finite with finite slopes; "
                + $"got {value} with ({string.Join(", ", inputs.Select(i => i.Slope))}).");
        }

        if (inputs.Any(i => i.Node.Tape != this))
        {
            throw new ArgumentException($"Expected the inputs of '{operation}' to be of one tape; they are of two.");
        }

        if (_pauses > 0 || !inputs.Any(i => i.Node.RequiresGrad))
        {
            return Constant(value);
        }

        var node = new ScalarNode(this, value, requiresGrad: true, operation, inputs);
        _recorded.Add(node);
        return node;
    }

    // The recorded nodes from which y was made, last first: in this order every adjoint is complete before it is handed on.
    private List<ScalarNode> Reached(ScalarNode y)
    {
        var needed = new HashSet<ScalarNode> { y };
        var reached = new List<ScalarNode>();
        for (int i = _recorded.Count - 1; i >= 0; i--)
        {
            if (needed.Contains(_recorded[i]))
            {
                reached.Add(_recorded[i]);
                needed.UnionWith(_recorded[i].Inputs!.Select(input => input.Node).Where(node => node.RequiresGrad));
            }
        }

        ScalarNode? freed = needed.FirstOrDefault(node => !node.IsLeaf && node.Inputs is null);
        return freed is null
            ? reached
            : throw new InvalidOperationException(
                $"Expected the graph behind {Describe(y)}; a backward pass has freed {Describe(freed)}. Give that pass retainGraph.");
    }

    private ScalarNode Leaf(double value, bool requiresGrad)
    {
        Require.Finite(value);
        return new(this, value, requiresGrad, operation: null, inputs: null);
    }

    private static string Describe(ScalarNode node) =>
        $"{(node.IsLeaf ? "a leaf" : $"'{node.Operation}'")} of value {node.Value}{(node.RequiresGrad ? "" : " without gradient")}";
}
