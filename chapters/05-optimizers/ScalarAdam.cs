namespace Reference.Optimizers;

/// <summary>Adam: momentum over RMSProp, both averages with bias correction, (5.29). S0-035, S2-123.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β1">Decay of the mean m, in [0, 1).</param>
/// <param name="β2">Decay of the mean square s, in [0, 1).</param>
/// <param name="ε">≥ 0; above 0 it avoids 0/0 where the gradient was always 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAdam(double η, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8) : IScalarOptimizer
{
    private readonly double η = RequireRate.Learning(η), ε = RequireRate.NotNegative(ε);
    private readonly double β1 = RequireRate.Decay(β1), β2 = RequireRate.Decay(β2);
    private double m, s;
    private int t;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        t++;
        m = β1 * m + (1 - β1) * g; // (5.29)
        s = β2 * s + (1 - β2) * g * g; // (5.29)
        double mHat = m / (1 - Math.Pow(β1, t)); // (5.29)
        double sHat = s / (1 - Math.Pow(β2, t)); // (5.29)
        return w - η * mHat / (Math.Sqrt(sHat) + ε); // (5.29)
    }
}

/// <summary>AdamW: Adam, after a decay w ← w − ηλw outside the gradient and its averages, (5.30). S1-283.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="λ">Weight decay ≥ 0.</param>
/// <param name="β1">Decay of the mean m, in [0, 1).</param>
/// <param name="β2">Decay of the mean square s, in [0, 1).</param>
/// <param name="ε">≥ 0; above 0 it avoids 0/0 where the gradient was always 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAdamW(double η, double λ, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    : IScalarOptimizer
{
    private readonly double η = RequireRate.Learning(η), λ = RequireRate.NotNegative(λ);
    private readonly ScalarAdam adam = new(η, β1, β2, ε);

    /// <inheritdoc/>
    public double Step(double w, double g) => adam.Step(w - η * λ * w, g); // (5.30)
}

/// <summary>
/// Adam as S2-123 prints it, w ← w − η v / √(v + ε), where the v above is the average of the gradients (momentum) and
/// the v below that of their squares (RMSProp): two averages under one name, and neither with its bias correction.
/// </summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β1">Decay of the average above, in [0, 1).</param>
/// <param name="β2">Decay of the average below, in [0, 1).</param>
/// <param name="ε">≥ 0.</param>
public sealed class ScalarUncorrectedAdam(double η, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    : IScalarOptimizer
{
    private double m, s;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        m = β1 * m + (1 - β1) * g;
        s = β2 * s + (1 - β2) * g * g;
        return w - η / Math.Sqrt(s + ε) * m;
    }
}
