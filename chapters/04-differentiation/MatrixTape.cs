using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>
/// Reverse-mode differentiation of matrices: <see cref="ScalarTape"/> with a matrix in place of each number, and with the same rules. It knows nothing of the
/// gradients that chapters derive by hand, and none of them knows it; so tests hold the ones against the other.
/// </summary>
/// <example><c>Matrix&lt;double&gt; dX = MatrixTape.Gradient(x => (W * x).Tanh(), X, upstream);</c></example>
public sealed class MatrixTape
{
    private readonly List<MatrixNode> _recorded = [];
    private int _pauses;

    /// <summary>How many operations stand on the tape.</summary>
    public int Length => _recorded.Count;

    /// <summary>A leaf whose gradient is wanted; it copies the matrix. // [m × n]</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public MatrixNode Variable(Matrix<double> value) => new(this, RequireMatrix.Finite(value).Clone(), requiresGrad: true, operation: null, inputs: null);

    /// <summary>A leaf whose gradient nobody wants; it copies the matrix. // [m × n]</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public MatrixNode Constant(Matrix<double> value) => new(this, RequireMatrix.Finite(value).Clone(), requiresGrad: false, operation: null, inputs: null);

    /// <summary>Stops the recording until the result is disposed of: <c>using (tape.NoGrad()) { … }</c>. May be nested.</summary>
    public IDisposable NoGrad() => new NoGradient(() => _pauses++, () => _pauses--);

    /// <summary>Gives a leaf another value of its shape, as a step of descent does.</summary>
    /// <exception cref="ArgumentException">The shape differs, or a number is not finite.</exception>
    /// <exception cref="InvalidOperationException">The node is no leaf, or it requires a gradient and the tape is recording.</exception>
    public void Assign(MatrixNode leaf, Matrix<double> value)
    {
        RequireMatrix.SameShape(leaf.Value, value, "the leaf");
        if (!leaf.IsLeaf || (leaf.RequiresGrad && _pauses == 0))
        {
            throw new InvalidOperationException(
                $"Expected a leaf, and NoGrad around the assignment where it requires a gradient; got {Describe(leaf)} "
                + $"while {(_pauses == 0 ? "recording" : "not recording")}.");
        }

        leaf.Value = RequireMatrix.Finite(value).Clone();
    }

    /// <summary>Forgets the gradients added up so far.</summary>
    public static void ZeroGrad(params MatrixNode[] leaves)
    {
        foreach (MatrixNode leaf in leaves)
        {
            leaf.Gradient = null;
        }
    }

