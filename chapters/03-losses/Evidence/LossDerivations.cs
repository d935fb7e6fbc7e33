using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses;

/// <summary>Gradients and curvature of the losses.</summary>
internal static class LossDerivations
{
    public static IEnumerable<Derivation> All =>
        [BinaryFromLogits, LogitGradient, FromLogits, SoftmaxGradient, SquaredCurvature, Hessian, MeanIsBest];

    private static Derivation BinaryFromLogits => new Derivation<(double Z, double Y)>(
        "bce-of-logits", "Binary cross-entropy from logits", "S4-104 S4-105 S2-115",
        random => (random.Uniform(-8, 8), random.Below(2))) // beyond, 1 − σ(z) and ζ(z) − z keep too few digits
        .Start(@"-y \ln \sigma(z) - (1 - y) \ln (1 - \sigma(z))",
            s => ScalarBinaryCrossEntropy.OfSample(ScalarActivations.Sigmoid(s.Z), s.Y))
        .Equal(@"y\, \zeta(-z) + (1 - y)\, \zeta(z),\quad \zeta(z) = \ln (1 + e^z)",
            s => s.Y * ScalarActivations.Softplus(-s.Z) + (1 - s.Y) * ScalarActivations.Softplus(s.Z),
            "−ln σ(z) = ζ(−z), and 1 − σ(z) = σ(−z)")
        .Equal(@"\zeta\big( (1 - 2y) z \big)", s => ScalarBinaryCrossEntropy.OfLogit(s.Z, s.Y),
            "one of the two terms is there")
        .Equal(@"\zeta(z) - y z", s => ScalarActivations.Softplus(s.Z) - s.Y * s.Z, "ζ(z) − ζ(−z) = z")
        .Equal(@"\max(z, 0) - y z + \ln (1 + e^{-|z|})",
            s => Math.Max(s.Z, 0) - s.Y * s.Z + Math.Log(1 + Math.Exp(-Math.Abs(s.Z))), "no exponential overflows");

    private static Derivation LogitGradient => new Derivation<(double Z, double Y)>(
        "logit-gradient", "Through the sigmoid, the derivative is prediction minus label", "S2-113 S2-114 S3-038",
        random => (random.Normal(0, 2), random.Below(2)))
        .Start(@"\frac{\partial}{\partial z} \mathrm{BCE}(\sigma(z), y)", s => NumericalDerivative.Richardson(
            z => ScalarBinaryCrossEntropy.OfSample(ScalarActivations.Sigmoid(z), s.Y), s.Z))
        .Numerically(@"\frac{\partial \mathrm{BCE}}{\partial p}\, \frac{\partial p}{\partial z},\quad p = \sigma(z)",
            s => At(s.Z, p => ScalarBinaryCrossEntropy.Derivative(p, s.Y)) * ScalarActivations.SigmoidDerivative(s.Z),
            "the chain rule")
        .Equal(@"\Big( {-\frac{y}{p}} + \frac{1 - y}{1 - p} \Big)\, p (1 - p)",
            s => At(s.Z, p => (-s.Y / p + (1 - s.Y) / (1 - p)) * (p * (1 - p))))
        .Equal(@"\frac{p - y}{p (1 - p)}\, p (1 - p)",
            s => At(s.Z, p => (p - s.Y) / (p * (1 - p)) * (p * (1 - p))), "common denominator")
        .Equal(@"p - y", s => At(s.Z, p => p - s.Y), "the sigmoid's derivative cancels")
        .Equal(@"(1 - 2y)\, \sigma\big( (1 - 2y) z \big)", s => ScalarBinaryCrossEntropy.LogitDerivative(s.Z, s.Y),
            "no difference of nearly equal numbers");

    private static double At(double z, Func<double, double> f) => f(ScalarActivations.Sigmoid(z));

    private static Derivation FromLogits => new Derivation<(double[] Z, double[] Y)>(
        "cross-entropy-of-logits", "Categorical cross-entropy from logits", "S1-020 S2-115", LogitsAndTargets)
        .Start(@"-\sum_j y_j \ln p_j,\quad p = \mathrm{softmax}(z)",
            s => Information.CrossEntropy(s.Y, ScalarActivations.Softmax(s.Z)))
        .Equal(@"\sum_j y_j \Big[ \ln \sum_k e^{z_k} - z_j \Big]",
            s => s.Y.Zip(s.Z, (y, z) => y * (Math.Log(s.Z.Sum(Math.Exp)) - z)).Sum())
        .Equal(@"\sum_j y_j \Big[ \ln \sum_k e^{z_k - m} - (z_j - m) \Big],\quad m = \max_k z_k",
            s => ScalarCrossEntropy.OfLogits(s.Z.AsColumn(), s.Y.AsColumn()),
            "no overflow, and no digit lost to a large m");

    private static (double[] Z, double[] Y) LogitsAndTargets(RandomStream random) =>
        (random.Normals(4), ScalarActivations.Softmax(random.Normals(4)));

