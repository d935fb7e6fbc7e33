using Reference.Activations;
using Reference.Book;
using Reference.Verification;

namespace Reference.Classification;

/// <summary>The gradient −(y − ŷ)(x, 1), step by step, with the steps that the notes print wrong.</summary>
internal static class GradientDerivations
{
    public static IEnumerable<Derivation> All => [Prediction(), PointError(), Bias(), ScalarTimesPoint(), Mean()];

    private static Derivation Prediction() => new Derivation<LogisticDraw>(
        "prediction-gradient", "How the prediction depends on a weight", "S1-055", LogisticDraw.One)
        .Start(@"\frac{\partial \hat y}{\partial w_j},\quad \hat y = \sigma(w \cdot x + b)", p =>
            NumericalDerivative.Gradient(w => ScalarLogisticRegression.Predict(w, p.B, p.X), p.W))
        .Printed("S1-055", @"(W x + b) \big(1 - (W x + b)\big) \cdot \frac{\partial}{\partial w_j} (W x + b)", p =>
            [.. p.X.Select(x => p.Score(p.X) * (1 - p.Score(p.X)) * x)],
            "Every σ is lost, and what is derived is printed as a mixture of the derivative of E and of ŷ.")
        .Numerically(@"\sigma(w \cdot x + b)\, \big(1 - \sigma(w \cdot x + b)\big) \cdot \frac{\partial}{\partial w_j} (w \cdot x + b)", p =>
            [.. NumericalDerivative.Gradient(w => Perceptrons.ScalarPerceptron.Score(w, p.B, p.X), p.W)
                .Select(d => ScalarActivations.Sigmoid(p.Score(p.X)) * (1 - ScalarActivations.Sigmoid(p.Score(p.X))) * d)],
            "the chain rule, and σ' = σ(1 − σ)")
        .Numerically(@"\hat y (1 - \hat y) \cdot \frac{\partial}{\partial w_j} (w_1 x_1 + \dots + w_n x_n + b)", p =>
            [.. NumericalDerivative.Gradient(w => Perceptrons.ScalarPerceptron.Score(w, p.B, p.X), p.W).Select(d => p.ŷ * (1 - p.ŷ) * d)])
        .Numerically(@"\hat y (1 - \hat y)\, x_j", p =>
            ScalarLogisticRegression.PredictionGradient(p.W, p.B, p.X).DW,
            "only one term of the sum holds that weight");

    private static Derivation PointError() => new Derivation<LogisticDraw>(
        "point-gradient", "The error of a point along a weight", "S1-056 S1-050 S1-052", LogisticDraw.One)
        .Start(@"\frac{\partial E}{\partial w_j},\quad E = -y \ln \hat y - (1 - y) \ln (1 - \hat y)", p =>
            NumericalDerivative.Gradient(w => ScalarLogisticRegression.PointError(ScalarLogisticRegression.Predict(w, p.B, p.X), p.Y), p.W))
        .Numerically(@"-y\, \frac{\partial \ln \hat y}{\partial w_j} - (1 - y)\, \frac{\partial \ln (1 - \hat y)}{\partial w_j}", p =>
            Sum(
                -p.Y, NumericalDerivative.Gradient(w => Math.Log(ScalarLogisticRegression.Predict(w, p.B, p.X)), p.W),
                -(1 - p.Y), NumericalDerivative.Gradient(w => Math.Log(1 - ScalarLogisticRegression.Predict(w, p.B, p.X)), p.W)),
            "a sum, term by term")
        .Printed("S1-056", @"-y \cdot \frac{1}{\hat y} \cdot \frac{\partial \hat y}{\partial w_j} "
            + @"- (1 - y) \cdot \frac{1}{1 - \hat y} \cdot \frac{\partial \hat y}{\partial w_j}",
            PrintedMiddle,
            "The inner derivative of ln(1 − ŷ) is that of 1 − ŷ; printed with that of ŷ, the second term has the wrong sign. The line after it is right again.")
        .Numerically(@"-y \cdot \frac{1}{\hat y} \cdot \frac{\partial \hat y}{\partial w_j} "
            + @"- (1 - y) \cdot \frac{1}{1 - \hat y} \cdot \frac{\partial (1 - \hat y)}{\partial w_j}",
            p => Sum(-p.Y / p.ŷ, Slope(p), (1 - p.Y) / (1 - p.ŷ), Slope(p)),
            "ln' u = 1/u")
        .Equal(@"-y (1 - \hat y)\, x_j + (1 - y)\, \hat y\, x_j", p => [.. p.X.Select(x => -p.Y * (1 - p.ŷ) * x + (1 - p.Y) * p.ŷ * x)], "∂ŷ/∂w as above")
        .Printed("S1-050", @"E / w_j", p => [.. p.W.Select(w => ScalarLogisticRegression.PointError(p.ŷ, p.Y) / w)],
            "The two ∂ are lost; read as printed it is a quotient, not a slope.")
        .Printed("S1-052", @"(y - \hat y)\, x_j", p => [.. p.X.Select(x => (p.Y - p.ŷ) * x)],
            "In words the notes drop the sign: the gradient is minus the error times the input; the step against it is plus.")
        .Equal(@"-(y - \hat y)\, x_j", p => ScalarLogisticRegression.PointGradient(p.W, p.B, p.X, p.Y).DW, "the products yŷ cancel");

