using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>v ← βv + g, then θ ← θ − η(g + βv): momentum whose next step is already in the gradient's place.</summary>
internal readonly struct NesterovUpdate<T>(double rate, double keep) : IUpdate<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V State<V>(V gradient, V state)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.Constant(keep), state, gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Parameter<V>(V gradient, V state, V parameter)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.Constant(-rate), V.MultiplyAdd(V.Constant(keep), state, gradient), parameter);
}

public static partial class Kernels
{
    /// <summary>v ← βv + g, θ ← θ − η(g + βv): Nesterov's momentum. θ is the point ahead, θ′ − ηβv of the textbook form, so the gradient is taken where the parameters stand.</summary>
    /// <param name="learningRate">η</param>
    /// <param name="keep">β</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="velocity">[n], v, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap.</exception>
    public static void Nesterov(double learningRate, double keep, ReadOnlySpan<double> gradient, Span<double> velocity, Span<double> parameter)
        => Nesterov(learningRate, keep, gradient, velocity, parameter, VectorPaths.Best);

    /// <inheritdoc cref="Nesterov(double, double, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void Nesterov(double learningRate, double keep, ReadOnlySpan<float> gradient, Span<float> velocity, Span<float> parameter)
        => Nesterov(learningRate, keep, gradient, velocity, parameter, VectorPaths.Best);

    internal static void Nesterov<T>(double learningRate, double keep, ReadOnlySpan<T> gradient, Span<T> velocity, Span<T> parameter, VectorPath path)
        where T : unmanaged
    {
        Lengths.Apart(gradient, velocity, parameter);
        Update.Apply(new NesterovUpdate<T>(learningRate, keep), gradient, velocity, parameter, path);
    }
}
