using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers;

/// <summary>The derivations of chapter 05, every line a function of random inputs.</summary>
public static class OptimizerDerivations
{
    /// <summary>All of them: descent, batches, momentum, adaptive rates.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Steepest(), Parabola(), Modes(), WeightStep(), MiniBatches(),
        Unrolled(), Correction(), Forms(), Velocity(), Nesterov(),
        AdamFirst(), PrintedAdam(), Decoupled(),
    ];

    private static Derivation Steepest() => new Derivation<double[]>(
        "steepest-descent", "The loss falls against the gradient and rises along it", "S0-038 S1-082 S3-043",
        random => [random.Uniform(-1.5, 1.5), random.Uniform(-1, 1.5)])
        .Start(@"\frac{d}{dt} L(\theta - t\, \nabla L) \Big|_{t=0}", θ =>
        {
            double[] g = new Rosenbrock().Gradient(θ);
            // along the unit vector, so that the difference quotient's step has a fixed length
            double norm = Math.Sqrt(g.Sum(v => v * v));
            return norm * NumericalDerivative.Richardson(
                t => new Rosenbrock().Value([θ[0] - t * g[0] / norm, θ[1] - t * g[1] / norm]), 0);
        })
        .Numerically(@"-\nabla L \cdot \nabla L", θ => -new Rosenbrock().Gradient(θ).Sum(g => g * g), "the chain rule")
        .Equal(@"-\lVert \nabla L \rVert^2 \le 0", θ => Descent.DerivativeAlongDescent(new Rosenbrock(), θ));

    private static Derivation Parabola() => new Derivation<(double X, double η, int T)>(
        "parabola", "Descent on x² in closed form", "S2-083 S3-043 S3-048",
        random => (random.Uniform(0.5, 2), random.Uniform(0.05, 0.45) + 0.6 * random.Below(2), 1 + random.Below(8)))
        .Start(@"x_t,\quad x \leftarrow x - \eta \cdot 2x", s =>
            Descent.Path(new ScalarDescent(s.η), w => 2 * w, s.X, s.T)[^1])
        .Equal(@"(1 - 2\eta)\, x_{t-1}", s =>
            (1 - 2 * s.η) * Descent.Path(new ScalarDescent(s.η), w => 2 * w, s.X, s.T - 1)[^1])
        .Equal(@"(1 - 2\eta)^t\, x_0", s =>
            new ScalarDescent(s.η).OnParabola(s.X, s.T), "it converges where |1 − 2η| < 1");

    private static Derivation Modes() => new Derivation<(Matrix<double> H, Vector<double> X, double η)>(
        "modes", "On a quadratic each eigenvector has its own factor", "S0-036 S1-063 S4-004",
        random =>
        {
            Matrix<double> A = Matrix<double>.Build.DenseOfColumnMajor(3, 3, random.Normals(9)), H = A * A.Transpose();
            return ((H + H.Transpose()) / 2, Vector<double>.Build.Dense(random.Normals(3)), random.Uniform(0.01, 0.3));
        })
        .Start(@"x_t,\quad x \leftarrow x - \eta H x,\quad t = 3", s =>
            Descent.Path(new Quadratic(s.H), s.X.ToArray(), p => new GradientDescent(p, s.η), 3)[^1])
        .Equal(@"(I - \eta H)^t x_0", s =>
            ((Matrix<double>.Build.DenseIdentity(3) - s.η * s.H).Power(3) * s.X).ToArray())
        .Equal(@"\sum_i (1 - \eta \lambda_i)^t\, (v_i \cdot x_0)\, v_i", s =>
        {
            var modes = s.H.Evd(Symmetricity.Symmetric);
            return Enumerable.Range(0, 3)
                .Select(i => (λ: modes.EigenValues[i].Real, v: modes.EigenVectors.Column(i)))
                .Select(m => Math.Pow(1 - s.η * m.λ, 3) * (m.v * s.X) * m.v)
                .Aggregate((a, b) => a + b).ToArray();
        }, "along the eigenvectors of H: stable where every |1 − ηλ| < 1");

    private static Derivation WeightStep() => new Derivation<(double[] W, double[,] X, double[] Y, double η)>(
        "weight-step", "The averaged weight step is descent on E/m", "S1-080 S1-088",
        random => (random.Normals(3), Matrix<double>.Build.DenseOfColumnMajor(3, 4, random.Normals(12)).ToArray(),
            random.Uniforms(4, 0, 1), random.Uniform(0.5, 2)))
        .Start(@"w_i - \frac{\eta}{m} \frac{\partial E}{\partial w_i}", s =>
        {
            double[] dw = NumericalDerivative.Gradient(w =>
                ScalarSigmoidLayer.Error(w.AsColumn(), s.X, Row(s.Y)), s.W);
            return [.. s.W.Zip(dw, (w, d) => w - s.η * d / 4)];
        })
        .Printed("S1-088", @"w_i + \frac{1}{m} \sum_\mu x_i^\mu", s =>
            [.. s.W.Select((w, i) => w + Enumerable.Range(0, 4).Average(μ => s.X[i, μ]))],
            "The error term δ and the learning rate η are missing, so this step does not depend on the targets.",
            ErratumKind.OurText)
        .Numerically(@"w_i + \frac{\eta}{m} \sum_\mu (y^\mu - \hat y^\mu)\, \sigma'(h^\mu)\, x_i^\mu,"
            + @"\quad h^\mu = \sum_i w_i x_i^\mu", s =>
            [.. s.W.Select((w, i) => w + s.η / 4 * Enumerable.Range(0, 4).Sum(μ =>
            {
                double h = Enumerable.Range(0, 3).Sum(k => s.W[k] * s.X[k, μ]);
                return (s.Y[μ] - ScalarActivations.Sigmoid(h)) * ScalarActivations.SigmoidDerivative(h) * s.X[i, μ];
            }))], "the chain rule")
        .Equal(@"w_i + \eta\, \Delta w_i / m,\quad \Delta w_i = \sum_\mu \delta^\mu x_i^\mu", s =>
            ScalarSigmoidLayer.BatchEpoch(s.W.AsColumn(), s.X, Row(s.Y), s.η).Flat());

    private static Derivation MiniBatches() => new Derivation<(LeastSquaresLine Loss, double[] θ, int B)>(
        "mini-batches", "The mean gradient of equal batches is the whole gradient",
        "S1-144 S2-095 S2-096 S3-047 S4-080",
        random =>
        {
            int size = 1 + random.Below(4), count = size * (1 + random.Below(5));
            return (new LeastSquaresLine(random.Normals(count), random.Normals(count)), random.Normals(2), size);
        })
        .Start(@"\nabla L", s => s.Loss.Gradient(s.θ))
        .Equal(@"\frac{1}{N/B} \sum_{\mathcal{B}} \frac{1}{B} \sum_{i \in \mathcal{B}} \nabla \ell_i", s =>
        {
            double[][] batches = [.. Batches.Split([.. Enumerable.Range(0, s.Loss.Count)], s.B)
                .Select(b => s.Loss.Gradient(s.θ, b))];
            return [batches.Average(g => g[0]), batches.Average(g => g[1])];
        }, "every record is in one batch, with the weight B/N · 1/B = 1/N; single records are B = 1");

    private static Derivation Unrolled() => new Derivation<(double[] X, double β, double V0)>(
        "ewma-unrolled", "A moving average is a weighted sum of all values", "S2-118",
        random => (random.Uniforms(2 + random.Below(8), 0.5, 2), random.Uniform(0.2, 0.95), random.Uniform(0.5, 2)))
        .Start(@"v_t,\quad v \leftarrow \beta v + (1 - \beta)\, x", s => MovingAverage.Of(s.X, s.β, s.V0)[^1])
        .Equal(@"(1 - \beta)\, x_t + \beta v_{t-1}", s =>
            (1 - s.β) * s.X[^1] + s.β * MovingAverage.Of(s.X[..^1], s.β, s.V0)[^1])
        .Equal(@"(1 - \beta) \sum_{k=0}^{t-1} \beta^k x_{t-k} + \beta^t v_0", s =>
            MovingAverage.Unrolled(s.X, s.β, s.V0), "by induction");

    private static Derivation Correction() => new Derivation<(double[] C, double β)>(
        "bias-correction", "An average that starts at 0 is too small by the factor 1 − βᵗ", "S2-118",
        random => ([.. Enumerable.Repeat(random.Normal(), 1 + random.Below(12))], random.Uniform(0.2, 0.99)))
        .Start(@"v_t \text{ of } x_1 = \dots = x_t = c,\ v_0 = 0", s => MovingAverage.Of(s.C, s.β)[^1])
        .Equal(@"c\, (1 - \beta) \sum_{k=0}^{t-1} \beta^k", s =>
            s.C[0] * (1 - s.β) * s.C.Select((_, k) => Math.Pow(s.β, k)).Sum())
        .Equal(@"c\, (1 - \beta^t)", s => s.C[0] * (1 - Math.Pow(s.β, s.C.Length)), "the geometric sum")
        .Equal(@"\hat v_t\, (1 - \beta^t)", s =>
            MovingAverage.Corrected(s.C, s.β)[^1] * (1 - Math.Pow(s.β, s.C.Length)),
            "so v̂ = c from the first step on");

    private static Derivation Forms() => new Derivation<(double[] G, double η, double β)>(
        "momentum-forms", "Averaged and accumulated momentum are one rule with two learning rates", "S2-120 S4-156",
        random => (random.Uniforms(6, 0.2, 2), random.Uniform(0.01, 1), random.Uniform(0.1, 0.95)))
        .Start(@"w_t - w_0 \text{ of } v \leftarrow \beta v + (1 - \beta) g,\ w \leftarrow w - \eta v", s =>
            Travel(new ScalarAveragedMomentum(s.η, s.β), s.G))
        .Equal(@"-\eta\, (1 - \beta) \sum_{n=1}^{t} \sum_{k=0}^{n-1} \beta^k g_{n-k}", s =>
            -s.η * (1 - s.β) * Enumerable.Range(1, s.G.Length).Sum(n => ScalarVelocity.OfSteps(s.G[..n], s.β)))
        .Equal(@"w_t - w_0 \text{ of } v \leftarrow \beta v + g,\ w \leftarrow w - \eta (1 - \beta)\, v", s =>
            Travel(new ScalarMomentum(s.η * (1 - s.β), s.β), s.G));

    private static Derivation Velocity() => new Derivation<(double[] G, double η, double γ)>(
        "velocity", "A velocity is a weighted sum of past steps", "S1-137 S1-146",
        random => (random.Normals(6), random.Uniform(0.1, 1), random.Uniform(0.3, 0.9)))
        .Start(@"\sum_{k=0}^{t-1} \gamma^k\, \mathrm{step}(t - k),\quad \mathrm{step}(n) = -\eta g_n", s =>
            ScalarVelocity.OfSteps([.. s.G.Select(g => -s.η * g)], s.γ))
        .Equal(@"\mathrm{step}(t) + \gamma \sum_{k=0}^{t-2} \gamma^k\, \mathrm{step}(t - 1 - k)", s =>
            -s.η * s.G[^1] + s.γ * ScalarVelocity.OfSteps([.. s.G[..^1].Select(g => -s.η * g)], s.γ))
        .Printed("S1-137", @"v_{t-1} - \eta g_t", s => LastVelocity(s.η, s.γ, s.G[..^1]) - s.η * s.G[^1],
            "The factor γ of the old velocity is missing, and the list below calls η the momentum coefficient. "
            + "With γ = 1 the velocity never decays.", ErratumKind.OurText)
        .Equal(@"\gamma v_{t-1} - \eta g_t = v_t", s => LastVelocity(s.η, s.γ, s.G));

    private static Derivation Nesterov() => new Derivation<(double W, double η, double μ)>(
        "nesterov", "Nesterov's rule is momentum with the gradient taken ahead", "S4-156",
        random => (random.Uniform(0.5, 2), random.Uniform(0.01, 0.3), random.Uniform(0.1, 0.9)))
        .Start(@"w_t - \eta \mu v_t,\quad v \leftarrow \mu v + \nabla L(u),"
            + @"\ u = w - \eta \mu v,\ w \leftarrow w - \eta v,\ L = w^2,\ t = 1, \ldots, 5", s =>
        {
            (double w, double v) = (s.W, 0);
            var u = new double[5];
            for (int t = 0; t < 5; t++)
            {
                v = s.μ * v + 2 * (w - s.η * s.μ * v);
                w -= s.η * v;
                u[t] = w - s.η * s.μ * v;
            }

            return u;
        })
        .Equal(@"u_t \text{ of } v \leftarrow \mu v + \nabla L(u),\ u \leftarrow u - \eta (\nabla L(u) + \mu v)", s =>
            Descent.Path(new ScalarNesterov(s.η, s.μ), w => 2 * w, s.W, 5)[1..],
            "written for the point u at which the gradient is taken");

    private static Derivation AdamFirst() => new Derivation<(double G, double η, double B1, double B2)>(
        "adam-first-step", "Adam's first step is η, whatever the size of the gradient", "S0-035 S2-123",
        random => (Signed(random), random.Uniform(0.01, 1), random.Uniform(0.5, 0.95), random.Uniform(0.9, 0.999)))
        .Start(@"w_1 - w_0,\quad m_0 = s_0 = 0,\ \epsilon = 0", s => new ScalarAdam(s.η, s.B1, s.B2, 0).Step(0, s.G))
        .Equal(@"-\eta\, \frac{(1 - \beta_1)\, g / (1 - \beta_1)}{\sqrt{(1 - \beta_2)\, g^2 / (1 - \beta_2)}}", s =>
            -s.η * ((1 - s.B1) * s.G / (1 - s.B1)) / Math.Sqrt((1 - s.B2) * s.G * s.G / (1 - s.B2)))
        .Equal(@"-\eta\, \frac{g}{|g|} = -\eta\, \mathrm{sign}(g)", s =>
            -s.η * Math.Sign(s.G), "the corrections cancel the factors of the first step");

    private static Derivation PrintedAdam() => new Derivation<(double[] G, double η)>(
        "adam-printed", "Adam as printed has no bias correction", "S2-123",
        random => ([.. Enumerable.Range(0, 5).Select(_ => Signed(random))], random.Uniform(0.1, 1)))
        .Start(@"w_t - w_0 = -\eta \sum_{n=1}^{t} \frac{\hat m_n}{\sqrt{\hat s_n} + \epsilon},\quad "
            + @"m_n = (1 - \beta_1) \sum_k \beta_1^k g_{n-k},\ s_n = (1 - \beta_2) \sum_k \beta_2^k g_{n-k}^2", s =>
            -s.η * Enumerable.Range(1, s.G.Length).Sum(n => MovingAverage.Corrected(s.G[..n], 0.9)[^1]
                / (Math.Sqrt(MovingAverage.Corrected([.. s.G[..n].Select(g => g * g)], 0.999)[^1]) + 1e-8)))
        .Printed("S2-123", @"W_{new} = W_{old} - \frac{\eta}{\sqrt{v_{new} + \epsilon}} \cdot v_{new}", s =>
            -s.η * Enumerable.Range(1, s.G.Length).Sum(n => MovingAverage.Of(s.G[..n], 0.9)[^1]
                / Math.Sqrt(MovingAverage.Of([.. s.G[..n].Select(g => g * g)], 0.999)[^1] + 1e-8)),
            "One name for two averages: the v above is that of the gradients, the v below that of their squares, as "
            + "the notes say beside it (momentum and RMSprop combined; mean and squared gradients). Read so, the bias "
            + "corrections are missing, and the first step is √10 η rather than η.")
        .Equal(@"w_t - w_0 \text{ of } w \leftarrow w - \frac{\eta}{\sqrt{\hat s} + \epsilon}\, \hat m", s =>
            Travel(new ScalarAdam(s.η), s.G), "step by step");

    private static Derivation Decoupled() => new Derivation<(double W, double G, double η, double λ)>(
        "decoupled-decay", "A weight decay inside Adam's gradient is normalised away", "S1-283",
        random => (random.Uniform(0.5, 2), random.Uniform(0.5, 2), random.Uniform(0.01, 0.1), random.Uniform(0.5, 2)))
        .Start(@"w_1 - w_0 \text{ of AdamW},\quad \epsilon = 0", s =>
            new ScalarAdamW(s.η, s.λ, ε: 0).Step(s.W, s.G) - s.W)
        .Equal(@"-\eta \lambda w_0 + \big( w_1 - w_0 \text{ of Adam with the gradient } g + \lambda w_0 \big)", s =>
            -s.η * s.λ * s.W + (new ScalarAdam(s.η, ε: 0).Step(s.W, s.G + s.λ * s.W) - s.W),
            "Adam's first step is −η, with the decay in its gradient or without")
        .Equal(@"-\eta \lambda w_0 - \eta\, \mathrm{sign}(g)", s => -s.η * s.λ * s.W - s.η * Math.Sign(s.G));

    private static double[,] Row(double[] y) => Matrix<double>.Build.DenseOfRowArrays(y).ToArray();

    private static double Signed(RandomStream random) =>
        (random.Bernoulli(0.5) ? 1 : -1) * Math.Pow(10, random.Uniform(-1, 1));

    private static double Travel(ScalarOptimizer rule, double[] gradients) => gradients.Aggregate(0.0, rule.Step);

    private static double LastVelocity(double η, double γ, double[] gradients)
    {
        var rule = new ScalarVelocity(η, γ);
        Travel(rule, gradients);
        return rule.Velocity;
    }
}
