using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Verification;

namespace Reference.Classification;

/// <summary>Several classes: the error, its gradient, the borders, and two classes as one unit.</summary>
internal static class ClassDerivations
{
    public static IEnumerable<Derivation> All => [Loss(), Gradient(), Border(), TwoClasses()];

    private sealed record Model(double[,] W, double[] B, double[,] X, int[] Labels)
    {
        public static Model Draw(RandomStream random, int classes) => new(
            Fill(random, classes, 3), random.Normals(classes), Fill(random, 3, 5), [.. Enumerable.Range(0, 5).Select(_ => random.Below(classes))]);

        public double[] Probabilities(int i) => ScalarSoftmaxRegression.Predict(W, B, Column(i));

        public double[] Column(int i) => ScalarPerceptron.Column(X, i);

        public int Y(int i, int j) => Labels[i] == j ? 1 : 0;

        private static double[,] Fill(RandomStream random, int rows, int columns)
        {
            var values = new double[rows, columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    values[i, j] = random.Normal();
                }
            }

            return values;
        }
    }

    private static Derivation Loss() => new Derivation<Model>(
        "classes-error", "The error of several classes", "S1-046 S4-113", random => Model.Draw(random, 3))
        .Start(@"-\frac{1}{m} \sum_{i=1}^m \ln \hat y_{i, c_i}", p => -Enumerable.Range(0, 5).Average(i => Math.Log(p.Probabilities(i)[p.Labels[i]])))
        .Printed("S1-046", @"-\frac{1}{m} \sum_{i=1}^m y_{ij} \ln \hat y_{ij}", p =>
            -Enumerable.Range(0, 5).Average(i => p.Y(i, 0) * Math.Log(p.Probabilities(i)[0])),
            "A Σ is missing: one sum leaves j free, and with any fixed class j, here the first, only the points of that class count.")
        .Equal(@"-\frac{1}{m} \sum_{i=1}^m \sum_{j=1}^n y_{ij} \ln \hat y_{ij}", p =>
            -Enumerable.Range(0, 5).Average(i => Enumerable.Range(0, 3).Sum(j => p.Y(i, j) * Math.Log(p.Probabilities(i)[j]))),
            "one-hot: only the true class of a point is left")
        .Equal(@"E(W, b)", p => ScalarSoftmaxRegression.Loss(p.W, p.B, p.X, p.Labels));

    private static Derivation Gradient() => new Derivation<Model>(
        "softmax-weights", "The same error term for every class", "S0-109 S4-113", random => Model.Draw(random, 3))
        .Start(@"\frac{\partial E}{\partial w_{kj}}", p =>
            NumericalDerivative.Gradient(w => ScalarSoftmaxRegression.Loss(Folded(w), p.B, p.X, p.Labels), Flat(p.W)))
        .Numerically(@"\frac{1}{m} \sum_i \sum_l \frac{\partial E_i}{\partial z_{il}}\, \frac{\partial z_{il}}{\partial w_{kj}}", p => OverWeights((k, j) =>
            Enumerable.Range(0, 5).Average(i => Enumerable.Range(0, 3).Sum(l =>
                ScalarCrossEntropy.GradientOfLogits(
                    AsColumn(ScalarSoftmaxRegression.Scores(p.W, p.B, p.Column(i))), AsColumn(OneHot.Encode(p.Labels[i], 3)))[l, 0]
                * (l == k ? p.X[j, i] : 0)))),
            "the chain rule, the score of class k alone holding the weight")
        .Equal(@"\frac{1}{m} \sum_i (\hat y_{ik} - y_{ik})\, x_j^{(i)}", p =>
            OverWeights((k, j) => Enumerable.Range(0, 5).Average(i => (p.Probabilities(i)[k] - p.Y(i, k)) * p.X[j, i])),
            "chapter 03: through the softmax the slope is p − y")
        .Equal(@"\big[ \delta X^\top \big]_{kj},\quad \delta = \tfrac{1}{m} (\hat Y - Y)", p =>
            Flat(ScalarSoftmaxRegression.Gradient(p.W, p.B, p.X, p.Labels).DW), "all weights at once");

    private static Derivation Border() => new Derivation<Model>(
        "border", "Between two classes the border is a line", "S4-111", random => Model.Draw(random, 3))
        .Start(@"\ln \frac{p_k}{p_l}", p => [.. Enumerable.Range(0, 5).Select(i => Math.Log(p.Probabilities(i)[2] / p.Probabilities(i)[0]))])
        .Equal(@"z_k - z_l", p =>
            [.. Enumerable.Range(0, 5).Select(i => ScalarSoftmaxRegression.Scores(p.W, p.B, p.Column(i))).Select(z => z[2] - z[0])],
            "the common denominator cancels")
        .Equal(@"(w_k - w_l) \cdot x + (b_k - b_l)", p =>
            [.. Enumerable.Range(0, 5).Select(i => ScalarSoftmaxRegression.Border(p.W, p.B, 2, 0))
                .Select((line, i) => ScalarPerceptron.Score(line.W, line.B, p.Column(i)))],
            "0 on the border");

    private static Derivation TwoClasses() => new Derivation<Model>(
        "two-classes", "Two classes are one logistic unit", "S1-046 S1-042", random => Model.Draw(random, 2))
        .Start(@"-\frac{1}{m} \sum_i \sum_{j=0}^{1} y_{ij} \ln \hat y_{ij}", p => ScalarSoftmaxRegression.Loss(p.W, p.B, p.X, p.Labels))
        .Equal(@"-\frac{1}{m} \sum_i \big[ y_i \ln p_{i1} + (1 - y_i) \ln (1 - p_{i1}) \big]", p =>
            -Enumerable.Range(0, 5).Average(i => p.Labels[i] * Math.Log(p.Probabilities(i)[1]) + (1 - p.Labels[i]) * Math.Log(1 - p.Probabilities(i)[1])),
            "the two probabilities add up to 1")
        .Equal(@"\text{the same with } p_{i1} = \sigma(z_{i1} - z_{i0})", p => -Enumerable.Range(0, 5).Average(i =>
        {
            double[] z = ScalarSoftmaxRegression.Scores(p.W, p.B, p.Column(i));
            return p.Labels[i] * Math.Log(ScalarActivations.Sigmoid(z[1] - z[0])) + (1 - p.Labels[i]) * Math.Log(1 - ScalarActivations.Sigmoid(z[1] - z[0]));
        }), "chapter 02")
        .Equal(@"E(w_1 - w_0,\ b_1 - b_0)", p =>
        {
            LogisticModel line = ScalarSoftmaxRegression.Border(p.W, p.B, 1, 0);
            return ScalarLogisticRegression.Loss(line.W, line.B, p.X, p.Labels);
        });

    private static double[] OverWeights(Func<int, int, double> f) => [.. from k in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 3) select f(k, j)];

    private static double[] Flat(double[,] W) => [.. W.Cast<double>()];

    private static double[,] Folded(double[] w) => Matrix<double>.Build.DenseOfRowMajor(3, 3, w).ToArray();

    private static double[,] AsColumn(double[] z) => Matrix<double>.Build.DenseOfColumnArrays(z).ToArray();
}
