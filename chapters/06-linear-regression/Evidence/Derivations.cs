using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels;

/// <summary>The derivations of chapter 06: here of one input, those of several in
/// <see cref="FeatureDerivations"/>.</summary>
public static class LinearRegressionDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [Noise(), Gradient(), ClosedForm(), Floor(), SlopePath(), .. FeatureDerivations.All];

    /// <summary>A line and pairs that it does not fit.</summary>
    private sealed record Pairs(double[] X, double[] Y, double W, double B)
    {
        public int N => X.Length;

        public double MeanX => X.Average();

        public double MeanY => Y.Average();

        public double Sxx => X.Sum(x => (x - MeanX) * (x - MeanX));

        public double Sxy => X.Zip(Y, (x, y) => (x - MeanX) * (y - MeanY)).Sum();

        public double Syy => Y.Sum(y => (y - MeanY) * (y - MeanY));

        public double Over(Func<double, double, double> term) => X.Zip(Y, term).Sum();

        public static Pairs Draw(RandomStream random) =>
            new(random.Normals(7), random.Normals(7), random.Normal(), random.Normal());
    }

    private static Derivation Noise() => new Derivation<(Pairs P, double S)>(
        "noise", "Under Gaussian noise the most likely line is that of least squares", "S4-068",
        random => (Pairs.Draw(random), random.Uniform(0.5, 2)))
        .Start(@"-\frac{\partial}{\partial w} \ln \prod_{i=1}^{N} "
            + @"\frac{1}{s \sqrt{2\pi}}\, e^{-(y_i - w x_i - b)^2 / 2s^2}", d =>
            NumericalDerivative.Richardson(
                w => d.P.Over((x, y) =>
                    Math.Pow(y - w * x - d.P.B, 2) / (2 * d.S * d.S) + Math.Log(d.S * Math.Sqrt(2 * Math.PI))), d.P.W))
        .Numerically(
            @"\frac{\partial}{\partial w} \Big[ \frac{N}{2s^2}\, L(w, b) + N \ln \big( s \sqrt{2\pi} \big) \Big]", d =>
            NumericalDerivative.Richardson(w => ScalarLine.NegativeLogLikelihood(w, d.P.B, d.S, d.P.X, d.P.Y), d.P.W),
            "the logarithm turns the product into a sum")
        .Numerically(@"\frac{N}{2s^2}\, \frac{\partial L}{\partial w}", d =>
            d.P.N / (2 * d.S * d.S) * ScalarLine.Gradient(d.P.W, d.P.B, d.P.X, d.P.Y).W,
                "zero where the squared error is least, whatever s");

    private static Derivation Gradient() => new Derivation<Pairs>(
        "line-gradient", "How the loss changes with slope and intercept", "S2-087 S2-088 S2-089", Pairs.Draw)
        .Start(@"\Big( \frac{\partial}{\partial w},\ \frac{\partial}{\partial b} \Big) "
            + @"\frac1N \sum_i \big( y_i - (w x_i + b) \big)^2", p =>
            NumericalDerivative.Gradient(v => ScalarLine.MeanSquaredError(v[0], v[1], p.X, p.Y), [p.W, p.B]))
        .Numerically(@"\frac1N \sum_i 2 \big( y_i - (w x_i + b) \big) \cdot (-x_i,\ -1)", p =>
            [p.Over((x, y) => 2 * (y - (p.W * x + p.B)) * -x) / p.N,
                p.Over((x, y) => 2 * (y - (p.W * x + p.B)) * -1) / p.N], "the chain rule")
        .Equal(@"\Big( \frac2N \sum_i -x_i \big( y_i - (w x_i + b) \big),\ "
            + @"\frac2N \sum_i -\big( y_i - (w x_i + b) \big) \Big)", p =>
            ScalarLine.Gradient(p.W, p.B, p.X, p.Y) is var (dw, db) ? [dw, db] : []);

    private static Derivation ClosedForm() => new Derivation<Pairs>(
        "closed-form", "Where both derivatives are zero", "S0-054", Pairs.Draw)
        .Start(@"(w, b) \text{ with } \sum_i x_i (y_i - w x_i - b) = 0 \text{ and } \sum_i (y_i - w x_i - b) = 0", p =>
        {
            // Two equations in two unknowns, by Cramer's rule.
            (double sx, double sy, double sxx, double sxy) = (p.X.Sum(), p.Y.Sum(), p.Over((x, _) => x * x),
                p.Over((x, y) => x * y));
            double determinant = sxx * p.N - sx * sx;
            return [(sxy * p.N - sx * sy) / determinant, (sxx * sy - sx * sxy) / determinant];
        })
        .Equal(@"\Big( \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2},\ \bar y - w \bar x \Big)",
            p =>
            [p.Sxy / p.Sxx, p.MeanY - p.Sxy / p.Sxx * p.MeanX], "b from the second equation, then w from the first")
        .Equal(@"\Big( \frac{S_{xy}}{S_{xx}},\ \bar y - w \bar x \Big)", p =>
            [LineFit.Of(p.X, p.Y).W, LineFit.Of(p.X, p.Y).B]);

    private static Derivation Floor() => new Derivation<Pairs>(
        "floor", "The loss that every line leaves", "S0-054 S0-055 S0-071", Pairs.Draw)
        .Start(@"L(w, b) \text{ at } w = S_{xy}/S_{xx},\ b = \bar y - w \bar x", p =>
            ScalarLine.MeanSquaredError(p.Sxy / p.Sxx, p.MeanY - p.Sxy / p.Sxx * p.MeanX, p.X, p.Y))
        .Equal(@"\frac1N \sum_i \big( (y_i - \bar y) - w (x_i - \bar x) \big)^2", p =>
            p.Over((x, y) => Math.Pow(y - p.MeanY - p.Sxy / p.Sxx * (x - p.MeanX), 2)) / p.N)
        .Equal(@"\frac1N \big( S_{yy} - 2 w S_{xy} + w^2 S_{xx} \big)", p =>
            (p.Syy - 2 * p.Sxy / p.Sxx * p.Sxy + Math.Pow(p.Sxy / p.Sxx, 2) * p.Sxx) / p.N)
        .Equal(@"\frac{S_{yy}}{N} \Big( 1 - \frac{S_{xy}^2}{S_{xx} S_{yy}} \Big) = \frac{S_{yy}}{N} (1 - r^2)", p =>
            LineFit.Of(p.X, p.Y).Floor);

    private static Derivation SlopePath() => new Derivation<(Pairs P, double η, int T)>(
        "slope-path", "Every step leaves the same share of the distance", "S4-073 S4-074 S4-077", Walk)
        .Start(@"w_t, \quad w \leftarrow w - \eta\, \ell'(w)", s =>
            Descent.Path(new ScalarDescent(s.η), new SlopeCost(s.P.X, s.P.Y).Derivative, s.P.W, s.T)[^1])
        .Equal(@"w_{t-1} - 2\eta\, \overline{x^2}\, (w_{t-1} - w^*)", s =>
        {
            var cost = new SlopeCost(s.P.X, s.P.Y);
            double before = Descent.Path(new ScalarDescent(s.η), cost.Derivative, s.P.W, s.T - 1)[^1];
            return before - 2 * s.η * cost.MeanSquare * (before - cost.Minimum);
        })
        .Equal(@"w^* + (1 - 2\eta\, \overline{x^2})^t\, (w_0 - w^*)", s =>
            new SlopeCost(s.P.X, s.P.Y).AfterSteps(s.P.W, s.η, s.T), "once for every step");

    // The distance from w* after t steps has the sign of w*, so that the two do not cancel.
    private static (Pairs P, double η, int T) Walk(RandomStream random)
    {
        (Pairs P, double η, int T) = (Pairs.Draw(random), random.Uniform(0.01, 0.5), 1 + random.Below(8));
        var cost = new SlopeCost(P.X, P.Y);
        double away = Math.CopySign(1 + random.Uniform(), cost.Minimum * Math.Pow(1 - 2 * η * cost.MeanSquare, T));
        return (P with { W = cost.Minimum + away }, η, T);
    }
}
