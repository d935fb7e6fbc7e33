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
    ];

    /// <summary>The root mean squared error of the most likely θ after n flips, and √(θ(1 − θ) / n).</summary>
    public readonly record struct ErrorAt(int Flips, double Error, double Theory);

    /// <summary>The errors over many series of n = 4, 8, 16 … 4096 flips of a coin with θ = 0.3. S1-029.</summary>
    public static IReadOnlyList<ErrorAt> MeasureConsistency(ulong seed, int series, Action<int>? done = null)
    {
        const double θ = 0.3;
        var random = new RandomStream(seed);
        var errors = new List<ErrorAt>();
        for (int n = 4; n <= 4096; n *= 2)
        {
            double squares = 0;
            for (int s = 0; s < series; s++)
            {
                var coin = new BernoulliCoin([.. Enumerable.Range(0, n).Select(_ => random.Bernoulli(θ) ? 1 : 0)]);
                squares += Math.Pow(coin.MostLikely - θ, 2);
            }

            errors.Add(new(n, Math.Sqrt(squares / series), Math.Sqrt(θ * (1 - θ) / n)));
            done?.Invoke(errors.Count);
        }

        return errors;
    }

    private static void Consistency(ExperimentRun run)
    {
        IReadOnlyList<ErrorAt> errors =
            MeasureConsistency(run.Seed, series: 400, done: done => run.Progress(done, 11));
        var table = new Table().AddColumns("flips", "error of θ", "√(θ(1 − θ)/n)");
        foreach (ErrorAt error in errors)
        {
            table.AddRow($"{error.Flips}", $"{error.Error:0.00000}", $"{error.Theory:0.00000}");
        }

        run.Print(table);
        run.Write("consistency-400", ClassificationFigures.ConsistencyOf(errors));
    }
}
