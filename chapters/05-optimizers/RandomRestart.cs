using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent from several starts, of which the best end is kept, (5.33). S1-136.</summary>
public static class RandomRestart
{
    /// <summary>One run.</summary>
    /// <param name="Start">Where it started.</param>
    /// <param name="End">Where it ended.</param>
    /// <param name="Loss">L at the end.</param>
    public sealed record Run(double[] Start, double[] End, double Loss);

    /// <summary>w_new = w₀ + ε with ε ~ N(0, σ²), (5.33): a perturbation of one start, as S1-136 prints it.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="w0">The start to perturb. // [n]</param>
    /// <param name="σ">The width ≥ 0: small stays near, large explores.</param>
    /// <exception cref="ArgumentException">A number of w₀ that is not finite, or a width outside its range.</exception>
    public static double[] Perturb(RandomStream random, double[] w0, double σ)
    {
        Require.Finite(w0);
        RequireRate.NotNegative(σ);
        return [.. w0.Select(w => w + random.Normal(0, σ))]; // (5.33)
    }

    /// <summary>Descends from k perturbed starts.</summary>
    /// <param name="landscape">What to walk on.</param>
    /// <param name="random">The stream.</param>
    /// <param name="w0">The start to perturb. // [n]</param>
    /// <param name="σ">The width ≥ 0.</param>
    /// <param name="restarts">k ≥ 1.</param>
    /// <param name="η">Learning rate of the descents, ≥ 0.</param>
    /// <param name="steps">Steps of each, ≥ 0.</param>
    /// <exception cref="ArgumentException">A constant outside its range, a start of another dimension, or a number on the way that is not finite.</exception>
    public static IReadOnlyList<Run> From(IObjective landscape, RandomStream random, double[] w0, double σ, int restarts, double η, int steps)
    {
        RequireRate.Count(restarts, 1);
        return [.. Enumerable.Range(0, restarts).Select(_ =>
        {
            double[] start = Perturb(random, w0, σ);
            double[] end = Descent.Path(landscape, start, p => new GradientDescent(p, η), steps)[^1];
            return new Run(start, end, landscape.Value(end));
        })];
    }

    /// <summary>w* = argmin L(w) over the runs, (5.33).</summary>
    /// <exception cref="ArgumentException">No run.</exception>
    public static Run Best(IReadOnlyList<Run> runs)
    {
        Require.NotEmpty(runs.Count, nameof(runs));
        return runs.MinBy(r => r.Loss)!; // (5.33)
    }

    /// <summary>The least loss of the first 1, 2, … k runs: it never rises.</summary>
    /// <exception cref="ArgumentException">No run.</exception>
    public static double[] BestSoFar(IReadOnlyList<Run> runs)
    {
        Require.NotEmpty(runs.Count, nameof(runs));
        return [.. Enumerable.Range(1, runs.Count).Select(k => runs.Take(k).Min(r => r.Loss))];
    }
}
