using Reference.Datasets;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Boston housing where it is present, and a stand-in of the same shape and scales that needs no file. S3-096.</summary>
/// <param name="Table">13 features and the median price in thousands of dollars, 506 samples.</param>
/// <param name="IsReal">Whether these are the published numbers.</param>
public sealed record Housing(NumericTable Table, bool IsReal)
{
    // For each feature: its least and largest value in the published table, and what the stand-in's price gains from one end to the other.
    private static readonly (double Least, double Most, double Worth)[] Features =
    [
        (0, 89, -4.4), (0, 100, 2.2), (0.5, 28, 0.3), (0, 1, 1.5), (0.38, 0.87, -4.4), (3.6, 8.8, 11), (3, 100, 0.3),
        (1.1, 12, -8.8), (1, 24, 3.8), (187, 711, -3.6), (12.6, 22, -5), (0.3, 397, 2.2), (1.7, 38, -10.5),
    ];

    /// <summary>Which of the two this is, in words.</summary>
    public string Source => IsReal ? "Boston housing, the published table" : "a synthetic stand-in of the shape and scales of Boston housing";

    /// <summary>The features as inputs and the price as target.</summary>
    public SampleSet Samples => Table.Predicting(BostonHousing.Target);

    /// <summary>The published table if it is in the data folder or the cache, otherwise the stand-in.</summary>
    public static Housing Load() => DataCache.Standard.Find(PublicSet.BostonHousing) is { } folder
        ? new(BostonHousing.Read(Path.Combine(folder, "housing.tsv")), IsReal: true)
        : StandIn();

    /// <summary>506 samples: skewed features between the published ends, prices linear in them, with a bend that no line follows and noise of 3.</summary>
    public static Housing StandIn()
    {
        const int Count = 506;
        var random = new RandomStream(1978);
        var values = new double[Features.Length + 1, Count];
        for (int n = 0; n < Count; n++)
        {
            // What the features have in common: richer districts are better in most respects.
            double wealth = random.Normal(), price = 22.5 + random.Normal(0, 3);
            for (int d = 0; d < Features.Length; d++)
            {
                (double least, double most, double worth) = Features[d];
                double share = 1 / (1 + Math.Exp(-(random.Normal() + Math.Sign(worth) * wealth - 0.5)));
                share = d == 3 ? random.Bernoulli(0.07) ? 1 : 0 : share; // CHAS says whether a district bounds the river
                values[d, n] = least + share * (most - least);
                price += worth * (share - 0.4);
            }

            values[Features.Length, n] = Math.Clamp(price + wealth * wealth, 5, 50);
        }

        return new(new NumericTable(BostonHousing.Names, values), IsReal: false);
    }
}
