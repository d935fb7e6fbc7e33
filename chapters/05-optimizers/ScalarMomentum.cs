namespace Reference.Optimizers;

/// <summary>Momentum on averaged gradients: v ← βv + (1 − β)g, w ← w − ηv, (5.20), S2-120, β in [0, 1).</summary>
public sealed class ScalarAveragedMomentum(double η, double β) : ScalarOptimizer([η], decays: [β])
{
    private double v;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        v = β * v + (1 - β) * g; // (5.20)
        return w - η * v; // (5.20)
    }
}

/// <summary>Momentum of PyTorch, on accumulated gradients: v ← μv + g, w ← w − ηv, (5.21), S4-156, μ in
/// [0, 1].</summary>
public sealed class ScalarMomentum(double η, double μ) : ScalarOptimizer([η], momenta: [μ])
{
    private double v;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        v = μ * v + g; // (5.21)
        return w - η * v; // (5.21)
    }
}

/// <summary>Momentum as a velocity that already contains η: v ← γv − ηg, w ← w + v, (5.22), S1-137, γ in
/// [0, 1].</summary>
public sealed class ScalarVelocity(double η, double γ) : ScalarOptimizer([η], momenta: [γ])
{
    private double v;

    /// <summary>v.</summary>
    public double Velocity => v;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        v = γ * v - η * g; // (5.22)
        return w + v; // (5.22)
    }

    /// <summary>step(n) + β step(n − 1) + β² step(n − 2) + …, (5.23): the same velocity as a sum over past steps −ηg,
    /// oldest first; the notes have α for β. // [n] S1-146</summary>
    public static double OfSteps(double[] steps, double β)
    {
        double sum = 0;
        for (int k = 0; k < steps.Length; k++)
        {
            sum += Math.Pow(β, k) * steps[^(k + 1)]; // (5.23)
        }

        return sum;
    }
}

/// <summary>Nesterov's momentum in frameworks: v ← μv + g, w ← w − η(g + μv), (5.24), μ in [0, 1].</summary>
public sealed class ScalarNesterov(double η, double μ) : ScalarOptimizer([η], momenta: [μ])
{
    private double v;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        v = μ * v + g; // (5.24)
        return w - η * (g + μ * v); // (5.24)
    }
}
