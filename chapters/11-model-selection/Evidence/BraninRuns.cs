using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>Searches of Branin's function, run once for claims, figures and experiments.</summary>
public static class BraninRuns
{
    private static readonly Lazy<double[][]> random = new(() => Curves(s => new RandomSampler(new RandomStream(s)))),
        tpe = new(() => Curves(s => new TpeSampler(new RandomStream(s))));

    /// <summary>30 seeds of 60 random trials: best so far minus the minimum. // [30][60]</summary>
    public static double[][] Random => random.Value;

    /// <summary>The same of TPE. // [30][60]</summary>
    public static double[][] Tpe => tpe.Value;

    /// <summary>Best value so far minus the minimum. // [trials]</summary>
    public static double[] Curve(ISampler sampler, int trials) =>
        [.. new Study(sampler).Optimize(Branin.Objective, trials).BestSoFar.Select(best => best - Branin.Least)];

    /// <summary>How often the best of the first n of 60 trials is among the best 5 % of the rectangle.
    /// // counts [k] → [k]</summary>
    public static double[] Shares(int[] counts, int repeats, ulong seed)
    {
        double[] grid = [.. from i in Enumerable.Range(0, 400) from j in Enumerable.Range(0, 400)
            select Branin.At(-5 + 15 * (i + 0.5) / 400, 15 * (j + 0.5) / 400)];
        Array.Sort(grid);
        double among = grid[grid.Length / 20];
        var sampler = new RandomSampler(new RandomStream(seed));
        var hits = new double[counts.Length];
        for (int r = 0; r < repeats; r++)
        {
            double[] best = new Study(sampler).Optimize(Branin.Objective, counts.Max()).BestSoFar;
            for (int i = 0; i < counts.Length; i++)
            {
                hits[i] += best[counts[i] - 1] <= among ? 1.0 / repeats : 0;
            }
        }

        return hits;
    }

    private static double[][] Curves(Func<ulong, ISampler> of) =>
        [.. Enumerable.Range(1, 30).Select(seed => Curve(of((ulong)seed), 60))];
}
