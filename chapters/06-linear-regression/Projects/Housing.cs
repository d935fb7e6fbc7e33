using Reference.Datasets;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Boston housing, or a stand-in of the same shape and scales that needs no file. S3-096.</summary>
/// <param name="Table">13 features and the median price in thousands of dollars, 506 samples.</param>
/// <param name="IsReal">Whether these are the published numbers.</param>
public sealed record Housing(NumericTable Table, bool IsReal)
{
    // For each feature: its least and largest value in the published table, and what the stand-in's price gains from
    // one end to the other.
    private static readonly (double Least, double Most, double Worth)[] Features =
    [
        (0, 89, -3.7), (0, 100, 1.9), (0.5, 28, 0.3), (0, 1, 1.5), (0.38, 0.87, -3.7), (3.6, 8.8, 9), (3, 100, 0.3),
        (1.1, 12, -7.5), (1, 24, 3.2), (187, 711, -3), (12.6, 22, -4.3), (0.3, 397, 1.9), (1.7, 38, -9),
    ];

    // RM and LSTAT: where either is far from its middle, a price is above what is linear in both:
    // in thousands of dollars, 40 times the square of that share of the range.
    private const int Rooms = 5, Poverty = 12;
    private const double Bend = 40;

    /// <summary>Which of the two this is, in words.</summary>
    public string Source => IsReal ? "Boston housing, the published table"
        : "a synthetic stand-in of the shape and scales of Boston housing";

    /// <summary>The features as inputs and the price as target.</summary>
    public SampleSet Samples => Table.Predicting(BostonHousing.Target);

    /// <summary>The published table if it is in the data folder or the cache, otherwise the stand-in.</summary>
    public static Housing Load() => DataCache.Standard.Find(PublicSet.BostonHousing) is { } folder
        ? new(BostonHousing.Read(Path.Combine(folder, "housing.tsv")), IsReal: true)
        : StandIn();

    /// <summary>506 samples: skewed features between the published ends, and prices with noise of 2 that are linear in
    /// them but for rooms and poverty, where they bend as no line does.</summary>
    public static Housing StandIn()
    {
        const int Count = 506;
        var random = new RandomStream(1978);
        var values = new double[Features.Length + 1, Count];
        for (int n = 0; n < Count; n++)
        {
            // What the features have in common: richer districts are better in most respects.
            double wealth = random.Normal(), price = 19 + random.Normal(0, 2);
            for (int d = 0; d < Features.Length; d++)
            {
                (double least, double most, double worth) = Features[d];
                double share = 1 / (1 + Math.Exp(-(random.Normal() + Math.Sign(worth) * wealth - 0.5)));
                // CHAS is 1 where a district bounds the river
                share = d == 3 ? random.Bernoulli(0.07) ? 1 : 0 : share;
                values[d, n] = least + share * (most - least);
                price += worth * (share - 0.4) + (d is Rooms or Poverty ? Bend * (share - 0.4) * (share - 0.4) : 0);
            }

            values[Features.Length, n] = Math.Clamp(price, 5, 50);
        }

        return new(new NumericTable(BostonHousing.Names, values), IsReal: false);
    }
}
