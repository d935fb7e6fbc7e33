namespace Reference.Plotting;

/// <summary>How often values fall between edges, as touching bars.</summary>
public sealed record Histogram : Series
{
    private readonly double[] _edges;

    /// <summary>Counts the samples in equal bins from the smallest to the largest; NaN and infinite samples are left
    /// out.</summary>
    /// <exception cref="ArgumentException">No finite sample, or no bins.</exception>
    public Histogram(IReadOnlyList<double> samples, int bins = 20)
        : this(samples, EqualBins(Expect.Values(Expect.Some(samples), nameof(samples)), bins))
    {
    }

    /// <summary>Counts the samples between the given edges; those outside are left out.</summary>
    /// <exception cref="ArgumentException">No finite sample, or fewer than two edges, or edges not
    /// ascending.</exception>
    public Histogram(IReadOnlyList<double> samples, IReadOnlyList<double> edges)
    {
        Samples = Expect.Values(Expect.Some(samples), nameof(samples));
        _edges = Expect.Ascending(edges, 2);
        var counts = new int[_edges.Length - 1];
        foreach (double sample in Samples.Where(sample => sample >= _edges[0] && sample <= _edges[^1]))
        {
            int at = Array.BinarySearch(_edges, sample);
            counts[Math.Min(at >= 0 ? at : ~at - 1, counts.Length - 1)]++;
        }

        Counts = counts;
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<double> Samples { get; }

    /// <summary>The edges of the bins, ascending, one more than bins. A bin holds its lower edge, the last one also
    /// its upper.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>How many samples fell into each bin.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Bars of total area 1 in place of counts.</summary>
    public bool Density { get; init; }

    /// <summary>The heights of the bars: counts, or densities.</summary>
    public IReadOnlyList<double> Heights
    {
        get
        {
            double total = Math.Max(1, Counts.Sum());
            return [.. Counts.Select((count, i) => Density ? count / total / (_edges[i + 1] - _edges[i]) : count)];
        }
    }

    internal override void Extend(Extent room)
    {
        room.X.Include(_edges);
        room.Y.IncludeTight((0, 0));
        room.Y.Include(Heights);
    }

    /// <summary>Edges of equal bins over all samples, with some room when these are as good as equal.</summary>
    private static double[] EqualBins(double[] samples, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        (double low, double high) = DataRange.Of(samples);
        double most = Math.Max(Math.Abs(low), Math.Abs(high)), room = high / 2 - low / 2 > most * bins * 1e-15 ? 0
            : Math.Max(most, 1) / 2;
        (low, high) = (low - room, high + room);
        // Halving first keeps ranges near the largest double finite.
        return [.. Enumerable.Range(0, bins).Select(i => low + (high / 2 - low / 2) * i / bins * 2), high];
    }
}
