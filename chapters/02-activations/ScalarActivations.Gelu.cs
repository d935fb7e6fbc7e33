namespace Reference.Activations;

/// <content>The unit of transformers: x times the probability that a standard normal draw is below x.</content>
public static partial class ScalarActivations
{
    private const double GeluCubic = 0.044715;

    // tanh u is ±1 to the last bit long before |x| = 10; beyond it x³ could overflow.
    private const double Saturation = 10;

    private static readonly double GeluSlope = Math.Sqrt(2 / Math.PI);

    /// <summary>The Gaussian error linear unit xΦ(x), (2.15), S1-267.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Gelu(double x) => x * NormalDistribution.Cumulative(x); // (2.15)

    /// <summary>Its slope Φ(x) + xφ(x), (2.15): negative left of x = −0.7518.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluDerivative(double x) => NormalDistribution.Cumulative(x) + x * NormalDistribution.Density(x); // (2.15)

    /// <summary>Its approximation ½x(1 + tanh u), u = √(2/π)(x + 0.044715x³), (2.16), S1-267: never off by more than 4.74·10⁻⁴.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluTanh(double x) => x * (1 + Tanh(GeluArgument(x))) / 2; // (2.16)

    /// <summary>The slope of the approximation, ½(1 + tanh u) + ½x·tanh′(u)·√(2/π)(1 + 3·0.044715x²), (2.16).</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double GeluTanhDerivative(double x)
    {
        double u = GeluArgument(x);
        double du = Math.Abs(x) < Saturation ? GeluSlope * (1 + 3 * GeluCubic * x * x) : 0;
        return (1 + Tanh(u) + x * TanhDerivative(u) * du) / 2; // (2.16)
    }

    private static double GeluArgument(double x)
    {
        double near = Math.Clamp(x, -Saturation, Saturation);
        return GeluSlope * (near + GeluCubic * near * near * near);
    }
}
