namespace Reference.Activations;

/// <summary>The standard normal density and its integral, from elementary operations only. GELU is made of
/// them.</summary>
public static class NormalDistribution
{
    /// <summary>The density φ(x) = e^(−x²/2) / √(2π), without the rounding error of x², which grows with x².</summary>
    public static double Density(double x)
    {
        x = Math.Clamp(x, -40, 40); // 0 from there on
        double square = x * x, error = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-square / 2) * (1 - error / 2) / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>The probability Φ(x) = ½ erfc(−x/√2) of a draw below x, (2.17). Near zero it comes from a series whose
    /// terms have one sign; far below from a continued fraction, since ½ − the series would keep no digits.</summary>
    /// <returns>A number between 0 and 1, right to some 15 digits, also where it is tiny.</returns>
    public static double Cumulative(double x) => // (2.17)
        x > 0 ? 1 - Cumulative(-x) : x > -1.2 ? 0.5 - Series(-x) : Density(x) / Fraction(-x);

    /// <summary>erfc(t) = 1 − erf(t) = 2Φ(−t√2), (2.17).</summary>
    public static double ComplementaryErrorFunction(double t) => 2 * Cumulative(-Math.Sqrt(2) * t); // (2.17)

    // Φ(x) − ½ = ½ erf(x/√2) = φ(x) · Σₙ x²ⁿ⁺¹ / (2n+1)!!, (2.17).
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= x * x / (2 * n + 1);
            sum += term;
        }

        return Density(x) * sum;
    }

    // φ(x)/Φ(−x) = x + 1/(x + 2/(x + 3/(x + …))), from inside out; 400 levels suffice from 1.2 on.
    private static double Fraction(double x)
    {
        double below = x;
        for (int n = 400; n >= 1; n--)
        {
            below = x + n / below;
        }

        return below;
    }
}
