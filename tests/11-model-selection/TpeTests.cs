using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.ModelSelection.Tests;

/// <summary>Parzen estimators and the sampler that is made of them.</summary>
public class TpeTests
{
    private static double[] Draw(RandomStream random, double low, double high) =>
        random.Uniforms(random.Below(8), low, high);

    // (11.7) (11.9) S2-136: a density, whatever the observations, and its whole numbers sum to 1.
    [Property(MaxTest = 40, Cost = 3)]
    public void A_Parzen_density_integrates_to_1(Seed seed)
    {
        RandomStream random = seed.Stream();
        double low = random.Uniform(-5, 5), high = low + random.Uniform(0.1, 10);
        var parzen = new ParzenEstimator(Draw(random, low, high), low, high);
        const int Steps = 4000;
        double h = (high - low) / Steps;
        double sum = Enumerable.Range(0, Steps).Sum(i => parzen.Density(low + (i + 0.5) * h)) * h;
        Assert.Equal(1, sum, 1e-4);
        Assert.Equal(1, parzen.Probability(low, high), 1e-12);
        double from = random.Uniform(low, high), to = random.Uniform(from, high);
        double part = Enumerable.Range(0, Steps)
            .Sum(i => parzen.Density(from + (i + 0.5) * (to - from) / Steps)) * (to - from) / Steps;
        Assert.Equal(part, parzen.Probability(from, to), 1e-4);

        var dimension = Dimension.Integer(-2, 5);
        var whole = new ParzenEstimator([.. Draw(random, -2, 5).Select(v => Math.Round(v))], dimension.Low,
            dimension.High);
        Assert.Equal(1, Enumerable.Range(-2, 8).Sum(k => whole.Probability(k - 0.5, k + 0.5)), 1e-12);
    }

    // (11.7): draws have the density. Kolmogorov's distance of n exceeds d with probability 2·exp(−2nd²), here 10⁻⁹.
    [Property(MaxTest = 10, Cost = 20)]
    public void Draws_of_a_Parzen_estimator_have_its_density(Seed seed)
    {
        RandomStream random = seed.Stream();
        var parzen = new ParzenEstimator(Draw(random, 0, 1), 0, 1);
        double[] sorted = [.. Enumerable.Range(0, 4300).Select(_ => parzen.Draw(random)).Order()];
        Assert.InRange(sorted[0], 0, 1);
        Assert.InRange(sorted[^1], 0, 1);
        double distance = sorted.Select((z, i) => Math.Abs(parzen.Probability(0, z) - (i + 0.5) / 4300)).Max();
        Assert.True(distance < 0.05, $"{distance}");
    }

    // (11.7) (11.8): widths by hand, observations 1, 2 and 9 on [0, 10] with 5 in the middle.
    [Fact]
    public void Widths_are_the_larger_distance_to_a_neighbour()
    {
        var parzen = new ParzenEstimator([9, 1, 2], 0, 10);
        double[] m = [1, 2, 5, 9], s = [2, 3, 10, 4]; // 1: the least, 10/5; the middle: all
        Assert.All(new[] { 0, 0.7, 3, 5, 9.9 }, z =>
            Assert.Equal(ScalarParzen.Density(z, m, s, 0, 10), parzen.Density(z), 1e-12));
        var prior = new ParzenEstimator([], 0, 10);
        Assert.Equal(ScalarParzen.Density(3, [5], [10], 0, 10), prior.Density(3), 1e-12);
        Assert.True(prior.Density(5) > prior.Density(0) && prior.Density(0) > 0.08); // nearly uniform
    }

    // (11.8): widths stay between (high − low)/min(100, n + 2) and high − low, also for equal observations.
    [Fact]
    public void Equal_observations_have_the_least_width()
    {
        double[] z = [.. Enumerable.Repeat(3.0, 6)];
        double expected = ScalarParzen.Density(3, [3, 3, 3, 3, 3, 3, 5], [1.25, 1.25, 1.25, 1.25, 1.25, 2, 10], 0, 10);
        Assert.Equal(expected, new ParzenEstimator(z, 0, 10).Density(3), 1e-12);
        double[] m = [.. Enumerable.Repeat(3.0, 500), 5], s = [.. Enumerable.Repeat(0.1, 499), 2, 10];
        Assert.Equal(
            ScalarParzen.Density(3, m, s, 0, 10), new ParzenEstimator(m[..500], 0, 10).Density(3), 1e-9);
    }

    // (11.10): every choice keeps a chance, and they sum to 1.
    [Property(MaxTest = 50)]
    public void Choices_are_counted_with_a_share_for_each(Seed seed)
    {
        RandomStream random = seed.Stream();
        int K = 1 + random.Below(5);
        double[] seen = [.. Enumerable.Range(0, random.Below(10)).Select(_ => (double)random.Below(K))];
        double[] p = ScalarParzen.Choices(seen, K);
        Assert.Equal(1, p.Sum(), 1e-12);
        Assert.All(p, one => Assert.True(one > 0));
        Assert.Equal(3 + 1.0 / 3, 8 * ScalarParzen.Choices([0, 2, 0, 2, 2, 1, 0], 3)[0], 1e-12);
        Assert.Equal(Enumerable.Range(0, K), p.Select((_, c) => ScalarParzen.Draw(p, p.Take(c).Sum() + 0.5 * p[c])));
        Assert.Equal(K - 1, ScalarParzen.Draw(p, 1));
    }

