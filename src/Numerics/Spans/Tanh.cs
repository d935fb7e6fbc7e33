using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// tanh x = t/(t + 2) for x ≥ 0 with t = e^(2x) − 1, and odd. t is computed without subtraction, which would cancel
/// near 0:
/// <para>(1) e^r − 1 = r + r²/2! + r³/3! + …</para>
/// <para>(2) e^(r + n ln 2) − 1 = 2ⁿ (e^r − 1) + (2ⁿ − 1).</para>
/// </summary>
internal readonly struct Tanh<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V t = Exponential.MinusOne<V, T>(V.Constant(2) * V.Abs(x));
        return V.CopySign(t / (t + V.Constant(2)), x);
    }
}

/// <summary>∂L/∂x = ∂L/∂y (1 − y²) for y = tanh x.</summary>
internal readonly struct TanhGradient<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V y, V dy)
        where V : unmanaged, IVector<V, T> => dy * V.MultiplyAdd(V.Constant(0) - y, y, V.Constant(1));
}

public static partial class Kernels
{
    /// <summary>y[i] = tanh x[i], within 2 ulp. NaN gives NaN, ±∞ give ±1, ±0 give ±0.</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y) => Tanh(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Tanh(ReadOnlySpan{double}, Span{double})"/>
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => Tanh(x, y, VectorPaths.Best);

    internal static void Tanh<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Tanh<T>), x, y, path);

    /// <summary>dx[i] = dy[i]·(1 − y[i]²).</summary>
    /// <param name="y">[n], tanh x.</param>
    /// <param name="dy">[n], ∂L/∂y.</param>
    /// <param name="dx">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void TanhGradient(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx)
        => TanhGradient(y, dy, dx, VectorPaths.Best);

    /// <inheritdoc cref="TanhGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void TanhGradient(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
        => TanhGradient(y, dy, dx, VectorPaths.Best);

    internal static void TanhGradient<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, VectorPath path)
        where T : unmanaged
        => Map2.Apply(default(TanhGradient<T>), y, dy, dx, path);
}
