namespace Reference.Datasets;

/// <summary>
/// What every data set offers, whatever it is made of: its length and access by index (S4-060; building it is the
/// constructor's part). A sample is written into a column of doubles only when it is asked for, so a set may hold
/// bytes, files or a transform of another set.
/// </summary>
public interface ISamples
{
    /// <summary>N, the number of samples.</summary>
    int Count { get; }

    /// <summary>D, the length of each sample's column.</summary>
    int Features { get; }

    /// <summary>Writes one sample.</summary>
    /// <param name="index">Which, in [0, <see cref="Count"/>).</param>
    /// <param name="column">Where to. // [D]</param>
    /// <exception cref="ArgumentException">The index is outside the set, or the column is not <see cref="Features"/>
    /// long.</exception>
    void CopyTo(int index, Span<double> column);

    /// <summary>
    /// Says that a sample will be asked for soon. Sets in memory start to fetch it: in a shuffled epoch every sample
    /// lies somewhere else, and waiting for the memory would take longer than the work. Others do nothing.
    /// </summary>
    /// <param name="index">Which, in [0, <see cref="Count"/>).</param>
    void Expect(int index)
    {
    }
}
