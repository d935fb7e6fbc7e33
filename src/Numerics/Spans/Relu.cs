using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>max(x, 0); NaN stays NaN.</summary>
internal readonly struct Relu<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T> => V.WhereGreater(V.Constant(0), x, V.Constant(0), x);
}

/// <summary>∂L/∂x = ∂L/∂y where x &gt; 0, otherwise 0, at the kink too.</summary>
internal readonly struct ReluGradient<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V dy)
        where V : unmanaged, IVector<V, T> => V.WhereGreater(x, V.Constant(0), dy, V.Constant(0));
}

public static partial class Kernels
{
    /// <summary>y[i] = max(x[i], 0). NaN stays NaN.</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Relu(ReadOnlySpan<double> x, Span<double> y) => Relu(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Relu(ReadOnlySpan{double}, Span{double})"/>
    public static void Relu(ReadOnlySpan<float> x, Span<float> y) => Relu(x, y, VectorPaths.Best);

    internal static void Relu<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Relu<T>), x, y, path);

    /// <summary>dx[i] = dy[i] where x[i] &gt; 0, otherwise 0.</summary>
    /// <param name="x">[n], the input or the output: one is positive where the other is.</param>
    /// <param name="dy">[n], ∂L/∂y.</param>
    /// <param name="dx">[n], may be one of the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void ReluGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx)
        => ReluGradient(x, dy, dx, VectorPaths.Best);

    /// <inheritdoc cref="ReluGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void ReluGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
        => ReluGradient(x, dy, dx, VectorPaths.Best);

    internal static void ReluGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx, VectorPath path)
        where T : unmanaged
        => Map2.Apply(default(ReluGradient<T>), x, dy, dx, path);
}
