using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>eˣ, see <see cref="Exponential"/>.</summary>
internal readonly struct Exp<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T> => Exponential.Of<V, T>(x);
}

public static partial class Kernels
{
    /// <summary>
    /// y[i] = e^x[i], within 1 ulp. NaN gives NaN, +∞ gives +∞, −∞ gives 0; too large gives +∞, too small 0.
    /// </summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => Exp(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Exp(ReadOnlySpan{double}, Span{double})"/>
    public static void Exp(ReadOnlySpan<float> x, Span<float> y) => Exp(x, y, VectorPaths.Best);

    internal static void Exp<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Exp<T>), x, y, path);
}
