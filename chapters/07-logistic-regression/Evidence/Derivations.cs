using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Verification;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The derivations of chapter 07.</summary>
public static class LogisticRegressionDerivations
{
    private const ErratumKind OurText = ErratumKind.OurText;

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        LogOdds(), Likelihood(), Prediction(), PointLoss(), Gradient(),
        Step(), OneOverM(), Perceptron(), Growing(),
    ];

    private static Derivation LogOdds() => new Derivation<LogisticDraw>(
        "log-odds", "The log-odds are linear", "S1-042 S4-093", LogisticDraw.OnePoint)
        .Start(@"\ln \frac{\hat y}{1 - \hat y},\quad \hat y = \sigma(z),\ z = w \cdot x + b", p =>
            ScalarLogisticRegression.LogOdds(p.ŷ))
        .Equal(@"\ln \left( \frac{1}{1 + e^{-z}} \Big/ \frac{e^{-z}}{1 + e^{-z}} \right)", p =>
            Math.Log(1 / (1 + Math.Exp(-p.Score(p.X))) / (Math.Exp(-p.Score(p.X)) / (1 + Math.Exp(-p.Score(p.X))))),
            "1 − σ(z) over the same denominator")
        .Equal(@"\ln e^{z}", p => Math.Log(Math.Exp(p.Score(p.X))))
        .Equal(@"w \cdot x + b", p => p.Score(p.X));

    private static Derivation Likelihood() => new Derivation<LogisticDraw>(
        "likelihood", "From the likelihood of the labels to the loss, and to the form that is computed",
        "S1-043 S1-044 S1-045 S0-196", LogisticDraw.FivePoints)
        .Start(@"-\frac{1}{m} \ln \prod_i \hat y_i^{\,y_i} (1 - \hat y_i)^{1 - y_i}", p =>
            -Math.Log(p.Points.Zip(p.Labels, (x, y) => Math.Pow(p.Predict(x), y) * Math.Pow(1 - p.Predict(x), 1 - y))
                .Aggregate((product, factor) => product * factor)) / p.Labels.Length)
        .Equal(@"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - \hat y_i) + y_i \ln \hat y_i \big]", p =>
            -p.Mean((x, y) => (1 - y) * Math.Log(1 - p.Predict(x)) + y * Math.Log(p.Predict(x))),
            "the logarithm of a product")
        .Printed("S1-045",
            @"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - (W x^{(i)} + b)) + y_i \ln (W x^{(i)} + b) \big]",
            p => -p.Mean((x, y) => (1 - y) * Math.Log(1 - p.Score(x)) + y * Math.Log(p.Score(x))),
            "Both σ are lost, as in the legend below it, “is sigmoid function”; a score may be negative.", OurText)
        .Printed("S1-054", @"E \text{ with the prediction } \hat y_i = (W x^{(i)} + b)",
            p => -p.Mean((x, y) => y * Math.Log(p.Score(x)) + (1 - y) * Math.Log(1 - p.Score(x))),
            "The σ of ŷᵢ = σ(Wx⁽ⁱ⁾ + b) is lost.", OurText)
        .Equal(@"-\frac{1}{m} \sum_i \big[ (1 - y_i) \ln (1 - \sigma(W x^{(i)} + b)) "
            + @"+ y_i \ln \sigma(W x^{(i)} + b) \big]",
            p => p.Mean((x, y) => ScalarLogisticRegression.PointLoss(ScalarActivations.Sigmoid(p.Score(x)), y)))
        .Equal(@"\frac{1}{m} \sum_i \big[ (1 - y_i)\, \zeta(z_i) + y_i\, \zeta(-z_i) \big],\quad "
            + @"z_i = W x^{(i)} + b,\ \zeta(z) = \ln (1 + e^z)",
            p => p.Mean((x, y) =>
                (1 - y) * ScalarActivations.Softplus(p.Score(x)) + y * ScalarActivations.Softplus(-p.Score(x))),
            "−ln σ(z) = ζ(−z)")
        .Equal(@"\frac{1}{m} \sum_i \big[ \zeta(z_i) - y_i z_i \big]", p =>
            p.Mean((x, y) => ScalarActivations.Softplus(p.Score(x)) - y * p.Score(x)), "ζ(−z) = ζ(z) − z")
        .Equal(@"\frac{1}{m} \sum_i \big[ \max(z_i, 0) - z_i y_i + \ln (1 + e^{-|z_i|}) \big]", p =>
            ScalarLogisticRegression.Loss(p.W, p.B, p.Columns, p.Labels), "no exponential overflows");

    private static Derivation Prediction() => new Derivation<LogisticDraw>(
        "prediction-gradient", "The derivative of the prediction by a weight", "S1-055", LogisticDraw.OnePoint)
        .Start(@"\frac{\partial \hat y}{\partial w_j},\quad \hat y = \sigma(w \cdot x + b)", p => ByWeights(p, ŷ => ŷ))
        .Printed("S1-055", @"(W x + b) \big(1 - (W x + b)\big) \cdot \frac{\partial}{\partial w_j} (W x + b)", p =>
            [.. p.X.Select(x => p.Score(p.X) * (1 - p.Score(p.X)) * x)], "Every σ is lost.", OurText)
        .Numerically(@"\sigma(w \cdot x + b)\, \big(1 - \sigma(w \cdot x + b)\big) \cdot "
            + @"\frac{\partial}{\partial w_j} (w_1 x_1 + \dots + w_n x_n + b)", p =>
            [.. NumericalDerivative.Gradient(w => ScalarPerceptron.Score(w, p.B, p.X), p.W)
                .Select(d => ScalarActivations.SigmoidDerivative(p.Score(p.X)) * d)],
            "the chain rule, and σ' = σ(1 − σ)")
        .Numerically(@"\hat y (1 - \hat y)\, x_j", p => p.PredictionGradient(),
            "only one term of the sum holds that weight");

    private static Derivation PointLoss() => new Derivation<LogisticDraw>(
        "point-gradient", "The derivative of a point's loss by a weight", "S1-050 S1-052 S1-056",
        LogisticDraw.OnePoint)
        .Start(@"\frac{\partial E}{\partial w_j},\quad E = -y \ln \hat y - (1 - y) \ln (1 - \hat y)", p =>
            ByWeights(p, ŷ => ScalarLogisticRegression.PointLoss(ŷ, p.Y)))
        .Numerically(@"-y\, \frac{\partial \ln \hat y}{\partial w_j} "
            + @"- (1 - y)\, \frac{\partial \ln (1 - \hat y)}{\partial w_j}",
            p => Sum(-p.Y, ByWeights(p, ŷ => Math.Log(ŷ)), p.Y - 1, ByWeights(p, ŷ => Math.Log(1 - ŷ))),
            "a sum, term by term")
        .Printed("S1-056", @"-y \cdot \frac{1}{\hat y} \cdot \frac{\partial \hat y}{\partial w_j} "
            + @"- (1 - y) \cdot \frac{1}{1 - \hat y} \cdot \frac{\partial \hat y}{\partial w_j}",
            p => Sum(-p.Y / p.ŷ, p.PredictionGradient(), (p.Y - 1) / (1 - p.ŷ), p.PredictionGradient()),
            "The inner derivative of ln(1 − ŷ) is that of 1 − ŷ, not of ŷ. The line after it is right again.", OurText)
        .Numerically(@"-y \cdot \frac{1}{\hat y} \cdot \frac{\partial \hat y}{\partial w_j} "
            + @"- (1 - y) \cdot \frac{1}{1 - \hat y} \cdot \frac{\partial (1 - \hat y)}{\partial w_j}",
            p => Sum(-p.Y / p.ŷ, p.PredictionGradient(), (1 - p.Y) / (1 - p.ŷ), p.PredictionGradient()), "ln' u = 1/u")
        .Equal(@"-y (1 - \hat y)\, x_j + (1 - y)\, \hat y\, x_j", p =>
            Sum(-p.Y * (1 - p.ŷ), p.X, (1 - p.Y) * p.ŷ, p.X), "∂ŷ/∂w as above")
        .Printed("S1-050", @"E / w_j", p => [.. p.W.Select(w => ScalarLogisticRegression.PointLoss(p.ŷ, p.Y) / w)],
            "The two ∂ of ∂E/∂wⱼ are lost.", OurText)
        .Equal(@"-(y - \hat y)\, x_j", p => p.PointGradient(), "the products yŷ cancel");

    private static Derivation Gradient() => new Derivation<LogisticDraw>(
        "gradient", "The gradient is a number times the point", "S1-057 S1-058", LogisticDraw.OnePoint)
        .Start(@"\nabla E = \Big( \frac{\partial E}{\partial w_1}, \dots, \frac{\partial E}{\partial w_n}, "
            + @"\frac{\partial E}{\partial b} \Big)",
            p => NumericalDerivative.Gradient(
                θ => ScalarLogisticRegression.Loss(θ[..^1], θ[^1], p.Columns, p.Labels), [.. p.W, p.B]))
        .Printed("S1-058", @"E", p => ScalarLogisticRegression.PointLoss(p.ŷ, p.Y),
            "“In summary, the gradient is E = −(y − ŷ)(x₀, …, xₙ, 1)” has lost its ∇.", OurText)
        .Numerically(@"\big( -(y - \hat y)\, x_1, \dots, -(y - \hat y)\, x_n, -(y - \hat y) \big)",
            p => [.. p.PointGradient(), ScalarLogisticRegression.PointGradient(p.W, p.B, p.X, p.Y).DB],
            "the bias is the weight of an input that is always 1")
        .Equal(@"-(y - \hat y)\, (x_1, \dots, x_n, 1)", p => [.. p.X.Append(1).Select(x => -(p.Y - p.ŷ) * x)]);

    private static Derivation Step() => new Derivation<LogisticDraw>(
        "step", "The descent step", "S1-059 S1-051", LogisticDraw.OnePoint)
        .Start(@"w_i - \alpha\, \frac{\partial E}{\partial w_i}", p => Sum(1, p.W, -p.α, p.PointGradient()))
        .Equal(@"w_i - \alpha \big[ -(y - \hat y)\, x_i \big]", p => Sum(1, p.W, -p.α * -(p.Y - p.ŷ), p.X))
        .Printed("S1-059", @"w_i - \big[ -(y - \hat y)\, x_i \big]", p => Sum(1, p.W, p.Y - p.ŷ, p.X),
            "“Subtracting a multiple of the gradient”: the α is lost, here and in the two lines after it.", OurText)
        .Equal(@"w_i + \alpha\, (y - \hat y)\, x_i", p => ScalarLogisticStep.Update(p.Line, p.X, p.Y, p.α).W);

    private static Derivation OneOverM() => new Derivation<LogisticDraw>(
        "one-over-m", "Where 1/m goes", "S1-060", LogisticDraw.FivePoints)
        .Start(@"w - \alpha\, \nabla \Big( \frac{1}{m} \sum_i E_i \Big)", p =>
            Sum(1, p.W, -p.α, ScalarLogisticRegression.Gradient(p.W, p.B, p.Columns, p.Labels).DW))
        .Printed("S1-060", @"w + \frac{1}{m} \sum_i (y_i - \hat y_i)\, x^{(i)}", p =>
            p.MeanOfEach((x, y) => Sum(1, p.W, y - p.Predict(x), x)),
            "“1/m instead of 1, but as b is a constant” has lost its α: (1/m)α instead of α, but as α is a constant.",
            OurText)
        .Equal(@"w + \frac{\alpha}{m} \sum_i (y_i - \hat y_i)\, x^{(i)}", p =>
            ScalarLogisticStep.BatchUpdate(p.Line, p.Columns, p.Labels, p.α).W)
        .Equal(@"\frac{1}{m} \sum_i \big[ w + \alpha\, (y_i - \hat y_i)\, x^{(i)} \big]", p =>
            p.MeanOfEach((x, y) => ScalarLogisticStep.Update(p.Line, x, y, p.α).W),
            "the mean of the points' own steps, all from the same w");

    private static Derivation Perceptron() => new Derivation<LogisticDraw>(
        "perceptron-rule", "With a step in place of the sigmoid it is the perceptron rule", "S1-064",
        LogisticDraw.OnePoint)
        .Start(@"w' \text{ by the rule of chapter 01}", p =>
            Perceptrons.ScalarPerceptron.Update(p.W, p.B, p.X, p.Y, p.α).W)
        .Printed("S1-064", Cases("x"), p => Cases(p, 1),
            "The second statement of the rule has lost the α that the first one has.", OurText)
        .Equal(Cases(@"\alpha x"), p => Cases(p, p.α))
        .Equal(@"w + \alpha\, (y - \hat y)\, x,\quad \hat y = \mathrm{step}(w \cdot x + b)", p =>
            ScalarLogisticStep.PerceptronUpdate(p.Line, p.X, p.Y, p.α).W, "y − ŷ is 0, 1 or −1");

    private static Derivation Growing() => new Derivation<(SeparableSet Set, double[] Distances)>(
        "growing", "Where a line separates, longer weights are always better", "S1-047",
        random =>
        {
            SeparableSet set = SeparableSet.Draw(random, dimension: 2, count: 12, margin: 0.1);
            return (set, [.. set.Labels.Select((y, n) =>
                (2 * y - 1) * ScalarPerceptron.Score(set.Normal, set.Bias, set.X.Column(n)))]);
        })
        .Start(@"0", _ => 0.0)
        .AtMost(@"E(c\, w^*, c\, b^*),\quad c = 40", s => Scaled(s.Set, 40))
        .AtMost(@"E(c\, w^*, c\, b^*),\quad c = 20", s => Scaled(s.Set, 20), "half as long is worse")
        .Equal(@"\frac{1}{m} \sum_i \ln (1 + e^{-c\, s_i}),\quad s_i = \pm (w^* \cdot x^{(i)} + b^*) > 0", s =>
            s.Distances.Average(d => ScalarActivations.Softplus(-20 * d)), "every point is on its side")
        .AtMost(@"\ln (1 + e^{-c \gamma}),\quad \gamma = \min_i s_i", s =>
            ScalarActivations.Softplus(-20 * s.Distances.Min()), "which tends to 0 as c grows");

    // The numerical gradient by w of a function of ŷ.
    private static double[] ByWeights(LogisticDraw p, Func<double, double> f) =>
        NumericalDerivative.Gradient(w => f(ScalarLogisticRegression.Predict(w, p.B, p.X)), p.W);

    private static double[] Sum(double a, double[] u, double b, double[] v) =>
        [.. u.Zip(v, (uⱼ, vⱼ) => a * uⱼ + b * vⱼ)];

    private static string Cases(string step) =>
        $@"\begin{{cases}} w & \text{{classified correctly}} \\ w + {step} & \text{{misclassified, positive}} \\ "
        + $@"w - {step} & \text{{misclassified, negative}} \end{{cases}}";

    private static double[] Cases(LogisticDraw p, double α) =>
        p.Score(p.X) >= 0 == (p.Y == 1) ? p.W : Sum(1, p.W, p.Y == 1 ? α : -α, p.X);

    private static double Scaled(SeparableSet set, double c) =>
        ScalarLogisticRegression.Loss([.. set.Normal.Select(w => c * w)], c * set.Bias, set.X, set.Labels);
}
