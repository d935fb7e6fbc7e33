using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>s ← βs + γg², then θ ← θ − ηg/(√s + ε): with β = γ = 1 AdaGrad, with γ = 1 − β RMSProp.</summary>
internal readonly struct RootOfSquaresUpdate<T>(double rate, double keep, double gain, double epsilon) : IUpdate<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V State<V>(V gradient, V state)
        where V : unmanaged, IVector<V, T> => V.MultiplyAdd(V.Constant(keep), state, V.Constant(gain) * gradient * gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Parameter<V>(V gradient, V state, V parameter)
        where V : unmanaged, IVector<V, T> => parameter - V.Constant(rate) * gradient / (V.SquareRoot(state) + V.Constant(epsilon));
}

public static partial class Kernels
{
    /// <summary>s ← s + g², θ ← θ − ηg/(√s + ε): one step of AdaGrad.</summary>
    /// <param name="learningRate">η</param>
    /// <param name="epsilon">ε</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="square">[n], s, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap.</exception>
    public static void AdaGrad(double learningRate, double epsilon, ReadOnlySpan<double> gradient, Span<double> square, Span<double> parameter)
        => AdaGrad(learningRate, epsilon, gradient, square, parameter, VectorPaths.Best);

    /// <inheritdoc cref="AdaGrad(double, double, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void AdaGrad(double learningRate, double epsilon, ReadOnlySpan<float> gradient, Span<float> square, Span<float> parameter)
        => AdaGrad(learningRate, epsilon, gradient, square, parameter, VectorPaths.Best);

    internal static void AdaGrad<T>(double learningRate, double epsilon, ReadOnlySpan<T> gradient, Span<T> square, Span<T> parameter, VectorPath path)
        where T : unmanaged
    {
        Lengths.Apart(gradient, square, parameter);
        Update.Apply(new RootOfSquaresUpdate<T>(learningRate, 1, 1, epsilon), gradient, square, parameter, path);
    }

    /// <summary>s ← βs + (1 − β)g², θ ← θ − ηg/(√s + ε): one step of RMSProp.</summary>
    /// <param name="learningRate">η</param>
    /// <param name="keep">β</param>
    /// <param name="epsilon">ε</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="square">[n], s, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap.</exception>
    public static void RmsProp(double learningRate, double keep, double epsilon, ReadOnlySpan<double> gradient, Span<double> square, Span<double> parameter)
        => RmsProp(learningRate, keep, epsilon, gradient, square, parameter, VectorPaths.Best);

    /// <inheritdoc cref="RmsProp(double, double, double, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void RmsProp(double learningRate, double keep, double epsilon, ReadOnlySpan<float> gradient, Span<float> square, Span<float> parameter)
        => RmsProp(learningRate, keep, epsilon, gradient, square, parameter, VectorPaths.Best);

    internal static void RmsProp<T>(double learningRate, double keep, double epsilon, ReadOnlySpan<T> gradient, Span<T> square, Span<T> parameter, VectorPath path)
        where T : unmanaged
    {
        Lengths.Apart(gradient, square, parameter);
        Update.Apply(new RootOfSquaresUpdate<T>(learningRate, keep, 1 - keep, epsilon), gradient, square, parameter, path);
    }
}
