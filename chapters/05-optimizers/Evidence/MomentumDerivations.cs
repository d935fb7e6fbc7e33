using Reference.Book;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Moving averages and the forms of momentum. The gradients are any numbers: the identities do not ask where they come from.</summary>
internal static class MomentumDerivations
{
    public static IEnumerable<Derivation> All => [Unrolled(), Correction(), Forms(), Velocity(), Terminal(), Nesterov()];

    private static Derivation Unrolled() => new Derivation<(double[] X, double β, double V0)>(
        "ewma-unrolled", "A moving average remembers everything, a little", "S2-118",
        random => (random.Normals(2 + random.Below(8)), random.Uniform(0.2, 0.95), random.Normal()))
        .Start(@"v_t,\quad v \leftarrow \beta v + (1 - \beta)\, x", s => MovingAverage.Of(s.X, s.β, s.V0)[^1])
        .Equal(@"(1 - \beta)\, x_t + \beta v_{t-1}", s => (1 - s.β) * s.X[^1] + s.β * MovingAverage.Of(s.X[..^1], s.β, s.V0)[^1])
        .Equal(@"(1 - \beta) \sum_{k=0}^{t-1} \beta^k x_{t-k} + \beta^t v_0", s => MovingAverage.Unrolled(s.X, s.β, s.V0),
            "the same again for every earlier v");

    private static Derivation Correction() => new Derivation<(double C, double β, int T)>(
        "bias-correction", "An average that starts at 0 is too small by 1 − βᵗ", "S2-118",
        random => (random.Normal(), random.Uniform(0.2, 0.99), 1 + random.Below(12)))
        .Start(@"v_t \text{ of } x_1 = \dots = x_t = c,\ v_0 = 0", s => MovingAverage.Of(Constant(s.C, s.T), s.β)[^1])
        .Equal(@"c\, (1 - \beta) \sum_{k=0}^{t-1} \beta^k", s => s.C * (1 - s.β) * Enumerable.Range(0, s.T).Sum(k => Math.Pow(s.β, k)))
        .Equal(@"c\, (1 - \beta^t)", s => s.C * (1 - Math.Pow(s.β, s.T)), "the geometric sum")
        .Equal(@"\hat v_t\, (1 - \beta^t)", s => MovingAverage.Corrected(Constant(s.C, s.T), s.β)[^1] * (1 - Math.Pow(s.β, s.T)),
            "so v̂ = c from the first step on");

    private static Derivation Forms() => new Derivation<(double[] G, double η, double β)>(
        "momentum-forms", "Averaged and accumulated momentum are one rule with two learning rates", "S2-120 S4-156",
        random => (random.Normals(6), random.Uniform(0.01, 1), random.Uniform(0.1, 0.95)))
        .Start(@"w_t - w_0 \text{ of } v \leftarrow \beta v + (1 - \beta) g,\ w \leftarrow w - \eta v", s => Travel(new ScalarAveragedMomentum(s.η, s.β), s.G))
        .Equal(@"-\eta\, (1 - \beta) \sum_{n=1}^{t} \sum_{k=0}^{n-1} \beta^k g_{n-k}", s =>
            -s.η * (1 - s.β) * Enumerable.Range(1, s.G.Length).Sum(n => ScalarVelocity.OfSteps(s.G[..n], s.β)))
        .Equal(@"w_t - w_0 \text{ of } v \leftarrow \beta v + g,\ w \leftarrow w - \eta (1 - \beta)\, v", s =>
            Travel(new ScalarMomentum(s.η * (1 - s.β), s.β), s.G));

    private static Derivation Velocity() => new Derivation<(double[] G, double η, double γ)>(
        "velocity", "A velocity is a fading sum of past steps", "S1-137 S1-146",
        random => (random.Normals(6), random.Uniform(0.1, 1), random.Uniform(0.3, 0.9)))
        .Start(@"\sum_{k=0}^{t-1} \gamma^k\, \mathrm{step}(t - k),\quad \mathrm{step}(n) = -\eta g_n", s =>
            ScalarVelocity.OfSteps([.. s.G.Select(g => -s.η * g)], s.γ))
        .Equal(@"\mathrm{step}(t) + \gamma \sum_{k=0}^{t-2} \gamma^k\, \mathrm{step}(t - 1 - k)", s =>
            -s.η * s.G[^1] + s.γ * ScalarVelocity.OfSteps([.. s.G[..^1].Select(g => -s.η * g)], s.γ))
        .Printed("S1-137", @"v_{t-1} - \eta g_t", s => LastVelocity(s.η, s.γ, s.G[..^1]) - s.η * s.G[^1],
            "The factor γ of the old velocity is lost, so that nothing is ever forgotten.")
        .Equal(@"\gamma v_{t-1} - \eta g_t = v_t", s => LastVelocity(s.η, s.γ, s.G));

    private static Derivation Terminal() => new Derivation<(double G, double η, double μ)>(
        "terminal-velocity", "Down an even slope momentum is 1/(1 − μ) times as fast", "S4-156",
        random => (random.Uniform(0.5, 2), random.Uniform(0.01, 1), random.Uniform(0.1, 0.9)))
        .Start(@"w_{t+1} - w_t \text{ after many steps of } g", s => LastStep(new ScalarMomentum(s.η, s.μ), s.G, 400))
        .Equal(@"-\eta g \sum_{k=0}^{\infty} \mu^k", s => -s.η * s.G * Enumerable.Range(0, 2000).Sum(k => Math.Pow(s.μ, k)))
        .Equal(@"-\frac{\eta}{1 - \mu}\, g", s => -s.η / (1 - s.μ) * s.G, "ten times the plain step for μ = 0.9");

    private static Derivation Nesterov() => new Derivation<(double W, double η, double μ)>(
        "nesterov", "Nesterov's rule is momentum with the gradient taken ahead", "S4-156",
        random => (random.Uniform(0.5, 2), random.Uniform(0.01, 0.3), random.Uniform(0.1, 0.9)))
        .Start(@"w_t - \eta \mu v_t,\quad v \leftarrow \mu v + \nabla L(u),\ u = w - \eta \mu v,\ w \leftarrow w - \eta v,\ L = w^2,\ t = 5", s =>
        {
            (double w, double v) = (s.W, 0);
            for (int t = 0; t < 5; t++)
            {
                v = s.μ * v + 2 * (w - s.η * s.μ * v);
                w -= s.η * v;
            }

            return w - s.η * s.μ * v;
        })
        .Equal(@"u_t \text{ of } v \leftarrow \mu v + \nabla L(u),\ u \leftarrow u - \eta (\nabla L(u) + \mu v)", s =>
            Descent.Path(new ScalarNesterov(s.η, s.μ), w => 2 * w, s.W, 5)[^1], "written for the point u where the gradient is taken");

    private static double[] Constant(double c, int count) => [.. Enumerable.Repeat(c, count)];

    private static double Travel(IScalarOptimizer rule, double[] gradients) => gradients.Aggregate(0.0, rule.Step);

    private static double LastVelocity(double η, double γ, double[] gradients)
    {
        var rule = new ScalarVelocity(η, γ);
        Travel(rule, gradients);
        return rule.Velocity;
    }

    private static double LastStep(IScalarOptimizer rule, double g, int steps)
    {
        for (int t = 1; t < steps; t++)
        {
            rule.Step(0, g);
        }

        return rule.Step(0, g);
    }
}
