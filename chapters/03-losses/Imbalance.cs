using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>A rare class beside a common one, S1-041: how much of each the best logistic model finds, with and without class weights.</summary>
/// <param name="UnweightedRecall">The share of the rare class that the best unweighted model finds.</param>
/// <param name="WeightedRecall">The same with class weights N / (2 N_k).</param>
/// <param name="UnweightedMajority">The share of the common class that the unweighted model finds.</param>
/// <param name="WeightedMajority">The same with class weights.</param>
/// <param name="UnweightedBoundary">Where the unweighted model's probability is ½.</param>
/// <param name="WeightedBoundary">The same with class weights.</param>
public sealed record Imbalance(
    double UnweightedRecall, double WeightedRecall, double UnweightedMajority, double WeightedMajority, double UnweightedBoundary, double WeightedBoundary)
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
    public static Imbalance Measure(ulong seed)
    {
        double[] x = Draw(seed);
        Vector<double> y = Vector<double>.Build.Dense(x.Length, n => n < Common ? 0 : 1);
        var plain = new LogisticCost(LogisticCost.WithBias(x), y);
        var weighted = new LogisticCost(plain.X, y, (x.Length / (2.0 * Common), x.Length / (2.0 * Rare)));
        (Vector<double> θ, Vector<double> φ) = (plain.Minimum(), weighted.Minimum());
        return new(
            Classifiers.Recall(plain.Predict(θ), y, 1), Classifiers.Recall(weighted.Predict(φ), y, 1),
            Classifiers.Recall(plain.Predict(θ), y, 0), Classifiers.Recall(weighted.Predict(φ), y, 0),
            -θ[1] / θ[0], -φ[1] / φ[0]);
    }
}
