using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Adam: momentum over RMSProp, both corrected for their start at 0, (5.29). S0-035, S2-123.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β1">Decay of the mean, in [0, 1).</param>
/// <param name="β2">Decay of the mean square, in [0, 1).</param>
/// <param name="ε">Keeps the division finite, ≥ 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAdam(double η, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _β1 = RequireRate.Decay(β1), _β2 = RequireRate.Decay(β2), _ε = RequireRate.NotNegative(ε);
    private double _m, _s;
    private int _t;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _t++;
        _m = _β1 * _m + (1 - _β1) * g; // (5.29)
        _s = _β2 * _s + (1 - _β2) * g * g; // (5.29)
        double mean = _m / (1 - Math.Pow(_β1, _t)); // (5.29)
        double meanSquare = _s / (1 - Math.Pow(_β2, _t)); // (5.29)
        return mean == 0 ? w : w - _η * mean / (Math.Sqrt(meanSquare) + _ε); // (5.29)
    }
}

/// <summary>AdamW: Adam, and beside it a decay of the weight that no gradient statistics touch, w ← w − ηλw first, (5.30). S1-283.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="λ">Weight decay ≥ 0.</param>
/// <param name="β1">Decay of the mean, in [0, 1).</param>
/// <param name="β2">Decay of the mean square, in [0, 1).</param>
/// <param name="ε">Keeps the division finite, ≥ 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAdamW(double η, double λ, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _λ = RequireRate.NotNegative(λ);
    private readonly ScalarAdam _adam = new(η, β1, β2, ε);

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        return _adam.Step(w - _η * _λ * w, g); // (5.30)
    }
}

/// <summary>
/// What S2-123 prints under the name of Adam: v ← βv + (1 − β)g², w ← w − η v / √(v + ε). The same v stands above and below, and v is never
/// negative, so that the weight can only fall. It is here to be refuted.
/// </summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β">Decay in [0, 1).</param>
/// <param name="ε">Keeps the division finite, ≥ 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarPrintedAdam(double η, double β = 0.999, double ε = 1e-8) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _β = RequireRate.Decay(β), _ε = RequireRate.NotNegative(ε);
    private double _v;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _v = _β * _v + (1 - _β) * g * g; // (5.26)
        return _v == 0 ? w : w - _η / Math.Sqrt(_v + _ε) * _v;
    }
}
