using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent from several starts, keeping the best end, (5.33). S1-136.</summary>
public static class RandomRestart
{
    /// <summary>One run.</summary>
    /// <param name="Start">The first point.</param>
    /// <param name="End">The last point.</param>
    /// <param name="Loss">L at the end.</param>
    public sealed record Run(double[] Start, double[] End, double Loss);

    /// <summary>w_new = w₀ + ε with ε ~ N(0, σ²), (5.33): a perturbation of one start, as S1-136 prints it.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="w0">The start to perturb. // [n]</param>
    /// <param name="σ">The standard deviation: a small one stays near, a large one explores.</param>
    public static double[] Perturb(RandomStream random, double[] w0, double σ) =>
        [.. w0.Select(w => w + random.Normal(0, σ))]; // (5.33)

    /// <summary>Descends from k perturbed starts.</summary>
    /// <param name="objective">The function to minimise.</param>
    /// <param name="random">The stream.</param>
    /// <param name="w0">The start to perturb. // [n]</param>
    /// <param name="σ">The standard deviation ≥ 0.</param>
    /// <param name="restarts">k ≥ 1.</param>
    /// <param name="η">Learning rate of the descents, ≥ 0.</param>
    /// <param name="steps">Steps of each, ≥ 0.</param>
    /// <exception cref="ArgumentException">
    /// A constant outside its range, a start of another dimension, or a number that is not finite.
    /// </exception>
    public static IReadOnlyList<Run> From(
        IObjective objective, RandomStream random, double[] w0, double σ, int restarts, double η, int steps)
    {
        RequireRate.Count(restarts, 1);
        RequireRate.NotNegative(σ);
        return [.. Enumerable.Range(0, restarts).Select(_ =>
        {
            double[] start = Perturb(random, w0, σ);
            double[] end = Descent.Path(objective, start, p => new GradientDescent(p, η), steps)[^1];
            return new Run(start, end, objective.Value(end));
        })];
    }

    /// <summary>w* = argmin L(w) over the runs, (5.33).</summary>
    /// <exception cref="ArgumentException">No run.</exception>
    public static Run Best(IReadOnlyList<Run> runs)
    {
        Require.NotEmpty(runs.Count, nameof(runs));
        return runs.MinBy(r => r.Loss)!; // (5.33)
    }
}
