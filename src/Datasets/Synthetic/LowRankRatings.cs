using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Ratings of items by users from a matrix of low rank: data for collaborative filtering.</summary>
/// <param name="Scores">
/// The score of each item by each user, before rounding: 3 plus a matrix of the given rank, standard deviation 1. //
/// [items × users]
/// </param>
/// <param name="Stars">The score rounded to 1…5 where the user rated the item, 0 where not. // [items × users]</param>
public sealed record LowRankRatings(double[,] Scores, int[,] Stars)
{
    /// <summary>Draws tastes u and qualities q from N(0, 1)^rank; the score of an item by a user is 3 +
    /// q·u/√rank.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="items">Rows, ≥ 1.</param>
    /// <param name="users">Columns, ≥ 1: a user is a sample.</param>
    /// <param name="rank">Dimensions of taste, ≥ 1.</param>
    /// <param name="rated">The probability that a user rated an item, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the probability is none.</exception>
    public static LowRankRatings Draw(RandomStream random, int items, int users, int rank, double rated)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(users);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rank);
        Require.Probability(rated);
        double[][] qualities = [.. Enumerable.Range(0, items).Select(_ => random.Normals(rank))];
        double[][] tastes = [.. Enumerable.Range(0, users).Select(_ => random.Normals(rank))];
        var scores = new double[items, users];
        var stars = new int[items, users];
        for (int item = 0; item < items; item++)
        {
            for (int user = 0; user < users; user++)
            {
                scores[item, user] = 3 + qualities[item].Zip(tastes[user], (q, u) => q * u).Sum() / Math.Sqrt(rank);
                stars[item, user] = random.Bernoulli(rated) ? Math.Clamp((int)Math.Round(scores[item, user]), 1, 5)
                    : 0;
            }
        }

        return new(scores, stars);
    }
}
