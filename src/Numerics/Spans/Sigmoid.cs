using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>σ(x) = 1/(1 + e⁻ˣ), see <see cref="Kernels.Sigmoid(ReadOnlySpan{double}, Span{double})"/>.</summary>
internal readonly struct Sigmoid<T> : IMap<T>
    where T : unmanaged
{
    // (1) σ(x) = 1 / (1 + e) for x > 0 and (2) e / (1 + e) otherwise, both with e = e^(−|x|) ≤ 1, which cannot
    // overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V one = V.Constant(1);
        V e = Exponential.Of<V, T>(V.Constant(0) - V.Abs(x));
        return V.WhereGreater(x, V.Constant(0), one, e) / (one + e);
    }
}

/// <summary>∂L/∂x = ∂L/∂y·y(1 − y) for y = σ(x).</summary>
internal readonly struct SigmoidGradient<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V y, V dy)
        where V : unmanaged, IVector<V, T> => dy * (y * (V.Constant(1) - y));
}

public static partial class Kernels
{
    /// <summary>
    /// y[i] = σ(x[i]) = 1/(1 + e⁻ˣ), within 2 ulp down to the smallest numbers. NaN gives NaN, +∞ gives 1 and −∞ gives
    /// 0.
    /// </summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> y) => Sigmoid(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Sigmoid(ReadOnlySpan{double}, Span{double})"/>
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => Sigmoid(x, y, VectorPaths.Best);

    internal static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Sigmoid<T>), x, y, path);

    /// <summary>dx[i] = dy[i]·y[i](1 − y[i]).</summary>
    /// <param name="y">[n], σ(x).</param>
    /// <param name="dy">[n], ∂L/∂y.</param>
    /// <param name="dx">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void SigmoidGradient(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx)
        => SigmoidGradient(y, dy, dx, VectorPaths.Best);

    /// <inheritdoc cref="SigmoidGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void SigmoidGradient(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
        => SigmoidGradient(y, dy, dx, VectorPaths.Best);

    internal static void SigmoidGradient<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, VectorPath path)
        where T : unmanaged
        => Map2.Apply(default(SigmoidGradient<T>), y, dy, dx, path);
}
