using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.VariationalAutoencoders;

/// <summary>The evidence lower bound and its gradient, line by line; expectations by numerical integration over one
/// latent unit.</summary>
public static class VaeDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Elbo(), Positive(), Bound(), ClosedForm(), DivergenceGradient(), TwoGradients(), PixelGradient(),
        BestEncoder(), Collapse(),
    ];

    // q(z|x) = N(μ, e^s), and a decoder of three pixels, 0 or 1, with the logits wz + b.
    private sealed record Model(double μ, double s, double[] x, double[] w, double[] b)
    {
        public static Model Draw(RandomStream random) => new(
            random.Uniform(-1, 1), random.Uniform(-0.4, 1),
                [.. Enumerable.Range(0, 3).Select(_ => 1.0 * random.Below(2))],
            [.. random.Normals(3).Select(v => v + 0.5)], random.Normals(3));

        public double LogLikelihood(double z) => ScalarVae.LogLikelihood([.. w.Zip(b, (u, c) => u * z + c)], x);

        public double Slope(double z) => w.Select((u, i) =>
            u * (x[i] - ScalarActivations.Sigmoid(u * z + b[i]))).Sum();

        public double LogQ(double z) => ScalarVae.LogNormal(z, μ, s);

        public static double LogPrior(double z) => ScalarVae.LogNormal(z, 0, 0);

        // ln p(x)
        public double LogEvidence { get; private set; }

        public Model Integrated() => this with
        {
            LogEvidence = Math.Log(Quadrature.Expectation(0, 0, z => Math.Exp(LogLikelihood(z)))),
        };

        public double LogPosterior(double z) => LogLikelihood(z) + LogPrior(z) - LogEvidence;

        public double E(Func<double, double> f) => Quadrature.Expectation(μ, s, f);

        public double Divergence => ScalarVae.Divergence([μ], [s]);
    }

    private static Derivation Elbo() => new Derivation<Model>(
        "elbo", "The evidence and its lower bound", "S3-246 S3-247 S3-257", random => Model.Draw(random).Integrated())
        .Start(@"\ln p(x) = \ln \int p(z)\, p(x|z)\, dz", m => m.LogEvidence)
        .Equal(@"\mathbb E_q[\ln p(x)],\quad z \sim q(z|x)", m => m.E(_ => m.LogEvidence), "q integrates to 1")
        .Equal(@"\mathbb E_q\Bigl[\ln \frac{p(x|z)\, p(z)}{p(z|x)}\Bigr]",
            m => m.E(z => m.LogLikelihood(z) + Model.LogPrior(z) - m.LogPosterior(z)), "Bayes")
        .Equal(@"\mathbb E_q\Bigl[\ln p(x|z) - \ln \frac{q(z|x)}{p(z)} + \ln \frac{q(z|x)}{p(z|x)}\Bigr]",
            m => m.E(z => m.LogLikelihood(z) - (m.LogQ(z) - Model.LogPrior(z)) + (m.LogQ(z) - m.LogPosterior(z))),
            "with q(z|x)/q(z|x)")
        .Equal(@"\mathbb E_q[\ln p(x|z)] - D(q(z|x) \,\|\, p(z)) + D(q(z|x) \,\|\, p(z|x))",
            m => m.E(m.LogLikelihood) - m.Divergence + m.E(z => m.LogQ(z) - m.LogPosterior(z)),
            "D(q‖p) is the expectation of ln q/p under q");

    private static Derivation Positive() => new Derivation<Model>(
        "gibbs", "A divergence is not negative", "S3-247", Model.Draw)
        .Start(@"1 - D(q \,\|\, p) = \mathbb E_q\Bigl[1 + \ln \frac{p(z)}{q(z)}\Bigr]", m => 1 - m.Divergence)
        .AtMost(@"\mathbb E_q\Bigl[\frac{p(z)}{q(z)}\Bigr] = \int p(z)\, dz",
            m => m.E(z => Math.Exp(Model.LogPrior(z) - m.LogQ(z))), "1 + ln t ≤ t, equal only for t = 1")
        .Equal("1", _ => 1);

    private static Derivation Bound() => new Derivation<Model>(
        "bound", "The loss bounds the negative log-evidence", "S3-257", random => Model.Draw(random).Integrated())
        .Start(@"-\ln p(x)", m => -m.LogEvidence)
        .AtMost(@"-\ln p(x) + D(q(z|x) \,\|\, p(z|x))",
            m => -m.LogEvidence + m.E(z => m.LogQ(z) - m.LogPosterior(z)), "a divergence is not negative")
        .Equal(@"-\mathbb E_q[\ln p(x|z)] + D(q(z|x) \,\|\, p(z))", m => m.Divergence - m.E(m.LogLikelihood),
            "reconstruction and regularization: minus the ELBO");

    private static Derivation ClosedForm() => new Derivation<(double μ, double s)>(
        "closed-form", "The divergence of a normal distribution from the standard one", "S3-250",
        random => (random.Normal(), (random.Bernoulli(0.5) ? 1 : -1) * random.Uniform(0.5, 2)))
        .Start(@"D(\mathcal N(\mu, \sigma^2) \,\|\, \mathcal N(0, 1)) = \int q(z) \ln \frac{q(z)}{p(z)}\, dz",
            q => Quadrature.Expectation(q.μ, q.s, z =>
                ScalarVae.LogNormal(z, q.μ, q.s) - ScalarVae.LogNormal(z, 0, 0)))
        .Equal(@"\tfrac12\, \mathbb E_q\Bigl[z^2 - \frac{(z - \mu)^2}{\sigma^2}\Bigr] - \tfrac12 \ln \sigma^2",
            q => 0.5 * Quadrature.Expectation(q.μ, q.s, z => z * z - (z - q.μ) * (z - q.μ) / Math.Exp(q.s))
                - 0.5 * q.s,
            "ln 2π cancels")
        .Equal(@"\tfrac12 (\mu^2 + \sigma^2 - 1 - \ln \sigma^2)",
            q => 0.5 * (q.μ * q.μ + Math.Exp(q.s) - 1 - Math.Log(Math.Exp(q.s))),
            "the second moment is μ² + σ², and the variance over σ² is 1")
        .Equal(@"\tfrac12 (e^s + \mu^2 - 1 - s),\quad s = \ln \sigma^2", q => ScalarVae.Divergence([q.μ], [q.s]))
        .Printed("S3-250", @"\tfrac12 (\sigma + \mu^2 - 1 - \log \sigma)",
            q => 0.5 * (Math.Exp(q.s / 2) + q.μ * q.μ - 1 - q.s / 2),
            "The notes call σ the standard deviation; equation (34) holds where σ is the variance.");

    private static Derivation DivergenceGradient() => new Derivation<(double[] μ, double[] s)>(
        "divergence-gradient", "The gradient of the divergence", "S3-250",
        random => 1 + random.Below(4) is var k ? (random.Normals(k), random.Normals(k)) : default)
        .Start(@"\frac{\partial}{\partial (\mu, s)}\, \tfrac12 \sum_j (e^{s_j} + \mu_j^2 - 1 - s_j)",
            q => [.. NumericalDerivative.Gradient(μ => ScalarVae.Divergence(μ, q.s), q.μ),
                .. NumericalDerivative.Gradient(s => ScalarVae.Divergence(q.μ, s), q.s)])
        .Numerically(@"\bigl(\mu,\; \tfrac12 (e^s - 1)\bigr)",
            q => ScalarVae.DivergenceGradient(q.μ, q.s) is var (dμ, ds) ? [.. dμ, .. ds] : [],
            "0 only at μ = 0 and σ = 1");

    private static Derivation TwoGradients() => new Derivation<Model>(
        "two-gradients", "The gradient of an expectation, with and without the derivative of f",
        "S3-251 S3-252", Model.Draw)
        .Start(@"\frac{\partial}{\partial (\mu, s)}\, \mathbb E_q[f(z)],\quad f(z) = \ln p(x|z)",
            m => NumericalDerivative.Gradient(
                q => Quadrature.Expectation(q[0], q[1], m.LogLikelihood), [m.μ, m.s]))
        .Numerically(@"\mathbb E_q\Bigl[f(z)\, \frac{\partial \ln q(z)}{\partial (\mu, s)}\Bigr]",
            m => OverNoise(m, ε => ScalarVae.Score([m.s], [ε], m.LogLikelihood(At(m, ε)))),
            "∂q = q ∂ ln q: the score function")
        .Equal(@"\mathbb E_\varepsilon\Bigl[f'(z)\, \frac{\partial z}{\partial (\mu, s)}\Bigr],\quad "
                + @"z = \mu + e^{s/2} \varepsilon",
            m => OverNoise(m, ε => ScalarVae.Pathwise([m.s], [ε], [m.Slope(At(m, ε))])),
            "the distribution of ε has no parameter: the derivative goes inside");

    private static Derivation PixelGradient() => new Derivation<(double[] a, double[] x)>(
        "pixel-gradient", "The gradient of the reconstruction", "S3-257",
        random => 1 + random.Below(4) is var D ? (random.Normals(D), random.Uniforms(D, 0, 1)) : default)
        .Start(@"-\frac{\partial}{\partial a} \ln p(x|z),\quad \hat x = \sigma(a)",
            p => NumericalDerivative.Gradient(a => -ScalarVae.LogLikelihood(a, p.x), p.a))
        .Numerically(@"\hat x - x", p => [.. p.a.Zip(p.x, (a, x) => ScalarActivations.Sigmoid(a) - x)]);

    private sealed record Linear(double w, double a, double v, double λ, double η2, double β)
    {
        public static Linear Draw(RandomStream random) => new(
            random.Uniform(0.3, 2), random.Normal(), random.Uniform(0.1, 2), random.Uniform(0.5, 3),
            random.Uniform(0.1, 1), random.Uniform(0.3, 4));

        public double t => w * w + β * η2;

        public double AtBest(double w) => ScalarLinearVae.BestEncoder(w, η2, β) is var (a, v)
            ? ScalarLinearVae.Loss(w, a, v, λ, η2, β) : 0;
    }

    private static Derivation BestEncoder() => new Derivation<Linear>(
        "best-encoder", "The best encoder of a linear decoder", "S3-249", Linear.Draw)
        .Start(@"\frac{\beta}{2} \Bigl( \frac{\lambda}{t} + \ln \frac{t}{\beta \eta^2} \Bigr),\quad "
                + @"t = w^2 + \beta \eta^2", m => m.β / 2 * (m.λ / m.t + Math.Log(m.t / (m.β * m.η2))))
        .Equal(@"L(w, a, v),\quad a = \frac{w}{t},\; v = \frac{\beta \eta^2}{t}", m => m.AtBest(m.w))
        .AtMost(@"L(w, a, v) \text{ for any other } a \text{ and } v",
            m => ScalarLinearVae.Loss(m.w, m.a, m.v, m.λ, m.η2, m.β));

    private static Derivation Collapse() => new Derivation<Linear>(
        "collapse", "Where a unit collapses", "S3-249", Linear.Draw)
        .Start(@"\frac{d}{dw}\, \frac{\beta}{2} \Bigl( \frac{\lambda}{t} + \ln \frac{t}{\beta \eta^2} \Bigr)",
            m => NumericalDerivative.Richardson(m.AtBest, m.w))
        .Numerically(@"\beta w \Bigl( \frac1t - \frac{\lambda}{t^2} \Bigr)",
            m => m.β * m.w * (1 / m.t - m.λ / (m.t * m.t)))
        .Equal(@"\frac{\beta w}{t^2} \bigl( w^2 - (\lambda - \beta \eta^2) \bigr)",
            m => m.β * m.w / (m.t * m.t) * (m.w * m.w - (m.λ - m.β * m.η2)),
            "where βη² ≥ λ it is positive for every w above 0: the minimum is w = 0");

    private static double At(Model m, double ε) => ScalarVae.Sample([m.μ], [m.s], [ε])[0];

    private static double[] OverNoise(Model m, Func<double, (double[] dμ, double[] ds)> of) =>
        Quadrature.Expectation(ε => of(ε) is var (dμ, ds) ? [.. dμ, .. ds] : [], 0, 0);
}
