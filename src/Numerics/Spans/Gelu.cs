using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// GELU, x·Φ(x). Both tails of Φ follow from one function of s = |x|:
/// <para>(1) 1 − Φ(s) = ½ e^(−s²/2) R(s), R(s) = e^(s²/2) erfc(s/√2)</para>
/// <para>(2) R(0) = 1, and R(s) approaches 1/(s√(π/2)): R ≈ P/(P·(1 + cs) − s·A) with c ≈ √(π/2) and polynomials P and
/// A that are positive, of degrees 10 and 9 (4 and 3 for float). A rounding error of P is in both places and nearly
/// cancels.</para>
/// <para>(3) e^(−s²/2) by <see cref="Exponential.OfProduct"/>: a rounding error of s² would grow s²-fold.</para>
/// So small results for negative x are accurate too.
/// </summary>
internal readonly struct Gelu<T> : IMap<T>
    where T : unmanaged
{
    // (2) interpolates R, computed with 60 digits, at 22 Chebyshev nodes of s/(s + 4.5), 0 ≤ s ≤ 38.7: to 2·10⁻¹⁸.
    // From the highest power down; that of P is 1.
    private static ReadOnlySpan<double> P =>
    [
        30.794557750642255, 466.382022347318173, 4515.68017901034968, 30727.3170256198829, 152920.346051842136,
        562895.87561049821, 1515094.00372910472, 2866384.1607497904, 3473536.4387649809, 2085579.52798421232,
    ];

    private static ReadOnlySpan<double> A =>
    [
        0.999999999954143458, 29.5412436177215328, 427.786767465666851, 3933.66363902937315, 25144.9412655413025,
        115565.89025013913, 382171.585690046362, 880881.952586968248, 1297019.82893968594, 949834.601212918161,
    ];

    // x·Φ(x) = max(x, 0) − |x|·(1 − Φ(|x|)): −∞ gives −0, and nothing cancels where x is negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V tails = Tails(x, out V minusHalf, out _);
        return V.MultiplyAdd(minusHalf, tails, V.WhereGreater(V.Constant(0), x, V.Constant(-0.0), x));
    }

    /// <summary>2(1 − Φ(|x|)), and −|x|/2 and e^(−x²/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tails<V>(V x, out V minusHalf, out V bell)
        where V : unmanaged, IVector<V, T>
    {
        // Beyond, the tail is 0.
        V s = V.AtMost(V.Constant(typeof(T) == typeof(double) ? 38.7 : 14.5), V.Abs(x));
        minusHalf = V.Constant(-0.5) * s;
        bell = Exponential.OfProduct<V, T>(minusHalf, s); // (3)
        V p = Polynomials(s, out V minusA);
        V c = V.Constant(typeof(T) == typeof(double) ? 1.25331413731533145 : 1.253299592537976);
        return bell * p / V.MultiplyAdd(V.MultiplyAdd(c, s, V.Constant(1)), p, minusA * s); // (1), (2)
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomials<V>(V s, out V minusA)
        where V : unmanaged, IVector<V, T>
    {
        V p;
        if (typeof(T) == typeof(double))
        {
            p = s + V.Constant(P[0]);
            minusA = V.Constant(-A[0]);
            for (int k = 1; k < P.Length; k++)
            {
                p = V.MultiplyAdd(p, s, V.Constant(P[k]));
                minusA = V.MultiplyAdd(minusA, s, V.Constant(-A[k]));
            }

            return p;
        }

        // Least relative error for 0 ≤ s ≤ 14.5: 6·10⁻⁹.
        p = s + V.Constant(9.871264263010039);
        p = V.MultiplyAdd(p, s, V.Constant(44.51432963074004));
        p = V.MultiplyAdd(p, s, V.Constant(106.47734767209124));
        p = V.MultiplyAdd(p, s, V.Constant(121.46757762693512));
        minusA = V.MultiplyAdd(V.Constant(-0.9990733254062256), s, V.Constant(-8.635498802647156));
        minusA = V.MultiplyAdd(minusA, s, V.Constant(-31.897053067561018));
        minusA = V.MultiplyAdd(minusA, s, V.Constant(-55.31811022069263));
        return p;
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
    /// y[i] = x·Φ(x), within 4 ulp down to the smallest normal numbers. NaN gives NaN, +∞ gives +∞, −∞ gives −0.
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
