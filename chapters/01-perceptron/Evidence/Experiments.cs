using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>What chapter 01 measures.</summary>
public static class PerceptronExperiments
{
    /// <summary>One random separable set: its margin γ relative to R, the mistakes until all points are right, and
    /// their limit (R/γ)².</summary>
    public readonly record struct BoundSample(double Margin, int Mistakes, double Limit);

    /// <summary>Trains on <paramref name="sets"/> random separable sets of 1 to 8 dimensions and 60 points.</summary>
    public static IReadOnlyList<BoundSample> MeasureBound(ulong seed, int sets)
    {
        var random = new RandomStream(seed);
        var samples = new List<BoundSample>();
        for (int i = 0; i < sets; i++)
        {
            double margin = 0.02 * Math.Pow(20, random.Uniform()); // 0.02 … 0.4, evenly on a log axis
            SeparableSet set = SeparableSet.Draw(random, dimension: 1 + random.Below(8), count: 60, margin);
            Convergence theorem = Convergence.Of(set.X, set.Labels, set.Normal, set.Bias);
            PerceptronRun run = PerceptronTraining.Train(set.X, set.Labels, α: 1, epochs: (int)theorem.Bound + 2);
            samples.Add(new(theorem.γ / theorem.R, run.Updates, theorem.Bound));
        }

        return samples;
    }

    /// <summary>The most XOR points that any unit of a fine grid of weights and biases gets right.</summary>
    public static int BestXorScore()
    {
        double[] grid = [.. Enumerable.Range(-8, 17).Select(i => 0.25 * i)];
        return (from w1 in grid from w2 in grid from b in grid select Right([w1, w2], b)).Max();

        int Right(double[] w, double b) =>
            LogicGates.Inputs.Where((x, n) => ScalarPerceptron.Predict(w, b, x) == LogicGates.XorLabels[n]).Count();
    }
}
