using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Verification;

namespace Reference.Losses;

/// <summary>Gradients of the cross-entropies, and why one is convex in the logit and squared error is not.</summary>
internal static class GradientDerivations
{
    public static IEnumerable<Derivation> All =>
        [ProbabilityGradient(), FromLogits(), LogitGradient(), SoftmaxGradient(), SquaredCurvature(), CrossEntropyCurvature(), Hessian()];

    private static Derivation ProbabilityGradient() => new Derivation<(double P, double Y)>(
        "bce-gradient", "The slope of binary cross-entropy in the probability", "S3-038 S2-111",
        random => (random.Uniform(0.1, 0.9), random.Below(2)))
        .Start(@"\frac{\partial}{\partial p} \big( -y \ln p - (1 - y) \ln (1 - p) \big)",
            s => NumericalDerivative.Richardson(p => ScalarBinaryCrossEntropy.OfSample(p, s.Y), s.P))
        .Numerically(@"-\frac{y}{p} + \frac{1 - y}{1 - p}", s => -s.Y / s.P + (1 - s.Y) / (1 - s.P))
        .Equal(@"\frac{p - y}{p (1 - p)}", s => (s.P - s.Y) / (s.P * (1 - s.P)), "common denominator")
        .Equal(@"\mathrm{d}p", s => ScalarBinaryCrossEntropy.Gradient([s.P], [s.Y])[0]);

    private static Derivation FromLogits() => new Derivation<(double Z, double Y)>(
        "bce-of-logits", "Cross-entropy from logits, without a logarithm of a rounded number", "S4-104 S4-105 S2-115",
        random => (random.Normal(0, 3), random.Below(2)))
        .Start(@"-y \ln \sigma(z) - (1 - y) \ln (1 - \sigma(z))", s => ScalarBinaryCrossEntropy.OfSample(ScalarActivations.Sigmoid(s.Z), s.Y))
        .Equal(@"y\, \zeta(-z) + (1 - y)\, \zeta(z),\quad \zeta(z) = \ln (1 + e^z)",
            s => s.Y * ScalarActivations.Softplus(-s.Z) + (1 - s.Y) * ScalarActivations.Softplus(s.Z),
            "−ln σ(z) = ζ(−z), and 1 − σ(z) = σ(−z)")
        .Equal(@"\zeta\big( (1 - 2y) z \big)", s => ScalarBinaryCrossEntropy.OfLogits([s.Z], [s.Y]), "one of the two terms is there")
        .Equal(@"\zeta(z) - y z", s => ScalarActivations.Softplus(s.Z) - s.Y * s.Z, "ζ(z) − ζ(−z) = z")
        .Equal(@"\max(z, 0) - y z + \ln (1 + e^{-|z|})",
            s => Math.Max(s.Z, 0) - s.Y * s.Z + Math.Log(1 + Math.Exp(-Math.Abs(s.Z))), "no exponential overflows");

    private static Derivation LogitGradient() => new Derivation<(double Z, double Y)>(
        "logit-gradient", "Through the sigmoid, the slope is the error itself", "S2-113 S2-114 S3-038",
        random => (random.Normal(0, 2), random.Below(2)))
        .Start(@"\frac{\partial}{\partial z} \mathrm{BCE}(\sigma(z), y)",
            s => NumericalDerivative.Richardson(z => ScalarBinaryCrossEntropy.OfSample(ScalarActivations.Sigmoid(z), s.Y), s.Z))
        .Numerically(@"\frac{\partial \mathrm{BCE}}{\partial p}\, \frac{\partial p}{\partial z},\quad p = \sigma(z)",
            s => ScalarBinaryCrossEntropy.Gradient([ScalarActivations.Sigmoid(s.Z)], [s.Y])[0] * ScalarActivations.SigmoidDerivative(s.Z),
            "the chain rule")
        .Equal(@"\frac{p - y}{p (1 - p)}\, p (1 - p)", s =>
        {
            double p = ScalarActivations.Sigmoid(s.Z);
            return (p - s.Y) / (p * (1 - p)) * (p * (1 - p));
        })
        .Equal(@"p - y", s => ScalarBinaryCrossEntropy.GradientOfLogits([s.Z], [s.Y])[0], "the flat sigmoid cancels the steep logarithm");

