using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.ModelSelection.Tests;

/// <summary>Studies and trials, grid and random search.</summary>
public class SearchTests
{
    private static readonly ISampler random = new RandomSampler(new RandomStream(1));

    // (11.1) (11.3) S2-133 S3-046: any grid visits each combination once, and the best is the least of all.
    [Property(MaxTest = 50)]
    public void A_grid_visits_every_combination_once(Seed seed)
    {
        RandomStream draw = seed.Stream();
        (string Name, double[] Values)[] grid = [.. Enumerable.Range(0, 1 + draw.Below(3)).Select(k =>
            ($"v{k}", draw.Uniforms(1 + draw.Below(4), 0, 1)))];
        var sampler = new GridSampler(grid);
        Assert.Equal(grid.Aggregate(1, (product, one) => product * one.Values.Length), sampler.Count);
        double Loss(double[] v) => v.Select((x, k) => Math.Cos(7 * x + k)).Sum();
        Study study = new Study(sampler).Optimize(
            trial => Loss([.. grid.Select(one => trial.SuggestFloat(one.Name, 0, 1))]), sampler.Count);
        string[] visited = [.. study.Trials.Select(t => string.Join(" ", t.Parameters.Values))];
        Assert.Equal(sampler.Count, visited.Distinct().Count());
        Assert.All(study.Trials, t => Assert.All(grid, one => Assert.Contains(t.Parameters[one.Name], one.Values)));
        Assert.Equal(study.Trials.Min(t => t.Value), study.Best.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => study.Optimize(t => t.SuggestFloat("v0", 0, 1), 1));
    }

    // (11.1) S3-046: the three loops and a study over the same grid choose the same of |C_T|·|C_η|·|C_I| runs.
    [Property(MaxTest = 50)]
    public void Nested_loops_are_a_grid(Seed seed)
    {
        RandomStream draw = seed.Stream();
        string[] C_T = ["small", "large"];
        double[] C_η = [0.1, 0.01, 0.001];
        int[] C_I = [1, 2, 3, 4];
        double[] losses = draw.Uniforms(24, 0, 1);
        double Loss(int t, double η, int i) => losses[12 * t + 4 * Array.IndexOf(C_η, η) + i - 1];
        var best = ScalarSearch.Nested(C_T, C_η, C_I, (t, η, i) => Loss(Array.IndexOf(C_T, t), η, i));
        Assert.Equal((24, losses.Min()), (best.Runs, best.Loss));
        var grid = new GridSampler(("T", [0, 1]), ("η", C_η), ("I", [1, 2, 3, 4]));
        Trial chosen = new Study(grid).Optimize(trial => Loss(
            Array.IndexOf(C_T, trial.SuggestChoice("T", C_T)), trial.SuggestFloat("η", 1e-4, 1),
            trial.SuggestInt("I", 1, 4)), grid.Count).Best;
        Assert.Equal(
            (best.Topology, best.η, best.Start),
            (C_T[(int)chosen.Parameters["T"]], chosen.Parameters["η"], (int)chosen.Parameters["I"]));
    }

    // (11.1) S3-046: the first of equals, and a run that fails is never the least.
    [Fact]
    public void The_least_by_hand()
    {
        double[] losses = [double.NaN, 3, 2, 2];
        Assert.Equal(2, ScalarSearch.Nested([0], [0.0], [0, 1, 2, 3], (_, _, i) => losses[i]).Start);
        Study study = new(random);
        study.Optimize(trial => losses[trial.Number], 4);
        Assert.Equal((2, 2.0), (study.Best.Number, study.Best.Value));
        Assert.Equal([double.NaN, 3, 2, 2], study.BestSoFar);
        Assert.Equal(
            [TrialState.Failed, TrialState.Complete, TrialState.Complete, TrialState.Complete],
            study.Trials.Select(t => t.State));
    }

