namespace Reference.ModelSelection;

/// <summary>
/// Stops a trial whose best report so far is worse than the median of what complete trials reported at the same step,
/// (11.12), as Optuna's. S2-138.
/// </summary>
public sealed class MedianPruner
{
    private readonly int _startup, _warmup;

    /// <summary>Stops nothing before so many complete trials (at least one: a median needs values), and no trial in
    /// its first steps.</summary>
    public MedianPruner(int startup = 5, int warmup = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startup);
        ArgumentOutOfRangeException.ThrowIfNegative(warmup);
        (_startup, _warmup) = (startup, warmup);
    }

    internal bool Stops(Trial trial, IReadOnlyList<Trial> finished)
    {
        int step = trial.Reports.Keys.Last();
        double[] others = [.. finished
            .Where(other => other.State == TrialState.Complete && other.Reports.ContainsKey(step))
            .Select(other => other.Reports[step])];
        return step > _warmup && others.Length >= _startup
            && ScalarSearch.IsUnpromising([.. trial.Reports.Values], others); // (11.12)
    }
}
