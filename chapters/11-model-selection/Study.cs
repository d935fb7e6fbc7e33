using Reference.Optimizers;

namespace Reference.ModelSelection;

/// <summary>Chooses the hyperparameters of a trial. S2-133, S2-134, S2-136.</summary>
public interface ISampler
{
    /// <summary>A value of one hyperparameter for this trial, after the finished ones.</summary>
    double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension);
}

/// <summary>
/// A search: trials one after another, each with the hyperparameters that a sampler chooses, and the best of them,
/// (11.1): Optuna's <c>study</c>. The objective is minimized. S2-137, S2-138, S2-293.
/// </summary>
public sealed class Study
{
    private readonly List<Trial> _trials = [];

    /// <summary>A sampler, and a pruner if poor trials are to be stopped.</summary>
    public Study(ISampler sampler, MedianPruner? pruner = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        (Sampler, Pruner) = (sampler, pruner);
    }

    /// <summary>The finished trials, in order.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>The complete trial of least value, the first of equals; pruned and failed ones are never it.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public Trial Best => _trials.Where(t => t.State == TrialState.Complete).MinBy(t => t.Value) // (11.1)
        ?? throw new InvalidOperationException(
            $"Expected a complete trial; of {_trials.Count} trials "
                + $"{_trials.Count(t => t.State == TrialState.Pruned)} were pruned and "
                + $"{_trials.Count(t => t.State == TrialState.Failed)} failed.");

    /// <summary>The least value of the trials so far, NaN before the first. // [trials]. S2-274</summary>
    public double[] BestSoFar
    {
        get
        {
            double best = double.NaN;
            return [.. _trials.Select(trial =>
                best = trial.State == TrialState.Complete && !(trial.Value >= best) ? trial.Value : best)];
        }
    }

    internal ISampler Sampler { get; }

    internal MedianPruner? Pruner { get; }

    /// <summary>
    /// Runs so many more trials of an objective; a run that diverges or a value that is not finite fails its trial and
    /// not the study. Returns the study.
    /// </summary>
    public Study Optimize(Func<Trial, double> objective, int trials, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        for (int i = 0; i < trials; i++)
        {
            var trial = new Trial(this, _trials.Count);
            double value = double.NaN;
            try
            {
                value = objective(trial);
            }
            catch (DivergedException)
            {
            }

            trial.Finish(value);
            _trials.Add(trial);
            progress?.Invoke(i + 1);
        }

        return this;
    }
}
