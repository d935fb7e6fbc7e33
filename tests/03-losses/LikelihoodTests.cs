using Reference.Verification;

namespace Reference.Losses.Tests;

public class LikelihoodTests
{
    private static int[] Bits(RandomVector v) => [1, 0, .. v.Values.Select(x => x > 0 ? 1 : 0)];

    // (3.1) (3.4) S1-025 S1-030 S1-031 S1-032 S1-033: a product, a sum of logarithms in any base, a cross-entropy.
    [Property]
    public void The_logarithm_of_the_product_is_the_sum_of_the_logarithms(BinaryBatch batch)
    {
        double[] p = batch.Probabilities;
        Digits.Agree(p.Aggregate(1.0, (a, b) => a * b), Likelihood.Of(p), 13);
        Digits.Agree(p.Sum(Math.Log), Likelihood.LogOf(p), 13);
        Digits.Agree(-p.Sum(Math.Log), Likelihood.CrossEntropy(p), 13);
        Digits.Agree(-p.Sum(Math.Log2), Likelihood.CrossEntropyInBase(p, 2), 13);
        Digits.Agree(-p.Sum(Math.Log10), Likelihood.CrossEntropyInBase(p, 10), 13);
    }

    // (3.1) (3.2) S1-039 S4-101 S4-104: the coin's likelihood is that of its flips, its logarithm −N times their
    // log-loss.
    [Property]
    public void The_coin_is_a_product_over_flips(RandomVector v, Seed seed)
    {
        (int[] y, double θ) = (Bits(v), seed.Stream().Uniform(0.05, 0.95));
        var coin = new BernoulliCoin(y);
        Digits.Agree(Math.Pow(θ, y.Sum()) * Math.Pow(1 - θ, y.Length - y.Sum()), coin.Likelihood(θ), 13);
        Digits.Agree(Math.Log(coin.Likelihood(θ)), coin.LogLikelihood(θ), 12);
        double loss = ScalarBinaryCrossEntropy.Mean([.. y.Select(_ => θ)], [.. y.Select(flip => (double)flip)]);
        Digits.Agree(-y.Length * loss, coin.LogLikelihood(θ), 13);
    }

    // (3.2) S1-026 S1-028 S4-100: the derivative is right, and 0 at the mean, where both likelihoods are largest on a
    // grid.
    [Property]
    public void The_most_likely_coin_is_the_mean_of_its_flips(RandomVector v, Seed seed)
    {
        (int[] y, double at) = (Bits(v), seed.Stream().Uniform(0.1, 0.9));
        var coin = new BernoulliCoin(y);
        double[] grid = [.. Enumerable.Range(1, 999).Select(i => i / 1000.0)];
        Digits.Agree(y.Average(), coin.MostLikely, 15);
        Assert.Equal(coin.MostLikely, grid.MaxBy(coin.Likelihood), 1e-3);
        Assert.Equal(coin.MostLikely, grid.MaxBy(coin.LogLikelihood), 1e-3);
        // both may be 0
        Assert.Equal(NumericalDerivative.Richardson(coin.LogLikelihood, at), coin.Derivative(at), 1e-8 * y.Length);
        Assert.Equal(0, coin.Derivative(coin.MostLikely), 1e-10);
    }

    // (3.2) S4-099: two heads and a tail are most likely at ⅔; a coin without tails is certain of heads, and a tail
    // impossible.
    [Fact]
    public void Coins_of_few_flips_have_known_likelihoods()
    {
        Digits.Agree(4.0 / 27, new BernoulliCoin([1, 1, 0]).Likelihood(2.0 / 3), 14);
        Digits.Agree(-2.772588722239781, new BernoulliCoin([1, 0, 1, 0]).LogLikelihood(0.5), 15);
        Assert.Equal(0.0, new BernoulliCoin([1, 1]).LogLikelihood(1));
        Assert.Equal(double.NegativeInfinity, new BernoulliCoin([1, 0]).LogLikelihood(1));
        Assert.Equal(0.0, new BernoulliCoin([0]).LogLikelihood(0));
        Assert.Equal(2.0, new BernoulliCoin([1, 1]).Derivative(1));
    }

    // (3.3) S1-028: value against the density, derivative against the numerical one, and 0 at the mean.
    [Property]
    public void The_most_likely_Gaussian_mean_is_the_mean(RandomVector x, Number μ, Positive σ)
    {
        var gaussian = new GaussianMean(σ.Value, x.Values);
        double density = x.Values.Sum(v => -Math.Log(σ.Value) - Math.Log(2 * Math.PI) / 2
            - Math.Pow((v - μ.Value) / σ.Value, 2) / 2);
        Digits.Agree(density, gaussian.LogLikelihood(μ.Value), 14,
            terms: x.Values.Sum(v => Math.Abs(Math.Log(σ.Value)) + 1 + Math.Pow((v - μ.Value) / σ.Value, 2)));
        double scale = x.Values.Length / (σ.Value * σ.Value), mean = x.Values.Average();
        Assert.Equal(
            NumericalDerivative.Richardson(gaussian.LogLikelihood, μ.Value),
            gaussian.Derivative(μ.Value), 1e-7 * scale * (1 + Math.Abs(μ.Value)));
        Assert.Equal(0, gaussian.Derivative(mean), 1e-12 * scale * (1 + x.Values.Max(Math.Abs)));
        Assert.True(gaussian.LogLikelihood(mean) >= gaussian.LogLikelihood(mean + μ.Value));
    }
}
