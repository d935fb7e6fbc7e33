namespace Reference.Plotting;

/// <summary>
/// For each category a box from the first to the third quartile with the median across, whiskers to the furthest samples within 1.5 box
/// heights, and a mark for each sample beyond.
/// </summary>
public sealed record BoxPlot : CategorySeries
{
    /// <summary>Boxes of samples[i] over categories[i], at x = i.</summary>
    /// <exception cref="ArgumentException">No categories, unequal lengths, or a category without a finite sample.</exception>
    public BoxPlot(IReadOnlyList<string> categories, IReadOnlyList<IReadOnlyList<double>> samples)
        : base(categories) => Boxes = [.. Expect.Equally(samples, categories.Count, nameof(categories)).Select(Summarise)];

    /// <summary>The five numbers and the outliers of each category.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    internal override void Extend(Extent room)
    {
        base.Extend(room);
        room.Y.Include([.. Boxes.SelectMany(box => (double[])[box.LowWhisker, box.HighWhisker, .. box.Outliers])]);
    }

    private static Box Summarise(IReadOnlyList<double> samples)
    {
        double[] sorted = [.. Expect.Values(Expect.Some(samples), nameof(samples)).Where(double.IsFinite).Order()];
        (double first, double median, double third) = (Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));
        double reach = 1.5 * (third - first);
        double[] within = [.. sorted.Where(sample => sample >= first - reach && sample <= third + reach)];
        return new Box(within[0], first, median, third, within[^1], [.. sorted.Where(sample => sample < within[0] || sample > within[^1])]);
    }

    /// <summary>Linear interpolation between order statistics.</summary>
    private static double Quantile(double[] sorted, double fraction)
    {
        double position = fraction * (sorted.Length - 1);
        int below = (int)position;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + (above - sorted[below]) * (position - below);
    }
}

/// <summary>What a box plot shows of one set of samples.</summary>
/// <param name="LowWhisker">The smallest sample within 1.5 box heights of the box.</param>
/// <param name="FirstQuartile">A quarter of the samples lie below.</param>
/// <param name="Median">Half of the samples lie below.</param>
/// <param name="ThirdQuartile">Three quarters of the samples lie below.</param>
/// <param name="HighWhisker">The largest sample within 1.5 box heights of the box.</param>
/// <param name="Outliers">The samples beyond the whiskers, ascending.</param>
public sealed record Box(
    double LowWhisker, double FirstQuartile, double Median, double ThirdQuartile, double HighWhisker, IReadOnlyList<double> Outliers);
