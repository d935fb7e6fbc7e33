using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// eˣ on a vector. With n = round(x / ln 2) and r = x − n ln 2, so |r| ≤ ½ ln 2:
/// <para>(1) eˣ = 2ⁿ eʳ</para>
/// <para>(2) eʳ = 1 + r + r²/2! + r³/3! + … — Taylor's series, cut where the next term is below a quarter ulp: 13
/// terms for double, 7 for float.</para>
/// <para>(3) 2ⁿ = 2ᵐ 2ⁿ⁻ᵐ with m ≈ n/2, so that a result near the largest or below the smallest normal number is
/// rounded once, in the last product.</para>
/// The result is within 1 ulp of eˣ. NaN gives NaN, +∞ gives +∞, −∞ gives 0.
/// </summary>
internal static class Exponential
{
    // ln 2 in two parts: the first has so few bits that its product with n is exact.
    internal const double Ln2High = 0x162E42FEFA3800 / (double)(1L << 53);
    internal const double Ln2Low = 5.497923018708371e-14;
    internal const double FloatLn2High = 0xB17200 / (double)(1L << 24);
    internal const double FloatLn2Low = 1.4286068203094172e-6;

    // 1.5 times the power of two from which on a double (a float) has no digits after the point.
    private const double Shift = 6755399441055744.0;
    private const double FloatShift = 12582912.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Of<V, T>(V x)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        bool isDouble = typeof(T) == typeof(double);
        V largest = V.Constant(isDouble ? 710 : 89);
        V smallest = V.Constant(isDouble ? -746 : -104);
        x = V.AtMost(largest, x);
        // Underflow gives 0 directly: subnormal numbers would be slow.
        V zero = V.Constant(0), given = x;
        x = V.WhereGreater(smallest, x, zero, x);
        V shift = V.Constant(isDouble ? Shift : FloatShift);
        V n = Shifted<V, T>(x, out V r) - shift;
        V series = V.MultiplyAdd(Series<V, T>(r), r, V.Constant(1));
        series = V.MultiplyAdd(series, r, V.Constant(1));
        return V.WhereGreater(smallest, given, zero, V.Scale(series, n));
    }

    /// <summary>
    /// e^(ab) for ab from −1000 (−150 for float) to 0, without a rounding error of the product: r = ab − n ln 2 is one
    /// multiply-add. NaN gives NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V OfProduct<V, T>(V a, V b)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        bool isDouble = typeof(T) == typeof(double);
        V shift = V.Constant(isDouble ? Shift : FloatShift);
        V n = V.MultiplyAdd(V.Constant(1.4426950408889634) * a, b, shift) - shift;
        V r = V.MultiplyAdd(a, b, V.Constant(isDouble ? -Ln2High : -FloatLn2High) * n);
        r = V.MultiplyAdd(n, V.Constant(isDouble ? -Ln2Low : -FloatLn2Low), r);
        V series = V.MultiplyAdd(Series<V, T>(r), r, V.Constant(1));
        return V.Scale(V.MultiplyAdd(series, r, V.Constant(1)), n);
    }

    /// <summary>a·2ⁿ by (3), where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ScaleTwice<V, T>(V a, V n)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        V shift = V.Constant(typeof(T) == typeof(double) ? Shift : FloatShift);
        V half = V.MultiplyAdd(n, V.Constant(0.5), shift);
        V rest = n - (half - shift) + shift;
        return a * V.PowerOfTwo(half) * V.PowerOfTwo(rest);
    }

    /// <summary>eˣ − 1 for 0 ≤ x, accurate near 0 as well, and e⁶⁰ from 60 on: see <see cref="Tanh{T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V MinusOne<V, T>(V x)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        x = V.AtMost(V.Constant(60), x);
        V shifted = Shifted<V, T>(x, out V r);
        V power = V.PowerOfTwo(shifted);
        V series = Series<V, T>(r);
        // r + r²·series is eʳ − 1: the leading term is added last.
        return V.MultiplyAdd(power, V.MultiplyAdd(r * r, series, r), power - V.Constant(1));
    }

    // n + shift, and the rest r of x: adding the shift rounds to a whole number, which is then in the lowest bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Shifted<V, T>(V x, out V r)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        bool isDouble = typeof(T) == typeof(double);
        V shift = V.Constant(isDouble ? Shift : FloatShift);
        V shifted = V.MultiplyAdd(x, V.Constant(1.4426950408889634), shift);
        V n = shifted - shift;
        r = V.MultiplyAdd(n, V.Constant(isDouble ? -Ln2High : -FloatLn2High), x);
        r = V.MultiplyAdd(n, V.Constant(isDouble ? -Ln2Low : -FloatLn2Low), r);
        return shifted;
    }

    // (2) without its first two terms: 1/2! + r/3! + r²/4! + …
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Series<V, T>(V r)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            V series = V.MultiplyAdd(V.Constant(1.0 / 5040), r, V.Constant(1.0 / 720));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 120));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 24));
            series = V.MultiplyAdd(series, r, V.Constant(1.0 / 6));
            return V.MultiplyAdd(series, r, V.Constant(1.0 / 2));
        }

        // Even and odd powers: two independent chains of half the length.
        V square = r * r;
        V even = V.MultiplyAdd(V.Constant(1.0 / 479001600), square, V.Constant(1.0 / 3628800));
        V odd = V.MultiplyAdd(V.Constant(1.0 / 6227020800), square, V.Constant(1.0 / 39916800));
        even = V.MultiplyAdd(even, square, V.Constant(1.0 / 40320));
        odd = V.MultiplyAdd(odd, square, V.Constant(1.0 / 362880));
        even = V.MultiplyAdd(even, square, V.Constant(1.0 / 720));
        odd = V.MultiplyAdd(odd, square, V.Constant(1.0 / 5040));
        even = V.MultiplyAdd(even, square, V.Constant(1.0 / 24));
        odd = V.MultiplyAdd(odd, square, V.Constant(1.0 / 120));
        even = V.MultiplyAdd(even, square, V.Constant(1.0 / 2));
        odd = V.MultiplyAdd(odd, square, V.Constant(1.0 / 6));
        return V.MultiplyAdd(odd, r, even);
    }
}
