using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Embeddings;

/// <summary>The gradients of the chapter, and what its quantities have to do with each other.</summary>
public static class EmbeddingDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Lookup(), PairCount(), UnitDistance(), Softmax(), Sampled(), Mean(), SampledPmi(), GloveCell(), Tsne(),
    ];

    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static Derivation Lookup() => new Derivation<(Matrix<double> W, Matrix<double> dY, int[] Ids)>(
        "lookup", "The gradient of a look-up", "S0-193 S1-174 S3-159 S3-265",
        random => (Normal(random, 2, 4), Normal(random, 2, 5),
            [.. Enumerable.Range(0, 5).Select(_ => random.Below(4))]))
        .Start(@"\frac{\partial}{\partial W} \langle dY,\, W E \rangle", s => NumericalDerivative.Gradient(
            w => Matrix<double>.Build.Dense(2, 4, w).Multiply(E(s.Ids)).PointwiseMultiply(s.dY).RowSums().Sum(),
            s.W.ToColumnMajorArray()))
        .Numerically(@"dY\, E^\top", s => (s.dY * E(s.Ids).Transpose()).ToColumnMajorArray(),
            "(9.2) of a linear layer")
        .Equal(@"\Bigl( \sum_{t:\, i_t = v} dy_t \Bigr)_v",
            s => Matrix<double>.Build.DenseOfArray(ScalarEmbedding.Gradient(s.Ids, s.dY.ToArray(), 4))
                .ToColumnMajorArray(),
            "column t of E has its 1 in row i of t; (15.2)");

    private static Matrix<double> E(int[] ids) => EmbeddingEquations.OneHot(ids, 4);

    private static Derivation PairCount() => new Derivation<(int n, int k)>(
        "pair-count", "The pairs of a window", "S0-155",
        random => random.Below(5) + 1 is var k ? (k + 1 + random.Below(20), k) : default)
        .Start(@"\#\{ (t, s) : 0 < |t - s| \le k,\ 0 \le t, s < n \}",
            s => ContextWindow.Pairs([.. Enumerable.Range(0, s.n)], s.k).Count())
        .Equal(@"2 \sum_{\delta = 1}^k (n - \delta)", s => 2.0 * Enumerable.Range(1, s.k).Sum(δ => s.n - δ),
            "at distance δ there are n − δ pairs, each in two orders")
        .Equal(@"2 k n - k (k + 1)", s => ContextWindow.Count(s.n, s.k), "(15.3)");

    private static Derivation UnitDistance() => new Derivation<(double[] A, double[] B)>(
        "unit-distance", "At length 1, near and alike are the same", "S1-185 S1-189",
        random => 1 + random.Below(5) is var D ? Apart(Unit(random.Normals(D)), Unit(random.Normals(D))) : default)
        .Start(@"|a - b|^2,\quad |a| = |b| = 1", s => Math.Pow(ScalarSimilarity.Distance(s.A, s.B), 2))
        .Equal(@"a \cdot a - 2\, a \cdot b + b \cdot b", s => ScalarSimilarity.Dot(s.A, s.A)
            - 2 * ScalarSimilarity.Dot(s.A, s.B) + ScalarSimilarity.Dot(s.B, s.B))
        .Equal(@"2 - 2 \cos(a, b)", s => 2 - 2 * ScalarSimilarity.Cosine(s.A, s.B),
            "the nearest word is that of the largest cosine");

    // Neighbours would lose the digits of 1 − cos.
    private static (double[] A, double[] B) Apart(double[] a, double[] b) =>
        (a, ScalarSimilarity.Dot(a, b) > 0.9 ? [.. b.Select(v => -v)] : b);

    private static double[] Unit(double[] a) => [.. a.Select(v => v / Math.Sqrt(ScalarSimilarity.Dot(a, a)))];

    private sealed record Prediction(double[] H, double[,] U, int O, int[] Noise)
    {
        public static Prediction Draw(RandomStream random) => new(
            random.Normals(3), Normal(random, 3, 5).ToArray(), random.Below(5), [random.Below(5), random.Below(5)]);

        public double[] Column(int v) => U.Column(v);

        public double Score(int v) => ScalarSimilarity.Dot(H, Column(v));

        public double[] Sum(Func<int, double> δ, IEnumerable<int> words)
        {
            double[] sum = new double[3];
            foreach (int v in words)
            {
                sum = ScalarSimilarity.Plus(sum, [.. Column(v).Select(u => δ(v) * u)]);
            }

            return sum;
        }
    }

    private static Derivation Softmax() => new Derivation<Prediction>(
        "softmax-words", "The gradient of the full softmax", "S0-165 S1-176", Prediction.Draw)
        .Start(@"\frac{\partial}{\partial h} \bigl[ -\ln \mathrm{softmax}(U^\top h)_o \bigr]",
            s => NumericalDerivative.Gradient(h => ScalarSkipGram.Softmax(h, s.U, s.O).Loss, s.H))
        .Numerically(@"\frac{\partial}{\partial h} \Bigl[ -u_o \cdot h + \ln \sum_v e^{u_v \cdot h} \Bigr]",
            s => NumericalDerivative.Gradient(
                h => Math.Log(Enumerable.Range(0, 5).Sum(v => Math.Exp(ScalarSimilarity.Dot(h, s.Column(v)))))
                    - ScalarSimilarity.Dot(h, s.Column(s.O)), s.H))
        .Numerically(@"\sum_v p_v\, u_v - u_o",
            s => ScalarSimilarity.Minus(
                s.Sum(v => ScalarActivations.Softmax([.. Enumerable.Range(0, 5).Select(s.Score)])[v],
                    Enumerable.Range(0, 5)), s.Column(s.O)),
            "the expected output vector minus that of the word; it takes all V of them")
        .Equal(@"\sum_v \delta_v\, u_v,\quad \delta = p - e_o", s => ScalarSkipGram.Softmax(s.H, s.U, s.O).Hidden,
            "(15.11)");

    private static Derivation Sampled() => new Derivation<Prediction>(
        "negative-sampling", "The gradient of negative sampling", "S1-176 S2-223", Prediction.Draw)
        .Start(@"\frac{\partial}{\partial h} \Bigl[ -\ln \sigma(u_o \cdot h) - \sum_k \ln \sigma(-u_k \cdot h) \Bigr]",
            s => NumericalDerivative.Gradient(
                h => -Math.Log(ScalarActivations.Sigmoid(ScalarSimilarity.Dot(h, s.Column(s.O))))
                    - s.Noise.Sum(k => Math.Log(ScalarActivations.Sigmoid(-ScalarSimilarity.Dot(h, s.Column(k))))),
                s.H))
        .Numerically(@"-\sigma(-u_o \cdot h)\, u_o + \sum_k \sigma(u_k \cdot h)\, u_k",
            s => ScalarSimilarity.Plus(
                s.Sum(v => -ScalarActivations.Sigmoid(-s.Score(v)), [s.O]),
                s.Sum(v => ScalarActivations.Sigmoid(s.Score(v)), s.Noise)),
            "the derivative of ln σ(z) is σ(−z)")
        .Equal(@"\sum_{v \in \{o\} \cup S} \bigl( \sigma(u_v \cdot h) - [v = o] \bigr)\, u_v",
            s => ScalarSkipGram.NegativeSampling(s.H, s.U, s.O, s.Noise).Hidden,
            "(15.14), since −σ(−z) = σ(z) − 1; 1 + K words instead of V");

    private static Derivation Mean() => new Derivation<(double[] W, Prediction P)>(
        "context-mean", "The context shares its gradient", "S0-164", random =>
            (random.Normals(9), Prediction.Draw(random)))
        .Start(@"\frac{\partial L(h)}{\partial w_c},\quad h = \frac 1m \sum_c w_c",
            s => NumericalDerivative.Gradient(
                w => ScalarSkipGram.NegativeSampling(Hidden(w), s.P.U, s.P.O, s.P.Noise).Loss, s.W))
        .Numerically(@"\frac 1m\, \frac{\partial L}{\partial h} \text{ for each of } m \text{ words}",
            s => ScalarSkipGram.NegativeSampling(Hidden(s.W), s.P.U, s.P.O, s.P.Noise).Hidden is var dh
                ? [.. Enumerable.Range(0, 9).Select(i => dh[i % 3] / 3)] : []);

    // Three words of three numbers, one after another.
    private static double[] Hidden(double[] w) => ScalarSkipGram.Mean(
        Matrix<double>.Build.Dense(3, 3, w).ToArray(), [0, 1, 2]);

    private static Derivation SampledPmi() => new Derivation<(double X, double B, double x)>(
        "sampled-pmi", "Negative sampling and counting meet", "S0-160 S1-176 S1-177",
        random => (random.Uniform(1, 50), random.Uniform(1, 50)) is var (X, B)
            ? (X, B, Math.Log(X / B) + (random.Below(2) == 0 ? 1 : -1) * random.Uniform(0.3, 2)) : default)
        .Start(@"\frac{\partial}{\partial x} \bigl[ -X_{ij} \ln \sigma(x) - B \ln \sigma(-x) \bigr],\quad "
                + @"B = K\, \frac{X_{i \cdot} X_{\cdot j}}{X_{\cdot\cdot}}",
            s => NumericalDerivative.Richardson(
                x => s.X * ScalarActivations.Softplus(-x) + s.B * ScalarActivations.Softplus(x), s.x))
        .Numerically(@"-X_{ij}\, \sigma(-x) + B\, \sigma(x)",
            s => -s.X * ScalarActivations.Sigmoid(-s.x) + s.B * ScalarActivations.Sigmoid(s.x),
            "all pairs of i and j in a text, and their expected noise, if drawn by frequency")
        .Equal(@"(X_{ij} + B)\, \sigma(x) - X_{ij}", s => (s.X + s.B) * ScalarActivations.Sigmoid(s.x) - s.X,
            "0 where σ(x) = X/(X + B), that is x = ln(X/B) = PMI − ln K: the products of the vectors");

    private static Derivation GloveCell() => new Derivation<(double[] W, double[] C, double b, double c, double X)>(
        "glove-cell", "The gradient of a cell of GloVe", "S0-166 S1-177",
        random => (random.Normals(3), random.Normals(3), random.Normal(), random.Normal(), random.Uniform(0.5, 300)))
        .Start(@"\frac{\partial}{\partial w}\, f(x)\, \bigl( w \cdot \tilde w + b + \tilde b - \ln x \bigr)^2",
            s => NumericalDerivative.Gradient(w => ScalarGlove.Loss(w, s.C, s.b, s.c, s.X), s.W))
        .Numerically(@"2 f(x)\, \bigl( w \cdot \tilde w + b + \tilde b - \ln x \bigr)\, \tilde w",
            s => [.. s.C.Select(c => ScalarGlove.Derivative(s.W, s.C, s.b, s.c, s.X) * c)], "(15.21)");

    private static Derivation Tsne() => new Derivation<(double[,] P, double[,] Y)>(
        "tsne-gradient", "The gradient of t-SNE", "S0-168 S1-184",
        random => (ScalarTsne.Joint(Embeddings.Tsne.Distances(Normal(random, 3, 5)), 2),
            Normal(random, 2, 5).ToArray()))
        .Start(@"\frac{\partial}{\partial y_i} \sum_{kl} p_{kl} \ln \frac{p_{kl}}{q_{kl}}",
            s => NumericalDerivative.Gradient(
                y => ScalarTsne.Divergence(s.P, ScalarTsne.Similarities(Square(y))), s.Y.Flat()))
        .Numerically(@"\frac{\partial}{\partial y_i} \Bigl[ \sum_{kl} p_{kl} \ln (1 + |y_k - y_l|^2) + "
                + @"\ln \sum_{kl} \frac{1}{1 + |y_k - y_l|^2} \Bigr]",
            s => NumericalDerivative.Gradient(y => Split(s.P, Square(y)), s.Y.Flat()),
            "q written out; the sum of all p is 1")
        .Numerically(@"4 \sum_j \frac{(p_{ij} - q_{ij})\, (y_i - y_j)}{1 + |y_i - y_j|^2}",
            s => ScalarTsne.Gradient(s.P, s.Y).Flat(), "(15.28); every pair counts twice, and a square gives a 2");

    private static double[,] Square(double[] y) => Matrix<double>.Build.DenseOfRowMajor(2, y.Length / 2, y).ToArray();

    private static double Split(double[,] P, double[,] y)
    {
        (double attraction, double sum) = (0, 0);
        for (int k = 0; k < 5; k++)
        {
            for (int l = 0; l < 5; l++)
            {
                double q = 1 / (1 + Math.Pow(ScalarSimilarity.Distance(y.Column(k), y.Column(l)), 2));
                attraction -= P[k, l] * Math.Log(q);
                sum += k == l ? 0 : q;
            }
        }

        return attraction + Math.Log(sum);
    }
}
