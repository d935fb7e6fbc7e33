namespace Reference.Datasets;

/// <summary>
/// A data set: its length and access by index (S4-060; the constructor builds it). A sample is written into a column
/// of doubles only on access, so a set may hold bytes, files or a transform of another set.
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
    /// Announces that a sample is needed soon. Sets in memory prefetch it, because a shuffled epoch would otherwise
    /// wait for memory; others do nothing.
    /// </summary>
    /// <param name="index">Which, in [0, <see cref="Count"/>).</param>
    void Expect(int index)
    {
    }
}
