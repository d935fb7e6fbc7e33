using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// One step of Adam on every parameter, fused: each number is read and written once. m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
/// θ ← (1 − ηλ)θ − η·(m/c₁)/(√(v/c₂) + ε) with cᵢ = 1 − βᵢᵗ; λ = 0 but for AdamW.
/// </summary>
internal static unsafe class AdamUpdate
{
    internal readonly record struct Factors(double Rate, double Beta1, double Beta2, double Epsilon, double Correction1, double Correction2, double Decay);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run<V, T>(int length, in Factors f, T* g, T* m, T* v, T* θ)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        V rate = V.Constant(f.Rate), keep1 = V.Constant(f.Beta1), keep2 = V.Constant(f.Beta2), add1 = V.Constant(1 - f.Beta1), add2 = V.Constant(1 - f.Beta2);
        V epsilon = V.Constant(f.Epsilon), correct1 = V.Constant(1 / f.Correction1), correct2 = V.Constant(1 / f.Correction2), zero = V.Constant(0), remain = V.Constant(1 - f.Rate * f.Decay);
        for (int i = 0; i < length; i += V.Lanes)
        {
            int count = length - i;
            bool whole = count >= V.Lanes;
            V gradient = whole ? V.Load(g + i) : V.LoadFirst(count, g + i, zero);
            V mean = V.MultiplyAdd(keep1, whole ? V.Load(m + i) : V.LoadFirst(count, m + i, zero), add1 * gradient);
            V square = V.MultiplyAdd(keep2, whole ? V.Load(v + i) : V.LoadFirst(count, v + i, zero), add2 * gradient * gradient);
            V step = rate * (mean * correct1) / (V.SquareRoot(square * correct2) + epsilon);
            V result = remain * (whole ? V.Load(θ + i) : V.LoadFirst(count, θ + i, zero)) - step;
            if (whole)
            {
                V.Store(mean, m + i);
                V.Store(square, v + i);
                V.Store(result, θ + i);
            }
            else
            {
                V.StoreFirst(count, mean, m + i);
                V.StoreFirst(count, square, v + i);
                V.StoreFirst(count, result, θ + i);
            }
        }
    }
}

public static partial class Kernels
{
    /// <summary>θ ← θ − η·(m/c₁)/(√(v/c₂) + ε) with m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g² and cᵢ = 1 − βᵢᵗ: one step of Adam.</summary>
    /// <param name="step">t, counted from 1.</param>
    /// <param name="learningRate">η</param>
    /// <param name="beta1">β₁</param>
    /// <param name="beta2">β₂</param>
    /// <param name="epsilon">ε</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="mean">[n], m, changed in place.</param>
    /// <param name="square">[n], v, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap without being the same.</exception>
    public static void Adam(
        int step, double learningRate, double beta1, double beta2, double epsilon, ReadOnlySpan<double> gradient,
        Span<double> mean, Span<double> square, Span<double> parameter)
        => AdamW(step, learningRate, beta1, beta2, epsilon, 0, gradient, mean, square, parameter, VectorPaths.Best);

    /// <inheritdoc cref="Adam(int, double, double, double, double, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void Adam(
        int step, double learningRate, double beta1, double beta2, double epsilon, ReadOnlySpan<float> gradient,
        Span<float> mean, Span<float> square, Span<float> parameter)
        => AdamW(step, learningRate, beta1, beta2, epsilon, 0, gradient, mean, square, parameter, VectorPaths.Best);

    /// <summary>θ ← (1 − ηλ)θ − η·(m/c₁)/(√(v/c₂) + ε), m, v and c as in Adam: the weights decay by themselves, not through the gradient.</summary>
    /// <param name="step">t, counted from 1.</param>
    /// <param name="learningRate">η</param>
    /// <param name="beta1">β₁</param>
    /// <param name="beta2">β₂</param>
    /// <param name="epsilon">ε</param>
    /// <param name="decay">λ</param>
    /// <param name="gradient">[n], g.</param>
    /// <param name="mean">[n], m, changed in place.</param>
    /// <param name="square">[n], v, changed in place.</param>
    /// <param name="parameter">[n], θ, changed in place.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or spans overlap without being the same.</exception>
    public static void AdamW(
        int step, double learningRate, double beta1, double beta2, double epsilon, double decay, ReadOnlySpan<double> gradient,
        Span<double> mean, Span<double> square, Span<double> parameter)
        => AdamW(step, learningRate, beta1, beta2, epsilon, decay, gradient, mean, square, parameter, VectorPaths.Best);

    /// <inheritdoc cref="AdamW(int, double, double, double, double, double, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void AdamW(
        int step, double learningRate, double beta1, double beta2, double epsilon, double decay, ReadOnlySpan<float> gradient,
        Span<float> mean, Span<float> square, Span<float> parameter)
        => AdamW(step, learningRate, beta1, beta2, epsilon, decay, gradient, mean, square, parameter, VectorPaths.Best);

    internal static void AdamW<T>(
        int step, double learningRate, double beta1, double beta2, double epsilon, double decay, ReadOnlySpan<T> gradient,
        Span<T> mean, Span<T> square, Span<T> parameter, VectorPath path)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Lengths.Equal(gradient, mean);
        Lengths.Equal(gradient, square);
        Lengths.Equal(gradient, parameter);
        AdamUpdate.Factors factors = new(learningRate, beta1, beta2, epsilon, 1 - Power(beta1, step), 1 - Power(beta2, step), decay);
        unsafe
        {
            fixed (T* g = gradient, m = mean, v = square, θ = parameter)
            {
                switch (path)
                {
                    case VectorPath.Avx512: AdamUpdate.Run<Register512<T>, T>(gradient.Length, factors, g, m, v, θ); break;
                    case VectorPath.Avx2: AdamUpdate.Run<Register256<T>, T>(gradient.Length, factors, g, m, v, θ); break;
                    default: AdamUpdate.Run<Register128<T>, T>(gradient.Length, factors, g, m, v, θ); break;
                }
            }
        }
    }

    // By squaring, so that it is the same everywhere, which Math.Pow is not.
    private static double Power(double x, int n)
    {
        double result = 1;
        for (; n > 0; n /= 2, x *= x)
        {
            result = n % 2 == 1 ? result * x : result;
        }

        return result;
    }
}
