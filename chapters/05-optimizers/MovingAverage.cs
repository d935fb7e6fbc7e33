namespace Reference.Optimizers;

/// <summary>The exponentially weighted moving average, of which momentum, RMSProp and Adam are made.</summary>
public static class MovingAverage
{
    /// <summary>v₁ … vₙ of v ← βv + (1 − β)x, (5.17), S2-118, β in [0, 1). With v₀ = x₁ it smooths from the first
    /// value on. // [n] → [n]</summary>
    public static double[] Of(IReadOnlyList<double> x, double β, double v0 = 0)
    {
        RequireRate.Decay(β);
        var averages = new double[x.Count];
        double v = v0;
        for (int t = 0; t < x.Count; t++)
        {
            averages[t] = v = β * v + (1 - β) * x[t]; // (5.17)
        }

        return averages;
    }

    /// <summary>The last average as a weighted sum of all values, vₜ = (1 − β) Σₖ βᵏ xₜ₋ₖ + βᵗ v₀, (5.18).</summary>
    public static double Unrolled(IReadOnlyList<double> x, double β, double v0 = 0)
    {
        RequireRate.Decay(β);
        int t = x.Count;
        double v = Math.Pow(β, t) * v0; // (5.18)
        for (int k = 0; k < t; k++)
        {
            v += (1 - β) * Math.Pow(β, k) * x[t - 1 - k]; // (5.18)
        }

        return v;
    }

    /// <summary>v̂ₜ = vₜ / (1 − βᵗ), (5.19): the weights of an average that started at 0 sum to 1 − βᵗ only.</summary>
    public static double[] Corrected(IReadOnlyList<double> x, double β) =>
        [.. Of(x, β).Select((v, i) => v / (1 - Math.Pow(β, i + 1)))]; // (5.19)
}
