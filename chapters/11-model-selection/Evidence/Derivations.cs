using MathNet.Numerics;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.ModelSelection;

/// <summary>The laws of searches, of balance and of temperature, line by line.</summary>
public static class ModelSelectionDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [LogUniform(), LogUniformMedian(), BestOfMany(), ExpectedImprovement(), Balance(), Temperature()];

    private static Derivation LogUniform() => new Derivation<(double A, double B, double U)>(
        "log-uniform", "The density of a log-uniform draw", "S2-137",
        random => random.Uniform(0.01, 1) is var a ? (a, a * random.Uniform(2, 50), random.Uniform()) : default)
        .Start(@"\Bigl( \frac{\mathrm dx}{\mathrm du} \Bigr)^{-1},\quad x = a\, (b/a)^u,\ u \sim U(0, 1)",
            s => 1 / NumericalDerivative.Richardson(u => ScalarSearch.LogUniform(s.A, s.B, u), s.U))
        .Numerically(@"\frac{1}{x\, \ln(b/a)}",
            s => ScalarSearch.LogUniformDensity(ScalarSearch.LogUniform(s.A, s.B, s.U), s.A, s.B),
            "every factor is equally likely: as many draws from 0.0001 to 0.001 as from 0.01 to 0.1");

    private static Derivation LogUniformMedian() => new Derivation<(double A, double B)>(
        "log-uniform-median", "Half of the draws lie below the geometric mean", "S2-137",
        random => random.Uniform(0.01, 1) is var a ? (a, a * random.Uniform(2, 50)) : default)
        .Start(@"a\, (b/a)^{1/2}", s => ScalarSearch.LogUniform(s.A, s.B, 0.5))
        .Equal(@"\sqrt{a b}", s => Math.Sqrt(s.A * s.B));

    private static Derivation BestOfMany() => new Derivation<(double Q, int N)>(
        "best-of-many", "The best of many random draws", "S2-134",
        random => (random.Uniform(0.01, 1), 1 + random.Below(20)))
        .Start(@"P(\text{at least one of } n \text{ in the best share } q)", s => Enumerable.Range(1, s.N).Sum(k =>
            SpecialFunctions.Binomial(s.N, k) * Math.Pow(s.Q, k) * Math.Pow(1 - s.Q, s.N - k)))
        .Equal(@"1 - P(\text{none})", s => 1 - Enumerable.Repeat(1 - s.Q, s.N).Aggregate(1.0, (p, none) => p * none),
            "the draws are independent")
        .Equal(@"1 - (1 - q)^n", s => ScalarSearch.ChanceOfBest(s.Q, s.N),
            "whatever the number of hyperparameters");

    // Losses y with probabilities p, the good ones first, and l and g at a place x: below y* trials are drawn from l,
    // above from g, whatever y is.
    private sealed record Place(double[] P, double[] Y, int Good, double L, double G)
    {
        public double γ => P[..Good].Sum();

        // p(x, y)
        public double[] Joint => [.. P.Select((p, j) => p * (j < Good ? L : G))];

        // max(y* − y, 0), y* between the good losses and the others
        public double[] Gain => [.. Y.Select(y => Math.Max((Y[Good - 1] + Y[Good]) / 2 - y, 0))];

        public double MeanGain => Gain.Zip(P, (gain, p) => gain * p).Sum();

        public static Place Draw(RandomStream random)
        {
            double[] y = [.. random.Normals(3 + random.Below(3)).Order()], p = random.Uniforms(y.Length, 0.1, 1);
            return new([.. p.Select(v => v / p.Sum())], y, 1 + random.Below(y.Length - 1), random.Uniform(0.1, 2),
                random.Uniform(0.1, 2));
        }
    }

    private static Derivation ExpectedImprovement() => new Derivation<Place>(
        "expected-improvement", "The largest l/g has the largest expected improvement", "S2-136", Place.Draw)
        .Start(@"E[\max(y^* - y, 0) \mid x]",
            s => s.Gain.Zip(s.Joint, (gain, p) => gain * p).Sum() / s.Joint.Sum())
        .Equal(@"\frac{l(x) \sum_{y < y^*} (y^* - y)\, p(y)}{p(x)}",
            s => s.L * s.MeanGain / s.Joint.Sum(), "Bayes: p(x | y) is l(x) below y*")
        .Equal(@"\frac{l(x) \sum_{y < y^*} (y^* - y)\, p(y)}{\gamma\, l(x) + (1 - \gamma)\, g(x)}",
            s => s.L * s.MeanGain / (s.γ * s.L + (1 - s.γ) * s.G))
        .Equal(@"\frac{\sum_{y < y^*} (y^* - y)\, p(y)}{\gamma + (1 - \gamma)\, g(x) / l(x)}",
            s => s.MeanGain * ScalarParzen.Improvement(s.L, s.G, s.γ), "falls as g/l grows: only the ratio matters");

    private static Derivation Balance() => new Derivation<(double[] L, int[] Y, int Copies)>(
        "weights-and-copies", "Weights are copies", "S3-232",
        random =>
        {
            (int small, int copies) = (1 + random.Below(4), 2 + random.Below(3));
            int[] y = [.. Enumerable.Repeat(0, small * copies), .. Enumerable.Repeat(1, small)];
            return (random.Uniforms(y.Length, 0, 3), y, copies);
        })
        .Start(@"\text{mean loss with every sample of class 1 } N_0 / N_1 \text{ times}", s =>
            s.L.Zip(s.Y, (L, y) => Enumerable.Repeat(L, y == 1 ? s.Copies : 1)).SelectMany(L => L).Average())
        .Equal(@"\frac{1}{K} \sum_c \frac{1}{N_c} \sum_{n: y_n = c} L_n", s =>
            s.L.Zip(s.Y).GroupBy(one => one.Second, one => one.First).Average(L => L.Average()),
            "the mean of the classes' means")
        .Equal(@"\frac{\sum_n w_{y_n} L_n}{\sum_n w_{y_n}},\quad w_c = \frac{N}{K N_c}",
            s => ScalarBalance.WeightedMean(s.L, s.Y, ScalarBalance.Weights(s.Y, 2)));

    private static Derivation Temperature() => new Derivation<(double[] Z, int Y, double T)>(
        "temperature", "The loss by the temperature", "S1-013",
        // Scores rise; the right one is the first or the last, so that it is not near the mean of all.
        random => 2 + random.Below(5) is var K
            ? ([.. Enumerable.Range(0, K).Select(k => k + random.Uniform(0, 0.5))], random.Below(2) * (K - 1),
                random.Uniform(0.3, 3)) : default)
        .Start(@"\frac{\partial}{\partial T} \Bigl( - \ln \frac{e^{z_y / T}}{\sum_k e^{z_k / T}} \Bigr)",
            s => NumericalDerivative.Richardson(T => ScalarCalibration.Loss([s.Z], [s.Y], T), s.T))
        .Numerically(@"\frac{z_y}{T^2} - \sum_k p_k\, \frac{z_k}{T^2},\quad p = \mathrm{softmax}(z / T)", s =>
            ScalarCalibration.Tempered(s.Z, s.T).Zip(s.Z, (p, z) => p * (s.Z[s.Y] - z) / (s.T * s.T)).Sum())
        .Equal(@"\frac{1}{T^2} \Bigl( z_y - \sum_k p_k z_k \Bigr)",
            s => ScalarCalibration.LossDerivative([s.Z], [s.Y], s.T),
            "0 where the mean score of the right class is the mean expected score");
}
