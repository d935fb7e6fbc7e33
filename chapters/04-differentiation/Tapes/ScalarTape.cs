namespace Reference.Differentiation;

/// <summary>The tape of numbers, S2-060, S4-054: what an operation remembers is the derivative in each
/// input.</summary>
/// <example><code>
/// var tape = new ScalarTape();
/// ScalarNode u = tape.Variable(1), v = tape.Variable(2);
/// tape.Backward(u * v + u.Pow(2)); // u.Gradient is 4, v.Gradient is 1
/// </code></example>
public sealed class ScalarTape : Tape<ScalarNode, double, double>
{
    /// <summary>Adds ∂y/∂x to the gradient of every leaf x that requires one and from which y was made, (4.17). The
    /// graph is freed unless it is retained for another pass.</summary>
    /// <exception cref="ArgumentException">y requires no gradient.</exception>
    /// <exception cref="InvalidOperationException">A pass before this one has freed the graph.</exception>
    public void Backward(ScalarNode y, bool retainGraph = false) => PassBack(y, 1, retainGraph);

    /// <summary>The adjoints v̄ = ∂y/∂v of every node v from which y was made, (4.16); no gradient changes.</summary>
    public IReadOnlyDictionary<ScalarNode, double> Adjoints(ScalarNode y) => AdjointsOf(y, 1);

    private protected override double Collect(double sum, double adjoint, double derivative) =>
        sum + adjoint * derivative; // (4.16)

    private protected override ScalarNode Make(
        double value, bool requiresGrad, string? operation, (ScalarNode Node, double Derivative)[]? inputs) =>
        new(this, value, requiresGrad, operation, inputs);
}
