using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// Watches the loss of a training run. While it is finite, the weights that gave it are kept; once it is not, they are put back and training stops,
/// so that a rate too high costs the rest of the run and not what was learned before.
/// </summary>
public sealed class LossGuard
{
    private readonly IOptimizer _optimizer;
    private readonly double[][] _good;
    private double _lastLoss = double.NaN;

    /// <summary>Guards what an optimizer moves.</summary>
    /// <param name="optimizer">The rule; its learning rate is named when training stops.</param>
    public LossGuard(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _optimizer = optimizer;
        _good = [.. optimizer.Parameters.Select(p => p.Values.ToArray())];
    }

    /// <summary>Looks at a loss before the step that follows from it.</summary>
    /// <param name="loss">L(θ) of the weights as they are now.</param>
    /// <exception cref="DivergedException">
    /// The loss or a weight is not finite. The weights are those of the last finite loss again, or of the guard's creation if there was none.
    /// </exception>
    public void Check(double loss) =>
        Keep(WeightsAreFinite() ? loss : double.NaN); // behind an activation that saturates an infinite weight can still give a finite loss

    /// <summary>
    /// The same for a loss that refuses weights that are not finite: one step that is far too long leads from a good loss to such weights,
    /// and then the loss counts as NaN.
    /// </summary>
    /// <param name="loss">Computes L(θ) of the weights as they are now; not asked where one of them is not finite.</param>
    /// <returns>L(θ), finite.</returns>
    /// <exception cref="DivergedException">
    /// A weight or the loss is not finite. The weights are those of the last finite loss again, or of the guard's creation if there was none.
    /// </exception>
    public double Check(Func<double> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double value = WeightsAreFinite() ? loss() : double.NaN;
        Keep(value);
        return value;
    }

    // The weights beside a finite loss, or those of the last one.
    private void Keep(double loss)
    {
        bool finite = double.IsFinite(loss);
        for (int i = 0; i < _good.Length; i++)
        {
            Span<double> weights = _optimizer.Parameters[i].Values;
            if (finite)
            {
                weights.CopyTo(_good[i]);
            }
            else
            {
                _good[i].CopyTo(weights);
            }
        }

        _lastLoss = finite ? loss : throw new DivergedException(loss, _optimizer.Steps, _optimizer.LearningRate, _lastLoss);
    }

    private bool WeightsAreFinite()
    {
        bool finite = true;
        for (int i = 0; i < _good.Length; i++)
        {
            finite &= Kernels.AllFinite(_optimizer.Parameters[i].Values);
        }

        return finite;
    }
}
