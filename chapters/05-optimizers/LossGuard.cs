using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Stops training with a <see cref="DivergedException"/> when a loss, a gradient or a weight is not finite.
/// It restores the weights of the last finite loss, or those at its creation if there was none. Of more than
/// <see cref="Copied"/> weights it keeps no copy: before a loss or a gradient that is not finite the weights stay as
/// the last step left them, finite; after a step to weights that are not, the run goes on from a checkpoint.</summary>
public sealed class LossGuard
{
    /// <summary>The largest number of weights that are copied in each step.</summary>
    public const int Copied = 1 << 20;

    private readonly IOptimizer _optimizer;
    private readonly MatrixView[]? _good;
    private double _lastLoss = double.NaN;
    private bool _current; // the weights of the last finite loss are those that stand; the next step keeps them

    private delegate Span<double> Numbers(Parameter parameter);

    /// <summary>Guards the parameters that an optimizer updates.</summary>
    public LossGuard(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _optimizer = optimizer;
        if (optimizer.Parameters.Sum(p => (long)p.Values.Length) <= Copied)
        {
            _good = [.. optimizer.Parameters.Select(p => Optimizer.Kept(p, p.Values))];
        }
    }

    /// <summary>Guards a model; an optimizer of another model's parameter is an error.</summary>
    public LossGuard(IOptimizer optimizer, IReadOnlyList<Parameter> parameters, string model)
        : this(optimizer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (optimizer.Parameters.FirstOrDefault(p => !parameters.Contains(p)) is { } foreign)
        {
            throw new ArgumentException(
                $"Expected an optimizer that moves parameters of this {model}; it moves {foreign.Name} of another.",
                nameof(optimizer));
        }
    }

    /// <summary>Checks a loss before the step that follows from it, which then keeps its weights.</summary>
    public void Check(double loss)
    {
        if (!double.IsFinite(loss))
        {
            throw Stop("the loss", loss);
        }

        (_lastLoss, _current) = (loss, true);
    }

    /// <summary>The optimizer's step, after which all weights must be finite.</summary>
    public void Step()
    {
        bool finite;
        try
        {
            finite = Moved();
        }
        catch (ArgumentException) when (NotFinite(p => p.Gradients) is { } gradient)
        {
            throw Stop($"the gradient of {gradient.Name}", gradient.Value);
        }
        catch (ArgumentException) when (NotFinite(p => p.Gradients, Optimizer.ScaleOfSquares) is { } gradient)
        {
            throw Stop($"the sum of squared gradients of {gradient.Name}", double.PositiveInfinity);
        }

        _current = false;
        if (!finite && NotFinite(p => p.Values) is { } weight)
        {
            throw Stop(weight.Name, weight.Value);
        }
    }

    // An optimizer of this chapter does both in the pass that moves the weights; another one needs passes of its
    // own for that.
    private bool Moved()
    {
        if (_optimizer is Optimizer fused)
        {
            return fused.Step(_current ? _good : null);
        }

        for (int i = 0; _current && i < _good?.Length; i++)
        {
            _optimizer.Parameters[i].Values.CopyTo(_good[i].Span);
        }

        _optimizer.Step();
        return false; // not known
    }

    private (string Name, double Value)? NotFinite(Numbers numbers, double scale = 1)
    {
        for (int i = 0; i < _optimizer.Parameters.Count; i++)
        {
            Parameter parameter = _optimizer.Parameters[i];
            if (!Kernels.AllFinite(numbers(parameter), scale))
            {
                return (parameter.Name, Array.Find(numbers(parameter).ToArray(), v => !double.IsFinite(v)));
            }
        }

        return null;
    }

    private DivergedException Stop(string what, double found)
    {
        for (int i = 0; !_current && i < _good?.Length; i++)
        {
            _good[i].Span.CopyTo(_optimizer.Parameters[i].Values);
        }

        return new(
            what, found, _optimizer.Steps, _optimizer.LearningRate, _lastLoss, _optimizer.Parameters,
            restored: _good is not null);
    }
}