    // (11.4) S2-134 S2-137: draws lie inside, are log-uniform where asked, and repeat by seed.
    [Property(MaxTest = 20)]
    public void Random_draws_are_uniform_in_their_coordinate(Seed seed)
    {
        RandomStream draw = seed.Stream();
        double a = draw.Uniform(0.001, 1), b = a * draw.Uniform(2, 1000);
        int low = draw.Below(10) - 5, high = low + 1 + draw.Below(5);
        Study Run(ulong s) => new Study(new RandomSampler(new RandomStream(s))).Optimize(
            trial => trial.SuggestFloat("log", a, b, log: true) + trial.SuggestFloat("linear", a, b)
                + trial.SuggestInt("whole", low, high) + trial.SuggestChoice("choice", [1.0, 2.0, 3.0]), 600);
        double[] Of(Study study, string name) => [.. study.Trials.Select(t => t.Parameters[name])];
        Study first = Run(3);
        Assert.Equal(first.Trials.Select(t => t.Value), Run(3).Trials.Select(t => t.Value));
        Assert.NotEqual(first.Trials.Select(t => t.Value), Run(4).Trials.Select(t => t.Value));
        Uniform([.. Of(first, "log").Select(x => Math.Log(x / a) / Math.Log(b / a))]);
        Uniform([.. Of(first, "linear").Select(x => (x - a) / (b - a))]);
        double[] whole = Of(first, "whole");
        Assert.Equal(Enumerable.Range(low, high - low + 1).Select(k => (double)k), whole.Distinct().Order());
        Uniform([.. whole.Select(k => (k - low + draw.Uniform()) / (high - low + 1))]);
        Uniform([.. Of(first, "choice").Select(k => (k + draw.Uniform()) / 3)]);
    }

    // The distance of Kolmogorov and Smirnov; 0.08 at 600 draws is exceeded once in two thousand times.
    private static void Uniform(double[] u)
    {
        double[] sorted = [.. u.Order()];
        Assert.InRange(sorted[0], 0, 1);
        Assert.InRange(sorted[^1], 0, 1);
        double distance = sorted.Select((v, i) => Math.Abs(v - (i + 0.5) / u.Length)).Max();
        Assert.True(distance < 0.1, $"{distance}");
    }

    // (11.4) S2-137: bounds, median and the share of a decade.
    [Fact]
    public void Log_uniform_by_hand()
    {
        Assert.Equal(0.0031622776601683795, ScalarSearch.LogUniform(1e-4, 1e-1, 0.5), 1e-15);
        Assert.Equal((1e-4, 0.1), (ScalarSearch.LogUniform(1e-4, 1e-1, 0), ScalarSearch.LogUniform(1e-4, 1e-1, 1)));
        Assert.Equal(0.001, ScalarSearch.LogUniform(1e-4, 1e-1, 1.0 / 3), 1e-15);
        Assert.Equal(1 / Math.Log(1000), 0.01 * ScalarSearch.LogUniformDensity(0.01, 1e-4, 1e-1), 1e-12);
        Assert.Equal(113, Dimension.Integer(16, 128).Count);
    }

    // (11.5) S2-134: 59 draws for 95 %, and what 4,000 searches of Branin's function find.
    [Fact]
    public void The_best_of_many_is_among_the_best_as_often_as_the_law_says()
    {
        Assert.Equal(0.9539, ScalarSearch.ChanceOfBest(0.05, 60), 1e-4);
        Assert.True(ScalarSearch.ChanceOfBest(0.05, 58) < 0.95 && ScalarSearch.ChanceOfBest(0.05, 59) >= 0.95);
        int[] counts = [1, 10, 30, 60];
        double[] shares = BraninRuns.Shares(counts, 4000, 7);
        Assert.All(counts.Zip(shares), one =>
            Assert.Equal(ScalarSearch.ChanceOfBest(0.05, one.First), one.Second, 0.03));
    }

    // A grid finds the planted optimum if it is on the grid. S2-133
    [Fact]
    public void A_grid_finds_the_planted_optimum()
    {
        var grid = new GridSampler(("rate", [1e-4, 1e-3, 1e-2, 1e-1]), ("hidden", [16, 64, 128]));
        Trial best = new Study(grid).Optimize(trial =>
            Math.Pow(Math.Log10(trial.SuggestFloat("rate", 1e-4, 1e-1, log: true)) + 2, 2)
                + Math.Abs(trial.SuggestInt("hidden", 16, 128) - 64), grid.Count).Best;
        Assert.Equal((12, 1e-2, 64), (grid.Count, best.Parameters["rate"], best.Parameters["hidden"]));
    }

