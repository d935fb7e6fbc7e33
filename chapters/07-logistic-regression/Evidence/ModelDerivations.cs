using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>What the model says, and why its error is the one it is.</summary>
internal static class ModelDerivations
{
    public static IEnumerable<Derivation> All => [LogOdds(), Likelihood(), TotalError(), Growing()];

    private static Derivation LogOdds() => new Derivation<LogisticDraw>(
        "log-odds", "The logarithm of the odds is linear", "S1-042 S4-093", LogisticDraw.Five)
        .Start(@"\ln \frac{\hat y}{1 - \hat y},\quad \hat y = \sigma(z),\ z = w \cdot x + b", p =>
            [.. p.Points.Select(x => ScalarLogisticRegression.LogOdds(p.Predict(x)))])
        .Equal(@"\ln \left( \frac{1}{1 + e^{-z}} \Big/ \frac{e^{-z}}{1 + e^{-z}} \right)", p => [.. p.Points.Select(x =>
        {
            double e = Math.Exp(-p.Score(x));
            return Math.Log(1 / (1 + e) / (e / (1 + e)));
        })], "1 − σ(z) over the same denominator")
        .Equal(@"\ln e^{z}", p => [.. p.Points.Select(x => Math.Log(Math.Exp(p.Score(x))))])
        .Equal(@"w \cdot x + b", p => [.. p.Points.Select(p.Score)]);

    private static Derivation Likelihood() => new Derivation<LogisticDraw>(
        "likelihood", "The error is what the labels' likelihood becomes under −ln", "S1-043 S1-044", LogisticDraw.Five)
        .Start(@"-\frac{1}{m} \ln \prod_i \hat y_i^{\,y_i} (1 - \hat y_i)^{1 - y_i}", p =>
            -Math.Log(p.Points.Zip(p.Labels, (x, y) => Math.Pow(p.Predict(x), y) * Math.Pow(1 - p.Predict(x), 1 - y))
                .Aggregate(1.0, (a, b) => a * b)) / p.Labels.Length)
        .Equal(@"-\frac{1}{m} \sum_i \big[ y_i \ln \hat y_i + (1 - y_i) \ln (1 - \hat y_i) \big]", p =>
            -p.Mean((x, y) => y * Math.Log(p.Predict(x)) + (1 - y) * Math.Log(1 - p.Predict(x))),
            "the logarithm of a product")
        .Equal(@"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - \hat y_i) + y_i \ln \hat y_i \big]", p =>
            -p.Mean((x, y) => (1 - y) * Math.Log(1 - p.Predict(x)) + y * Math.Log(p.Predict(x))),
            "S1 prints both orders")
        .Equal(@"E(w, b)", p => ScalarLogisticRegression.Loss(p.W, p.B, p.Columns, p.Labels));

    private static Derivation TotalError() => new Derivation<LogisticDraw>(
        "total-error", "The error in weights and bias, and how to compute it", "S1-045 S0-196", LogisticDraw.Five)
        .Start(@"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - \hat y_i) + y_i \ln \hat y_i \big]", p =>
            -p.Mean((x, y) => (1 - y) * Math.Log(1 - p.Predict(x)) + y * Math.Log(p.Predict(x))))
        .Printed("S1-045", @"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - (W x^{(i)} + b)) + y_i \ln (W x^{(i)} + b) \big]", p =>
            -p.Mean((x, y) => (1 - y) * Math.Log(1 - p.Score(x)) + y * Math.Log(p.Score(x))),
            "Both σ are lost: a score may be negative or above 1, and then a logarithm has no value at all.")
        .Equal(@"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - \sigma(W x^{(i)} + b)) + y_i \ln \sigma(W x^{(i)} + b) \big]", p =>
            -p.Mean((x, y) => (1 - y) * Math.Log(1 - ScalarActivations.Sigmoid(p.Score(x))) + y * Math.Log(ScalarActivations.Sigmoid(p.Score(x)))))
        .Equal(@"\frac{1}{m} \sum_i \big[ (1 - y_i)\, \zeta(z_i) + y_i\, \zeta(-z_i) \big],\quad z_i = W x^{(i)} + b,\ \zeta(z) = \ln (1 + e^z)", p =>
            p.Mean((x, y) => (1 - y) * ScalarActivations.Softplus(p.Score(x)) + y * ScalarActivations.Softplus(-p.Score(x))),
            "−ln σ(z) = ζ(−z)")
        .Equal(@"\frac{1}{m} \sum_i \big[ \zeta(z_i) - y_i z_i \big]", p =>
            p.Mean((x, y) => ScalarActivations.Softplus(p.Score(x)) - y * p.Score(x)), "ζ(−z) = ζ(z) − z")
        .Equal(@"\frac{1}{m} \sum_i \big[ \max(z_i, 0) - z_i y_i + \ln (1 + e^{-|z_i|}) \big]", p =>
            p.Mean((x, y) => ScalarLogisticRegression.PointErrorOfScore(p.Score(x), y)), "no exponential overflows");

    private static Derivation Growing() => new Derivation<(SeparableSet Set, double Least)>(
        "growing", "Where a line separates, longer weights are always better", "S1-047",
        random =>
        {
            SeparableSet set = SeparableSet.Draw(random, dimension: 2, count: 12, margin: 0.1);
            return (set, Enumerable.Range(0, 12).Min(n =>
                (2 * set.Labels[n] - 1) * Perceptrons.ScalarPerceptron.Score(set.Normal, set.Bias, Perceptrons.ScalarPerceptron.Column(set.X, n))));
        })
        .Start(@"0", _ => 0.0)
        .AtMost(@"E(c\, w^*, c\, b^*),\quad c = 40", s => Scaled(s.Set, 40))
        .AtMost(@"E(c\, w^*, c\, b^*),\quad c = 20", s => Scaled(s.Set, 20), "half as long is worse")
        .Equal(@"\frac{1}{m} \sum_i \ln (1 + e^{-c\, s_i}),\quad s_i = \pm (w^* \cdot x^{(i)} + b^*) > 0", s => Enumerable.Range(0, 12).Average(n =>
            ScalarActivations.Softplus(-20 * (2 * s.Set.Labels[n] - 1)
                * Perceptrons.ScalarPerceptron.Score(s.Set.Normal, s.Set.Bias, Perceptrons.ScalarPerceptron.Column(s.Set.X, n)))),
            "every point is on its side")
        .AtMost(@"\ln (1 + e^{-c \gamma}),\quad \gamma = \min_i s_i", s => ScalarActivations.Softplus(-20 * s.Least), "and falls to 0 as c grows");

    private static double Scaled(SeparableSet set, double c) =>
        ScalarLogisticRegression.Loss([.. set.Normal.Select(w => c * w)], c * set.Bias, set.X, set.Labels);
}
