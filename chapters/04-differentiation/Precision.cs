using System.Numerics;

namespace Reference.Differentiation;

/// <summary>How finely a number type resolves: the trade of float32 for float64, S0-049.</summary>
public static class Precision
{
    /// <summary>The rounding unit of double, 2⁻⁵³ ≈ 1.1·10⁻¹⁶: the largest relative error of one rounding.</summary>
    public const double RoundingUnit = 1.0 / (1L << 53);

    /// <summary>The distance from 1 to the next number of the type: 2⁻¹⁰ for Half, 2⁻²³ for float, 2⁻⁵² for double.</summary>
    /// <typeparam name="T">Half, float or double.</typeparam>
    public static double Epsilon<T>()
        where T : IFloatingPointIeee754<T>
    {
        T ε = T.One;
        T half = T.One / (T.One + T.One);
        while (T.One + ε * half > T.One)
        {
            ε *= half;
        }

        return double.CreateChecked(ε);
    }
}
