using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses;

/// <summary>From the probability of the observations to the cross-entropy that is minimised.</summary>
internal static class LikelihoodDerivations
{
    public static IEnumerable<Derivation> All => [BernoulliMean, GaussianSquares, LogLoss, Gibbs];

    private static Derivation BernoulliMean => new Derivation<(double θ, int[] Y)>(
        "bernoulli-mean", "The most likely coin is the mean of its flips", "S1-026 S1-028 S4-100", Flips)
        .Start(@"\frac{d}{d\theta} \ell(\theta)",
            c => NumericalDerivative.Richardson(new BernoulliCoin(c.Y).LogLikelihood, c.θ))
        .Numerically(@"\sum_{n=1}^{N} \Big[ \frac{y_n}{\theta} - \frac{1 - y_n}{1 - \theta} \Big]",
            c => new BernoulliCoin(c.Y).Derivative(c.θ))
        .Equal(@"\frac{k}{\theta} - \frac{N - k}{1 - \theta}",
            c => c.Y.Sum() / c.θ - (c.Y.Length - c.Y.Sum()) / (1 - c.θ))
        .Equal(@"\frac{k - N\theta}{\theta (1 - \theta)}",
            c => (c.Y.Sum() - c.Y.Length * c.θ) / (c.θ * (1 - c.θ)), "common denominator")
        .Equal(@"\frac{N (\bar y - \theta)}{\theta (1 - \theta)}",
            c => c.Y.Length * (new BernoulliCoin(c.Y).MostLikely - c.θ) / (c.θ * (1 - c.θ)),
            "positive below the mean, negative above");

    // At least one head and one tail, so that the mean is inside (0, 1); θ is not near it, where the slope is 0.
    private static (double θ, int[] Y) Flips(RandomStream random)
    {
        double θ = random.Uniform(0.1, 0.9);
        int[] Y = [1, 0, .. Enumerable.Range(0, 1 + random.Below(8)).Select(_ => random.Below(2))];
        return (Math.Abs(θ - Y.Average()) > 0.05 ? θ : θ < 0.5 ? θ + 0.1 : θ - 0.1, Y);
    }

    private static Derivation GaussianSquares => new Derivation<(double μ, double σ, double[] X)>(
        "gaussian-squares", "Normal scatter leads to squared error", "S1-028 S1-077",
        random => (random.Normal(), random.Uniform(0.3, 2), random.Normals(5)))
        .Start(@"-\ln \prod_{i=1}^{N} \frac{1}{\sigma \sqrt{2\pi}}\, e^{-(x_i - \mu)^2 / 2\sigma^2}",
            g => -Math.Log(g.X.Aggregate(1.0, (product, x) =>
                product * Math.Exp(-(x - g.μ) * (x - g.μ) / (2 * g.σ * g.σ)) / (g.σ * Math.Sqrt(2 * Math.PI)))))
        .Equal(@"-\ell(\mu)", g => -new GaussianMean(g.σ, g.X).LogLikelihood(g.μ))
        .Equal(@"\frac{1}{2\sigma^2} \sum_{i=1}^{N} (x_i - \mu)^2 + N \ln (\sigma \sqrt{2\pi})",
            g => ScalarSquaredError.Sum([.. g.X.Select(_ => g.μ)], g.X) / (2 * g.σ * g.σ)
                + g.X.Length * Math.Log(g.σ * Math.Sqrt(2 * Math.PI)),
            "the sum of squared errors, up to constants");

    private static Derivation LogLoss => new Derivation<(double[] P, double[] Y)>(
        "log-loss", "Log-loss is the mean negative log-likelihood",
        "S1-011 S1-036 S1-039 S2-111 S2-112 S2-113 S3-038 S4-104 S4-105",
        random => (random.Uniforms(5, 0.05, 0.95),
            [1, 0, .. Enumerable.Range(0, 3).Select(_ => (double)random.Below(2))]))
        .Start(@"-\frac{1}{N} \ln \prod_{i=1}^{N} p_i^{y_i} (1 - p_i)^{1 - y_i}",
            b => -Math.Log(b.P.Zip(b.Y, (p, y) => Math.Pow(p, y) * Math.Pow(1 - p, 1 - y))
                .Aggregate((product, factor) => product * factor)) / b.P.Length)
        .Printed("S1-011", @"-\frac{1}{N} (y_i \log(p_i) + (1 - y_i) \log(1 - p_i))",
            b => ScalarBinaryCrossEntropy.OfSample(b.P[0], b.Y[0]) / b.P.Length,
            "The sum over i is missing: what is left is the share of one sample.", ErratumKind.OurText)
        .Printed("S3-038", @"-\frac{1}{n} \sum_{i=1}^{n} y_i \log(p_i) - (1 - y_i) \log(1 - p_i)",
            b => -b.P.Zip(b.Y, (p, y) => y * Math.Log(p) - (1 - y) * Math.Log(1 - p)).Average(),
            "The sum runs over both terms, so the second must be added. As printed, samples of label 0 have a "
                + "negative loss, which is least where the prediction is wrong.")
        .Equal(@"-\frac{1}{N} \sum_{i=1}^{N} \big[ y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \big]",
            b => b.P.Zip(b.Y, ScalarBinaryCrossEntropy.AsPrinted).Average())
        .Equal(@"\frac{1}{N} \Big[ \sum_{y_i = 1} -\ln p_i + \sum_{y_i = 0} -\ln (1 - p_i) \Big]",
            b => b.P.Zip(b.Y, (p, y) => y == 1 ? -Math.Log(p) : -Math.Log(1 - p)).Average(), "split by label")
        .Equal(@"\mathrm{BCE}(p, y)", b => ScalarBinaryCrossEntropy.Mean(b.P, b.Y),
            "with ln1p(−p), which keeps the digits of a small p");

    private static Derivation Gibbs => new Derivation<(double[] P, double[] Q)>(
        "gibbs", "No prediction beats the truth", "S1-013 S1-035 S1-037 S2-115 S3-228",
        random => (Distribution(random, 5), Distribution(random, 5)))
        .Start(@"H(p)", d => Information.Entropy(d.P))
        .Equal(@"H(p, q) - \mathrm{KL}(p \Vert q)",
            d => Information.CrossEntropy(d.P, d.Q) - Information.Divergence(d.P, d.Q))
        .Equal(@"H(p, q) + \sum_x p(x) \ln \frac{q(x)}{p(x)}",
            d => Information.CrossEntropy(d.P, d.Q) + d.P.Zip(d.Q, (p, q) => p * Math.Log(q / p)).Sum())
        .AtMost(@"H(p, q) + \sum_x p(x) \Big[ \frac{q(x)}{p(x)} - 1 \Big]",
            d => Information.CrossEntropy(d.P, d.Q) + d.P.Zip(d.Q, (p, q) => p * (q / p - 1)).Sum(),
            "ln t is at most t − 1")
        .Equal(@"H(p, q) + \sum_x q(x) - \sum_x p(x)", d => Information.CrossEntropy(d.P, d.Q) + d.Q.Sum() - d.P.Sum())
        .Equal(@"H(p, q)", d => Information.CrossEntropy(d.P, d.Q), "both sum to 1");

    private static double[] Distribution(RandomStream random, int classes)
    {
        double[] weights = random.Uniforms(classes, 0.05, 1);
        return [.. weights.Select(w => w / weights.Sum())];
    }
}
