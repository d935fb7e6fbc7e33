using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.Regularization;

/// <summary>Penalties and dropout, line by line.</summary>
public static class RegularizationDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        L1Gradient(), L2Gradient(), WeightDecay(), ElasticNetGradient(), SoftThreshold(), AdamAndL2(),
        DuplicatedFeature(), DropoutMean(), DropoutPenalty(), .. NormalizationDerivations.All,
    ];

    private sealed record Weights(double[] W, double λ, double α, double η, double[] G)
    {
        public static Weights Draw(RandomStream random)
        {
            int n = 1 + random.Below(6);
            double[] w = [.. random.Normals(n).Select(v => v + 0.1 * Math.Sign(v))]; // away from the kink at 0
            return new(w, random.Uniform(0.01, 1), random.Uniform(), random.Uniform(0.01, 0.5), random.Normals(n));
        }

        public double[] Numerically(Func<double[], double> f) => NumericalDerivative.Gradient(f, W);

        public double[] Each(Func<double, double, double> f) => [.. W.Zip(G, f)];
    }

    private static Derivation L1Gradient() => new Derivation<Weights>(
        "l1-gradient", "The derivative of the L1 penalty", "S1-129 S2-127 S3-106", Weights.Draw)
        .Start(@"\frac{\partial}{\partial w}\, \lambda \sum_i |w_i|",
            s => s.Numerically(w => ScalarPenalties.L1(w, s.λ)))
        .Numerically(@"\lambda\, \mathrm{sign}(w)", s => s.Each((w, _) => ScalarPenalties.L1Derivative(w, s.λ)),
            "away from 0, where there is a kink")
        .Printed("S2-127", @"\frac{\partial}{\partial w}\, \lambda \sum_i w_i",
            s => s.Numerically(w => s.λ * w.Sum()),
            "The penalty is printed as E + λΣw without absolute values: it would reward negative weights; the update "
                + "below it has the right sign(w).");

    private static Derivation L2Gradient() => new Derivation<Weights>(
        "l2-gradient", "The derivative of the L2 penalty", "S1-130 S2-128 S3-107", Weights.Draw)
        .Start(@"\frac{\partial}{\partial w}\, \lambda \sum_i w_i^2",
            s => s.Numerically(w => ScalarPenalties.L2(w, s.λ)))
        .Numerically(@"2 \lambda w", s => s.Each((w, _) => ScalarPenalties.L2Derivative(w, s.λ)))
        .Printed("S2-128", @"\lambda w^2", s => s.Each((w, _) => s.λ * w * w),
            "The update adds the penalty itself and not its derivative 2λw: it is never negative, and a negative "
                + "weight moves away from 0.");

    private static Derivation WeightDecay() => new Derivation<Weights>(
        "weight-decay", "A descent step on L2 shrinks the weight", "S1-130", Weights.Draw)
        .Start(@"w - \eta\, \frac{\partial}{\partial w} (L + \lambda w^2)",
            s => s.Each((w, g) => ScalarPenalties.L2Step(w, g, s.η, s.λ)))
        .Equal(@"w - 2 \eta \lambda w - \eta\, \frac{\partial L}{\partial w}",
            s => s.Each((w, g) => w - 2 * s.η * s.λ * w - s.η * g))
        .Equal(@"(1 - 2 \eta \lambda)\, w - \eta\, \frac{\partial L}{\partial w}",
            s => s.Each((w, g) => ScalarPenalties.DecayStep(w, g, s.η, s.λ)));

    private static Derivation ElasticNetGradient() => new Derivation<Weights>(
        "elastic-net", "The elastic net is a mixture of both", "S1-131 S3-108", Weights.Draw)
        .Start(@"\frac{\partial}{\partial w}\, \lambda \bigl[ \alpha \|w\|_1 + (1 - \alpha) \|w\|_2^2 \bigr]",
            s => s.Numerically(w => ScalarPenalties.ElasticNet(w, s.λ, s.α)))
        .Numerically(@"\lambda \alpha\, \mathrm{sign}(w) + 2 \lambda (1 - \alpha)\, w", s => s.Each((w, _) =>
            ScalarPenalties.L1Derivative(w, s.λ * s.α) + ScalarPenalties.L2Derivative(w, s.λ * (1 - s.α))));

    private static Derivation SoftThreshold() => new Derivation<(double A, double λ, double[] Others)>(
        "soft-threshold", "The soft threshold is the best weight", "S1-121",
        random => (random.Normal(), random.Uniform(0, 1.5), random.Normals(8)))
        .Start(@"\tfrac12 (S - a)^2 + \lambda |S|,\quad S = \mathrm{sign}(a) \max(|a| - \lambda, 0)",
            s => [.. s.Others.Select(_ => Objective(ScalarPenalties.SoftThreshold(s.A, s.λ), s.A, s.λ))])
        .AtMost(@"\tfrac12 (w - a)^2 + \lambda |w|", s => [.. s.Others.Select(w => Objective(w, s.A, s.λ))],
            "for every other w; if |a| is at most λ, S is exactly 0");

    private static double Objective(double w, double a, double λ) => 0.5 * (w - a) * (w - a) + λ * Math.Abs(w);

    private static Derivation AdamAndL2() => new Derivation<(double W, double λ, double η)>(
        "adam-l2", "Adam undoes the strength of an L2 penalty", "S1-130",
        random => (random.Normal() + 3, random.Uniform(0.001, 1), random.Uniform(0.001, 0.1)))
        .Start(@"\text{Adam's first step where the gradient is the penalty's, } 2 \lambda w",
            s => new ScalarAdam(s.η, ε: 0).Step(s.W, ScalarPenalties.L2Derivative(s.W, s.λ)))
        .Equal(@"w - \eta\, \frac{2 \lambda w}{\sqrt{(2 \lambda w)^2}}",
            s => s.W - s.η * (2 * s.λ * s.W) / Math.Sqrt(Math.Pow(2 * s.λ * s.W, 2)))
        .Equal(@"w - \eta\, \mathrm{sign}(w)", s =>
            s.W - s.η * Math.Sign(s.W), "λ has cancelled; ηλw of AdamW has not");

    private static Derivation DuplicatedFeature() => new Derivation<(double[] X, double[] Y, double λ)>(
        "duplicated-feature", "L2 gives a duplicated feature half the weight each", "S3-220",
        random => random.Uniform(0.1, 3) is var λ && random.Normals(3 + random.Below(6)) is var x
            ? (x, [.. random.Normals(x.Length).Zip(x, Math.CopySign)], λ) : default) // no terms of x · y cancel
        .Start(@"(w_1, w_2) \text{ of least } |y - w_1 x - w_2 x|^2 + \lambda (w_1^2 + w_2^2)",
            s => Ridge(s.Y, s.λ, s.X, s.X))
        .Equal(@"\bigl( \tfrac s2, \tfrac s2 \bigr),\quad s \text{ of least } |y - s x|^2 + \tfrac\lambda2 s^2",
            s => Ridge(s.Y, s.λ / 2, s.X)[0] / 2 is var half ? [half, half] : [],
            "of all pairs with the sum s the equal one has the least squares");

    private static double[] Ridge(double[] y, double λ, params double[][] features) =>
        [.. PolynomialFit.Ridge(Matrix<double>.Build.DenseOfRowArrays(features), Vector<double>.Build.Dense(y), λ)];

    private sealed record Unit(double[] X, double[] W, double Y, double P)
    {
        public static Unit Draw(RandomStream random)
        {
            int n = 1 + random.Below(6);
            return new(random.Normals(n), random.Normals(n), random.Normal(), random.Uniform(0.1, 0.8));
        }

        // The expectation over all 2ⁿ masks, exact and not sampled.
        public double[] Expected(Func<bool[], double[]> f)
        {
            var sum = new double[f(new bool[X.Length]).Length];
            for (int bits = 0; bits < 1 << X.Length; bits++)
            {
                bool[] m = [.. X.Select((_, i) => (bits >> i & 1) == 1)];
                double chance = m.Aggregate(1.0, (product, kept) => product * (kept ? 1 - P : P));
                sum = [.. sum.Zip(f(m), (a, b) => a + chance * b)];
            }

            return sum;
        }

        public double Output(double[] x) => x.Zip(W, (a, b) => a * b).Sum();
    }

    private static Derivation DropoutMean() => new Derivation<Unit>(
        "dropout-mean", "Inverted dropout keeps the expectation", "S0-087 S1-132 S2-126 S4-144", Unit.Draw)
        .Start(@"\mathbb E \Bigl[ \frac{m \odot x}{1 - p} \Bigr],\quad m_i \sim \mathrm{Ber}(1 - p)",
            s => s.Expected(m => ScalarDropout.Forward(s.X, m, s.P)))
        .Equal(@"\frac{(1 - p)\, x}{1 - p}", s => [.. s.X.Select(x => (1 - s.P) * x / (1 - s.P))],
            "each unit is kept with probability 1 − p")
        .Equal("x", s => s.X, "so inference needs no factor");

    private static Derivation DropoutPenalty() => new Derivation<Unit>(
        "dropout-penalty", "Dropout of a linear unit is an L2 penalty", "S4-129 S4-149", Unit.Draw)
        .Start(@"\mathbb E \bigl[ (y - w^\top \tilde x)^2 \bigr],\quad \tilde x = \frac{m \odot x}{1 - p}",
            s => s.Expected(m => [Math.Pow(s.Y - s.Output(ScalarDropout.Forward(s.X, m, s.P)), 2)]))
        .Equal(@"(y - w^\top x)^2 + \mathrm{Var}[w^\top \tilde x]",
            s => [Math.Pow(s.Y - s.Output(s.X), 2) + s.Expected(m =>
                [Math.Pow(s.Output(ScalarDropout.Forward(s.X, m, s.P)) - s.Output(s.X), 2)])[0]],
            "the mean is that of no dropout")
        .Equal(@"(y - w^\top x)^2 + \frac{p}{1 - p} \sum_i w_i^2 x_i^2",
            s => [Math.Pow(s.Y - s.Output(s.X), 2)
                + s.P / (1 - s.P) * s.W.Zip(s.X, (w, x) => w * w * x * x).Sum()],
            "variances of independent terms add: weights of large inputs pay most");
}
