using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LanguageModels;

/// <summary>The loss of a text, temperature, ranked answers and rewards, line by line.</summary>
public static class LanguageModelDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Chain(), Flattened(), Sharpened(), Pair(), Policy(), ScoreFunction(), Optimum(),
    ];

    // A model of two tokens before: scores by a table.
    private static Derivation Chain() => new Derivation<(int[] x, ulong Table)>(
        "chain", "The probability of a text is a product of next-token probabilities", "S2-215 S2-267 S1-222",
        random => ([.. Enumerable.Range(0, 2 + random.Below(5)).Select(_ => random.Below(4))],
            (ulong)random.Below(1 << 20)))
        .Start(@"p(x_1, \dots, x_T) = \frac{p(x_1 \dots x_T)}{p(x_1 \dots x_{T-1})} \cdots \frac{p(x_1)}{1}",
            s => [Enumerable.Range(0, s.x.Length)
                .Aggregate(1.0, (p, t) => p * ScalarActivations.Softmax(Scores(s.x[..t], s.Table))[s.x[t]])])
        .Equal(@"\prod_t p(x_t \mid x_1 \dots x_{t-1})",
            s => [Math.Exp(ScalarLanguageModel.LogProbability(s.x, before => Scores(before, s.Table)))])
        .Equal(@"e^{-T L},\quad L = -\frac1T \sum_t \ln p(x_t \mid x_{<t})", s =>
        {
            int T = s.x.Length;
            double[][] z = [.. Enumerable.Range(0, T).Select(t => Scores(s.x[..t], s.Table))];
            return [Math.Exp(-T * ScalarLanguageModel.Loss(z, s.x, [.. Enumerable.Repeat(1.0 / T, T)]))];
        }, "the mean loss is the logarithm of the perplexity");

    private sealed record Batch(double[][] Z, int[] y, double[] w)
    {
        public static Batch Draw(RandomStream random)
        {
            (int n, int V) = (1 + random.Below(4), 2 + random.Below(4));
            return new([.. Enumerable.Range(0, n).Select(_ => random.Normals(V))],
                [.. Enumerable.Range(0, n).Select(_ => random.Below(V))], random.Normals(n));
        }
    }

    private static Derivation Flattened() => new Derivation<Batch>(
        "token-loss", "The gradient of a weighted token loss", "S1-285 S1-297", Batch.Draw)
        .Start(@"\frac{\partial}{\partial z}\, \Bigl( -\sum_i w_i \ln \mathrm{softmax}(z_i)_{y_i} \Bigr)",
            s => NumericalDerivative.Gradient(
                v => ScalarLanguageModel.Loss([.. v.Chunk(s.Z[0].Length)], s.y, s.w), [.. s.Z.SelectMany(z => z)]))
        .Numerically(@"w_i \Bigl( \frac{\partial}{\partial z_{ik}} \ln \sum_j e^{z_{ij}} - [k = y_i] \Bigr)",
            s => [.. s.Z.SelectMany((z, i) => z.Select((zk, k) =>
                s.w[i] * (Math.Exp(zk) / z.Sum(zj => Math.Exp(zj)) - (k == s.y[i] ? 1 : 0))))])
        .Equal(@"w_i\, (p_{ik} - [k = y_i])",
            s => [.. ScalarLanguageModel.Gradient(s.Z, s.y, s.w).SelectMany(g => g)]);

    private static Derivation Sharpened() => new Derivation<(double[] z, double τ)>(
        "temperature", "Temperature raises probabilities to a power", "S1-320",
        random => (random.Normals(2 + random.Below(5)), 0.3 + 2 * random.Uniform()))
        .Start(@"\mathrm{softmax}(z / \tau)_i", s => ScalarDecoding.Temperature(s.z, s.τ))
        .Equal(@"\frac{(e^{z_i})^{1/\tau}}{\sum_j (e^{z_j})^{1/\tau}}",
            s => Normalized(s.z.Select(z => Math.Pow(Math.Exp(z), 1 / s.τ))))
        .Equal(@"\frac{p_i^{1/\tau}}{\sum_j p_j^{1/\tau}},\quad p = \mathrm{softmax}(z)",
            s => Normalized(ScalarActivations.Softmax(s.z).Select(p => Math.Pow(p, 1 / s.τ))),
            "the sum of the softmax cancels");

    private static Derivation Pair() => new Derivation<double[]>(
        "pair", "The gradient of a ranked pair", "S1-298", random => random.Normals(2))
        .Start(@"\frac{\partial}{\partial r_w}\, \bigl( -\ln \sigma(r_w - r_l) \bigr)",
            r => [NumericalDerivative.Gradient(v => ScalarAlignment.PairLoss(v[0], r[1]), [r[0]])[0]])
        .Numerically(@"-\frac{\sigma'(r_w - r_l)}{\sigma(r_w - r_l)}",
            r => [-ScalarActivations.SigmoidDerivative(r[0] - r[1]) / ScalarActivations.Sigmoid(r[0] - r[1])])
        .Equal(@"\sigma(r_w - r_l) - 1", r => [ScalarAlignment.PairGradient(r[0], r[1])], "σ′ = σ (1 − σ)");

    private sealed record Answers(double[] z, double[] r, double[] π0, double β)
    {
        public double[] π => ScalarActivations.Softmax(z);

        public double[] a => [.. r.Zip(π.Zip(π0, (p, q) => Math.Log(p / q)), (rk, ln) => rk - β * ln)];

        // Not the best policy itself, where the lines are differences of equal numbers.
        public static Answers Draw(RandomStream random)
        {
            int K = 2 + random.Below(4);
            Answers s = new(random.Normals(K), random.Normals(K), ScalarActivations.Softmax(random.Normals(K)),
                0.3 + random.Uniform());
            return ScalarAlignment.Kl(s.π, ScalarAlignment.Optimum(s.r, s.π0, s.β)) < 0.01 ? Draw(random) : s;
        }
    }

    private static Derivation Policy() => new Derivation<Answers>(
        "policy", "The gradient of a reward with its price", "S1-299", Answers.Draw)
        .Start(@"\frac{\partial}{\partial z_k} \Bigl( \sum_y \pi_y r_y - \beta \sum_y \pi_y \ln "
            + @"\frac{\pi_y}{\pi_{0y}} \Bigr)",
            s => NumericalDerivative.Gradient(z => ScalarAlignment.Objective(z, s.r, s.π0, s.β), s.z))
        .Numerically(@"\sum_y \frac{\partial \pi_y}{\partial z_k} (a_y - \beta),\quad a_y = r_y - \beta \ln "
            + @"\frac{\pi_y}{\pi_{0y}}",
            s => [.. s.z.Select((_, k) =>
                s.π.Select((p, y) => p * ((y == k ? 1 : 0) - s.π[k]) * (s.a[y] - s.β)).Sum())])
        .Equal(@"\pi_k \Bigl( a_k - \sum_y \pi_y a_y \Bigr)", s => ScalarAlignment.Gradient(s.z, s.r, s.π0, s.β),
            "the columns of the Jacobian sum to 0, so the constant β falls out");

    private static Derivation ScoreFunction() => new Derivation<(Answers S, double b)>(
        "score-function", "The same gradient from drawn answers", "S1-299", random =>
            (Answers.Draw(random), random.Normal()))
        .Start(@"\mathbb E_{y \sim \pi}\, (a_y - b)\, \frac{\partial \ln \pi_y}{\partial z_k}",
            s => [.. s.S.z.Select((_, k) => s.S.π.Select((p, y) => p * ScalarAlignment.ScoreFunction(
                s.S.z, s.S.r, s.S.π0, s.S.β, y, s.b)[k]).Sum())])
        .Equal(@"\sum_y \pi_y a_y ([k = y] - \pi_k)",
            s => [.. s.S.π.Select((pk, k) => s.S.π.Select((p, y) => p * s.S.a[y] * ((k == y ? 1 : 0) - pk)).Sum())],
            "a baseline b changes no mean, since the mean of the score is 0")
        .Equal(@"\pi_k \Bigl( a_k - \sum_y \pi_y a_y \Bigr)",
            s => ScalarAlignment.Gradient(s.S.z, s.S.r, s.S.π0, s.S.β));

    private static Derivation Optimum() => new Derivation<Answers>(
        "optimum", "The best policy", "S1-299", Answers.Draw)
        .Start(@"\max_\pi \Bigl( \sum \pi r - \beta\, \mathrm{KL}(\pi \| \pi_0) \Bigr) - \Bigl( \sum \pi r - \beta\, "
            + @"\mathrm{KL}(\pi \| \pi_0) \Bigr)",
            s => [s.β * Math.Log(s.r.Zip(s.π0, (r, q) => q * Math.Exp(r / s.β)).Sum())
                - ScalarAlignment.Objective(s.z, s.r, s.π0, s.β)])
        .Equal(@"\beta \sum_y \pi_y \ln \frac{\pi_y}{\pi^*_y},\quad \pi^*_y = \frac{\pi_{0y}\, e^{r_y/\beta}}"
            + @"{\sum_j \pi_{0j}\, e^{r_j/\beta}}",
            s => [s.β * ScalarAlignment.Kl(s.π, ScalarAlignment.Optimum(s.r, s.π0, s.β))],
            "never negative, and 0 only where π is that policy");

    private static double[] Scores(int[] before, ulong table) =>
        new RandomStream(before.Aggregate(table, (h, id) => 31 * h + (ulong)id + 7)).Normals(4);

    private static double[] Normalized(IEnumerable<double> weights)
    {
        double[] w = [.. weights];
        return [.. w.Select(wi => wi / w.Sum())];
    }
}
