namespace Reference.Differentiation;

/// <summary>
/// One number on a <see cref="ScalarTape"/>: a leaf, or the result of an operation that remembers its inputs and the slope towards each, S2-060, S4-058.
/// </summary>
public sealed class ScalarNode
{
    internal ScalarNode(ScalarTape tape, double value, bool requiresGrad, string? operation, (ScalarNode Node, double Slope)[]? inputs) =>
        (Tape, Value, RequiresGrad, Operation, Inputs) = (tape, value, requiresGrad, operation, inputs);

    /// <summary>The number.</summary>
    public double Value { get; internal set; }

    /// <summary>
    /// What backward passes have added up so far, (4.22); null before the first and for everything but leaves that require it. S2-061, S4-055, S4-058.
    /// </summary>
    public double? Gradient { get; internal set; }

    /// <summary>Whether operations on this node are recorded.</summary>
    public bool RequiresGrad { get; }

    /// <summary>The operation that made it (PyTorch's <c>grad_fn</c>), S0-059; null for a leaf.</summary>
    public string? Operation { get; }

    /// <summary>Whether no recorded operation made it: a variable, a constant, or anything made without recording. S4-055, S4-058.</summary>
    public bool IsLeaf => Operation is null;

    /// <summary>The tape on which the node stands; constants for an expression with it are made there.</summary>
    public ScalarTape Tape { get; }

    // The inputs and ∂this/∂input; null for leaves, and once a backward pass has freed them.
    internal (ScalarNode Node, double Slope)[]? Inputs { get; set; }

    /// <summary>a + b.</summary>
    public static ScalarNode operator +(ScalarNode a, ScalarNode b) => a.Tape.Record("+", a.Value + b.Value, (a, 1), (b, 1));

    /// <summary>a + c.</summary>
    public static ScalarNode operator +(ScalarNode a, double c) => a + a.Tape.Constant(c);

    /// <summary>c + a.</summary>
    public static ScalarNode operator +(double c, ScalarNode a) => a.Tape.Constant(c) + a;

    /// <summary>a − b.</summary>
    public static ScalarNode operator -(ScalarNode a, ScalarNode b) => a.Tape.Record("−", a.Value - b.Value, (a, 1), (b, -1));

    /// <summary>a − c.</summary>
    public static ScalarNode operator -(ScalarNode a, double c) => a - a.Tape.Constant(c);

    /// <summary>c − a.</summary>
    public static ScalarNode operator -(double c, ScalarNode a) => a.Tape.Constant(c) - a;

    /// <summary>−a.</summary>
    public static ScalarNode operator -(ScalarNode a) => a.Tape.Record("−", -a.Value, (a, -1));

    /// <summary>a·b.</summary>
    public static ScalarNode operator *(ScalarNode a, ScalarNode b) => a.Tape.Record("·", a.Value * b.Value, (a, b.Value), (b, a.Value));

    /// <summary>a·c.</summary>
    public static ScalarNode operator *(ScalarNode a, double c) => a * a.Tape.Constant(c);

    /// <summary>c·a.</summary>
    public static ScalarNode operator *(double c, ScalarNode a) => a.Tape.Constant(c) * a;

    /// <summary>a / b.</summary>
    public static ScalarNode operator /(ScalarNode a, ScalarNode b) =>
        a.Tape.Record("/", a.Value / b.Value, (a, 1 / b.Value), (b, -a.Value / (b.Value * b.Value)));

    /// <summary>a / c.</summary>
    public static ScalarNode operator /(ScalarNode a, double c) => a / a.Tape.Constant(c);

    /// <summary>c / a.</summary>
    public static ScalarNode operator /(double c, ScalarNode a) => a.Tape.Constant(c) / a;

    /// <summary>aⁿ for a constant n.</summary>
    public ScalarNode Pow(double n) => Tape.Record("pow", Math.Pow(Value, n), (this, ScalarDerivatives.PowerDerivative(Value, n)));

    /// <summary>eᵃ.</summary>
    public ScalarNode Exp() => Apply("exp", Math.Exp, Math.Exp);

    /// <summary>ln a.</summary>
    public ScalarNode Log() => Apply("ln", Math.Log, a => 1 / a);

    /// <summary>sin a.</summary>
    public ScalarNode Sin() => Apply("sin", Math.Sin, Math.Cos);

    /// <summary>cos a.</summary>
    public ScalarNode Cos() => Apply("cos", Math.Cos, a => -Math.Sin(a));

    /// <summary>tanh a.</summary>
    public ScalarNode Tanh() => Apply("tanh", Math.Tanh, a => 1 - Math.Tanh(a) * Math.Tanh(a));

    /// <summary>1 / (1 + e⁻ᵃ).</summary>
    public ScalarNode Sigmoid() => Apply("σ", a => 1 / (1 + Math.Exp(-a)), a => 1 / (2 + Math.Exp(a) + Math.Exp(-a)));

    /// <summary>max(0, a), of slope 0 at 0.</summary>
    public ScalarNode Relu() => Apply("relu", a => Math.Max(a, 0), a => a > 0 ? 1 : 0);

    /// <summary>The same number as a leaf that requires no gradient: nothing flows back through it.</summary>
    public ScalarNode Detach() => Tape.Constant(Value);

    private ScalarNode Apply(string operation, Func<double, double> f, Func<double, double> slope) => Tape.Record(operation, f(Value), (this, slope(Value)));
}
