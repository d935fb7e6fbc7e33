using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// ln(1 + eˣ) = max(x, 0) + ln(1 + e) with e = e^(−|x|) ≤ 1. With u = 1 + e as rounded,
/// <para>(1) ln(1 + e) = ln u + (e − (u − 1))/u,</para>
/// whose second term gives back what the rounding lost.
/// </summary>
internal readonly struct Softplus<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        V zero = V.Constant(0), one = V.Constant(1);
        V e = Exponential.Of<V, T>(zero - V.Abs(x));
        V u = one + e;
        V rest = (e - (u - one)) / u; // (1)
        return V.Max(x, zero) + (default(Log<T>).Of(u) + rest); // (1)
    }
}

public static partial class Kernels
{
    /// <summary>y[i] = ln(1 + eˣ), within 2 ulp. NaN gives NaN, +∞ gives +∞ and −∞ gives 0.</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Softplus(ReadOnlySpan<double> x, Span<double> y) => Softplus(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Softplus(ReadOnlySpan{double}, Span{double})"/>
    public static void Softplus(ReadOnlySpan<float> x, Span<float> y) => Softplus(x, y, VectorPaths.Best);

    internal static void Softplus<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Softplus<T>), x, y, path);
}
