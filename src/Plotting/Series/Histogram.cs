namespace Reference.Plotting;

/// <summary>How often values fall between edges, as touching bars.</summary>
public sealed record Histogram : Series
{
    private readonly double[] _samples;
    private readonly double[] _edges;

    /// <summary>Counts the samples in equal bins from the smallest to the largest; NaN and infinite samples are left out.</summary>
    /// <exception cref="ArgumentException">No finite sample, or no bins.</exception>
    public Histogram(IReadOnlyList<double> samples, int bins = 20)
    {
        _samples = Expect.Values(Expect.Some(samples, nameof(samples)), nameof(samples));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        double low = _samples.Where(double.IsFinite).Min();
        double high = _samples.Where(double.IsFinite).Max();
        double room = low == high ? Math.Max(Math.Abs(low), 1) / 2 : 0;
        low -= room;
        high += room;
        // Halving first keeps ranges near the largest double finite.
        _edges = [.. Enumerable.Range(0, bins + 1).Select(i => low + ((high / 2 - low / 2) * i / bins * 2))];
        _edges[^1] = high;
        Counts = Count();
    }

    /// <summary>Counts the samples between the given edges; those outside are left out.</summary>
    /// <exception cref="ArgumentException">No finite sample, or fewer than two edges, or edges not ascending.</exception>
    public Histogram(IReadOnlyList<double> samples, IReadOnlyList<double> edges)
    {
        _samples = Expect.Values(Expect.Some(samples, nameof(samples)), nameof(samples));
        _edges = Expect.Ascending(edges, 2, nameof(edges));

        Counts = Count();
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<double> Samples => _samples;

    /// <summary>The edges of the bins, ascending, one more than bins. A bin holds its lower edge, the last one also its upper.</summary>
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

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(_edges);
        y.IncludeTight(0, below: true, above: false);
        foreach (double height in Heights)
        {
            y.Include(height);
        }
    }

    private int[] Count()
    {
        var counts = new int[_edges.Length - 1];
        foreach (double sample in _samples)
        {
            if (sample >= _edges[0] && sample <= _edges[^1])
            {
                int at = Array.BinarySearch(_edges, sample);
                counts[Math.Min(at >= 0 ? at : ~at - 1, counts.Length - 1)]++;
            }
        }

        return counts;
    }
}
