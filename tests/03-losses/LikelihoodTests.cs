using Reference.Verification;

namespace Reference.Losses.Tests;

public class LikelihoodTests
{
    private static int[] Bits(RandomVector v) => [1, 0, .. v.Values.Select(x => x > 0 ? 1 : 0)];

    // (3.1) (3.2) (3.6) S1-025 S1-030 S1-032: a product, a sum of logarithms, and a sum of surprises are one thing.
    [Property]
    public void The_logarithm_of_the_product_is_the_sum_of_the_logarithms(BinaryBatch batch)
    {
        double[] p = batch.Probabilities;
        Digits.Agree(Math.Log(p.Aggregate(1.0, (a, b) => a * b)), Likelihood.LogOf(p), 12);
        Digits.Agree(p.Aggregate(1.0, (a, b) => a * b), Likelihood.Of(p), 13);
        Digits.Agree(-Likelihood.LogOf(p), Likelihood.CrossEntropy(p), 15);
        Digits.Agree(Likelihood.Of(p), Math.Exp(-Likelihood.CrossEntropy(p)), 11);
    }

    // (3.2) S1-027: ten thousand probabilities multiply to 0 and add up to a finite number.
    [Fact]
    public void A_long_product_underflows_and_its_logarithm_does_not()
    {
        double[] p = [.. Enumerable.Repeat(0.4, 10_000)];
        Assert.Equal(0.0, Likelihood.Of(p));
        Digits.Agree(10_000 * Math.Log(0.4), Likelihood.LogOf(p), 10); // ten thousand additions of rounding 1e-16 each
    }

    // S1-025 S1-033: over random models, the order by cross-entropy is the order by likelihood turned round.
    [Property]
    public void Low_cross_entropy_means_high_likelihood(PairOfProbabilities models)
    {
        int likelier = Likelihood.Of(models.P).CompareTo(Likelihood.Of(models.Q));
        Assert.Equal(likelier, Likelihood.CrossEntropy(models.Q).CompareTo(Likelihood.CrossEntropy(models.P)));
    }

    // (3.7) S1-031: another base scales by 1 / ln b; bits, decimal digits, nats.
    [Property]
    public void Another_base_is_another_scale(BinaryBatch batch)
    {
        double nats = Likelihood.CrossEntropy(batch.Probabilities);
        Digits.Agree(nats, Math.Log(10) * Likelihood.CrossEntropyInBase(batch.Probabilities, 10), 14);
        Digits.Agree(-batch.Probabilities.Sum(Math.Log2), Likelihood.CrossEntropyInBase(batch.Probabilities, 2), 13);
        Digits.Agree(-batch.Probabilities.Sum(Math.Log10), Likelihood.CrossEntropyInBase(batch.Probabilities, 10), 13);
    }

    // (3.1) (3.3) S4-101: the coin's likelihood and log-likelihood are those of its flips' probabilities.
    [Property]
    public void The_coin_is_a_product_over_flips(RandomVector v, Seed seed)
    {
        (int[] y, double θ) = (Bits(v), seed.Stream().Uniform(0.05, 0.95));
        double[] p = [.. y.Select(flip => flip == 1 ? θ : 1 - θ)];
        Digits.Agree(Likelihood.Of(p), BernoulliCoin.Likelihood(θ, y), 13);
        Digits.Agree(Likelihood.LogOf(p), BernoulliCoin.LogLikelihood(θ, y), 13);
        Digits.Agree(
            -y.Length * ScalarBinaryCrossEntropy.Mean([.. y.Select(_ => θ)], [.. y.Select(flip => (double)flip)]),
            BernoulliCoin.LogLikelihood(θ, y), 13); // S1-039 S4-104
    }

    // (3.3) S4-101: the slope is the derivative.
    [Property]
    public void The_slope_of_a_coin_is_the_derivative_of_its_log_likelihood(RandomVector v, Seed seed)
    {
        int[] y = Bits(v);
        double θ = seed.Stream().Uniform(0.1, 0.9);
        double numeric = NumericalDerivative.Richardson(t => BernoulliCoin.LogLikelihood(t, y), θ);
        Assert.Equal(numeric, BernoulliCoin.Derivative(θ, y), 1e-8 * y.Length); // absolutely: at the maximum both are 0
    }