    /// <summary>∂⟨upstream, f(x)⟩/∂x in one line: what tests hold a hand-derived backward pass against.</summary>
    /// <param name="f">A function of one matrix.</param>
    /// <param name="x">Where. // [m × n]</param>
    /// <param name="upstream">∂L/∂f, of the shape of f(x); null for a loss, which is 1 × 1.</param>
    /// <returns>∂L/∂x; zeros where f does not depend on x. // [m × n]</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or f(x) is no scalar and there is no upstream.</exception>
    public static Matrix<double> Gradient(Func<MatrixNode, MatrixNode> f, Matrix<double> x, Matrix<double>? upstream = null)
    {
        var tape = new MatrixTape();
        MatrixNode leaf = tape.Variable(x);
        MatrixNode y = f(leaf);
        if (upstream is null)
        {
            tape.Backward(y);
        }
        else
        {
            tape.Backward(y, upstream);
        }

        return leaf.Gradient ?? Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount);
    }

    /// <summary>Adds ∂y/∂x to the gradient of every leaf x that requires one and from which y was made, (4.22).</summary>
    /// <param name="y">The number to differentiate. // [1 × 1]</param>
    /// <param name="retainGraph">Keeps the graph for another pass; otherwise it is freed.</param>
    /// <exception cref="ArgumentException">y is no scalar, or requires no gradient.</exception>
    /// <exception cref="InvalidOperationException">A pass before this one has freed the graph.</exception>
    public void Backward(MatrixNode y, bool retainGraph = false)
    {
        if (y.Value.RowCount != 1 || y.Value.ColumnCount != 1)
        {
            throw new ArgumentException($"Expected a scalar, [1 × 1], to differentiate; got {y.ShapeText}. Sum it, or give ∂L/∂y.", nameof(y));
        }

        Backward(y, Matrix<double>.Build.Dense(1, 1, 1), retainGraph);
    }

    /// <summary>Adds ∂⟨upstream, y⟩/∂x to the gradient of every leaf x that requires one and from which y was made, (4.22).</summary>
    /// <param name="y">The matrix to differentiate. // [m × n]</param>
    /// <param name="upstream">∂L/∂y. // [m × n]</param>
    /// <param name="retainGraph">Keeps the graph for another pass; otherwise it is freed.</param>
    /// <exception cref="ArgumentException">y requires no gradient, or the upstream has another shape.</exception>
    /// <exception cref="InvalidOperationException">A pass before this one has freed the graph.</exception>
    public void Backward(MatrixNode y, Matrix<double> upstream, bool retainGraph = false)
    {
        if (y.Tape != this || !y.RequiresGrad)
        {
            throw new ArgumentException($"Expected a result of this tape that requires a gradient; got {Describe(y)}.", nameof(y));
        }

        RequireMatrix.Gradient(y.Value, upstream, nameof(y));
        var adjoints = new Dictionary<MatrixNode, Matrix<double>> { [y] = upstream };
        foreach (MatrixNode v in Reached(y))
        {
            foreach ((MatrixNode u, Func<Matrix<double>, Matrix<double>> back) in v.Inputs!)
            {
                if (u.RequiresGrad)
                {
                    adjoints[u] = RequireMatrix.Finite(
                        adjoints.TryGetValue(u, out Matrix<double>? sum) ? sum + back(adjoints[v]) : back(adjoints[v]), // (4.21)
                        $"the gradient of '{v.Operation}'");
                }
            }
        }

        foreach ((MatrixNode node, Matrix<double> adjoint) in adjoints)
        {
            if (node.IsLeaf)
            {
                node.Gradient = node.Gradient is { } before ? before + adjoint : adjoint.Clone(); // (4.22)
            }
            else if (!retainGraph)
            {
                node.Inputs = null;
            }
        }

        _recorded.RemoveAll(node => node.Inputs is null);
    }

    internal MatrixNode Number(double c) => Constant(Matrix<double>.Build.Dense(1, 1, c));

    internal MatrixNode Record(string operation, Matrix<double> value, params (MatrixNode Node, Func<Matrix<double>, Matrix<double>> Back)[] inputs)
    {
        RequireMatrix.Finite(value, $"the result of '{operation}'");
        if (inputs.Any(i => i.Node.Tape != this))
        {
            throw new ArgumentException($"Expected the inputs of '{operation}' to be of one tape; they are of two.");
        }

        if (_pauses > 0 || !inputs.Any(i => i.Node.RequiresGrad))
        {
            return Constant(value);
        }

        var node = new MatrixNode(this, value, requiresGrad: true, operation, inputs);
        _recorded.Add(node);
        return node;
    }

    // The recorded nodes from which y was made, last first: in this order every adjoint is complete before it is handed on.
    private List<MatrixNode> Reached(MatrixNode y)
    {
        var needed = new HashSet<MatrixNode> { y };
        var reached = new List<MatrixNode>();
        for (int i = _recorded.Count - 1; i >= 0; i--)
        {
            if (needed.Contains(_recorded[i]))
            {
                reached.Add(_recorded[i]);
                needed.UnionWith(_recorded[i].Inputs!.Select(input => input.Node).Where(node => node.RequiresGrad));
            }
        }

        MatrixNode? freed = needed.FirstOrDefault(node => !node.IsLeaf && node.Inputs is null);
        return freed is null
            ? reached
            : throw new InvalidOperationException(
                $"Expected the graph behind {Describe(y)}; a backward pass has freed {Describe(freed)}. Give that pass retainGraph.");
    }

    private static string Describe(MatrixNode node) =>
        $"{(node.IsLeaf ? "a leaf" : $"'{node.Operation}'")} of shape {node.ShapeText}{(node.RequiresGrad ? "" : " without gradient")}";
}
