namespace Reference.ModelSelection;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>It has not.</summary>
    Running,

    /// <summary>With a finite value.</summary>
    Complete,

    /// <summary>Stopped early by the pruner.</summary>
    Pruned,

    /// <summary>With a value that is not finite, or a run that diverged.</summary>
    Failed,
}

/// <summary>
/// One run of an objective: it asks for its hyperparameters and may report its progress. The search space is what an
/// objective asks for, as in Optuna. S2-137, S2-138.
/// </summary>
public sealed class Trial
{
    private readonly Study _study;
    private readonly Dictionary<string, (Dimension Of, double Value)> _asked = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, double> _reports = [];

    internal Trial(Study study, int number) => (_study, Number) = (study, number);

    /// <summary>Which trial of its study, from 0.</summary>
    public int Number { get; }

    /// <summary>How it ended.</summary>
    public TrialState State { get; private set; }

    /// <summary>What the objective returned; smaller is better. NaN while it runs.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>The hyperparameters by name; of a choice its index.</summary>
    public IReadOnlyDictionary<string, double> Parameters =>
        _asked.ToDictionary(one => one.Key, one => one.Value.Value, StringComparer.Ordinal);

    /// <summary>The reported values by step, in order.</summary>
    public IReadOnlyDictionary<int, double> Reports => _reports;

    /// <summary>A real number in [low, high]; with <paramref name="log"/> log-uniform, (11.4). S2-137</summary>
    public double SuggestFloat(string name, double low, double high, bool log = false) =>
        Suggest(name, Dimension.Float(low, high, log));

    /// <summary>A whole number in [low, high], both included. S2-137</summary>
    public int SuggestInt(string name, int low, int high) => (int)Suggest(name, Dimension.Integer(low, high));

    /// <summary>One of several.</summary>
    public T SuggestChoice<T>(string name, IReadOnlyList<T> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices[(int)Suggest(name, Dimension.Choice(choices.Count))];
    }

    /// <summary>Tells the study how far the trial is; false when it should stop: it is pruned, or not finite.
    /// S2-138</summary>
    public bool Report(int step, double value)
    {
        if (_reports.Count > 0 && step <= _reports.Keys.Last())
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), $"Expected a step after {_reports.Keys.Last()}; got {step}.");
        }

        _reports.Add(step, value);
        State = !double.IsFinite(value) ? TrialState.Failed
            : _study.Pruner?.Stops(this, _study.Trials) == true ? TrialState.Pruned : State;
        return State == TrialState.Running;
    }

    /// <summary>The hyperparameter of that name, where the objective asked for it.</summary>
    internal double? Find(string name) =>
        _asked.TryGetValue(name, out (Dimension Of, double Value) one) ? one.Value : null;

    internal void Finish(double value)
    {
        Value = value;
        State = State != TrialState.Running ? State
            : double.IsFinite(value) ? TrialState.Complete : TrialState.Failed;
    }

    private double Suggest(string name, Dimension dimension)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_asked.TryGetValue(name, out (Dimension Of, double Value) before))
        {
            return before.Of == dimension
                ? before.Value
                : throw new ArgumentException($"Expected the range that {name} had before in this trial.",
                    nameof(name));
        }

        double value = _study.Sampler.Sample(this, _study.Trials, name, dimension);
        if (!dimension.Contains(value))
        {
            throw new ArgumentException(
                $"Expected a value of {name} inside its range; the sampler gave {value}.", nameof(name));
        }

        _asked.Add(name, (dimension, value));
        return value;
    }
}
