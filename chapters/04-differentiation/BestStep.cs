using System.Numerics;

namespace Reference.Differentiation;

/// <summary>The step with the least sum of truncation and rounding error, (4.15), from the sizes of f and of a
/// derivative. With both near 1 it is 2·10⁻⁸, 7·10⁻⁶ and 2·10⁻³: hence the 10⁻⁵ of gradient checks.</summary>
public static class BestStep
{
    /// <summary>u = 2⁻⁵³ ≈ 1.1·10⁻¹⁶: the largest relative error of one rounding in float64, S0-049.</summary>
    public const double RoundingUnit = 1.0 / (1L << 53);

    private const double u = RoundingUnit;

    /// <summary>Of the forward difference, 2√(u·|f / f″|).</summary>
    public static double Forward(double f, double second) => 2 * Math.Sqrt(u * f / second); // (4.15)

    /// <summary>Of the central difference, ∛(3u·|f / f‴|).</summary>
    public static double Central(double f, double third) => Math.Cbrt(3 * u * f / third); // (4.15)

    /// <summary>Of the extrapolation, ⁵√(360u·|f / f⁽⁵⁾|).</summary>
    public static double Richardson(double f, double fifth) => Math.Pow(360 * u * f / fifth, 1.0 / 5); // (4.15)

    /// <summary>The largest error to expect of the forward difference: ½h·|f″| + 2u·|f| / h.</summary>
    public static double ForwardError(double h, double f, double second) => h * second / 2 + 2 * u * f / h;

    /// <summary>The largest error to expect of the central difference: ⅙h²·|f‴| + u·|f| / h.</summary>
    public static double CentralError(double h, double f, double third) => h * h * third / 6 + u * f / h;

    /// <summary>The largest error to expect of the extrapolation: h⁴·|f⁽⁵⁾| / 480 + 3u·|f| / h.</summary>
    public static double RichardsonError(double h, double f, double fifth) =>
        Math.Pow(h, 4) * fifth / 480 + 3 * u * f / h;

    /// <summary>From 1 to the next number, S0-049: 2⁻¹⁰ for Half, 2⁻²³ for float, 2⁻⁵² for double.</summary>
    /// <typeparam name="T">Half, float or double.</typeparam>
    public static double Epsilon<T>()
        where T : IFloatingPointIeee754<T> => double.CreateChecked(T.BitIncrement(T.One) - T.One);
}
