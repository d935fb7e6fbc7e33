namespace Reference.Activations;

/// <summary>An activation as a pair of functions, for whoever walks over several of them: figures, experiments, tests.</summary>
/// <param name="Name">The name, such as <c>tanh</c>.</param>
/// <param name="Value">The output for a score.</param>
/// <param name="Derivative">The derivative of the output by the score; at a kink the value the chapter has chosen.</param>
public sealed record Activation(string Name, Func<double, double> Value, Func<double, double> Derivative)
{
    /// <summary>The binary step.</summary>
    public static Activation Step { get; } = new("step", ScalarActivations.Step, ScalarActivations.StepDerivative);

    /// <summary>The identity.</summary>
    public static Activation Linear { get; } = new("linear", ScalarActivations.Linear, ScalarActivations.LinearDerivative);

    /// <summary>The sigmoid.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", ScalarActivations.Sigmoid, ScalarActivations.SigmoidDerivative);

    /// <summary>The hyperbolic tangent.</summary>
    public static Activation Tanh { get; } = new("tanh", ScalarActivations.Tanh, ScalarActivations.TanhDerivative);

    /// <summary>The rectifier.</summary>
    public static Activation Relu { get; } = new("ReLU", ScalarActivations.Relu, ScalarActivations.ReluDerivative);

    /// <summary>The leaky rectifier with slope 0.01 below zero.</summary>
    public static Activation LeakyRelu { get; } = Leaky(0.01);

    /// <summary>The exponential linear unit with α = 1.</summary>
    public static Activation Elu { get; } = new("ELU", x => ScalarActivations.Elu(x), x => ScalarActivations.EluDerivative(x));

    /// <summary>The self-normalizing unit.</summary>
    public static Activation Selu { get; } = new("SELU", ScalarActivations.Selu, ScalarActivations.SeluDerivative);

    /// <summary>The smooth rectifier.</summary>
    public static Activation Softplus { get; } = new("softplus", ScalarActivations.Softplus, ScalarActivations.SoftplusDerivative);

    /// <summary>The Gaussian error linear unit.</summary>
    public static Activation Gelu { get; } = new("GELU", ScalarActivations.Gelu, ScalarActivations.GeluDerivative);

    /// <summary>Its approximation by tanh.</summary>
    public static Activation GeluTanh { get; } = new("GELU (tanh)", ScalarActivations.GeluTanh, ScalarActivations.GeluTanhDerivative);

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Activation> All { get; } = [Step, Linear, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Selu, Softplus, Gelu, GeluTanh];

    /// <summary>The leaky rectifier with another slope below zero.</summary>
    /// <param name="α">The slope below zero.</param>
    /// <exception cref="ArgumentException">α is not finite.</exception>
    public static Activation Leaky(double α) =>
        new($"leaky ReLU, α = {α}", x => ScalarActivations.LeakyRelu(x, α), x => ScalarActivations.LeakyReluDerivative(x, α));
}
