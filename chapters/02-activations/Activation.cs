using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>An activation as a pair of functions, f(x) of a score and f′(x), for code that takes any of them; at a
/// kink f′ is the value that the chapter has chosen.</summary>
public sealed record Activation(string Name, Func<double, double> Value, Func<double, double> Derivative)
{
    /// <summary>The binary step.</summary>
    public static Activation Step { get; } = new("step", ScalarActivations.Step, StepDerivative);

    /// <summary>The identity.</summary>
    public static Activation Linear { get; } = new("linear", ScalarActivations.Linear, LinearDerivative);

    /// <summary>The sigmoid.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", ScalarActivations.Sigmoid, SigmoidDerivative);

    /// <summary>The hyperbolic tangent.</summary>
    public static Activation Tanh { get; } = new("tanh", ScalarActivations.Tanh, TanhDerivative);

    /// <summary>The rectifier.</summary>
    public static Activation Relu { get; } = new("ReLU", ScalarActivations.Relu, ReluDerivative);

    /// <summary>The leaky rectifier with α = 0.01.</summary>
    public static Activation LeakyRelu { get; } = Leaky(0.01);

    /// <summary>The exponential linear unit with α = 1.</summary>
    public static Activation Elu { get; } = new("ELU", x => ScalarActivations.Elu(x), x => EluDerivative(x));

    /// <summary>The scaled exponential linear unit.</summary>
    public static Activation Selu { get; } = new("SELU", ScalarActivations.Selu, SeluDerivative);

    /// <summary>The smooth rectifier.</summary>
    public static Activation Softplus { get; } = new("softplus", ScalarActivations.Softplus, SoftplusDerivative);

    /// <summary>The Gaussian error linear unit.</summary>
    public static Activation Gelu { get; } = new("GELU", ScalarActivations.Gelu, GeluDerivative);

    /// <summary>Its approximation by tanh.</summary>
    public static Activation GeluTanh { get; } = new("GELU (tanh)", ScalarActivations.GeluTanh, GeluTanhDerivative);

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Activation> All { get; } =
        [Step, Linear, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Selu, Softplus, Gelu, GeluTanh];

    /// <summary>The leaky rectifier with a given slope α below zero.</summary>
    public static Activation Leaky(double α) =>
        new($"leaky ReLU, α = {α}", x => ScalarActivations.LeakyRelu(x, α), x => LeakyReluDerivative(x, α));
}
