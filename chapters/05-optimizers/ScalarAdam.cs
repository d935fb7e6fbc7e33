namespace Reference.Optimizers;

/// <summary>Adam: momentum over RMSProp, both averages with bias correction, (5.29). S0-035, S2-123. The ranges: η ≥
/// 0, β₁ and β₂ in [0, 1), and ε ≥ 0, which above 0 avoids 0/0 where the gradient was always 0.</summary>
public sealed class ScalarAdam(double η, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    : ScalarOptimizer([η], decays: [β1, β2], notNegative: [ε])
{
    private double m, s;
    private int t;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        t++;
        m = β1 * m + (1 - β1) * g; // (5.29)
        s = β2 * s + (1 - β2) * g * g; // (5.29)
        double mHat = m / (1 - Math.Pow(β1, t)); // (5.29)
        double sHat = s / (1 - Math.Pow(β2, t)); // (5.29)
        return w - η * mHat / (Math.Sqrt(sHat) + ε); // (5.29)
    }
}

/// <summary>AdamW: Adam, after a decay w ← w − ηλw, λ ≥ 0, outside the gradient and its averages, (5.30).
/// S1-283.</summary>
public sealed class ScalarAdamW(double η, double λ, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    : ScalarOptimizer([η], notNegative: [λ])
{
    private readonly ScalarAdam adam = new(η, β1, β2, ε);

    /// <inheritdoc/>
    public override double Step(double w, double g) => adam.Step(w - η * λ * w, g); // (5.30)
}
