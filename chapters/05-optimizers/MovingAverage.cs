using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>The exponentially weighted moving average that momentum, RMSProp and Adam are made of. S2-118.</summary>
public static class MovingAverage
{
    /// <summary>v₁ … vₙ of v ← βv + (1 − β)x, (5.17).</summary>
    /// <param name="x">The series. // [n]</param>
    /// <param name="β">Decay in [0, 1).</param>
    /// <param name="v0">Where it starts.</param>
    /// <returns>[n] the average after each value.</returns>
    /// <exception cref="ArgumentException">β outside [0, 1), an empty series, or a number that is not finite.</exception>
    public static double[] Of(double[] x, double β, double v0 = 0)
    {
        Validate(x, β, v0);
        var v = new double[x.Length];
        double old = v0;
        for (int t = 0; t < x.Length; t++)
        {
            v[t] = β * old + (1 - β) * x[t]; // (5.17)
            old = v[t];
        }

        return v;
    }

    /// <summary>The same last value as a sum over all the past, vₜ = (1 − β) Σₖ βᵏ xₜ₋ₖ + βᵗ v₀, (5.18).</summary>
    /// <inheritdoc cref="Of"/>
    public static double Unrolled(double[] x, double β, double v0 = 0)
    {
        Validate(x, β, v0);
        int t = x.Length;
        double sum = 0;
        for (int k = 0; k < t; k++)
        {
            sum += (1 - β) * Math.Pow(β, k) * x[t - 1 - k]; // (5.18)
        }

        return sum + Math.Pow(β, t) * v0; // (5.18)
    }

    /// <summary>v̂ₜ = vₜ / (1 − βᵗ), (5.19): the weights of an average that started at 0 sum to 1 − βᵗ only.</summary>
    /// <inheritdoc cref="Of"/>
    public static double[] Corrected(double[] x, double β)
    {
        double[] v = Of(x, β);
        for (int t = 1; t <= v.Length; t++)
        {
            v[t - 1] /= 1 - Math.Pow(β, t); // (5.19)
        }

        return v;
    }

    private static void Validate(double[] x, double β, double v0)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.Finite(x);
        RequireRate.Decay(β);
        Require.Finite(v0);
    }
}
