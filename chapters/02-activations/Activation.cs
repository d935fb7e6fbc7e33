namespace Reference.Activations;

/// <summary>An activation as a pair of functions, for whoever walks over several of them: figures, experiments, tests.</summary>
/// <param name="Name">The name, such as <c>tanh</c>.</param>
/// <param name="Value">The output for a score.</param>
/// <param name="Slope">The derivative of the output by the score; at a kink the value the chapter has chosen.</param>
public sealed record Activation(string Name, Func<double, double> Value, Func<double, double> Slope)
{
    /// <summary>The binary step, (2.1).</summary>
    public static Activation Step { get; } = new("step", ScalarActivations.Step, ScalarActivations.StepDerivative);

    /// <summary>The identity, (2.2).</summary>
    public static Activation Linear { get; } = new("linear", ScalarActivations.Linear, ScalarActivations.LinearDerivative);

    /// <summary>The sigmoid, (2.3).</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", ScalarActivations.Sigmoid, ScalarActivations.SigmoidDerivative);

    /// <summary>The hyperbolic tangent, (2.6).</summary>
    public static Activation Tanh { get; } = new("tanh", ScalarActivations.Tanh, ScalarActivations.TanhDerivative);

    /// <summary>The rectifier, (2.9).</summary>
    public static Activation Relu { get; } = new("ReLU", ScalarActivations.Relu, ScalarActivations.ReluDerivative);

    /// <summary>The leaky rectifier with slope 0.01 below zero, (2.10).</summary>
    public static Activation LeakyRelu { get; } = Leaky(0.01);

    /// <summary>The exponential linear unit with α = 1, (2.11).</summary>
    public static Activation Elu { get; } = new("ELU", x => ScalarActivations.Elu(x), x => ScalarActivations.EluDerivative(x));

    /// <summary>The self-normalizing unit, (2.12).</summary>
    public static Activation Selu { get; } = new("SELU", ScalarActivations.Selu, ScalarActivations.SeluDerivative);

    /// <summary>The smooth rectifier, (2.14).</summary>
    public static Activation Softplus { get; } = new("softplus", ScalarActivations.Softplus, ScalarActivations.SoftplusDerivative);

    /// <summary>The Gaussian error linear unit, (2.15).</summary>
    public static Activation Gelu { get; } = new("GELU", ScalarActivations.Gelu, ScalarActivations.GeluDerivative);

    /// <summary>Its approximation by tanh, (2.16).</summary>
    public static Activation GeluTanh { get; } = new("GELU (tanh)", ScalarActivations.GeluTanh, ScalarActivations.GeluTanhDerivative);

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Activation> All { get; } = [Step, Linear, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Selu, Softplus, Gelu, GeluTanh];

    /// <summary>The leaky rectifier with another slope below zero, (2.10).</summary>
    /// <param name="α">The slope below zero.</param>
    /// <exception cref="ArgumentException">α is not finite.</exception>
    public static Activation Leaky(double α) => new($"leaky ReLU, α = {α}", x => ScalarActivations.LeakyRelu(x, α), x => ScalarActivations.LeakyReluDerivative(x, α));
}
