using System.Numerics;

namespace Reference.Benchmarks;

/// <summary>The first rung: the formulas as loops.</summary>
internal static class ScalarActivations
{
    /// <summary>σ(x) = 1/(1 + e⁻ˣ).</summary>
    internal static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.One / (T.One + T.Exp(-x[i]));
        }
    }

    /// <summary>softmax(x)ᵢ = e^(xᵢ − m) / Σⱼ e^(xⱼ − m), m = max x.</summary>
    internal static void Softmax<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T max = x[0];
        foreach (T value in x)
        {
            max = T.Max(max, value);
        }

        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Exp(x[i] - max);
            sum += y[i];
        }

        for (int i = 0; i < x.Length; i++)
        {
            y[i] /= sum;
        }
    }
}