    // (11.6): ⌈γn⌉ good ones; pruned trials stand last, failed ones not at all.
    [Fact]
    public void Trials_are_divided_by_value()
    {
        var study = new Study(new RandomSampler(new RandomStream(1)), new MedianPruner(1));
        double[] values = [5, 3, double.NaN, 1, 4, 2];
        study.Optimize(trial => values[trial.Number] + 0 * trial.SuggestFloat("x", 0, 1), 6);
        double[] x = [.. study.Trials.Select(trial => trial.Parameters["x"])];
        (double[] good, double[] bad) = TpeSampler.Divide(study.Trials, "x", 0.3);
        Assert.Equal([x[3], x[5]], good); // ⌈0.3 · 5⌉
        Assert.Equal([x[1], x[4], x[0]], bad);
        Assert.Empty(TpeSampler.Divide(study.Trials, "y", 0.3).Bad);

        study.Optimize(trial => trial.Report(1, 1) ? 1 : 0, 1); // complete, a report to compare with
        study.Optimize(trial =>
        {
            trial.SuggestFloat("x", 0, 1);
            return trial.Report(1, 2) ? 1 : 0;
        }, 1);
        Assert.Equal(TrialState.Pruned, study.Trials[^1].State);
        Assert.Equal(study.Trials[^1].Parameters["x"], TpeSampler.Divide(study.Trials, "x", 0.3).Bad[^1]);
    }

    // (11.11) S2-136: the ratio decides; improvement falls with g/l and lies between 0 and 1/γ.
    [Property(MaxTest = 50)]
    public void Expected_improvement_grows_with_the_ratio(Seed seed)
    {
        RandomStream random = seed.Stream();
        double γ = random.Uniform(0.05, 0.95), l = random.Uniform(0.1, 2), g = random.Uniform(0.1, 2);
        double improvement = ScalarParzen.Improvement(l, g, γ);
        Assert.InRange(improvement, 0, 1 / γ);
        Assert.True(ScalarParzen.Improvement(1.1 * l, g, γ) > improvement);
        Assert.Equal(1, ScalarParzen.Improvement(l, l, γ), 1e-12);
    }

    // (11.11) S2-136: on any kind of dimension later proposals gather about the optimum; random ones do not.
    [Fact]
    public void Proposals_gather_where_trials_were_good()
    {
        double Late(Func<Trial, double> objective) => new Study(new TpeSampler(new RandomStream(2)))
            .Optimize(objective, 80).Trials.Skip(40).Average(trial => trial.Value);
        Assert.True(Late(trial => Math.Abs(trial.SuggestFloat("x", -10, 10) - 3)) < 2.5); // random: 5.5
        // 1.67
        Assert.True(Late(trial => Math.Abs(Math.Log10(trial.SuggestFloat("x", 1e-6, 1, log: true)) + 4)) < 0.8);
        Assert.True(Late(trial => Math.Abs(trial.SuggestInt("x", 16, 128) - 100)) < 16); // 35
        Assert.True(Late(trial => trial.SuggestChoice("x", [1.0, 1, 1, 1, 0])) < 0.5); // 0.8
    }

    // S2-138: until there are enough finished trials proposals are random ones, from the same stream.
    [Fact]
    public void The_first_proposals_are_random()
    {
        double[] Run(ISampler sampler) => [.. new Study(sampler).Optimize(Branin.Objective, 10).Trials
            .Select(trial => trial.Value)];
        Assert.Equal(Run(new RandomSampler(new RandomStream(4))), Run(new TpeSampler(new RandomStream(4))));
        Study failing = new Study(new TpeSampler(new RandomStream(5))).Optimize(
            trial => double.NaN * trial.SuggestFloat("x", 0, 1), 30);
        Study drawn = new Study(new RandomSampler(new RandomStream(5))).Optimize(
            trial => trial.SuggestFloat("x", 0, 1), 30);
        Assert.Equal(drawn.Trials.Select(t => t.Parameters["x"]), failing.Trials.Select(t => t.Parameters["x"]));
    }

    // S2-136 S2-138 S2-274: 30 seeds; curves never rise, and TPE's median is at most half of that of random search.
    [Fact]
    public void TPE_finds_the_minimum_of_Branin_in_fewer_trials()
    {
        Assert.Equal(Branin.Least, Branin.At(Math.PI, 2.275), 1e-6);
        Assert.Equal(Branin.Least, Branin.At(-Math.PI, 12.275), 1e-6);
        Assert.Equal(Branin.Least, Branin.At(9.42478, 2.475), 1e-6);
        Assert.All(BraninRuns.Tpe.Concat(BraninRuns.Random), curve =>
            Assert.All(curve.Zip(curve.Skip(1)), step =>
                Assert.True(step.Second <= step.First && step.Second > -1e-9)));
        double Median(double[][] curves, int n) => ScalarSearch.Median([.. curves.Select(curve => curve[n - 1])]);
        Assert.Equal(Median(BraninRuns.Random, 10), Median(BraninRuns.Tpe, 10));
        Assert.True(Median(BraninRuns.Tpe, 40) < 0.5 * Median(BraninRuns.Random, 40));
        Assert.True(Median(BraninRuns.Tpe, 60) < 0.25 * Median(BraninRuns.Random, 60));
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        var random = new RandomStream(1);
        Refuses(() => _ = new TpeSampler(random, γ: 0), "γ", "0");
        Refuses(() => _ = new TpeSampler(random, γ: 1), "γ", "1");
        Refuses(() => _ = new TpeSampler(random, γ: double.NaN), "NaN");
        Refuses(() => _ = new TpeSampler(random, startup: 1), "startup");
        Refuses(() => _ = new TpeSampler(random, candidates: 0), "candidates");
        Refuses(() => _ = new ParzenEstimator([2], 0, 1), "2", "[0, 1]");
        Refuses(() => _ = new ParzenEstimator([double.NaN], 0, 1), "NaN");
        Refuses(() => _ = new ParzenEstimator([], 1, 1), "low < high");
    }
}