    private static Derivation SoftmaxGradient() => new Derivation<(double[] Z, double[] Y)>(
        "softmax-gradient", "Through the softmax too", "S1-020 S2-115 S3-039",
        random => (random.Normals(4), ScalarActivations.Softmax(random.Normals(4))))
        .Start(@"\frac{\partial}{\partial z_j} \Big( -\sum_i y_i \ln p_i \Big),\quad p = \mathrm{softmax}(z)",
            s => NumericalDerivative.Gradient(z => Information.CrossEntropy(s.Y, ScalarActivations.Softmax(z)), s.Z))
        .Numerically(@"-\sum_i \frac{y_i}{p_i}\, \frac{\partial p_i}{\partial z_j}", s =>
        {
            double[,] J = ScalarActivations.SoftmaxJacobian(s.Z);
            double[] dp = Information.CrossEntropyGradient(s.Y, ScalarActivations.Softmax(s.Z));
            return [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 4).Sum(i => dp[i] * J[i, j]))];
        }, "the chain rule")
        .Equal(@"-\sum_i y_i (\delta_{ij} - p_j)", s =>
        {
            double[] p = ScalarActivations.Softmax(s.Z);
            return [.. Enumerable.Range(0, 4).Select(j => -Enumerable.Range(0, 4).Sum(i => s.Y[i] * ((i == j ? 1 : 0) - p[j])))];
        }, "the softmax's Jacobian")
        .Equal(@"p_j \sum_i y_i - y_j", s =>
        {
            double[] p = ScalarActivations.Softmax(s.Z);
            return [.. p.Zip(s.Y, (pⱼ, yⱼ) => pⱼ * s.Y.Sum() - yⱼ)];
        })
        .Equal(@"p_j - y_j", s => Column(ScalarCrossEntropy.GradientOfLogits(AsColumn(s.Z), AsColumn(s.Y))), "targets sum to 1");

    // Four logits at once: near −ln 2 the curvature of one alone is too close to 0 for a relative error.
    private static Derivation SquaredCurvature() => new Derivation<double[]>(
        "squared-curvature", "Squared error through a sigmoid bends both ways", "S2-110 S4-103",
        random => [.. random.Normals(4).Select(z => 2 * z)])
        .Start(@"\frac{d^2}{dz^2} (1 - s)^2,\quad s = \sigma(z)",
            z => Each(z, v => NumericalDerivative.Richardson(u => NumericalDerivative.Richardson(t => SigmoidCost.Squared(t, 1), u), v)))
        .Numerically(@"\frac{d}{dz} \big( -2 s (1 - s)^2 \big)",
            z => Each(z, v => NumericalDerivative.Richardson(u => SigmoidCost.SquaredSlope(u, 1), v)), "s' = s(1 − s)")
        .Numerically(@"-2 \big( (1 - s)^2 - 2 s (1 - s) \big)\, s (1 - s)", z => Each(z, v =>
        {
            double s = ScalarActivations.Sigmoid(v);
            return -2 * ((1 - s) * (1 - s) - 2 * s * (1 - s)) * s * (1 - s);
        }), "product and chain rule")
        .Equal(@"2 s (1 - s)^2 (3 s - 1)", z => Each(z, v =>
        {
            double s = ScalarActivations.Sigmoid(v);
            return 2 * s * (1 - s) * (1 - s) * (3 * s - 1);
        }), "negative for s below ⅓")
        .Equal(@"L''(z)", z => Each(z, v => SigmoidCost.SquaredCurvature(v, 1)));

    private static double[] Each(double[] z, Func<double, double> f) => [.. z.Select(f)];

    private static Derivation CrossEntropyCurvature() => new Derivation<(double Z, double Y)>(
        "cross-entropy-curvature", "Cross-entropy bends one way only", "S2-114",
        random => (random.Normal(0, 2), random.Below(2)))
        .Start(@"0", _ => 0.0)
        .AtMost(@"\sigma(z) (1 - \sigma(z))", s => SigmoidCost.CrossEntropyCurvature(s.Z, s.Y), "both factors are positive")
        .Numerically(@"\frac{d}{dz} (\sigma(z) - y)", s => NumericalDerivative.Richardson(v => SigmoidCost.CrossEntropySlope(v, s.Y), s.Z))
        .Numerically(@"\frac{d^2}{dz^2} \mathrm{BCE}(\sigma(z), y)",
            s => NumericalDerivative.Richardson(v => NumericalDerivative.Richardson(u => SigmoidCost.CrossEntropy(u, s.Y), v), s.Z));

    private static Derivation Hessian() => new Derivation<(LogisticCost Cost, Vector<double> θ, Vector<double> V)>(
        "hessian", "The cost of a logistic unit is convex in its weights", "S2-114 S4-104",
        random => (
            LogisticUnits.Draw(random, features: 3, count: 6), Vector<double>.Build.Dense(random.Normals(3)), Vector<double>.Build.Dense(random.Normals(3))))
        .Start(@"0", _ => 0.0)
        .AtMost(@"\frac{1}{N} \sum_n \sigma_n (1 - \sigma_n)\, (v \cdot x_n)^2", h =>
        {
            double[] p = h.Cost.Predict(h.θ).ToArray();
            return Enumerable.Range(0, p.Length).Average(n => p[n] * (1 - p[n]) * Math.Pow(h.V * h.Cost.X.Column(n), 2));
        }, "every term is a square times a variance")
        .Equal(@"v^\top \Big[ \frac{1}{N} X\, \mathrm{diag}(\sigma (1 - \sigma))\, X^\top \Big] v", h => h.V * (h.Cost.CrossEntropyHessian(h.θ) * h.V))
        .Numerically(@"\frac{d^2}{dt^2} \mathcal{L}(\theta + t v) \Big|_{t = 0}",
            h => NumericalDerivative.Richardson(t => h.Cost.CrossEntropyGradient(h.θ + t * h.V) * h.V, 0));

    private static double[,] AsColumn(double[] values)
    {
        var column = new double[values.Length, 1];
        for (int j = 0; j < values.Length; j++)
        {
            column[j, 0] = values[j];
        }

        return column;
    }

    private static double[] Column(double[,] X) => [.. X.Cast<double>()];
}
