using static Reference.Activations.NormalDistribution;

namespace Reference.Activations;

/// <content>The rectifier and its relatives: they do not saturate to the right.</content>
public static partial class ScalarActivations
{
    /// <summary>The factor λ of SELU, (2.12), S1-127.</summary>
    public const double SeluScale = 1.0507009873554804934;

    /// <summary>The α of SELU, (2.12), S1-127.</summary>
    public const double SeluAlpha = 1.6732632423543772848;

    private const double GeluCubic = 0.044715;

    private static readonly double GeluScale = Math.Sqrt(2 / Math.PI);

    /// <summary>The rectified linear unit max(0, x), (2.9), S0-016, S1-123, S1-142, S2-033, S3-064, S3-211,
    /// S4-010.</summary>
    public static double Relu(double x) => Math.Max(0, x); // (2.9)

    /// <summary>Its derivative, (2.9): 1 above zero, else 0; 0 at the kink, as in PyTorch.</summary>
    public static double ReluDerivative(double x) => x > 0 ? 1 : 0; // (2.9)

    /// <summary>The leaky rectifier, (2.10), S1-125, S4-011: x above zero and αx below, where the unit still learns. α
    /// is usually 0.01.</summary>
    public static double LeakyRelu(double x, double α = 0.01) => x > 0 ? x : α * x; // (2.10)

    /// <summary>Its derivative, (2.10): 1 above zero, else α.</summary>
    public static double LeakyReluDerivative(double x, double α = 0.01) => x > 0 ? 1 : α; // (2.10)

    /// <summary>The exponential linear unit, (2.11), S1-126: x above zero and α(eˣ − 1) below, with the limit −α far
    /// to the left; only α = 1 has no kink at 0.</summary>
    public static double Elu(double x, double α = 1) => x > 0 ? x : α * NearOne.Expm1(x); // (2.11)

    /// <summary>Its derivative, (2.11): 1 above zero, else αeˣ.</summary>
    public static double EluDerivative(double x, double α = 1) => x > 0 ? 1 : α * Math.Exp(x); // (2.11)

    /// <summary>The scaled exponential linear unit λ·ELU, (2.12), S1-127. With these λ and α, scores of mean 0 and
    /// variance 1 become outputs of mean 0 and variance 1.</summary>
    public static double Selu(double x) => SeluScale * Elu(x, SeluAlpha); // (2.12)

    /// <summary>Its derivative, (2.12): λ above zero, else λαeˣ.</summary>
    public static double SeluDerivative(double x) => SeluScale * EluDerivative(x, SeluAlpha); // (2.12)

    /// <summary>The smooth rectifier ln(1 + eˣ) = max(0, x) + ln(1 + e⁻|ˣ|), (2.14): e¹⁰⁰⁰ never arises.</summary>
    public static double Softplus(double x) => Math.Max(0, x) + NearOne.Log1p(Math.Exp(-Math.Abs(x))); // (2.14)

    /// <summary>The derivative of softplus is the sigmoid, (2.14).</summary>
    public static double SoftplusDerivative(double x) => Sigmoid(x); // (2.14)

    /// <summary>The Gaussian error linear unit xΦ(x), (2.15), S1-267.</summary>
    public static double Gelu(double x) => x * Cumulative(x); // (2.15)

    /// <summary>Its derivative Φ(x) + xφ(x), (2.15): negative left of x = −0.7518.</summary>
    public static double GeluDerivative(double x) => Cumulative(x) + x * Density(x); // (2.15)

    /// <summary>Its approximation ½x(1 + tanh u), u = √(2/π)(x + 0.044715x³), (2.16), S1-267. ½(1 + tanh u) = σ(2u),
    /// which keeps its digits where 1 + tanh u cancels.</summary>
    public static double GeluTanh(double x)
    {
        double u = GeluScale * (x + GeluCubic * x * x * x);
        return x * Sigmoid(2 * u); // (2.16)
    }

    /// <summary>The derivative of the approximation, σ(2u) + 2x·σ′(2u)·u′ with u′ = √(2/π)(1 + 3·0.044715x²),
    /// (2.16). From x = ±40 on it is 1 or 0, and a larger x² would overflow.</summary>
    public static double GeluTanhDerivative(double x)
    {
        x = Math.Clamp(x, -40, 40);
        double u = GeluScale * (x + GeluCubic * x * x * x);
        double du = GeluScale * (1 + 3 * GeluCubic * x * x);
        return Sigmoid(2 * u) + 2 * x * SigmoidDerivative(2 * u) * du; // (2.16)
    }
}
