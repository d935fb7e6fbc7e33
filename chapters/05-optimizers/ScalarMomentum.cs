using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Momentum on averaged gradients: v ← βv + (1 − β)g, w ← w − ηv, (5.20). S2-120.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β">Decay in [0, 1).</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAveragedMomentum(double η, double β) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _β = RequireRate.Decay(β);
    private double _v;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _v = _β * _v + (1 - _β) * g; // (5.20)
        return w - _η * _v; // (5.20)
    }
}

/// <summary>Momentum on accumulated gradients: v ← μv + g, w ← w − ηv, (5.21). S4-156.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="μ">Momentum in [0, 1].</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarMomentum(double η, double μ) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _μ = RequireRate.Momentum(μ);
    private double _v;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _v = _μ * _v + g; // (5.21)
        return w - _η * _v; // (5.21)
    }
}

/// <summary>Momentum as a velocity that already holds η: v ← γv − ηg, w ← w + v, (5.22). S1-137; with γ = 1 it is what the notes print.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="γ">Momentum in [0, 1].</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarVelocity(double η, double γ) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _γ = RequireRate.Momentum(γ);

    /// <summary>v.</summary>
    public double Velocity { get; private set; }

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        Velocity = _γ * Velocity - _η * g; // (5.22)
        return w + Velocity; // (5.22)
    }

    /// <summary>step(n) + β step(n − 1) + β² step(n − 2) + …, (5.23): the same velocity as a sum over past steps. S1-146.</summary>
    /// <param name="steps">The plain steps −ηg, oldest first. // [n]</param>
    /// <param name="β">Momentum in [0, 1]; the notes call it α.</param>
    /// <exception cref="ArgumentException">No step, one that is not finite, or β outside its range.</exception>
    public static double OfSteps(double[] steps, double β)
    {
        Require.NotEmpty(steps.Length, nameof(steps));
        Require.Finite(steps);
        RequireRate.Momentum(β);
        double sum = 0;
        for (int k = 0; k < steps.Length; k++)
        {
            sum += Math.Pow(β, k) * steps[^(k + 1)]; // (5.23)
        }

        return sum;
    }
}

/// <summary>Nesterov's momentum as frameworks run it: v ← μv + g, w ← w − η(g + μv), (5.24).</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="μ">Momentum in [0, 1].</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarNesterov(double η, double μ) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _μ = RequireRate.Momentum(μ);
    private double _v;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _v = _μ * _v + g; // (5.24)
        return w - _η * (g + _μ * _v); // (5.24)
    }
}