    // S2-137: the same name is the same value in a trial; another range under it is refused.
    [Fact]
    public void A_name_has_one_value_in_a_trial()
    {
        new Study(random).Optimize(trial =>
        {
            Assert.Equal(trial.SuggestFloat("x", 0, 1), trial.SuggestFloat("x", 0, 1));
            Refuses(() => trial.SuggestFloat("x", 0, 2), "x");
            Refuses(() => trial.SuggestFloat("", 0, 1), "name");
            return 0;
        }, 1);
        Refuses(() => new Study(new Constant(7)).Optimize(t => t.SuggestFloat("x", 0, 1), 1), "x", "7");
        Refuses(() => new Study(new Constant(0.5)).Optimize(t => t.SuggestInt("x", 0, 1), 1), "0.5");
    }

    private sealed class Constant(double value) : ISampler
    {
        public double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension) => value;
    }

    // S2-138: a failed trial is never the best, and no trial at all is no best.
    [Fact]
    public void Failed_trials_are_never_best()
    {
        Study study = new(random);
        Assert.Throws<InvalidOperationException>(() => study.Best);
        study.Optimize(_ => double.NaN, 2).Optimize(_ => double.NegativeInfinity, 1)
            .Optimize(_ => throw new DivergedException("loss", double.NaN, 1, 1, 1, []), 1)
            .Optimize(trial => trial.Report(1, double.NaN) ? 1 : 0, 1);
        Assert.All(study.Trials, trial => Assert.Equal(TrialState.Failed, trial.State));
        Assert.Contains("5 failed", Assert.Throws<InvalidOperationException>(() => study.Best).Message,
            StringComparison.Ordinal);
        Assert.Equal(1, study.Optimize(_ => 1, 1).Best.Value);
        Assert.Throws<FormatException>(() => study.Optimize(_ => throw new FormatException(), 1)); // a mistake
    }

    [Fact]
    public void Spaces_without_room_are_refused()
    {
        Refuses(() => Dimension.Float(1, 1), "low < high", "1");
        Refuses(() => Dimension.Float(2, 1), "2", "1");
        Refuses(() => Dimension.Float(0, 1, log: true), "low > 0", "0");
        Refuses(() => Dimension.Float(-1, 1, log: true), "-1");
        Refuses(() => Dimension.Float(double.NaN, 1), "finite");
        Refuses(() => Dimension.Float(0, double.PositiveInfinity), "finite");
        Refuses(() => Dimension.Integer(3, 3), "low < high", "3");
        Refuses(() => Dimension.Choice(0), "choices");
        Refuses(() => _ = new GridSampler(), "grid");
        Refuses(() => _ = new GridSampler(("rate", [])), "rate");
        Refuses(() => _ = new GridSampler(("rate", [1, 1])), "different", "rate");
        Refuses(() => _ = new GridSampler(("rate", [double.NaN])), "finite");
        Refuses(() => new Study(new GridSampler(("rate", [1]))).Optimize(t => t.SuggestInt("hidden", 1, 2), 1),
            "hidden",
            "rate");
        Refuses(() => new Study(random).Optimize(_ => 0, -1), "trials");
        Assert.Throws<ArgumentNullException>(() => new Study(null!));
        Assert.Equal(1, Dimension.Choice(1).Count);
    }

    [Property(MaxTest = 50)]
    public void Coordinates_are_the_inverse_of_values(Seed seed)
    {
        RandomStream draw = seed.Stream();
        double a = draw.Uniform(0.001, 1), b = a + draw.Uniform(0.1, 10);
        foreach (Dimension d in new[] { Dimension.Float(a, b), Dimension.Float(a, b, log: true) })
        {
            double z = draw.Uniform(d.Low, d.High);
            Assert.Equal(z, d.Coordinate(d.Value(z)), 1e-12 * (1 + Math.Abs(z)));
            Assert.True(d.Contains(d.Value(d.Low)) && d.Contains(d.Value(d.High)));
            Assert.False(d.Contains(0.9 * a) || d.Contains(1.1 * b));
        }

        var whole = Dimension.Integer(-3, 4);
        Assert.Equal((-3, 4, 1), (whole.Value(whole.Low), whole.Value(whole.High), whole.Value(1.4)));
        Assert.False(whole.Contains(1.5));
    }
}
