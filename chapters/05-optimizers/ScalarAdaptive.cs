using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>AdaGrad: s ← s + g², w ← w − ηg / (√s + ε), (5.25).</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="ε">Keeps the first division finite, ≥ 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarAdaGrad(double η, double ε = 1e-10) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _ε = RequireRate.NotNegative(ε);
    private double _s;

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        _s += g * g; // (5.25)
        return g == 0 ? w : w - _η * g / (Math.Sqrt(_s) + _ε); // (5.25)
    }
}

/// <summary>RMSProp: the step is divided by a running root mean square of the gradient. S2-121, S2-122, S3-061.</summary>
/// <param name="η">Learning rate ≥ 0.</param>
/// <param name="β">Decay in [0, 1); S2 says 0.999, Keras 0.9, PyTorch 0.99.</param>
/// <param name="ε">Keeps the division finite, ≥ 0.</param>
/// <param name="place">Whether ε stands inside the root, as in S2, or beside it, as in PyTorch.</param>
/// <exception cref="ArgumentOutOfRangeException">A constant outside its range.</exception>
public sealed class ScalarRmsProp(double η, double β, double ε, EpsilonPlace place) : IScalarOptimizer
{
    private readonly double _η = RequireRate.Learning(η), _β = RequireRate.Decay(β), _ε = RequireRate.NotNegative(ε);

    /// <summary>v, the running mean of g².</summary>
    public double MeanSquare { get; private set; }

    /// <inheritdoc/>
    public double Step(double w, double g)
    {
        Require.Finite(w);
        Require.Finite(g);
        MeanSquare = _β * MeanSquare + (1 - _β) * g * g; // (5.26)
        double root = place == EpsilonPlace.InsideRoot
            ? Math.Sqrt(MeanSquare + _ε) // (5.27)
            : Math.Sqrt(MeanSquare) + _ε; // (5.28)
        return g == 0 ? w : w - _η / root * g; // (5.27) and (5.28)
    }
}

/// <summary>Where RMSProp adds ε.</summary>
public enum EpsilonPlace
{
    /// <summary>√(v + ε), as S2 prints it and TensorFlow computes it.</summary>
    InsideRoot,

    /// <summary>√v + ε, as PyTorch computes it.</summary>
    BesideRoot,
}
