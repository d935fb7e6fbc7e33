using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The small data sets behind the chapter's figures and claims.</summary>
public static class LossExamples
{
    /// <summary>Six points from −3 to 3, labels mostly by sign, with bias: no line separates them. S4-103.</summary>
    public static LogisticCost SixPoints { get; } =
        new(LogisticCost.WithBias([-3, -2, -1, 1, 2, 3]), Vector<double>.Build.Dense([0, 0, 1, 0, 1, 1]));

    /// <summary>w = −100, b = 0: certain and mostly wrong on the six points.</summary>
    public static Vector<double> FarWrong { get; } = Vector<double>.Build.Dense([-100, 0]);

    /// <summary>Three points, no bias: x = 8 and 0.1 have label 0, x = 1 has label 1. S2-109, S2-110.</summary>
    public static LogisticCost ThreePoints { get; } =
        new(Matrix<double>.Build.DenseOfRowArrays([8.0, 1, 0.1]), Vector<double>.Build.Dense([0, 1, 0]));

    /// <summary>Ten targets around 1 that an outlier joins. S3-035.</summary>
    public static double[] Targets { get; } = [0.2, 0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.4, 1.6, 1.9];

    /// <summary>The root mean squared error of the most likely θ after n flips, and √(θ(1 − θ) / n).</summary>
    public readonly record struct ErrorAt(int Flips, double Error, double Theory);

    /// <summary>The errors over many series of n = 4, 8, 16 … 4096 flips of a coin with θ = 0.3. S1-029.</summary>
    public static IReadOnlyList<ErrorAt> MeasureConsistency(ulong seed, int series)
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
        }

        return errors;
    }

    /// <summary>A cost of one weight as a function of a number.</summary>
    public static Func<double, double> OfOneWeight(Func<Vector<double>, double> cost) =>
        w => cost(Vector<double>.Build.Dense(1, w));

    /// <summary>The minima of a function within [−10, 10], on a grid of 1/100: lower than both neighbours.</summary>
    public static IReadOnlyList<double> Minima(Func<double, double> cost)
    {
        double[] w = [.. Enumerable.Range(-1000, 2001).Select(i => i / 100.0)];
        double[] values = [.. w.Select(cost)];
        return [.. Enumerable.Range(1, w.Length - 2)
            .Where(i => values[i] < values[i - 1] && values[i] < values[i + 1])
            .Select(i => w[i])];
    }
}

/// <summary>The best logistic models of a rare class, without weights and with N / (2 N_k), S1-041.</summary>
public sealed record ClassWeights(ClassWeights.Model Plain, ClassWeights.Model Weighted)
{
    /// <summary>How many samples are common, N(0, 1), and how many rare, N(1.5, 1).</summary>
    public const int Common = 950, Rare = 50;

    /// <summary>A model of one feature, rare right of its boundary, and the recall of both classes.</summary>
    public readonly record struct Model(double Boundary, double RareFound, double CommonFound);

    /// <summary>The samples, first the common ones. // [N]</summary>
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
