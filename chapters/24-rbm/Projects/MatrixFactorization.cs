using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Ratings as r̂ = μ + aᵢ + b_u + pᵢ·q_u, (24.19): means, biases of items and users, and tastes of a few numbers, by
/// stochastic descent on the squared error with an L2 penalty (Koren, Bell and Volinsky 2009). S4-194
/// </summary>
public static class MatrixFactorization
{
    /// <summary>Fits the known ratings and predicts all. // known [items × users], 0 where there is none</summary>
    /// <param name="known">The ratings.</param>
    /// <param name="rank">Numbers of a taste; 0 leaves means and biases.</param>
    /// <param name="epochs">Passes over the ratings in new orders.</param>
    /// <param name="random">Draws tastes and orders.</param>
    /// <param name="penalty">λ.</param>
    /// <param name="rate">η.</param>
    public static double[,] Predict(
        int[,] known, int rank, int epochs, RandomStream random, double penalty = 0.05, double rate = 0.02)
    {
        (int items, int users) = (known.GetLength(0), known.GetLength(1));
        (int Item, int User)[] places = [.. Enumerable.Range(0, items * users)
            .Select(at => (at / users, at % users)).Where(at => known[at.Item1, at.Item2] > 0)];
        double μ = places.Average(at => known[at.Item, at.User]);
        (double[] a, double[] b) = (new double[items], new double[users]);
        double[][] p = Tastes(items, rank, random), q = Tastes(users, rank, random);
        double Of(int i, int u) => μ + a[i] + b[u] + Kernels.Dot(p[i], q[u]); // (24.19)
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(places.AsSpan());
            foreach ((int i, int u) in places)
            {
                double e = known[i, u] - Of(i, u);
                a[i] += rate * (e - penalty * a[i]);
                b[u] += rate * (e - penalty * b[u]);
                for (int k = 0; k < rank; k++)
                {
                    (double pk, double qk) = (p[i][k], q[u][k]);
                    p[i][k] += rate * (e * qk - penalty * pk);
                    q[u][k] += rate * (e * pk - penalty * qk);
                }
            }
        }

        var all = new double[items, users];
        for (int at = 0; at < all.Length; at++)
        {
            all[at / users, at % users] = Of(at / users, at % users);
        }

        return all;
    }

    private static double[][] Tastes(int count, int rank, RandomStream random) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Normals(rank).Select(x => 0.1 * x).ToArray())];
}
