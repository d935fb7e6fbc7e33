using MathNet.Numerics.LinearAlgebra;
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
        new("imbalance", "How do class weights change the recall of a rare class?", Imbalance),
    ];

    /// <summary>The error of the most likely θ after n flips.</summary>
    /// <param name="Flips">n.</param>
    /// <param name="Error">The root of the mean squared error of θ over many series of n flips.</param>
    /// <param name="Theory">√(θ(1 − θ) / n).</param>
    public readonly record struct ErrorAt(int Flips, double Error, double Theory);

    /// <summary>Measures the error of the most likely θ for n = 4, 8, 16 … 4096. S1-029.</summary>
    /// <param name="seed">The seed of the flips.</param>
    /// <param name="series">How many series of each length.</param>
    /// <param name="θ">The true probability of heads.</param>
    /// <param name="done">Called after each length.</param>
    public static IReadOnlyList<ErrorAt> MeasureConsistency(ulong seed, int series, double θ = 0.3,
        Action<int>? done = null)
    {
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

    private static void Outlier(ExperimentRun run)
    {
        var table = new Table().AddColumns("outlier at", "mean (MSE)", "Huber, δ = 1", "median (MAE)");
        double[] places = [3, 10, 30, 100, 1000];
        for (int i = 0; i < places.Length; i++)
        {
            double[] y = [.. LossExamples.Targets, places[i]];
            table.AddRow(
                $"{places[i]}", $"{BestConstant.OfSquares(y):0.000}", $"{BestConstant.OfHuber(y, 1):0.000}",
                $"{BestConstant.OfAbsolute(y):0.000}");
            run.Progress(i + 1, places.Length);
        }

        run.Print(table);
    }

    private static void Imbalance(ExperimentRun run)
    {
        const int Seeds = 20;
        var table = new Table().AddColumns("set", "rare found", "rare found, weighted", "common found",
            "common found, weighted");
        for (int i = 0; i < Seeds; i++)
        {
            (ClassWeights.Model plain, ClassWeights.Model weighted) = ClassWeights.Measure(run.Seed + (ulong)i);
            table.AddRow(
                $"{i + 1}", $"{plain.RareFound:P0}", $"{weighted.RareFound:P0}",
                $"{plain.CommonFound:P1}", $"{weighted.CommonFound:P1}");
            run.Progress(i + 1, Seeds);
        }

        run.Print(table);
    }
}

/// <summary>The best logistic models of a rare class, with and without class weights, S1-041.</summary>
/// <param name="Plain">The unweighted model.</param>
/// <param name="Weighted">The model with class weights N / (2 N_k).</param>
public sealed record ClassWeights(ClassWeights.Model Plain, ClassWeights.Model Weighted)
{
    /// <summary>How many samples are common, N(0, 1).</summary>
    public const int Common = 950;

    /// <summary>How many are rare, N(1.5, 1).</summary>
    public const int Rare = 50;

    /// <summary>A model of one feature: the rare class is predicted right of its boundary.</summary>
    /// <param name="Boundary">Where its probability is ½.</param>
    /// <param name="RareFound">The recall of the rare class.</param>
    /// <param name="CommonFound">The recall of the common class.</param>
    public readonly record struct Model(double Boundary, double RareFound, double CommonFound);

    /// <summary>The samples: the common ones, then the rare ones. // [N]</summary>
    public static double[] Draw(ulong seed)
    {
        var random = new RandomStream(seed);
        return [.. random.Normals(Common), .. random.Normals(Rare).Select(x => x + 1.5)];
    }

    /// <summary>Minimises both cross-entropies on the samples of a seed.</summary>
    public static ClassWeights Measure(ulong seed)
    {
        double[] x = Draw(seed);
        Vector<double> y = Vector<double>.Build.Dense(x.Length, n => n < Common ? 0 : 1);
        return new(Of((1, 1)), Of((x.Length / (2.0 * Common), x.Length / (2.0 * Rare))));

        Model Of((double, double) weights)
        {
            Vector<double> θ = new LogisticCost(LogisticCost.WithBias(x), y, weights).Minimum();
            double at = -θ[1] / θ[0];
            return new(at, x[Common..].Average(v => v >= at ? 1.0 : 0), x[..Common].Average(v => v < at ? 1.0 : 0));
        }
    }
}
