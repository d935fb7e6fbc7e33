using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// GELU in its tanh form, ½x(1 + tanh u) with u = √(2/π)(x + 0.044715x³). As ½(1 + tanh u) = σ(2u), it is (1) x·σ(2u):
/// no digits cancel for negative x.
/// </summary>
internal readonly struct GeluTanh<T> : IMap<T>
    where T : unmanaged
{
    // 2√(2/π) and its product with 0.044715.
    internal const double Linear = 1.5957691216057308;
    internal const double Cubic = Linear * 0.044715;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V twice = x * V.MultiplyAdd(x * x, V.Constant(Cubic), V.Constant(Linear));
        V product = x * default(Sigmoid<T>).Of(twice);
        // −∞·0 would be NaN, but x·σ(2u) tends to 0.
        return V.WhereGreater(V.Constant(-1e6), x, V.Constant(-0.0), product);
    }
}

/// <summary>∂L/∂x = ∂L/∂y·(s + x·s(1 − s)·2u′) with s = σ(2u) and 2u′ = √(2/π)(2 + 6·0.044715x²).</summary>
internal readonly struct GeluTanhGradient<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V dy)
        where V : unmanaged, IVector<V, T>
    {
        // Beyond ±1000 the derivative is 1 or 0, and the products below would be ∞·0.
        V limit = V.Constant(1000), least = V.Constant(-1000);
        x = V.WhereGreater(x, limit, limit, V.WhereGreater(least, x, least, x));
        V square = x * x;
        V s = default(Sigmoid<T>).Of(
            x * V.MultiplyAdd(square, V.Constant(GeluTanh<T>.Cubic), V.Constant(GeluTanh<T>.Linear)));
        V slope = V.MultiplyAdd(square, V.Constant(3 * GeluTanh<T>.Cubic), V.Constant(GeluTanh<T>.Linear));
        return dy * V.MultiplyAdd(x * slope, s * (V.Constant(1) - s), s);
    }
}

public static partial class Kernels
{
    /// <summary>
    /// y[i] = ½x(1 + tanh u), u = √(2/π)(x + 0.044715x³). Within (4 + 4|u|) ulp: rounding errors of 2u are amplified
    /// 2u-fold. NaN gives NaN, +∞ gives +∞, −∞ gives −0.
    /// </summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void GeluTanh(ReadOnlySpan<double> x, Span<double> y) => GeluTanh(x, y, VectorPaths.Best);

    /// <inheritdoc cref="GeluTanh(ReadOnlySpan{double}, Span{double})"/>
    public static void GeluTanh(ReadOnlySpan<float> x, Span<float> y) => GeluTanh(x, y, VectorPaths.Best);

    internal static void GeluTanh<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(GeluTanh<T>), x, y, path);

    /// <summary>dx[i] = dy[i]·∂y/∂x of the tanh form of GELU.</summary>
    /// <param name="x">[n], the input.</param>
    /// <param name="dy">[n], ∂L/∂y.</param>
    /// <param name="dx">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void GeluTanhGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx)
        => GeluTanhGradient(x, dy, dx, VectorPaths.Best);

    /// <inheritdoc cref="GeluTanhGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void GeluTanhGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
        => GeluTanhGradient(x, dy, dx, VectorPaths.Best);

    internal static void GeluTanhGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx, VectorPath path)
        where T : unmanaged
        => Map2.Apply(default(GeluTanhGradient<T>), x, dy, dx, path);
}
