namespace Reference.Datasets;

/// <summary>Some samples of another set in a given order, without a copy. An index may occur
/// twice.</summary>
public sealed class Subset : ISamples
{
    private readonly ISamples _whole;
    private readonly int[] _indices;

    /// <summary>The samples whole[indices[0]], whole[indices[1]], …</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the set.</exception>
    public Subset(ISamples whole, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(indices);
        _indices = [.. indices];
        Array.ForEach(_indices, index => Sample.Within(index, whole.Count, nameof(indices)));
        _whole = whole;
    }

    /// <inheritdoc/>
    public int Count => _indices.Length;

    /// <inheritdoc/>
    public int Features => _whole.Features;

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        Sample.Within(index, Count);
        _whole.CopyTo(_indices[index], column);
    }

    /// <inheritdoc/>
    public void Expect(int index) => _whole.Expect(_indices[index]);
}