    /// <summary>The middle line of S1-056 as it is printed.</summary>
    public static double[] PrintedMiddle(LogisticDraw p) => Sum(-p.Y / p.ŷ, Slope(p), -(1 - p.Y) / (1 - p.ŷ), Slope(p));

    private static Derivation Bias() => new Derivation<LogisticDraw>(
        "bias-gradient", "The error of a point along the bias", "S1-057", LogisticDraw.One)
        .Start(@"\frac{\partial E}{\partial b}", p =>
            NumericalDerivative.Richardson(b => ScalarLogisticRegression.PointError(ScalarLogisticRegression.Predict(p.W, b, p.X), p.Y), p.B))
        .Numerically(@"\Big( -\frac{y}{\hat y} + \frac{1 - y}{1 - \hat y} \Big) \frac{\partial \hat y}{\partial b}", p =>
            (-p.Y / p.ŷ + (1 - p.Y) / (1 - p.ŷ)) * ScalarLogisticRegression.PredictionGradient(p.W, p.B, p.X).DB,
            "the same lines, with the slope along b")
        .Equal(@"-(y - \hat y)", p => ScalarLogisticRegression.PointGradient(p.W, p.B, p.X, p.Y).DB, "the bias is the weight of an input that is always 1");

    private static Derivation ScalarTimesPoint() => new Derivation<LogisticDraw>(
        "scalar-times-point", "The gradient is a number times the point", "S1-058", LogisticDraw.One)
        .Start(@"\nabla E = \Big( \frac{\partial E}{\partial w_1}, \dots, \frac{\partial E}{\partial w_n}, \frac{\partial E}{\partial b} \Big)", p =>
            NumericalDerivative.Gradient(θ => ScalarLogisticRegression.PointError(ScalarLogisticRegression.Predict(θ[..^1], θ[^1], p.X), p.Y), p.Parameters))
        .Printed("S1-058", @"E", p => ScalarLogisticRegression.PointError(p.ŷ, p.Y),
            "The ∇ is lost: the error is one number, its gradient is n + 1 of them. "
            + "The coordinates are printed from 0 on; there is no x₀ here, the last 1 belongs to the bias.")
        .Numerically(@"\big( -(y - \hat y)\, x_1, \dots, -(y - \hat y)\, x_n, -(y - \hat y) \big)", p =>
        {
            (double[] dw, double db) = ScalarLogisticRegression.PointGradient(p.W, p.B, p.X, p.Y);
            return [.. dw, db];
        })
        .Equal(@"-(y - \hat y)\, (x_1, \dots, x_n, 1)", p => [.. new[] { p.X[0], p.X[1], p.X[2], 1 }.Select(x => -(p.Y - p.ŷ) * x)]);

    private static Derivation Mean() => new Derivation<LogisticDraw>(
        "mean-gradient", "The gradient of a set is the mean of its points' gradients", "S1-054 S1-050", LogisticDraw.Five)
        .Start(@"\nabla \Big( \frac{1}{m} \sum_i E_i \Big)", p =>
            NumericalDerivative.Gradient(θ => ScalarLogisticRegression.Loss(θ[..^1], θ[^1], p.Columns, p.Labels), p.Parameters))
        .Numerically(@"\frac{1}{m} \sum_i \nabla E_i", p => p.Mean((x, y) =>
        {
            (double[] dw, double db) = ScalarLogisticRegression.PointGradient(p.W, p.B, x, y);
            return [.. dw, db];
        }), "a derivative is linear")
        .Printed("S1-050", @"-(y - \hat y)\, (x, 1)", p => [.. p.X.Select(x => -(p.Y - p.ŷ) * x), -(p.Y - p.ŷ)],
            "Printed below the averaged error, this is the gradient of a single point; the sum and 1/m are missing.")
        .Equal(@"-\frac{1}{m} \sum_i (y_i - \hat y_i)\, (x^{(i)}, 1)", p =>
        {
            (double[] dw, double db) = ScalarLogisticRegression.Gradient(p.W, p.B, p.Columns, p.Labels);
            return [.. dw, db];
        });

    private static double[] Slope(LogisticDraw p) => ScalarLogisticRegression.PredictionGradient(p.W, p.B, p.X).DW;

    private static double[] Sum(double a, double[] u, double b, double[] v) => [.. u.Zip(v, (uⱼ, vⱼ) => a * uⱼ + b * vⱼ)];
}
