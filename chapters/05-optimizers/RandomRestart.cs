using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent from several starts, of which the best result is kept, (5.33). S1-136.</summary>
public static class RandomRestart
{
    /// <summary>One run, with its loss at the end.</summary>
    public sealed record Run(double[] Start, double[] End, double Loss);

    /// <summary>w_new = w₀ + ε with ε ~ N(0, σ²), (5.33): a perturbation of one start, as S1-136 prints it. A small σ
    /// stays near, a large one explores. // [n]</summary>
    public static double[] Perturb(RandomStream random, double[] w0, double σ) =>
        [.. w0.Select(w => w + random.Normal(0, σ))]; // (5.33)

    /// <summary>Descends from k ≥ 1 perturbed starts, σ ≥ 0, η ≥ 0. // w₀: [n]</summary>
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

    /// <summary>w* = argmin L(w) over the runs, of which there is at least one, (5.33); NaN is no minimum.</summary>
    public static Run Best(IReadOnlyList<Run> runs)
    {
        Require.NotEmpty(runs.Count, nameof(runs));
        return runs.MinBy(r => (double.IsNaN(r.Loss), r.Loss))!; // (5.33)
    }
}
