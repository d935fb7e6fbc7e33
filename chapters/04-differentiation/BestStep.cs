using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>
/// The step at which truncation and rounding together are least, (4.20). With f and its derivatives near 1 it is 2·10⁻⁸, 7·10⁻⁶ and 2·10⁻³: hence the 10⁻⁵ of
/// gradient checks.
/// </summary>
public static class BestStep
{
    private const double U = Precision.RoundingUnit;

    /// <summary>Of the forward difference, 2√(u·|f / f″|).</summary>
    /// <param name="f">The size of f at x; above 0.</param>
    /// <param name="second">The size of f″ there; above 0.</param>
    /// <exception cref="ArgumentException">A size is not above 0.</exception>
    public static double Forward(double f, double second) => 2 * Math.Sqrt(U * Ratio(f, second)); // (4.20)

    /// <summary>Of the central difference, ∛(3u·|f / f‴|).</summary>
    /// <param name="f">The size of f at x; above 0.</param>
    /// <param name="third">The size of f‴ there; above 0.</param>
    /// <exception cref="ArgumentException">A size is not above 0.</exception>
    public static double Central(double f, double third) => Math.Cbrt(3 * U * Ratio(f, third)); // (4.20)

    /// <summary>Of the extrapolation, ⁵√(360u·|f / f⁽⁵⁾|).</summary>
    /// <param name="f">The size of f at x; above 0.</param>
    /// <param name="fifth">The size of the fifth derivative there; above 0.</param>
    /// <exception cref="ArgumentException">A size is not above 0.</exception>
    public static double Richardson(double f, double fifth) => Math.Pow(360 * U * Ratio(f, fifth), 1.0 / 5); // (4.20)

    /// <summary>The largest error to expect of the forward difference: ½h·|f″| + 2u·|f| / h.</summary>
    public static double ForwardError(double h, double f, double second) => h * second / 2 + 2 * U * f / Checked(h); // (4.17)

    /// <summary>The largest error to expect of the central difference: ⅙h²·|f‴| + u·|f| / h.</summary>
    public static double CentralError(double h, double f, double third) => h * h * third / 6 + U * f / Checked(h); // (4.18)

    /// <summary>The largest error to expect of the extrapolation: h⁴·|f⁽⁵⁾| / 480 + 3u·|f| / h.</summary>
    public static double RichardsonError(double h, double f, double fifth) => Math.Pow(h, 4) * fifth / 480 + 3 * U * f / Checked(h); // (4.19)

    private static double Ratio(double f, double derivative)
    {
        Require.Positive(f);
        Require.Positive(derivative);
        return f / derivative;
    }

    private static double Checked(double h)
    {
        Require.Positive(h);
        return h;
    }
}
