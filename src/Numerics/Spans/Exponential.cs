using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// eˣ on a vector. With n = round(x / ln 2) and r = x − n ln 2, so |r| ≤ ½ ln 2:
/// <para>(1) eˣ = 2ⁿ eʳ</para>
/// <para>(2) eʳ = 1 + r + r²/2! + r³/3! + … — Taylor's series, cut where the next term falls below a quarter ulp: 13 terms for double, 7 for float.</para>
/// <para>(3) 2ⁿ = 2ᵐ 2ⁿ⁻ᵐ with m ≈ n/2, so that a result near the largest or below the smallest normal number is rounded once, in the last product.</para>
/// The result is within 1 ulp of eˣ. NaN gives NaN, +∞ gives +∞, −∞ gives 0.
/// </summary>
internal static class Exponential
{
    // ln 2 in two parts: the first has so few bits that n times it is exact, the second is the rest.
    private const double Ln2High = 0x162E42FEFA3800 / (double)(1L << 53);
    private const double Ln2Low = 5.497923018708371e-14;
    private const double FloatLn2High = 0xB17200 / (double)(1L << 24);
    private const double FloatLn2Low = 1.4286068203094172e-6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Of<V, T>(V x)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        bool isDouble = typeof(T) == typeof(double);
        V largest = V.Constant(isDouble ? 710 : 89);
        V smallest = V.Constant(isDouble ? -746 : -104);
        x = V.WhereGreater(x, largest, largest, x);
        x = V.WhereGreater(smallest, x, smallest, x);

        V shift = V.Constant(isDouble ? 6755399441055744.0 : 12582912.0);
        V n = V.MultiplyAdd(x, V.Constant(1.4426950408889634), shift) - shift;
        V r = V.MultiplyAdd(n, V.Constant(isDouble ? -Ln2High : -FloatLn2High), x);
        r = V.MultiplyAdd(n, V.Constant(isDouble ? -Ln2Low : -FloatLn2Low), r);

        V series;
        if (isDouble)
        {
            series = V.Constant(1.0 / 6227020800);
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 479001600));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 39916800));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 3628800));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 362880));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 40320));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 5040));
        }
        else
        {
            series = V.Constant(1.0 / 5040);
        }

        series = V.MultiplyAdd(series, r, V.Constant(1.0 / 720));
        series = V.MultiplyAdd(series, r, V.Constant(1.0 / 120));
        series = V.MultiplyAdd(series, r, V.Constant(1.0 / 24));
        series = V.MultiplyAdd(series, r, V.Constant(1.0 / 6));
        series = V.MultiplyAdd(series, r, V.Constant(1.0 / 2));
        series = V.MultiplyAdd(series, r, V.Constant(1));
        series = V.MultiplyAdd(series, r, V.Constant(1));

        V half = V.MultiplyAdd(n, V.Constant(0.5), shift);
        V rest = n - (half - shift) + shift;
        return series * V.PowerOfTwo(half) * V.PowerOfTwo(rest);
    }
}
