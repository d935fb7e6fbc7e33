namespace Reference.Activations;

/// <summary>
/// Where SELU's two constants come from, S1-127: a score drawn from N(0, 1) must leave the unit with mean 0 and variance 1 again, (2.13). Both expectations are
/// Gaussian integrals over a line to the right of 0 and exponentials to the left.
/// </summary>
public static class SelfNormalization
{
    // E[e^(kz); z < 0] for z ~ N(0, 1): completing the square gives e^(k²/2) Φ(−k).
    private static double ExponentialBelowZero(double k) => Math.Exp(k * k / 2) * NormalDistribution.Cumulative(-k);

    /// <summary>The mean of λ·ELU(z) for z ~ N(0, 1), λ(1/√(2π) + α(√e·Φ(−1) − ½)), (2.13).</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double Mean(double λ, double α) => λ * (NormalDistribution.Density(0) + α * (ExponentialBelowZero(1) - 0.5)); // (2.13)

    /// <summary>The mean square of λ·ELU(z) for z ~ N(0, 1), λ²(½ + α²(e²Φ(−2) − 2√e·Φ(−1) + ½)), (2.13).</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double MeanSquare(double λ, double α) =>
        λ * λ * (0.5 + α * α * (ExponentialBelowZero(2) - 2 * ExponentialBelowZero(1) + 0.5)); // (2.13)

    /// <summary>The λ and α with mean 0 and mean square 1: α from the first equation, which λ only scales, then λ from the second.</summary>
    public static (double Λ, double Α) Solve()
    {
        double α = NormalDistribution.Density(0) / (0.5 - ExponentialBelowZero(1));
        return (1 / Math.Sqrt(MeanSquare(1, α)), α);
    }
}