    // (3.4) S1-026 S1-028 S4-100: on a grid, likelihood and log-likelihood are both largest next to the mean, where the slope is 0.
    [Property]
    public void The_most_likely_coin_is_the_mean_of_its_flips(RandomVector v)
    {
        int[] y = Bits(v);
        double[] grid = [.. Enumerable.Range(1, 999).Select(i => i / 1000.0)];
        double best = BernoulliCoin.MostLikely(y);
        Digits.Agree(y.Average(), best, 15);
        Assert.Equal(best, grid.MaxBy(θ => BernoulliCoin.Likelihood(θ, y)), 1e-3);
        Assert.Equal(best, grid.MaxBy(θ => BernoulliCoin.LogLikelihood(θ, y)), 1e-3);
        Assert.Equal(0, BernoulliCoin.Derivative(best, y), 1e-10);
        Assert.True(BernoulliCoin.Derivative(best / 2, y) > 0 && BernoulliCoin.Derivative((1 + best) / 2, y) < 0);
    }

    // S4-099 S4-102: head, head, tail at 0.2 is 0.032, not 0.08, and is largest at two thirds; H, T, H, T at one half.
    [Fact]
    public void Two_heads_and_a_tail_have_likelihood_0_032()
    {
        Digits.Agree(0.032, BernoulliCoin.Likelihood(0.2, [1, 1, 0]), 15);
        Digits.Agree(4.0 / 27, BernoulliCoin.Likelihood(2.0 / 3, [1, 1, 0]), 14);
        Digits.Agree(0.0256, BernoulliCoin.Likelihood(0.2, [1, 0, 1, 0]), 14);
        Assert.Equal(0.5, BernoulliCoin.MostLikely([1, 0, 1, 0]));
    }

    // (3.3): a coin that cannot show tails and did not is certain; one that cannot and did is impossible.
    [Fact]
    public void Certain_coins_give_zero_or_minus_infinity()
    {
        Assert.Equal(0.0, BernoulliCoin.LogLikelihood(1, [1, 1]));
        Assert.Equal(double.NegativeInfinity, BernoulliCoin.LogLikelihood(1, [1, 0]));
        Assert.Equal(0.0, BernoulliCoin.LogLikelihood(0, [0]));
        Assert.Equal(2.0, BernoulliCoin.Derivative(1, [1, 1]));
    }

    // (3.5) S1-028: value against the density, slope against the numerical derivative, zero slope at the mean.
    [Property]
    public void The_most_likely_Gaussian_mean_is_the_mean(RandomVector x, Number μ, Positive σ)
    {
        double density = x.Values.Sum(v => -Math.Log(σ.Value) - Math.Log(2 * Math.PI) / 2 - Math.Pow((v - μ.Value) / σ.Value, 2) / 2);
        Digits.Agree(density, GaussianMean.LogLikelihood(μ.Value, σ.Value, x.Values), 10);
        double scale = x.Values.Length / (σ.Value * σ.Value);
        Assert.Equal(
            NumericalDerivative.Richardson(m => GaussianMean.LogLikelihood(m, σ.Value, x.Values), μ.Value),
            GaussianMean.Derivative(μ.Value, σ.Value, x.Values), 1e-7 * scale * (1 + Math.Abs(μ.Value)));
        Assert.Equal(0, GaussianMean.Derivative(x.Values.Average(), σ.Value, x.Values), 1e-12 * scale * (1 + x.Values.Max(Math.Abs)));
        Assert.True(GaussianMean.LogLikelihood(x.Values.Average(), σ.Value, x.Values)
            >= GaussianMean.LogLikelihood(x.Values.Average() + μ.Value, σ.Value, x.Values));
    }

    // S1-029: sixteen times the flips, a quarter of the error; 300 series measure it to about 4 % each.
    [Fact]
    public void The_error_of_the_estimate_falls_as_one_over_root_n()
    {
        IReadOnlyList<LossExperiments.ErrorAt> errors = LossExperiments.MeasureConsistency(seed: 5, series: 300);
        Assert.Equal(11, errors.Count);
        Assert.All(errors, e => Assert.InRange(e.Error / e.Theory, 0.85, 1.15));
        Digits.Agree(Math.Sqrt(0.21 / 4), errors[0].Theory, 14);
    }
}
