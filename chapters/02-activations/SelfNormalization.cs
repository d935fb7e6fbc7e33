using static Reference.Activations.NormalDistribution;

namespace Reference.Activations;

/// <summary>The origin of SELU's two constants, S1-127: a score drawn from N(0, 1) must leave the unit with mean 0 and
/// variance 1, (2.13).</summary>
public static class SelfNormalization
{
    /// <summary>The mean of λ·ELU(z) for z ~ N(0, 1), λ(1/√(2π) + α(√e·Φ(−1) − ½)), (2.13).</summary>
    public static double Mean(double λ, double α) => λ * (Density(0) + α * (ExponentialBelowZero(1) - 0.5)); // (2.13)

    /// <summary>The mean square of λ·ELU(z) for z ~ N(0, 1), λ²(½ + α²(e²Φ(−2) − 2√e·Φ(−1) + ½)), (2.13).</summary>
    public static double MeanSquare(double λ, double α) =>
        λ * λ * (0.5 + α * α * (ExponentialBelowZero(2) - 2 * ExponentialBelowZero(1) + 0.5)); // (2.13)

    /// <summary>The λ and α with mean 0 and mean square 1: α from the first equation, then λ from the
    /// second.</summary>
    public static (double Λ, double Α) Solve()
    {
        double α = Density(0) / (0.5 - ExponentialBelowZero(1));
        return (1 / Math.Sqrt(MeanSquare(1, α)), α);
    }

    // E[e^(kz); z < 0] for z ~ N(0, 1): completing the square gives e^(k²/2) Φ(−k).
    private static double ExponentialBelowZero(double k) => Math.Exp(k * k / 2) * Cumulative(-k);
}
