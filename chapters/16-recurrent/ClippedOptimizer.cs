using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>An optimizer whose gradients are clipped by their norm, (5.32), before each step: long ones are shortened
/// to the limit, short ones stay as they are. S2-194.</summary>
public sealed class ClippedOptimizer : IOptimizer
{
    private readonly IOptimizer _inner;
    private readonly double _limit;

    /// <summary>A limit above 0 of ‖g‖, over all parameters together.</summary>
    public ClippedOptimizer(IOptimizer inner, double limit)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Require.Positive(limit);
        (_inner, _limit) = (inner, limit);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => _inner.Parameters;

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _inner.LearningRate;
        set => _inner.LearningRate = value;
    }

    /// <inheritdoc/>
    public int Steps => _inner.Steps;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Memory => _inner.Memory;

    /// <summary>Continues the inner optimizer: clipping remembers nothing.</summary>
    public void Resume(int steps, IReadOnlyList<double[]> memory) => _inner.Resume(steps, memory);

    /// <inheritdoc/>
    public void ZeroGradients() => _inner.ZeroGradients();

    /// <inheritdoc/>
    public void Step()
    {
        Clipping.ByNorm(Parameters, _limit);
        _inner.Step();
    }
}
