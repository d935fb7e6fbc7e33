namespace Reference.Differentiation;

/// <summary>A value on a tape: a leaf, or the result of an operation that remembers its inputs and its derivative in
/// each of them, S2-060, S4-058.</summary>
/// <typeparam name="TNode">The node itself.</typeparam>
/// <typeparam name="TValue">A number or a matrix.</typeparam>
/// <typeparam name="TDerivative">∂v/∂u: a number, or the linear map from ∂L/∂v to ∂L/∂u.</typeparam>
public abstract class Node<TNode, TValue, TDerivative>
    where TNode : Node<TNode, TValue, TDerivative>
{
    private protected Node(
        Tape<TNode, TValue, TDerivative> owner, TValue value, bool requiresGrad, string? operation,
        (TNode Node, TDerivative Derivative)[]? inputs) =>
        (Owner, Value, RequiresGrad, Operation, Inputs) = (owner, value, requiresGrad, operation, inputs);

    /// <summary>The value; not to be written to.</summary>
    public TValue Value { get; private protected set; }

    /// <summary>Whether operations on this node are recorded.</summary>
    public bool RequiresGrad { get; }

    /// <summary>The operation that made it (PyTorch's <c>grad_fn</c>), S0-059; null for a leaf.</summary>
    public string? Operation { get; }

    /// <summary>Whether no recorded operation made it: a variable or a constant. S4-055, S4-058.</summary>
    public bool IsLeaf => Operation is null;

    internal Tape<TNode, TValue, TDerivative> Owner { get; }

    // The inputs u and ∂this/∂u; null for leaves, and once a backward pass has freed them.
    internal (TNode Node, TDerivative Derivative)[]? Inputs { get; set; }

    /// <summary>eᵃ.</summary>
    public TNode Exp() => Apply("exp", Math.Exp, Math.Exp);

    /// <summary>ln a.</summary>
    public TNode Log() => Apply("ln", Math.Log, a => 1 / a);

    /// <summary>sin a.</summary>
    public TNode Sin() => Apply("sin", Math.Sin, Math.Cos);

    /// <summary>cos a.</summary>
    public TNode Cos() => Apply("cos", Math.Cos, a => -Math.Sin(a));

    /// <summary>tanh a; its derivative 1 / cosh² keeps its digits where 1 − tanh² cancels.</summary>
    public TNode Tanh() => Apply("tanh", Math.Tanh, a => 1 / Math.Cosh(a) / Math.Cosh(a));

    /// <summary>σ(a) = 1 / (1 + e⁻ᵃ); its derivative σ(1 − σ) without the difference.</summary>
    public TNode Sigmoid() =>
        Apply("σ", a => 1 / (1 + Math.Exp(-a)), a => 1 / (2 + Math.Exp(a) + Math.Exp(-a)));

    /// <summary>max(0, a), of derivative 0 at 0.</summary>
    public TNode Relu() => Apply("relu", a => Math.Max(a, 0), a => a > 0 ? 1 : 0);

    /// <summary>aⁿ for a constant n.</summary>
    public TNode Pow(double n) =>
        Apply("pow", a => Math.Pow(a, n), a => ScalarDerivatives.PowerDerivative(a, n));

    /// <summary>The same value as a leaf that requires no gradient: nothing flows back through it.</summary>
    public TNode Detach() => Owner.Constant(Value);

    /// <summary>Forgets the gradient added up so far, S2-061: <c>x.grad.zero_()</c>.</summary>
    public abstract void ZeroGradient();

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(IsLeaf ? "a leaf" : $"'{Operation}'")} of {Size}{(RequiresGrad ? "" : " without gradient")}";

    private protected abstract string Size { get; }

    private protected abstract TNode Apply(string operation, Func<double, double> f, Func<double, double> derivative);

    internal abstract void Assign(TValue value);

    internal abstract void AddToGradient(TValue adjoint);
}
