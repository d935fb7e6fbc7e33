using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// GELU, x·Φ(x). Both tails of Φ follow from one function that varies little: with z = |x|/√2
/// <para>(1) 1 − Φ(|x|) = ½ e^(−z²) erfcx(z), erfcx(z) = e^(z²) erfc(z)</para>
/// <para>(2) (1 + 2z) erfcx(z) lies between 1 and 1.2 for every z ≥ 0; in t = (z − 3¾)/(z + 3¾), which runs from −1 to
/// 1, it is a Chebyshev series of 25 terms (14 for float)</para>
/// <para>(3) e^(−x²/2) includes the rounding error of x², which it would amplify x²-fold: x² = s + l exactly,
/// e^(−s/2)(1 − l/2).</para>
/// So small results for negative x are accurate too.
/// </summary>
internal readonly struct Gelu<T> : IMap<T>
    where T : unmanaged
{
    // Coefficients of (2), from its definition in 80 digits at 48 Chebyshev points.
    private static ReadOnlySpan<double> Series =>
    [
        1.17757893456740170e+00, -4.59005458064647761e-03, -8.42491333665179171e-02, 5.92099399981918934e-02,
        -2.66586684353057532e-02, 9.07499767070526521e-03, -2.41316354041760809e-03, 4.90775836525808628e-04,
        -6.91697330250120695e-05, 4.13902798607301019e-06, 7.74038306619849033e-07, -2.18864010492343966e-07,
        1.07649994656709100e-08, 4.52195981121828665e-09, -7.75440020883135088e-10, -6.31808834088668410e-11,
        2.86879501093066987e-11, 1.94558685457773468e-13, -9.65469674843343926e-13, 3.25254814814874010e-14,
        3.34781194828680559e-14, -1.86456288041931304e-15, -1.25079505306886479e-15, 7.41823525662404405e-17,
        5.06814890479611101e-17,
    ];

    // x·Φ(x) = max(x, 0) − |x|·(1 − Φ(|x|)): −∞ gives −0, and nothing cancels where x is negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V tails = Tails(x, out V minusHalf, out _);
        return V.MultiplyAdd(minusHalf, tails, V.WhereGreater(x, V.Constant(0), x, V.Constant(-0.0)));
    }

    /// <summary>2(1 − Φ(|x|)), and −|x|/2 and e^(−x²/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tails<V>(V x, out V minusHalf, out V bell)
        where V : unmanaged, IVector<V, T>
    {
        // Beyond, the tail is 0, and ∞ would give ∞/∞ below.
        V size = V.AtMost(V.Constant(typeof(T) == typeof(double) ? 38.7 : 14.5), V.Abs(x));
        minusHalf = V.Constant(-0.5) * size;
        V exponent = minusHalf * size;
        V lost = V.MultiplyAdd(minusHalf, size, V.Constant(0) - exponent);
        bell = Exponential.OfNegative<V, T>(exponent);
        bell = V.MultiplyAdd(bell, lost, bell); // (3)

        V root = V.Constant(0.70710678118654752), one = V.Constant(1);
        V below = V.MultiplyAdd(size, root, V.Constant(-3.75)), beyond = V.MultiplyAdd(size, root, V.Constant(3.75));
        V width = V.MultiplyAdd(size, V.Constant(1.4142135623730951), one);
        if (typeof(T) == typeof(double))
        {
            return bell * Chebyshev(below / beyond) / width; // (1), (2)
        }

        V reciprocal = one / (beyond * width); // of both quotients
        return bell * Powers(below * (width * reciprocal)) * (beyond * reciprocal); // (1), (2)
    }

    // Clenshaw: bₖ = cₖ + 2t·bₖ₊₁ − bₖ₊₂.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Chebyshev<V>(V t)
        where V : unmanaged, IVector<V, T>
    {
        V twice = t + t, b = V.Constant(0), before = b;
        for (int k = Series.Length - 1; k > 0; k--)
        {
            V next = V.MultiplyAdd(twice, b, V.Constant(Series[k]) - before);
            before = b;
            b = next;
        }

        return V.MultiplyAdd(t, b, V.Constant(Series[0]) - before);
    }

    // The first 14 terms in powers of t, which float can still add up; even and odd powers are two short chains.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Powers<V>(V t)
        where V : unmanaged, IVector<V, T>
    {
        V square = t * t;
        V even = V.MultiplyAdd(V.Constant(2.20467189e-5), square, V.Constant(3.30167456e-4));
        V odd = V.MultiplyAdd(V.Constant(1.85219474e-5), square, V.Constant(-2.84313076e-4));
        even = V.MultiplyAdd(even, square, V.Constant(-9.77008718e-3));
        odd = V.MultiplyAdd(odd, square, V.Constant(1.75115763e-3));
        even = V.MultiplyAdd(even, square, V.Constant(-5.86854405e-2));
        odd = V.MultiplyAdd(odd, square, V.Constant(2.83641051e-2));
        even = V.MultiplyAdd(even, square, V.Constant(-1.08805228e-1));
        odd = V.MultiplyAdd(odd, square, V.Constant(9.23039375e-2));
        even = V.MultiplyAdd(even, square, V.Constant(3.58549531e-3));
        odd = V.MultiplyAdd(odd, square, V.Constant(8.22767740e-2));
        even = V.MultiplyAdd(even, square, V.Constant(1.23751263));
        odd = V.MultiplyAdd(odd, square, V.Constant(-1.40240600e-1));
        return V.MultiplyAdd(odd, t, even);
    }
}

/// <summary>∂L/∂x = ∂L/∂y·(Φ(x) + x·φ(x)) with φ(x) = e^(−x²/2)/√(2π).</summary>
internal readonly struct GeluGradient<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V dy)
        where V : unmanaged, IVector<V, T>
    {
        V zero = V.Constant(0), far = V.Constant(50), least = V.Constant(-50);
        V upper = V.Constant(0.5) * Gelu<T>.Tails(x, out _, out V bell);
        V near = V.WhereGreater(x, far, far, V.WhereGreater(least, x, least, x));
        V distribution = V.WhereGreater(x, zero, V.Constant(1) - upper, upper);
        return dy * V.MultiplyAdd(near * V.Constant(0.39894228040143268), bell, distribution);
    }
}

public static partial class Kernels
{
    /// <summary>
    /// y[i] = x·Φ(x), within 6 ulp down to the smallest normal numbers. NaN gives NaN, +∞ gives +∞, −∞ gives −0.
    /// </summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void Gelu(ReadOnlySpan<double> x, Span<double> y) => Gelu(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Gelu(ReadOnlySpan{double}, Span{double})"/>
    public static void Gelu(ReadOnlySpan<float> x, Span<float> y) => Gelu(x, y, VectorPaths.Best);

    internal static void Gelu<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Gelu<T>), x, y, path);

    /// <summary>dx[i] = dy[i]·(Φ(x[i]) + x[i]·φ(x[i])).</summary>
    /// <param name="x">[n], the input.</param>
    /// <param name="dy">[n], ∂L/∂y.</param>
    /// <param name="dx">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void GeluGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx)
        => GeluGradient(x, dy, dx, VectorPaths.Best);

    /// <inheritdoc cref="GeluGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void GeluGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
        => GeluGradient(x, dy, dx, VectorPaths.Best);

    internal static void GeluGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx, VectorPath path)
        where T : unmanaged
        => Map2.Apply(default(GeluGradient<T>), x, dy, dx, path);
}
