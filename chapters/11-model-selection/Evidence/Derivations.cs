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
        random => (random.Uniform(), 1 + random.Below(20)))
        .Start(@"P(\text{at least one of } n \text{ in the best share } q)", s => Enumerable.Range(1, s.N).Sum(k =>
            SpecialFunctions.Binomial(s.N, k) * Math.Pow(s.Q, k) * Math.Pow(1 - s.Q, s.N - k)))
        .Equal(@"1 - P(\text{none})", s => 1 - Enumerable.Repeat(1 - s.Q, s.N).Aggregate(1.0, (p, none) => p * none),
            "the draws are independent")
        .Equal(@"1 - (1 - q)^n", s => ScalarSearch.ChanceOfBest(s.Q, s.N),
            "whatever the number of hyperparameters");

    // A joint distribution of a place x, one of several, and of a value y, one of several.
    private sealed record Joint(double[,] P, double[] Y, int Good)
    {
        public int Places => P.GetLength(0);

        // y* lies between the good values and the others.
        public double Threshold => (Y[Good - 1] + Y[Good]) / 2;

        public double γ => Sum((_, j) => j < Good);

        public double Below(int x) => Sum((i, j) => i == x && j < Good) / γ;

        public double Above(int x) => Sum((i, j) => i == x && j >= Good) / (1 - γ);

        public double Sum(Func<int, int, bool> of, Func<int, double>? value = null) => (
            from i in Enumerable.Range(0, Places) from j in Enumerable.Range(0, Y.Length) where of(i, j)
            select P[i, j] * (value?.Invoke(j) ?? 1)).Sum();

        // As TPE assumes: below y* the place is drawn from l, above from g, whatever y is.
        public static Joint Draw(RandomStream random)
        {
            int places = 2 + random.Below(4), values = 3 + random.Below(3), good = 1 + random.Below(values - 1);
            double[] Shares(int n) =>
                random.Uniforms(n, 0.1, 1) is var w ? [.. w.Select(v => v / w.Sum())] : [];
            double[] y = [.. random.Normals(values).Order()], p = Shares(values), l = Shares(places),
                g = Shares(places);
            var joint = new double[places, values];
            for (int i = 0; i < places; i++)
            {
                for (int j = 0; j < values; j++)
                {
                    joint[i, j] = p[j] * (j < good ? l[i] : g[i]);
                }
            }

            return new(joint, y, good);
        }

        public double[] Each(Func<int, double> f) => [.. Enumerable.Range(0, Places).Select(f)];

        public double Gain => Sum((_, j) => j < Good, j => Threshold - Y[j]);
    }

    private static Derivation ExpectedImprovement() => new Derivation<Joint>(
        "expected-improvement", "The largest l/g has the largest expected improvement", "S2-136", Joint.Draw)
        .Start(@"E[\max(y^* - y, 0) \mid x]", s => s.Each(x =>
            s.Sum((i, j) => i == x && j < s.Good, j => s.Threshold - s.Y[j]) / s.Sum((i, _) => i == x)))
        .Equal(@"\frac{l(x) \sum_{y < y^*} (y^* - y)\, p(y)}{p(x)}",
            s => s.Each(x => s.Below(x) * s.Gain / s.Sum((i, _) => i == x)), "Bayes: p(x | y) is l(x) below y*")
        .Equal(@"\frac{l(x) \sum_{y < y^*} (y^* - y)\, p(y)}{\gamma\, l(x) + (1 - \gamma)\, g(x)}",
            s => s.Each(x => s.Below(x) * s.Gain / (s.γ * s.Below(x) + (1 - s.γ) * s.Above(x))))
        .Equal(@"\frac{\sum_{y < y^*} (y^* - y)\, p(y)}{\gamma + (1 - \gamma)\, g(x) / l(x)}",
            s => s.Each(x => s.Gain * ScalarParzen.Improvement(s.Below(x), s.Above(x), s.γ)),
            "falls as g/l grows: only the ratio matters");

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
        random => 2 + random.Below(5) is var K ? (random.Normals(K), random.Below(K), random.Uniform(0.3, 3))
            : default)
        .Start(@"\frac{\partial}{\partial T} \Bigl( - \ln \frac{e^{z_y / T}}{\sum_k e^{z_k / T}} \Bigr)",
            s => NumericalDerivative.Richardson(T => ScalarCalibration.Loss([s.Z], [s.Y], T), s.T))
        .Numerically(@"\frac{z_y}{T^2} - \sum_k p_k\, \frac{z_k}{T^2},\quad p = \mathrm{softmax}(z / T)", s =>
            ScalarCalibration.Tempered(s.Z, s.T).Zip(s.Z, (p, z) => p * (s.Z[s.Y] - z) / (s.T * s.T)).Sum())
        .Equal(@"\frac{1}{T^2} \Bigl( z_y - \sum_k p_k z_k \Bigr)",
            s => ScalarCalibration.LossDerivative([s.Z], [s.Y], s.T),
            "0 where the mean score of the right class is the mean expected score");
}
