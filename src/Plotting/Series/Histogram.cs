namespace Reference.Plotting;

/// <summary>How often values fall between edges, as touching bars.</summary>
public sealed record Histogram : Series
{
    private readonly double[] _edges;
    private readonly int[] _counts;

    /// <summary>Counts the samples between the given edges; those outside, NaN and infinite ones are left
    /// out.</summary>
    /// <exception cref="ArgumentException">No finite sample, or fewer than two edges, or edges not
    /// ascending.</exception>
    public Histogram(IReadOnlyList<double> samples, IReadOnlyList<double> edges)
    {
        Samples = Expect.Values(Expect.Some(samples), nameof(samples));
        _edges = Expect.Ascending(edges, 2);
        _counts = new int[_edges.Length - 1];
        foreach (double sample in Samples.Where(sample => sample >= _edges[0] && sample <= _edges[^1]))
        {
            int at = Array.BinarySearch(_edges, sample);
            _counts[Math.Min(at >= 0 ? at : ~at - 1, _counts.Length - 1)]++;
        }
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<double> Samples { get; }

    /// <summary>The edges of the bins, ascending, one more than bins. A bin holds its lower edge, the last one also
    /// its upper.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>How many samples fell into each bin.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Bars of total area 1 in place of counts.</summary>
    public bool Density { get; init; }

    /// <summary>The heights of the bars: counts, or densities.</summary>
    public IReadOnlyList<double> Heights => [.. _counts.Select((count, i) =>
        Density ? count / Math.Max(1.0, _counts.Sum()) / (_edges[i + 1] - _edges[i]) : count)];

    internal override void Extend(Extent room)
    {
        room.X.Include(_edges);
        room.Y.IncludeTight((0, 0));
        room.Y.Include(Heights);
    }
}
