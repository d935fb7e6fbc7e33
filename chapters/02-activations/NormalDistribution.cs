namespace Reference.Activations;

/// <summary>The standard normal density and its integral, from elementary operations only. GELU is made of
/// them.</summary>
public static class NormalDistribution
{
    /// <summary>The density φ(x) = e^(−x²/2) / √(2π).</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The probability Φ(x) = ½ erfc(−x/√2) of a draw below x, (2.17).</summary>
    public static double Cumulative(double x) => ComplementaryErrorFunction(-x / Math.Sqrt(2)) / 2; // (2.17)

    /// <summary>erfc(t) = 1 − erf(t), (2.17). Near zero from the series of erf, whose terms have one sign and do not
    /// cancel; beyond 2 from a continued fraction, since 1 − erf would keep no digits.</summary>
    /// <returns>A number between 0 and 2, right to about 14 digits, also where it is tiny.</returns>
    public static double ComplementaryErrorFunction(double t) =>
        t < 0 ? 2 - ComplementaryErrorFunction(-t) : t < 2 ? 1 - Series(t) : Fraction(t);

    // erf(t) = 2/√π · e^(−t²) · Σₙ 2ⁿ t²ⁿ⁺¹ / (2n+1)!!, (2.17).
    private static double Series(double t)
    {
        double term = t;
        double sum = t;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * t * t / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-t * t) * sum;
    }

    // erfc(t) = e^(−t²)/√π · 1/(t + (1/2)/(t + (2/2)/(t + (3/2)/(t + …)))), from inside out; 100 levels suffice.
    private static double Fraction(double t)
    {
        double below = t;
        for (int n = 100; n >= 1; n--)
        {
            below = t + n / 2.0 / below;
        }

        return Math.Exp(-t * t) / Math.Sqrt(Math.PI) / below;
    }
}
