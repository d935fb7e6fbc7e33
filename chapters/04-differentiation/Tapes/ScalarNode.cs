namespace Reference.Differentiation;

/// <summary>One number on a <see cref="ScalarTape"/>, S2-060, S4-058.</summary>
public sealed class ScalarNode : Node<ScalarNode, double, double>
{
    internal ScalarNode(
        ScalarTape tape, double value, bool requiresGrad, string? operation,
        (ScalarNode Node, double Derivative)[]? inputs)
        : base(tape, value, requiresGrad, operation, inputs)
    {
    }

    /// <summary>The sum of ∂y/∂this over the backward passes so far, (4.17); null before the first one, and for all
    /// but leaves that require a gradient. S2-061, S4-055, S4-058.</summary>
    public double? Gradient { get; private set; }

    /// <summary>The tape on which the node stands; constants for an expression with it are made there.</summary>
    public ScalarTape Tape => (ScalarTape)Owner;

    private protected override string Size => $"value {Value}";

    /// <inheritdoc/>
    public override void ZeroGradient() => Gradient = null;

    /// <summary>a + b.</summary>
    public static ScalarNode operator +(ScalarNode a, ScalarNode b) =>
        a.Tape.Record("+", a.Value + b.Value, (a, 1), (b, 1));

    /// <summary>a − b.</summary>
    public static ScalarNode operator -(ScalarNode a, ScalarNode b) =>
        a.Tape.Record("−", a.Value - b.Value, (a, 1), (b, -1));

    /// <summary>a·b.</summary>
    public static ScalarNode operator *(ScalarNode a, ScalarNode b) =>
        a.Tape.Record("·", a.Value * b.Value, (a, b.Value), (b, a.Value));

    /// <summary>a / b.</summary>
    public static ScalarNode operator /(ScalarNode a, ScalarNode b) =>
        a.Tape.Record("/", a.Value / b.Value, (a, 1 / b.Value), (b, -a.Value / (b.Value * b.Value)));

    /// <summary>−a.</summary>
    public static ScalarNode operator -(ScalarNode a) => a.Tape.Record("−", -a.Value, (a, -1));

    /// <summary>a + c.</summary>
    public static ScalarNode operator +(ScalarNode a, double c) => a + a.Tape.Constant(c);

    /// <summary>c + a.</summary>
    public static ScalarNode operator +(double c, ScalarNode a) => a.Tape.Constant(c) + a;

    /// <summary>a − c.</summary>
    public static ScalarNode operator -(ScalarNode a, double c) => a - a.Tape.Constant(c);

    /// <summary>c − a.</summary>
    public static ScalarNode operator -(double c, ScalarNode a) => a.Tape.Constant(c) - a;

    /// <summary>a·c.</summary>
    public static ScalarNode operator *(ScalarNode a, double c) => a * a.Tape.Constant(c);

    /// <summary>c·a.</summary>
    public static ScalarNode operator *(double c, ScalarNode a) => a.Tape.Constant(c) * a;

    /// <summary>a / c.</summary>
    public static ScalarNode operator /(ScalarNode a, double c) => a / a.Tape.Constant(c);

    /// <summary>c / a.</summary>
    public static ScalarNode operator /(double c, ScalarNode a) => a.Tape.Constant(c) / a;

    private protected override ScalarNode Apply(
        string operation, Func<double, double> f, Func<double, double> derivative) =>
        Tape.Record(operation, f(Value), (this, derivative(Value)));

    internal override void Assign(double value) => Value = value;

    internal override void AddToGradient(double adjoint) => Gradient = (Gradient ?? 0) + adjoint; // (4.17)
}
