using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.VariationalAutoencoders.Tests;

/// <summary>Laws of the divergence, of the sample and of the two estimators.</summary>
public class LawTests
{
    // (23.1): a density, of mean μ and variance e^s.
    [Property(MaxTest = 30)]
    public void The_normal_density_has_its_moments(Seed seed)
    {
        RandomStream random = seed.Stream();
        (double μ, double s) = (random.Normal(), random.Uniform(-3, 3));
        double Integral(Func<double, double> f)
        {
            double h = 0.05 * Math.Exp(s / 2);
            return Enumerable.Range(-260, 521).Sum(i => μ + i * h is var z
                ? h * Math.Exp(ScalarVae.LogNormal(z, μ, s)) * f(z) : 0);
        }

        Digits.Agree(1, Integral(_ => 1), 12);
        Digits.Agree(μ, Integral(z => z), 12, terms: 1);
        Digits.Agree(Math.Exp(s), Integral(z => (z - μ) * (z - μ)), 12);
        Digits.Agree(Math.Exp(s), Quadrature.Expectation(μ, s, z => (z - μ) * (z - μ)), 12);
    }

    // (23.4) S3-250: five values, and the two that come of a standard deviation in place of the variance.
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 0.5)]
    [InlineData(0, 4, 0.8068528194)]
    [InlineData(0, 0.25, 0.3181471806)]
    [InlineData(1, 4, 1.3068528194)]
    public void The_divergence_has_the_values_of_equation_34(double μ, double variance, double expected)
    {
        double s = Math.Log(variance);
        Assert.Equal(expected, ScalarVae.Divergence([μ], [s]), 1e-10);
        Assert.Equal(expected, VaeEquations.Divergences(Matrices.Column(μ), Matrices.Column(s))[0, 0], 1e-10);
    }

    // (23.4) S3-247 S3-250: numerical integration, and the mean of many samples within four standard errors.
    [Fact]
    public void The_divergence_is_that_of_integration_and_of_Monte_Carlo()
    {
        var random = new RandomStream(3);
        foreach ((double μ, double s) in new[] { (1.0, Math.Log(4)), (-0.5, -2.0), (0.3, 0.4) })
        {
            double Ratio(double z) => ScalarVae.LogNormal(z, μ, s) - ScalarVae.LogNormal(z, 0, 0);
            double exact = ScalarVae.Divergence([μ], [s]);
            Assert.Equal(exact, Quadrature.Expectation(μ, s, Ratio), 1e-12);
            double[] draws = [.. Enumerable.Range(0, 50_000).Select(_ =>
                Ratio(ScalarVae.Sample([μ], [s], [random.Normal()])[0]))];
            Assert.Equal(exact, draws.Mean(), 4 * draws.StandardDeviation() / Math.Sqrt(draws.Length));
        }
    }

    // (23.4) (23.5) S3-247: at least 0, and 0 with its gradient for the prior alone.
    [Property]
    public void The_divergence_is_positive_away_from_the_prior(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] μ = random.Normals(3), s = random.Normals(3);
        Assert.True(ScalarVae.Divergence(μ, s) > 0);
        (double[] dμ, double[] ds) = ScalarVae.DivergenceGradient(μ, s);
        Assert.All(μ.Zip(dμ).Concat(s.Zip(ds)), p => Assert.True(p.First * p.Second > 0)); // downhill is towards 0
        Assert.Equal(0, ScalarVae.Divergence([0, 0, 0], [0, 0, 0]));
        (double[] a, double[] b) = ScalarVae.DivergenceGradient([0], [0]);
        Assert.Equal((0, 0), (a[0], b[0]));
    }

    // (23.4) is convex along every line in (μ, s).
    [Property]
    public void The_divergence_is_convex(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] μ = random.Normals(3), s = random.Normals(3), ν = random.Normals(3), t = random.Normals(3);
        double[] Middle(double[] a, double[] b) => [.. a.Zip(b, (x, y) => (x + y) / 2)];
        Assert.True(ScalarVae.Divergence(Middle(μ, ν), Middle(s, t))
            < (ScalarVae.Divergence(μ, s) + ScalarVae.Divergence(ν, t)) / 2);
    }

    // (23.6) S3-253: ε = 0 gives the mean, s = 0 the mean plus ε; mean and variance of many samples.
    [Fact]
    public void Samples_have_mean_and_variance()
    {
        Assert.Equal([0.3, -2], ScalarVae.Sample([0.3, -2], [5, -1], [0, 0]));
        Assert.Equal([0.3 + 1.5, -2 - 0.5], ScalarVae.Sample([0.3, -2], [0, 0], [1.5, -0.5]));
        var random = new RandomStream(4);
        double[] z = [.. Enumerable.Range(0, 100_000)
            .Select(_ => ScalarVae.Sample([0.7], [0.9], [random.Normal()])[0])];
        Assert.Equal(0.7, z.Mean(), 4 * Math.Exp(0.45) / Math.Sqrt(1e5));
        Assert.Equal(Math.Exp(0.9), z.Variance(), 4 * Math.Exp(0.9) * Math.Sqrt(2 / 1e5));
    }

    // (23.7) S3-252: with ε held, z is differentiable in μ and s.
    [Property(MaxTest = 30)]
    public void The_gradient_of_the_sample_is_the_numerical_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        int k = 1 + random.Below(4);
        double[] μ = random.Normals(k), s = random.Normals(k), ε = random.Normals(k), dz = random.Normals(k);
        double Along(double[] m, double[] t) => ScalarVae.Sample(m, t, ε).Zip(dz, (z, d) => z * d).Sum();
        (double[] dμ, double[] ds) = ScalarVae.Pathwise(s, ε, dz);
        GradientCheck.Smooth(m => Along(m, s), μ, dμ).FailIfWrong();
        GradientCheck.Smooth(t => Along(μ, t), s, ds).FailIfWrong();
    }

    // (23.8) S3-251: the estimator's factor is the gradient of ln q at a z that stays where it is.
    [Property(MaxTest = 30)]
    public void The_score_is_the_gradient_of_the_log_density(Seed seed)
    {
        RandomStream random = seed.Stream();
        (double μ, double s, double ε, double f) =
            (random.Normal(), random.Normal(), random.Normal(), random.Normal());
        double z = ScalarVae.Sample([μ], [s], [ε])[0];
        (double[] dμ, double[] ds) = ScalarVae.Score([s], [ε], f);
        double[] at = [μ, s], analytic = [dμ[0], ds[0]];
        GradientCheck.Smooth(q => f * ScalarVae.LogNormal(z, q[0], q[1]), at, analytic).FailIfWrong();
    }

    // (23.7) (23.8) S3-251 S3-252: the same mean; variances k-fold apart, of (k² + 4k + ...)/4 against 1.
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Both_estimators_have_the_same_mean_and_reparametrization_the_smaller_variance(int k)
    {
        (double[] score, double[] pathwise) = Estimators.Draw(k, 20_000, new RandomStream(6));
        foreach (double[] estimates in (double[][])[score, pathwise])
        {
            Assert.Equal(-1, estimates.Mean(), 4 * estimates.StandardDeviation() / Math.Sqrt(estimates.Length));
        }

        Assert.Equal(1, pathwise.Variance(), 0.05); // z − 1
        Assert.InRange(score.Variance() / pathwise.Variance(), k == 1 ? 3 : 100, double.PositiveInfinity);
    }

    // (23.3): one number a sample more of either term lowers the bound; (23.9) weighs one of them.
    [Fact]
    public void Loss_and_bound_are_sums_of_the_terms()
    {
        var terms = new ElboTerms(90, 25);
        Assert.Equal(-115, terms.Elbo);
        Assert.Equal([90, 115, 190], new double[] { 0, 1, 4 }.Select(terms.Loss));
    }

    // (23.12) (23.13) (23.14) S3-249: descent finds the closed form, on either side of the collapse.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(0.5, 2.4)]
    public void Descent_finds_the_optimum_of_the_linear_autoencoder(double λ, double β)
    {
        double w = ScalarLinearVae.BestDecoder(λ, 0.5, β);
        (double a, double v) = ScalarLinearVae.BestEncoder(w, 0.5, β);
        double[] found = VaeFigures.Descent(λ, β, 3000);
        Assert.Equal([w, a, v], [found[0], found[1], Math.Exp(found[2])], (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(β * 0.5 >= λ, w == 0);
        Assert.Equal(w == 0 ? 0 : 0.5 * Math.Log(λ / (β * 0.5)), ScalarLinearVae.Divergence(a, v, λ), 1e-12);
        Assert.True(ScalarLinearVae.Loss(w, a, v, λ, 0.5, β) < ScalarLinearVae.Loss(w + 0.1, a, v, λ, 0.5, β));
    }

    // (23.11) S3-178: the ends are the two codes, the points between evenly spaced on the line.
    [Fact]
    public void A_line_of_codes_begins_and_ends_at_the_two()
    {
        Matrix<double> line = VaeEquations.Between(
            Vector<double>.Build.Dense([1, -2]), Vector<double>.Build.Dense([3, 6]), 5);
        Assert.Equal([1, -2, 1.5, 0, 2, 2, 2.5, 4, 3, 6], line.ToColumnMajorArray());
        BadInput.Refuses(() => VaeEquations.Between(line.Column(0), line.Column(1), 1), "count", "1");
    }

    // S3-258
    [Fact]
    public void The_running_mean_starts_anew()
    {
        var mean = new RunningMean();
        Array.ForEach([1.0, 2, 3], loss => mean.Add(loss));
        Assert.Equal(2, mean.Value);
        mean.Reset();
        mean.Add(5);
        mean.Add(1, 3);
        Assert.Equal(2, mean.Value);
    }
}
