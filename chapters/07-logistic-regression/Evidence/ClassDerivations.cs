using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Classification;

/// <summary>Several classes, and the measures of a classifier.</summary>
internal static class ClassDerivations
{
    public static IEnumerable<Derivation> All => [Gradient(), Area()];

    private sealed record Model(double[,] W, double[] B, double[,] X, int[] Labels)
    {
        public static Model Draw(RandomStream random) => new(
            Fill(random, 3, 3), random.Normals(3), Fill(random, 3, 5), [.. Points.Select(_ => random.Below(3))]);

        public static IEnumerable<int> Points => Enumerable.Range(0, 5);

        public double[] Scores(int i) => ScalarSoftmaxRegression.Scores(W, B, X.Column(i));

        public double[] Probabilities(int i) => ScalarSoftmaxRegression.Predict(W, B, X.Column(i));

        public double[] Y(int i) => OneHot.Encode(Labels[i], 3);

        private static double[,] Fill(RandomStream random, int rows, int columns) =>
            Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns)).ToArray();
    }

    private static Derivation Gradient() => new Derivation<Model>(
        "softmax-weights", "The same factor for every class", "S0-109 S4-113", Model.Draw)
        .Start(@"\frac{\partial E}{\partial w_{kj}}", p => NumericalDerivative.Gradient(
            w => ScalarSoftmaxRegression.Loss(Folded(w), p.B, p.X, p.Labels), p.W.Flat()))
        .Numerically(@"\frac{1}{m} \sum_i \sum_l \frac{\partial E_i}{\partial z_{il}}\, "
            + @"\frac{\partial z_{il}}{\partial w_{kj}}",
            p => OverWeights((k, j) => Model.Points.Average(i => Enumerable.Range(0, 3).Sum(l =>
                ScalarCrossEntropy.GradientOfLogits(p.Scores(i).AsColumn(), p.Y(i).AsColumn())[l, 0]
                * (l == k ? p.X[j, i] : 0)))),
            "the chain rule; only the score of class k holds the weight")
        .Equal(@"\frac{1}{m} \sum_i (\hat y_{ik} - y_{ik})\, x_j^{(i)}", p => OverWeights((k, j) =>
            Model.Points.Average(i => (p.Probabilities(i)[k] - p.Y(i)[k]) * p.X[j, i])),
            "chapter 03: the derivative by the scores is p − y")
        .Equal(@"\big[ \delta X^\top \big]_{kj},\quad \delta = \tfrac{1}{m} (\hat Y - Y)", p =>
            ScalarSoftmaxRegression.Gradient(p.W, p.B, p.X, p.Labels).DW.Flat(), "all weights at once");

    private static Derivation Area() => new Derivation<(double[] Scores, int[] Labels)>(
        "area", "The area under the curve counts pairs", "S0-119",
        random =>
        {
            int[] labels = [0, 1, .. Enumerable.Range(0, 12).Select(_ => random.Below(2))];
            return ([.. labels.Select(y => Math.Round(2 * (random.Normal() + y)) / 2)], labels); // rounded: some tie
        })
        .Start(@"\sum_t \big( \mathrm{FPR}_t - \mathrm{FPR}_{t-1} \big)\, "
            + @"\frac{\mathrm{TPR}_t + \mathrm{TPR}_{t-1}}{2}",
            s => RocCurve.Of(s.Scores, s.Labels).Area())
        .Equal(@"\sum_t \frac{n^-_t}{n^-} \Big( \frac{\#\{s_i > t\}}{n^+} + \frac{\#\{s_i = t\}}{2 n^+} \Big)", s =>
            s.Scores.Distinct().Sum(t =>
                Share(s, 0, v => v == t) * (Share(s, 1, v => v > t) + Share(s, 1, v => v == t) / 2)),
            "the step at t is as wide as the negatives that score t; its height counts half of the tied positives")
        .Equal(@"\frac{1}{n^+ n^-} \sum_{i: y_i = 1} \sum_{j: y_j = 0} "
            + @"\big( \mathbb{1}[s_i > s_j] + \tfrac12 \mathbb{1}[s_i = s_j] \big)",
            s => RocCurve.RankStatistic(s.Scores, s.Labels), "counted pair by pair");

    // The share of the samples of a label whose score fulfils a condition.
    private static double Share((double[] Scores, int[] Labels) s, int label, Func<double, bool> condition) =>
        s.Scores.Where((_, n) => s.Labels[n] == label).Average(score => condition(score) ? 1.0 : 0.0);

    private static double[] OverWeights(Func<int, int, double> f) =>
        [.. from k in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 3) select f(k, j)];

    private static double[,] Folded(double[] w) => Matrix<double>.Build.DenseOfRowMajor(3, 3, w).ToArray();
}
