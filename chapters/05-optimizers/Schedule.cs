using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Learning rates that change with time. The first, of the notes, counts steps t = 1, 2, …; the others epochs t = 0, 1, …, as PyTorch does.</summary>
public static class Schedule
{
    /// <summary>η₀ / √t, (5.13). S1-138.</summary>
    /// <param name="η0">The first learning rate ≥ 0.</param>
    /// <param name="t">The step, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A learning rate is negative or not finite, or t is too small.</exception>
    public static double InverseSquareRoot(double η0, int t) => RequireRate.Learning(η0) / Math.Sqrt(RequireRate.Count(t, 1)); // (5.13)

    /// <summary>η₀ γ^⌊t/k⌋, (5.14): a fall every k epochs. S1-145.</summary>
    /// <param name="η0">The first learning rate ≥ 0.</param>
    /// <param name="γ">The factor of a fall, in [0, 1].</param>
    /// <param name="every">k ≥ 1.</param>
    /// <param name="t">The epoch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
    public static double Step(double η0, double γ, int every, int t)
    {
        Require.Probability(γ);
        return RequireRate.Learning(η0) * Math.Pow(γ, RequireRate.Count(t, 0) / RequireRate.Count(every, 1)); // (5.14)
    }

    /// <summary>η₀ γᵗ: (5.14) with k = 1. S1-145.</summary>
    /// <inheritdoc cref="Step"/>
    public static double Exponential(double η0, double γ, int t) => Step(η0, γ, 1, t); // (5.14)

    /// <summary>η_min + ½(η₀ − η_min)(1 + cos(πt/T)), (5.15): slow, fast, slow. After T it stays at η_min.</summary>
    /// <param name="η0">The first learning rate ≥ 0.</param>
    /// <param name="ηMin">The last, ≥ 0.</param>
    /// <param name="period">T ≥ 1.</param>
    /// <param name="t">The epoch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
    public static double Cosine(double η0, double ηMin, int period, int t)
    {
        double share = Math.Min(1.0, (double)RequireRate.Count(t, 0) / RequireRate.Count(period, 1));
        return RequireRate.Learning(ηMin) + 0.5 * (RequireRate.Learning(η0) - ηMin) * (1 + Math.Cos(Math.PI * share)); // (5.15)
    }

    /// <summary>min(1, (t + 1)/w) of another schedule's rate, (5.16): the first w epochs rise to it.</summary>
    /// <param name="rate">What the other schedule says at t, ≥ 0.</param>
    /// <param name="warmUp">w ≥ 1.</param>
    /// <param name="t">The epoch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
    public static double WarmUp(double rate, int warmUp, int t) =>
        RequireRate.Learning(rate) * Math.Min(1.0, (RequireRate.Count(t, 0) + 1.0) / RequireRate.Count(warmUp, 1)); // (5.16)
}
