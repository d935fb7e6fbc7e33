using Reference.Numerics;

namespace Reference.Activations;

/// <content>The unit of transformers: x times the probability that a standard normal draw is below x.</content>
public static partial class ScalarActivations
{
    private const double GeluCubic = 0.044715;

    // Where σ(2u) has long been 0 or 1; beyond it x³ would overflow.
    private const double FarOut = 1e100;

    private static readonly double GeluSlope = Math.Sqrt(2 / Math.PI);

    /// <summary>The Gaussian error linear unit xΦ(x), (2.15), S1-267.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Gelu(double x) => x * NormalDistribution.Cumulative(x); // (2.15)

    /// <summary>Its slope Φ(x) + xφ(x), (2.15): negative left of x = −0.7518.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluDerivative(double x) => NormalDistribution.Cumulative(x) + x * NormalDistribution.Density(x); // (2.15)

    /// <summary>
    /// Its approximation ½x(1 + tanh u), u = √(2/π)(x + 0.044715x³), (2.16), S1-267: never off by more than 4.74·10⁻⁴. By (2.6), ½(1 + tanh u) is σ(2u), which
    /// keeps its digits where 1 + tanh u cancels.
    /// </summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluTanh(double x) => x * Sigmoid(2 * GeluArgument(x)); // (2.16)

    /// <summary>The slope of the approximation, ½(1 + tanh u) + ½x·tanh′(u)·u′ with u′ = √(2/π)(1 + 3·0.044715x²), (2.16), likewise by way of σ.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluTanhDerivative(double x)
    {
        double u = GeluArgument(x);
        double near = Math.Clamp(x, -FarOut, FarOut);
        double du = GeluSlope * (1 + 3 * GeluCubic * near * near);
        return Sigmoid(2 * u) + 2 * x * SigmoidDerivative(2 * u) * du; // (2.16)
    }

    private static double GeluArgument(double x)
    {
        Require.Finite(x);
        double near = Math.Clamp(x, -FarOut, FarOut);
        return GeluSlope * (near + GeluCubic * near * near * near);
    }
}
