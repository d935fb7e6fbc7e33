using Reference.Datasets;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>A rating that is held out: an item by a user.</summary>
public readonly record struct HeldRating(int Item, int User, int Stars);

/// <summary>A matrix of ratings 1 … K with holes, some known ones held out. // Known [items × users], 0 where there is
/// none. S4-194</summary>
public sealed record RatingSet(int[,] Known, IReadOnlyList<HeldRating> Held, int Stars, string What)
{
    /// <summary>Each rating is held out with probability ⅕.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rating outside 0 … K.</exception>
    public static RatingSet Of(int[,] ratings, int stars, RandomStream random, string what)
    {
        RatingRbm.OneHot(ratings, stars); // or they are refused
        var known = (int[,])ratings.Clone();
        var held = new List<HeldRating>();
        for (int i = 0; i < known.GetLength(0); i++)
        {
            for (int u = 0; u < known.GetLength(1); u++)
            {
                if (known[i, u] > 0 && random.Bernoulli(0.2))
                {
                    held.Add(new(i, u, known[i, u]));
                    known[i, u] = 0;
                }
            }
        }

        return new(known, held, stars, what);
    }

    /// <summary>The real ratings of a file, or drawn ones of rank 3, a third of them known.</summary>
    public static RatingSet Load(string? file, int items, int users, RandomStream random) => file is not null
        ? Of(MovieLens.Read(file), 5, random, "MovieLens ratings")
        : Of(LowRankRatings.Draw(random, items, users, 3, 1.0 / 3).Stars, 5, random, "drawn ratings of rank 3");

    /// <summary>√ of the mean squared error on the held-out ratings. // predicted [items × users]</summary>
    public double RootMeanSquare(double[,] predicted) =>
        Math.Sqrt(Held.Average(r => Math.Pow(predicted[r.Item, r.User] - r.Stars, 2)));

    /// <summary>The mean of each item's known ratings, of all where it has none. // [items × users]</summary>
    public double[,] ItemMeans()
    {
        (int items, int users) = (Known.GetLength(0), Known.GetLength(1));
        var means = new double[items, users];
        double all = Known.Cast<int>().Where(r => r > 0).Average();
        for (int i = 0; i < items; i++)
        {
            double[] of = [.. Enumerable.Range(0, users).Select(u => (double)Known[i, u]).Where(r => r > 0)];
            for (int u = 0; u < users; u++)
            {
                means[i, u] = of.Length > 0 ? of.Average() : all;
            }
        }

        return means;
    }
}
