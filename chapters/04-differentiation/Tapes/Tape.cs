namespace Reference.Differentiation;

/// <summary>Reverse-mode differentiation, S2-060, S2-061, S4-054. Operations on variables are written to a tape in the
/// order in which they run; a backward pass reads it from the end to the start and passes the adjoint of each node on
/// to its inputs. The rules are PyTorch's: gradients add up until they are set to zero, only leaves keep them, and a
/// graph serves one backward pass unless it is retained.</summary>
/// <typeparam name="TNode">The nodes.</typeparam>
/// <typeparam name="TValue">A number or a matrix.</typeparam>
/// <typeparam name="TDerivative">∂v/∂u: a number, or the linear map from ∂L/∂v to ∂L/∂u.</typeparam>
public abstract class Tape<TNode, TValue, TDerivative>
    where TNode : Node<TNode, TValue, TDerivative>
{
    private readonly List<TNode> _recorded = [];
    private int _pauses;

    /// <summary>How many operations stand on the tape.</summary>
    public int Length => _recorded.Count;

    /// <summary>A leaf that requires a gradient: <c>torch.tensor(2.0, requires_grad=True)</c>. S4-055.</summary>
    public TNode Variable(TValue value) => Make(value, requiresGrad: true, operation: null, inputs: null);

    /// <summary>A leaf without gradient.</summary>
    public TNode Constant(TValue value) => Make(value, requiresGrad: false, operation: null, inputs: null);

    /// <summary>Stops recording until disposed of, S2-061: <c>using (tape.NoGrad()) { … }</c>. It nests.</summary>
    public IDisposable NoGrad()
    {
        _pauses++;
        return new NoGradientScope(this);
    }

    /// <summary>Gives a leaf another value, as a step of gradient descent does.</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    /// <exception cref="InvalidOperationException">The node is no leaf, or it requires a gradient and the tape is
    /// recording: operations already recorded would mix the two values.</exception>
    public void Assign(TNode leaf, TValue value)
    {
        if (!leaf.IsLeaf || (leaf.RequiresGrad && _pauses == 0))
        {
            throw new InvalidOperationException(
                $"Expected a leaf, and NoGrad around the assignment where it requires a gradient; got {leaf} "
                + $"while {(_pauses == 0 ? "recording" : "not recording")}.");
        }

        leaf.Assign(value);
    }

    private protected abstract TNode Make(
        TValue value, bool requiresGrad, string? operation, (TNode Node, TDerivative Derivative)[]? inputs);

    // ū + v̄·∂v/∂u; the sum is null before its first term.
    private protected abstract TValue Collect(TValue? sum, TValue adjoint, TDerivative derivative);

    // The adjoints v̄ = ∂⟨upstream, y⟩/∂v of every node v from which y was made.
    private protected Dictionary<TNode, TValue> AdjointsOf(TNode y, TValue upstream)
    {
        if (y.Owner != this || !y.RequiresGrad)
        {
            throw new ArgumentException(
                $"Expected a result of this tape that requires a gradient; got {y}.", nameof(y));
        }

        var adjoints = new Dictionary<TNode, TValue> { [y] = upstream };
        foreach (TNode v in Reached(y))
        {
            foreach ((TNode u, TDerivative derivative) in v.Inputs!.Where(input => input.Node.RequiresGrad))
            {
                adjoints[u] = Collect(adjoints.GetValueOrDefault(u), adjoints[v], derivative); // (4.16)
            }
        }

        return adjoints;
    }

    private protected void PassBack(TNode y, TValue upstream, bool retainGraph)
    {
        foreach ((TNode node, TValue adjoint) in AdjointsOf(y, upstream))
        {
            if (node.IsLeaf)
            {
                node.AddToGradient(adjoint);
            }
            else if (!retainGraph)
            {
                node.Inputs = null;
            }
        }

        _recorded.RemoveAll(node => node.Inputs is null);
    }

    internal TNode Record(string operation, TValue value, params (TNode Node, TDerivative Derivative)[] inputs)
    {
        if (inputs.Any(input => input.Node.Owner != this))
        {
            throw new ArgumentException($"Expected the inputs of '{operation}' to be of one tape; they are of two.");
        }

        if (_pauses > 0 || !inputs.Any(input => input.Node.RequiresGrad))
        {
            return Constant(value);
        }

        TNode node = Make(value, requiresGrad: true, operation, inputs);
        _recorded.Add(node);
        return node;
    }

    // The recorded nodes from which y was made, last first: so every adjoint is complete before it is passed on.
    private List<TNode> Reached(TNode y)
    {
        var needed = new HashSet<TNode> { y };
        var reached = new List<TNode>();
        for (int i = _recorded.Count - 1; i >= 0; i--)
        {
            if (needed.Contains(_recorded[i]))
            {
                reached.Add(_recorded[i]);
                needed.UnionWith(_recorded[i].Inputs!.Select(input => input.Node).Where(node => node.RequiresGrad));
            }
        }

        return needed.FirstOrDefault(node => !node.IsLeaf && node.Inputs is null) is { } freed
            ? throw new InvalidOperationException(
                $"Expected the graph behind {y}; a backward pass has freed {freed}. Give that pass retainGraph.")
            : reached;
    }

    private sealed class NoGradientScope(Tape<TNode, TValue, TDerivative> tape) : IDisposable
    {
        private int _held = 1;

        // Once: a second disposal does nothing.
        public void Dispose() => (tape._pauses, _held) = (tape._pauses - _held, 0);
    }
}
