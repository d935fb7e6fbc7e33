using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Losses;

/// <summary>What chapter 03 measures.</summary>
public static class LossExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("consistency", "How fast does the most likely θ of a coin approach the true one?", Consistency),
        new("outlier", "How far does one outlier move the best constant under each loss?", Outlier),
        new("imbalance", "What do class weights do for a rare class?", ClassWeights),
    ];

    /// <summary>The error of the most likely θ after n flips.</summary>
    /// <param name="Flips">n.</param>
    /// <param name="Error">The root of the mean squared error of θ over many series of n flips.</param>
    /// <param name="Theory">√(θ(1 − θ) / n).</param>
    public readonly record struct ErrorAt(int Flips, double Error, double Theory);

    /// <summary>Measures the error of the most likely θ for n = 4, 8, 16 … 4096, over many series each. S1-029.</summary>
    /// <param name="seed">The seed of the flips.</param>
    /// <param name="series">How many series of each length.</param>
    /// <param name="θ">The true probability of heads.</param>
    /// <param name="done">Called after each length.</param>
    public static IReadOnlyList<ErrorAt> MeasureConsistency(ulong seed, int series, double θ = 0.3, Action<int>? done = null)
    {
        var random = new RandomStream(seed);
        var errors = new List<ErrorAt>();
        for (int n = 4; n <= 4096; n *= 2)
        {
            double squares = 0;
            for (int s = 0; s < series; s++)
            {
                int[] flips = [.. Enumerable.Range(0, n).Select(_ => random.Bernoulli(θ) ? 1 : 0)];
                squares += Math.Pow(BernoulliCoin.MostLikely(flips) - θ, 2);
            }

            errors.Add(new(n, Math.Sqrt(squares / series), Math.Sqrt(θ * (1 - θ) / n)));
            done?.Invoke(errors.Count);
        }

        return errors;
    }

    private static void Consistency(ExperimentRun run)
    {
        IReadOnlyList<ErrorAt> errors = MeasureConsistency(run.Seed, series: 400, done: done => run.Progress(done, 11));
        var table = new Table().AddColumns("flips", "error of θ", "√(θ(1 − θ)/n)");
        foreach (ErrorAt error in errors)
        {
            table.AddRow($"{error.Flips}", $"{error.Error:0.00000}", $"{error.Theory:0.00000}");
        }

        run.Print(table);
        run.Write("consistency-400", ClassificationFigures.ConsistencyOf(errors));
    }

    private static void Outlier(ExperimentRun run)
    {
        var table = new Table().AddColumns("outlier at", "mean (MSE)", "Huber, δ = 1", "median (MAE)");
        double[] places = [3, 10, 30, 100, 1000];
        for (int i = 0; i < places.Length; i++)
        {
            double[] y = [.. RegressionFigures.Targets, places[i]];
            table.AddRow($"{places[i]}", $"{Centre.OfSquares(y):0.000}", $"{Centre.OfHuber(y, 1):0.000}", $"{Centre.OfAbsolute(y):0.000}");
            run.Progress(i + 1, places.Length);
        }

        run.Print(table);
    }

    private static void ClassWeights(ExperimentRun run)
    {
        const int Seeds = 20;
        var table = new Table().AddColumns("set", "rare found", "rare found, weighted", "common found", "common found, weighted");
        for (int i = 0; i < Seeds; i++)
        {
            Imbalance found = Imbalance.Measure(run.Seed + (ulong)i);
            table.AddRow(
                $"{i + 1}", $"{found.UnweightedRecall:P0}", $"{found.WeightedRecall:P0}", $"{found.UnweightedMajority:P1}", $"{found.WeightedMajority:P1}");
            run.Progress(i + 1, Seeds);
        }

        run.Print(table);
    }
}
