namespace Reference.Optimizers;

/// <summary>Plain gradient descent, w ← w − η ∂L/∂w, (5.1), η ≥ 0. S0-034, S1-048, S2-083, S2-119, S3-043, S4-004,
/// S4-014.</summary>
public sealed class ScalarDescent(double η) : ScalarOptimizer([η])
{
    /// <inheritdoc/>
    public override double Step(double w, double g) => w - η * g; // (5.1)

    /// <summary>The point after t steps on x² from x₀: (1 − 2η)ᵗ x₀, (5.3). S2-083, S3-043.</summary>
    public double OnParabola(double x0, int t) => Math.Pow(1 - 2 * η, t) * x0; // (5.3)
}
