using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>v ← βv + γg, then θ ← θ − ηv.</summary>
internal readonly struct MomentumUpdate<T>(double rate, double keep, double gain) : IUpdate<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V State<V>(V gradient, V state)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.Constant(keep), state, V.Constant(gain) * gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Parameter<V>(V gradient, V state, V parameter)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.Constant(-rate), state, parameter);
}

public static partial class Kernels
{
    /// <summary>v ← βv + γg, θ ← θ − ηv: a step with momentum. γ = 1 − β makes v a moving average of gradients; γ = η with a rate of 1 makes it the step itself.</summary>
    /// <param name="learningRate">η</param>
    /// <param name="keep">β</param>
    /// <param name="gain">γ</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="velocity">[n], v, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap.</exception>
    public static void Momentum(double learningRate, double keep, double gain, ReadOnlySpan<double> gradient, Span<double> velocity, Span<double> parameter)
        => Momentum(learningRate, keep, gain, gradient, velocity, parameter, VectorPaths.Best);

    /// <inheritdoc cref="Momentum(double, double, double, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void Momentum(double learningRate, double keep, double gain, ReadOnlySpan<float> gradient, Span<float> velocity, Span<float> parameter)
        => Momentum(learningRate, keep, gain, gradient, velocity, parameter, VectorPaths.Best);

    internal static void Momentum<T>(double learningRate, double keep, double gain, ReadOnlySpan<T> gradient, Span<T> velocity, Span<T> parameter, VectorPath path)
        where T : unmanaged
    {
        Lengths.Apart(gradient, velocity, parameter);
        Update.Apply(new MomentumUpdate<T>(learningRate, keep, gain), gradient, velocity, parameter, path);
    }
}
