using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// An optimizer on L + R: the gradient of the penalty joins that of the loss, (10.3); or, proximal, the soft threshold
/// ηλ₁ follows the step, (10.8), and weights become exactly 0. S1-121, S1-128.
/// </summary>
public sealed class PenalizedOptimizer : IOptimizer
{
    private readonly IOptimizer _inner;
    private readonly Penalty _penalty;
    private readonly IReadOnlyList<Parameter> _weights;
    private readonly bool _proximal;

    /// <summary>Penalizes weights that the inner optimizer moves.</summary>
    public PenalizedOptimizer(
        IOptimizer inner, Penalty penalty, IReadOnlyList<Parameter> weights, bool proximal = false)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(penalty);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.FirstOrDefault(w => !inner.Parameters.Contains(w)) is { } foreign)
        {
            throw new ArgumentException(
                $"Expected weights that the optimizer moves; {foreign.Name} is not one of them.", nameof(weights));
        }

        (_inner, _penalty, _weights, _proximal) = (inner, penalty, weights, proximal);
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

    /// <summary>Continues the inner optimizer: a penalty remembers nothing. S4-087</summary>
    public void Resume(int steps, IReadOnlyList<double[]> memory) => _inner.Resume(steps, memory);

    /// <inheritdoc/>
    public void ZeroGradients() => _inner.ZeroGradients();

    /// <inheritdoc/>
    public void Step()
    {
        foreach (Parameter weight in _weights)
        {
            _penalty.AddGradient(weight, withL1: !_proximal); // (10.3)
        }

        _inner.Step();
        foreach (Parameter weight in _proximal ? _weights : [])
        {
            foreach (ref double w in weight.Values)
            {
                w = ScalarPenalties.SoftThreshold(w, LearningRate * _penalty.L1); // (10.8)
            }
        }
    }
}
