using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The size of the first step of the adaptive rules, and what weight decay does to it.</summary>
internal static class AdaptiveDerivations
{
    public static IEnumerable<Derivation> All => [RmsPropFirst(), AdamFirst(), SameDenominator(), Decoupled()];

    private static Derivation RmsPropFirst() => new Derivation<(double G, double η, double β)>(
        "rmsprop-first-step", "The first step of RMSProp does not know the gradient's size", "S2-121 S2-122 S3-061",
        random => (Signed(random), random.Uniform(0.01, 1), random.Uniform(0.5, 0.999)))
        .Start(@"w_1 - w_0,\quad v_0 = 0,\ \epsilon = 0", s => new ScalarRmsProp(s.η, s.β, 0, EpsilonPlace.InsideRoot).Step(0, s.G))
        .Equal(@"-\frac{\eta}{\sqrt{(1 - \beta)\, g^2}}\, g", s => -s.η / Math.Sqrt((1 - s.β) * s.G * s.G) * s.G)
        .Equal(@"-\frac{\eta}{\sqrt{1 - \beta}}\, \mathrm{sign}(g)", s => -s.η / Math.Sqrt(1 - s.β) * Math.Sign(s.G),
            "31.6 η for β = 0.999: without a bias correction the first steps are long");

    private static Derivation AdamFirst() => new Derivation<(double G, double η, double B1, double B2)>(
        "adam-first-step", "The first step of Adam is η, whatever the gradient", "S0-035 S2-123",
        random => (Signed(random), random.Uniform(0.01, 1), random.Uniform(0.5, 0.95), random.Uniform(0.9, 0.999)))
        .Start(@"w_1 - w_0,\quad m_0 = s_0 = 0,\ \epsilon = 0", s => new ScalarAdam(s.η, s.B1, s.B2, 0).Step(0, s.G))
        .Equal(@"-\eta\, \frac{(1 - \beta_1)\, g / (1 - \beta_1)}{\sqrt{(1 - \beta_2)\, g^2 / (1 - \beta_2)}}", s =>
            -s.η * ((1 - s.B1) * s.G / (1 - s.B1)) / Math.Sqrt((1 - s.B2) * s.G * s.G / (1 - s.B2)))
        .Equal(@"-\eta\, \frac{g}{|g|} = -\eta\, \mathrm{sign}(g)", s => -s.η * Math.Sign(s.G), "both corrections undo the factors of the first step");

    private static Derivation SameDenominator() => new Derivation<(double[] G, double η)>(
        "adam-printed", "Adam as printed has no mean of the gradient", "S2-123",
        random => ([.. Enumerable.Range(0, 5).Select(_ => Signed(random))], random.Uniform(0.1, 1)))
        .Start(@"w_t - w_0,\quad w \leftarrow w - \frac{\eta\, \hat m}{\sqrt{\hat s} + \epsilon}", s => Travel(new ScalarAdam(s.η), s.G))
        .Printed("S2-123", @"w_t - w_0,\quad w \leftarrow w - \frac{\eta}{\sqrt{v + \epsilon}}\, v,\ v \leftarrow \beta v + (1 - \beta)\, g^2",
            s => Travel(new ScalarPrintedAdam(s.η), s.G),
            "The mean square v stands above the line too, where the mean m of the gradient belongs; v is never negative, so the weight can only fall, "
            + "whatever the sign of the gradient. The bias corrections are missing.")
        .Equal(@"-\eta \sum_{n=1}^{t} \frac{m_n / (1 - \beta_1^n)}{\sqrt{s_n / (1 - \beta_2^n)} + \epsilon},\quad "
            + @"m_n = (1 - \beta_1) \sum_k \beta_1^k g_{n-k},\ s_n = (1 - \beta_2) \sum_k \beta_2^k g_{n-k}^2",
            s => -s.η * Enumerable.Range(1, s.G.Length).Sum(n =>
                MovingAverage.Corrected(s.G[..n], 0.9)[^1] / (Math.Sqrt(MovingAverage.Corrected([.. s.G[..n].Select(g => g * g)], 0.999)[^1]) + 1e-8)),
            "two corrected moving averages");

    private static Derivation Decoupled() => new Derivation<(double W, double G, double η, double λ)>(
        "decoupled-decay", "Inside Adam's gradient, weight decay is normalised away", "S1-283",
        random => (random.Uniform(0.5, 2), random.Uniform(0.5, 2), random.Uniform(0.01, 0.1), random.Uniform(0.5, 2)))
        .Start(@"w_1 - w_0 \text{ of AdamW},\quad \epsilon = 0", s => new ScalarAdamW(s.η, s.λ, ε: 0).Step(s.W, s.G) - s.W)
        .Equal(@"-\eta \lambda w_0 + \big( w_1 - w_0 \text{ of Adam with the gradient } g + \lambda w_0 \big)", s =>
            -s.η * s.λ * s.W + (new ScalarAdam(s.η, ε: 0).Step(s.W, s.G + s.λ * s.W) - s.W),
            "Adam's first step is −η, with the decay in its gradient or without")
        .Equal(@"-\eta \lambda w_0 - \eta\, \mathrm{sign}(g)", s => -s.η * s.λ * s.W - s.η * Math.Sign(s.G));

    private static double Signed(Numerics.RandomStream random) => (random.Bernoulli(0.5) ? 1 : -1) * Math.Pow(10, random.Uniform(-1, 1));

    private static double Travel(IScalarOptimizer rule, double[] gradients) => gradients.Aggregate(0.0, rule.Step);
}
