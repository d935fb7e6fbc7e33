using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.BoltzmannMachines;

/// <summary>From the joint distribution to what is trained, line by line, by sums over all states.</summary>
public static class BoltzmannDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [Conditional(), FreeEnergy(), Gradient(), Gibbs(), RealUnits(), Annealing(), Bound()];

    private sealed record Drawn(RbmWeights θ, double[] v)
    {
        public static Drawn Of(RandomStream random)
        {
            (int D, int H) = (1 + random.Below(4), 1 + random.Below(3));
            var W = new double[H, D];
            for (int at = 0; at < W.Length; at++)
            {
                W[at / D, at % D] = random.Normal(0, 1.5);
            }

            return new(new(W, random.Normals(D), random.Normals(H)), [.. Bits(D, random)]);
        }

        public double[][] V => [.. ScalarRbm.States(θ.Visible)];

        public double[][] H => [.. ScalarRbm.States(θ.Hidden)];

        // aⱼ = cⱼ + Σ Wⱼᵢvᵢ
        public double[] a => [.. Enumerable.Range(0, θ.Hidden).Select(j =>
            θ.c[j] + v.Select((x, i) => θ.W[j, i] * x).Sum())];

        public double Weight(double[] h) => Math.Exp(-ScalarRbm.Energy(θ, v, h));

        public static double[] Bits(int count, RandomStream random) =>
            [.. Enumerable.Range(0, count).Select(_ => (double)random.Below(2))];
    }

    private static Derivation Conditional() => new Derivation<Drawn>(
        "conditional", "Given one layer, the units of the other are independent", "S4-195", Drawn.Of)
        .Start(@"p(h_j = 1 \mid v) = \frac{\sum_{h : h_j = 1} e^{-E(v, h)}}{\sum_h e^{-E(v, h)}}",
            d => [.. d.a.Select((_, j) => d.H.Where(h => h[j] == 1).Sum(d.Weight) / d.H.Sum(d.Weight))])
        .Equal(@"\frac{e^{a_j} \prod_{l \ne j} (1 + e^{a_l})}{\prod_l (1 + e^{a_l})},\quad "
                + @"a_j = c_j + \sum_i W_{ji} v_i",
            d => [.. d.a.Select((aj, j) => Math.Exp(aj) * Product(d.a.Where((_, l) => l != j)) / Product(d.a))],
            "e to the −E is a product over j, for E has no term of two hidden units; v's own factor cancels")
        .Equal(@"\sigma(a_j)", d => ScalarRbm.HiddenMeans(d.θ, d.v));

    private static Derivation FreeEnergy() => new Derivation<Drawn>(
        "free-energy", "The sum over the hidden layer in closed form", "S4-195", Drawn.Of)
        .Start(@"-\ln \sum_h e^{-E(v, h)}", d => -Math.Log(d.H.Sum(d.Weight)))
        .Equal(@"-b^\top v - \ln \prod_j \sum_{h_j \in \{0, 1\}} e^{h_j a_j}",
            d => -Dot(d.θ.b, d.v) - Math.Log(Product(d.a)), "2 to the H terms become H factors of two terms")
        .Equal(@"-b^\top v - \sum_j \ln (1 + e^{a_j}) = F(v)", d => ScalarRbm.FreeEnergy(d.θ, d.v));

    private static Derivation Gradient() => new Derivation<Drawn>(
        "likelihood-gradient", "The gradient of the log-likelihood", "S4-197", Drawn.Of)
        .Start(@"\frac{\partial}{\partial W_{ji}} \ln p(v)", d => NumericalDerivative.Gradient(
            w => With(d.θ, w) is var θ ? -ScalarRbm.FreeEnergy(θ, d.v) - ScalarRbm.LogPartition(θ) : 0,
            [.. d.θ.W.Cast<double>()]))
        .Numerically(@"-\frac{\partial F(v)}{\partial W_{ji}} + \sum_{v'} p(v')\, "
                + @"\frac{\partial F(v')}{\partial W_{ji}}",
            d => [.. Slopes(d.θ, d.v).Zip(
                Sum(d.V.Select(v => Scaled(Slopes(d.θ, v), Probability(d.θ, v)))), (x, m) => -x + m)],
            "ln p = −F − ln Z, and the derivative of ln Z is a mean over p")
        .Equal(@"p(h_j = 1 \mid v)\, v_i - \sum_{v'} p(v')\, p(h_j = 1 \mid v')\, v'_i",
            d => [.. Outer(ScalarRbm.HiddenMeans(d.θ, d.v), d.v).Zip(Sum(d.V.Select(v =>
                Scaled(Outer(ScalarRbm.HiddenMeans(d.θ, v), v), Probability(d.θ, v)))), (x, m) => x - m)],
            "the derivative of the softplus is σ")
        .Equal(@"\langle h_j v_i \rangle_{h \sim p(h \mid v)} - \langle h_j v_i \rangle_{(v, h) \sim p}",
            d =>
            {
                double logZ = ScalarRbm.LogPartition(d.θ), all = d.H.Sum(d.Weight);
                double[] data = Sum(d.H.Select(h => Scaled(Outer(h, d.v), d.Weight(h) / all))),
                    model = Sum(d.V.SelectMany(v => d.H.Select(h =>
                        Scaled(Outer(h, v), ScalarRbm.Joint(d.θ, v, h, logZ)))));
                return [.. data.Zip(model, (x, m) => x - m)];
            });

    private static Derivation Gibbs() => new Derivation<Drawn>(
        "gibbs", "A sweep of Gibbs sampling leaves the machine's distribution as it is", "S4-197", Drawn.Of)
        .Start(@"\sum_v p(v) \sum_h p(h \mid v)\, p(v' \mid h)", d =>
            [.. d.V.Select(to => d.V.Sum(v => Probability(d.θ, v) * d.H.Sum(h =>
                Given(ScalarRbm.HiddenMeans(d.θ, v), h) * Given(ScalarRbm.VisibleMeans(d.θ, h), to))))])
        .Equal(@"\sum_h p(h)\, p(v' \mid h)", d => ScalarRbm.LogPartition(d.θ) is var logZ
            ? [.. d.V.Select(to => d.H.Sum(h => d.V.Sum(v => ScalarRbm.Joint(d.θ, v, h, logZ))
                * Given(ScalarRbm.VisibleMeans(d.θ, h), to)))] : [])
        .Equal("p(v')", d => [.. d.V.Select(v => Probability(d.θ, v))]);

    private static Derivation RealUnits() => new Derivation<(Drawn d, double[] x)>(
        "real-units", "Real visible units", "S4-195", random => Drawn.Of(random) is var d
            ? (d, random.Normals(d.θ.Visible)) : default)
        .Start(@"-\ln \sum_h e^{-\frac12 \lVert v - b \rVert^2 + c^\top h + h^\top W v}", s =>
            -Math.Log(s.d.H.Sum(h => Math.Exp(-Square(s.x, s.d.θ.b) / 2 + Dot(s.d.θ.c, h)
                + Dot(Outer(h, s.x), [.. s.d.θ.W.Cast<double>()])))))
        .Equal(@"-\ln \sum_h e^{c^\top h + b^\top W^\top h + \frac12 \lVert W^\top h \rVert^2}\, "
                + @"e^{-\frac12 \lVert v - b - W^\top h \rVert^2}",
            s => -Math.Log(s.d.H.Sum(h => Pulled(s.d.θ, h) is var w
                ? Math.Exp(Dot(s.d.θ.c, h) + Dot(s.d.θ.b, w) + Dot(w, w) / 2
                    - Square([.. s.x.Zip(w, (x, y) => x - y)], s.d.θ.b) / 2) : 0)),
            "the square completed: given h, v is normal about b + Wᵀh")
        .Equal(@"\tfrac12 \lVert v - b \rVert^2 - \sum_j \ln (1 + e^{a_j})", s =>
            Square(s.x, s.d.θ.b) / 2 - (s.d with { v = s.x }).a.Sum(ScalarActivations.Softplus));

    // From a machine without weights over one at β = ½ to the machine itself.
    private static Derivation Annealing() => new Derivation<Drawn>(
        "annealing", "The mean weight of annealed importance sampling", "S4-197", Drawn.Of)
        .Start(@"\mathbb E \left[ \frac{p^*_{1/2}(v_0)}{p^*_0(v_0)}\, \frac{p^*_1(v_1)}{p^*_{1/2}(v_1)} \right],\quad "
                + @"v_0 \sim p_0,\; v_1 \sim T_{1/2}(\cdot \mid v_0)",
            d => d.V.Sum(v0 => Probability(At(d, 0), v0) * Ratio(d, v0, 0.5, 0)
                * d.V.Sum(v1 => Sweep(At(d, 0.5), v0, v1) * Ratio(d, v1, 1, 0.5))))
        .Equal(@"\frac{Z_{1/2}}{Z_0} \sum_{v_1} \Bigl( \sum_{v_0} p_{1/2}(v_0)\, T_{1/2}(v_1 \mid v_0) \Bigr) "
                + @"\frac{p^*_1(v_1)}{p^*_{1/2}(v_1)}",
            d => Math.Exp(ScalarRbm.LogPartition(At(d, 0.5)) - ScalarRbm.LogPartition(At(d, 0)))
                * d.V.Sum(v1 => d.V.Sum(v0 => Probability(At(d, 0.5), v0) * Sweep(At(d, 0.5), v0, v1))
                    * Ratio(d, v1, 1, 0.5)), "p₀ = p*₀/Z₀, and p*½ = Z½ p½")
        .Equal(@"\frac{Z_{1/2}}{Z_0} \sum_{v_1} p_{1/2}(v_1)\, \frac{p^*_1(v_1)}{p^*_{1/2}(v_1)}",
            d => Math.Exp(ScalarRbm.LogPartition(At(d, 0.5)) - ScalarRbm.LogPartition(At(d, 0)))
                * d.V.Sum(v1 => Probability(At(d, 0.5), v1) * Ratio(d, v1, 1, 0.5)), "a sweep leaves p½ as it is")
        .Equal(@"\frac{Z_1}{Z_0}",
            d => Math.Exp(ScalarRbm.LogPartition(d.θ) - ScalarRbm.LogPartition(At(d, 0))));

    private static Derivation Bound() => new Derivation<(Drawn d, double[] q)>(
        "stack-bound", "Why another machine on top can help", "S4-182", random => Drawn.Of(random) is var d
            ? (d, random.Uniforms(d.θ.Hidden, 0.05, 0.95)) : default)
        .Start(@"\sum_h q(h) \ln \frac{p(h)\, p(v \mid h)}{q(h)}", s => Expected(s.d, s.q))
        .AtMost(@"\ln \sum_h p(h)\, p(v \mid h)", s => ScalarRbm.LogPartition(s.d.θ) is var logZ
            ? Math.Log(s.d.H.Sum(h => ScalarRbm.Joint(s.d.θ, s.d.v, h, logZ))) : 0,
            "Jensen: ln is concave; equal for q(h) = p(h | v)")
        .Equal(@"\ln p(v)", s => -ScalarRbm.FreeEnergy(s.d.θ, s.d.v) - ScalarRbm.LogPartition(s.d.θ));

    private static double Expected(Drawn d, double[] q)
    {
        double logZ = ScalarRbm.LogPartition(d.θ);
        return d.H.Sum(h => Given(q, h) * Math.Log(ScalarRbm.Joint(d.θ, d.v, h, logZ) / Given(q, h)));
    }

    // The machine at β: b₀ = −b for one that is none of the two.
    private static RbmWeights At(Drawn d, double β) => new(
        (β * Matrix<double>.Build.DenseOfArray(d.θ.W)).ToArray(),
        [.. d.θ.b.Select(b => (1 - β) * -b + β * b)], [.. d.θ.c.Select(c => β * c)]);

    private static double Ratio(Drawn d, double[] v, double to, double from) =>
        Math.Exp(ScalarRbm.FreeEnergy(At(d, from), v) - ScalarRbm.FreeEnergy(At(d, to), v));

    private static double Sweep(RbmWeights θ, double[] from, double[] to) => ScalarRbm.States(θ.Hidden).Sum(h =>
        Given(ScalarRbm.HiddenMeans(θ, from), h) * Given(ScalarRbm.VisibleMeans(θ, h), to));

    private static double Probability(RbmWeights θ, double[] v) =>
        Math.Exp(-ScalarRbm.FreeEnergy(θ, v) - ScalarRbm.LogPartition(θ));

    // The probability of states of independent units.
    private static double Given(double[] p, double[] s) =>
        p.Zip(s, (mean, state) => state == 1 ? mean : 1 - mean).Aggregate(1.0, (x, y) => x * y);

    private static double[] Slopes(RbmWeights θ, double[] v) =>
        [.. Outer(ScalarRbm.HiddenMeans(θ, v), v).Select(hv => -hv)];

    private static RbmWeights With(RbmWeights θ, double[] w)
    {
        var W = new double[θ.Hidden, θ.Visible];
        for (int at = 0; at < w.Length; at++)
        {
            W[at / θ.Visible, at % θ.Visible] = w[at];
        }

        return θ with { W = W };
    }

    private static double[] Pulled(RbmWeights θ, double[] h) =>
        [.. Enumerable.Range(0, θ.Visible).Select(i => h.Select((x, j) => θ.W[j, i] * x).Sum())];

    private static double Product(IEnumerable<double> a) => a.Aggregate(1.0, (p, aj) => p * (1 + Math.Exp(aj)));

    private static double[] Outer(double[] h, double[] v) => [.. h.SelectMany(x => v.Select(y => x * y))];

    private static double[] Scaled(double[] x, double by) => [.. x.Select(y => by * y)];

    private static double[] Sum(IEnumerable<double[]> all) => all.Aggregate((x, y) => [.. x.Zip(y, (a, b) => a + b)]);

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Square(double[] x, double[] y) => x.Zip(y, (a, b) => (a - b) * (a - b)).Sum();
}