    private static Derivation SoftmaxGradient => new Derivation<(double[] Z, double[] Y)>(
        "softmax-gradient", "Through the softmax, the gradient is prediction minus target", "S1-020 S2-115 S3-039",
        LogitsAndTargets)
        .Start(@"\frac{\partial}{\partial z_j} \Big( -\sum_i y_i \ln p_i \Big),\quad p = \mathrm{softmax}(z)",
            s => NumericalDerivative.Gradient(z => Information.CrossEntropy(s.Y, ScalarActivations.Softmax(z)), s.Z))
        .Numerically(@"-\sum_i \frac{y_i}{p_i}\, \frac{\partial p_i}{\partial z_j}", s =>
        {
            double[,] J = ScalarActivations.SoftmaxJacobian(s.Z);
            double[] dp = Information.CrossEntropyGradient(s.Y, ScalarActivations.Softmax(s.Z));
            return Each(4, j => Enumerable.Range(0, 4).Sum(i => dp[i] * J[i, j]));
        }, "the chain rule")
        .Equal(@"-\sum_i y_i (\delta_{ij} - p_j)", s =>
        {
            double[] p = ScalarActivations.Softmax(s.Z);
            return Each(4, j => -Enumerable.Range(0, 4).Sum(i => s.Y[i] * ((i == j ? 1 : 0) - p[j])));
        }, "the softmax's Jacobian")
        .Equal(@"p_j \sum_i y_i - y_j", s => [.. ScalarActivations.Softmax(s.Z).Zip(s.Y, (p, y) => p * s.Y.Sum() - y)])
        .Equal(@"p_j - y_j", s => [.. ScalarActivations.Softmax(s.Z).Zip(s.Y, (p, y) => p - y)], "targets sum to 1")
        .Equal(@"\sum_{k \ne j} (p_j y_k - y_j p_k)", s => ScalarCrossEntropy.Derivative(s.Z, s.Y),
            "no difference of nearly equal numbers");

    private static double[] Each(int count, Func<int, double> f) => [.. Enumerable.Range(0, count).Select(f)];

    // Four logits at once: near −ln 2 the curvature of one alone is too close to 0 for a relative error.
    private static Derivation SquaredCurvature => new Derivation<double[]>(
        "squared-curvature", "Squared error through a sigmoid is not convex", "S2-110 S4-103",
        random => [.. random.Normals(4).Select(z => 2 * z)])
        .Start(@"\frac{d^2}{dz^2} (1 - s)^2,\quad s = \sigma(z)", z => Each(4, i => NumericalDerivative.Richardson(
            u => NumericalDerivative.Richardson(t => ScalarSigmoidLoss.Squared(t, 1), u), z[i])))
        .Numerically(@"\frac{d}{dz} \big( -2 s (1 - s)^2 \big)",
            z => Each(4, i => NumericalDerivative.Richardson(u => ScalarSigmoidLoss.SquaredDerivative(u, 1), z[i])),
            "s' = s(1 − s)")
        .Numerically(@"-2 \big( (1 - s)^2 - 2 s (1 - s) \big)\, s (1 - s)",
            z => Each(4, i => At(z[i], s => -2 * ((1 - s) * (1 - s) - 2 * s * (1 - s)) * s * (1 - s))),
            "product and chain rule")
        .Equal(@"2 s (1 - s)^2 (3 s - 1)",
            z => Each(4, i => At(z[i], s => 2 * s * (1 - s) * (1 - s) * (3 * s - 1))), "negative for s below ⅓")
        .Equal(@"L''(z)", z => Each(4, i => ScalarSigmoidLoss.SquaredCurvature(z[i], 1)));

    private static Derivation Hessian => new Derivation<(LogisticCost Cost, Vector<double> θ, Vector<double> V)>(
        "hessian", "The cost of a logistic unit is convex in its weights", "S2-114 S4-104",
        random => (new(
                Matrix<double>.Build.Dense(3, 6, (i, _) => i == 2 ? 1 : random.Normal()),
                Vector<double>.Build.Dense(6, _ => random.Below(2))),
            Vector<double>.Build.Dense(random.Normals(3)), Vector<double>.Build.Dense(random.Normals(3))))
        .Start(@"0", _ => 0.0)
        .AtMost(@"\frac{1}{N} \sum_n \sigma_n (1 - \sigma_n)\, (v \cdot x_n)^2", h =>
        {
            double[] p = h.Cost.Predict(h.θ).ToArray();
            return p.Select((pₙ, n) => pₙ * (1 - pₙ) * Math.Pow(h.V * h.Cost.X.Column(n), 2)).Average();
        }, "every term is a square times a variance")
        .Equal(@"v^\top \Big[ \frac{1}{N} X\, \mathrm{diag}(\sigma (1 - \sigma))\, X^\top \Big] v",
            h => h.V * (h.Cost.CrossEntropyHessian(h.θ) * h.V))
        .Numerically(@"\frac{d^2}{dt^2} \mathcal{L}(\theta + t v) \Big|_{t = 0}",
            h => NumericalDerivative.Richardson(t => h.Cost.CrossEntropyGradient(h.θ + t * h.V) * h.V, 0));

    private static Derivation MeanIsBest => new Derivation<(double C, double[] Y)>(
        "mean-is-best", "The mean is the best constant for squared error", "S3-035 S1-078",
        random => (random.Normal(), random.Normals(3 + random.Below(6))))
        .Start(@"\frac{1}{n} \sum_i (y_i - c)^2", s => ScalarSquaredError.Mean([.. s.Y.Select(_ => s.C)], s.Y))
        .Equal(@"\frac{1}{n} \sum_i \big( (y_i - \bar y) + (\bar y - c) \big)^2",
            s => s.Y.Average(y => Math.Pow(y - s.Y.Average() + (s.Y.Average() - s.C), 2)))
        .Equal(@"\frac{1}{n} \sum_i (y_i - \bar y)^2 + (\bar y - c)^2",
            s => ScalarSquaredError.Mean([.. s.Y.Select(_ => BestConstant.OfSquares(s.Y))], s.Y)
                + Math.Pow(BestConstant.OfSquares(s.Y) - s.C, 2),
            "the mixed term sums to 0, so c = mean is best");
}
