namespace Reference.Optimizers;

/// <summary>Learning rates that start at η₀ and change with time. The first, of the notes, counts steps t = 1, 2, …;
/// the others epochs t = 0, 1, …, as PyTorch does.</summary>
public static class Schedule
{
    /// <summary>η₀ / √t, (5.13), t ≥ 1. S1-138.</summary>
    public static double InverseSquareRoot(double η0, int t)
    {
        RequireRate.Learning(η0);
        RequireRate.Count(t, 1);
        return η0 / Math.Sqrt(t); // (5.13)
    }

    /// <summary>η₀ γ^⌊t/k⌋, (5.14): a factor γ every k ≥ 1 epochs. S1-145.</summary>
    public static double Step(double η0, double γ, int every, int t)
    {
        RequireRate.Learning(η0);
        RequireRate.NotNegative(γ);
        RequireRate.Count(every, 1);
        RequireRate.Count(t, 0);
        return η0 * Math.Pow(γ, t / every); // (5.14)
    }

    /// <summary>η₀ γᵗ: (5.14) with k = 1. S1-145.</summary>
    public static double Exponential(double η0, double γ, int t) => Step(η0, γ, 1, t); // (5.14)

    /// <summary>η_min + ½(η₀ − η_min)(1 + cos(πt/T)), (5.15), T ≥ 1. From T on it stays at η_min. Of half the
    /// angle it is η₀ sin² + η_min cos²: exact at both ends, and near T no 1 cancels.</summary>
    public static double Cosine(double η0, double ηMin, int period, int t)
    {
        RequireRate.Learning(η0);
        RequireRate.Learning(ηMin);
        RequireRate.Count(period, 1);
        RequireRate.Count(t, 0);
        (double sin, double cos) = Math.SinCos(Math.PI / 2 * Math.Max(0, period - t) / period);
        return η0 * sin * sin + ηMin * cos * cos; // (5.15)
    }

    /// <summary>min(1, (t + 1)/w) of another schedule's rate, (5.16): it rises over w ≥ 1 epochs.</summary>
    public static double WarmUp(double rate, int warmUp, int t)
    {
        RequireRate.Learning(rate);
        RequireRate.Count(warmUp, 1);
        RequireRate.Count(t, 0);
        return rate * Math.Min(1, (t + 1.0) / warmUp); // (5.16)
    }
}
