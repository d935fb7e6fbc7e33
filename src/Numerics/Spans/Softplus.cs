using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>e = e^(−|x|), the first half of ln(1 + eˣ): both together are more than the compiler makes one method of.
/// </summary>
internal readonly struct NegativeExponential<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T> => Exponential.Of<V, T>(V.Constant(0) - V.Abs(x));
}

/// <summary>
/// ln(1 + eˣ) = max(x, 0) + ln(1 + e) from x and e ≤ 1. With u = 1 + e as rounded,
/// <para>(1) ln(1 + e) = ln u + (e − (u − 1))/u,</para>
/// whose second term gives back what the rounding lost.
/// </summary>
internal readonly struct SoftplusOf<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V e)
        where V : unmanaged, IVector<V, T>
    {
        V zero = V.Constant(0), one = V.Constant(1);
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
    {
        Lengths.Equal(x, y);
        Span<T> e = stackalloc T[Math.Min(x.Length, 512)];
        for (int i = 0; i < x.Length; i += e.Length)
        {
            int n = Math.Min(e.Length, x.Length - i);
            Map.Apply(default(NegativeExponential<T>), x.Slice(i, n), e[..n], path, threads: 1);
            Map2.Apply(default(SoftplusOf<T>), x.Slice(i, n), e[..n], y.Slice(i, n), path, threads: 1);
        }
    }
}
