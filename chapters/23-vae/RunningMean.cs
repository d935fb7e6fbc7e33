namespace Reference.VariationalAutoencoders;

/// <summary>The mean of the losses so far in an epoch: Keras's <c>Mean</c>. S3-258.</summary>
public sealed class RunningMean
{
    private double _sum, _weight;

    /// <summary>The mean since the last reset; NaN before the first number.</summary>
    public double Value => _sum / _weight;

    /// <summary>Adds a number with a weight ≥ 0: 1 counts every batch alike, as the notes do, and its size every
    /// sample.</summary>
    public void Add(double value, double weight = 1)
    {
        _sum += weight * value;
        _weight += weight;
    }

    /// <summary>Starts anew, as an epoch does.</summary>
    public void Reset() => (_sum, _weight) = (0, 0);
}
