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
            ClassWeights found = ClassWeights.Measure(run.Seed + (ulong)i);
            table.AddRow(
                $"{i + 1}", $"{found.UnweightedRecall:P0}", $"{found.WeightedRecall:P0}",
                $"{found.UnweightedMajority:P1}", $"{found.WeightedMajority:P1}");
            run.Progress(i + 1, Seeds);
        }

        run.Print(table);
    }
}

/// <summary>Recall of a rare class by the best logistic model, with and without class weights, S1-041.</summary>
/// <param name="UnweightedRecall">The share of the rare class that the best unweighted model finds.</param>
/// <param name="WeightedRecall">The same with class weights N / (2 N_k).</param>
/// <param name="UnweightedMajority">The share of the common class that the unweighted model finds.</param>
/// <param name="WeightedMajority">The same with class weights.</param>
/// <param name="UnweightedBoundary">Where the unweighted model's probability is ½.</param>
/// <param name="WeightedBoundary">The same with class weights.</param>
public sealed record ClassWeights(
    double UnweightedRecall, double WeightedRecall, double UnweightedMajority, double WeightedMajority,
    double UnweightedBoundary, double WeightedBoundary)
{
    /// <summary>How many samples are common, N(0, 1).</summary>
    public const int Common = 950;

    /// <summary>How many are rare, N(1.5, 1).</summary>
    public const int Rare = 50;

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
        var plain = new LogisticCost(LogisticCost.WithBias(x), y);
        var weighted = new LogisticCost(plain.X, y, (x.Length / (2.0 * Common), x.Length / (2.0 * Rare)));
        (double w, double wc) = (Boundary(plain.Minimum()), Boundary(weighted.Minimum()));
        double[] common = x[..Common], rare = x[Common..];
        return new(
            rare.Average(v => v >= w ? 1.0 : 0), rare.Average(v => v >= wc ? 1.0 : 0),
            common.Average(v => v < w ? 1.0 : 0), common.Average(v => v < wc ? 1.0 : 0), w, wc);
    }

    // Where wx + b = 0. The rare class lies to the right, so w > 0.
    private static double Boundary(Vector<double> θ) => -θ[1] / θ[0];
}
