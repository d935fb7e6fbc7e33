using Reference.Book;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The derivations of chapter 02, every line a function of random inputs.</summary>
public static class ActivationDerivations
{
    /// <summary>All of the chapter, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        OfSigmoid(), TanhFromSigmoid(), OfTanh(), DerivativeRatio(), Chain(), SeluMoments(), SoftplusForm(),
        TwoClasses(), Jacobian(), SoftmaxBackward(), Shift(), LogForm(),
    ];

    private static Derivation OfSigmoid() => new Derivation<double>(
        "sigmoid-derivative", "The derivative of the sigmoid by the quotient rule",
        "S1-053 S1-071 S1-122 S0-014 S2-032 S3-208",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{d}{dx} \frac{1}{1 + e^{-x}}", x => NumericalDerivative.Richardson(Sigmoid, x))
        .Printed("S1-122", @"\frac{1}{(1 + e^{-x})^2}", x => 1 / Square(1 + Math.Exp(-x)),
            "The numerator e⁻ˣ is missing: what is printed is σ². At x = 0 both are ¼, so 0 cannot show the mistake.")
        .Numerically(@"\frac{e^{-x}}{(1 + e^{-x})^2}", x => Math.Exp(-x) / Square(1 + Math.Exp(-x)),
            "the quotient rule")
        .Printed("S1-053", @"\frac{e^{-x} / (1 + e^{-x})}{1 / (1 + e^{-x})}",
            x => Math.Exp(-x) / (1 + Math.Exp(-x)) / (1 / (1 + Math.Exp(-x))),
            "The two factors must be multiplied; divided, they leave e⁻ˣ. S1 has it right later on.",
            ErratumKind.OurText)
        .Printed("S1-053", @"\frac{e^{-x}}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}",
            x => Square(Math.Exp(-x) / (1 + Math.Exp(-x))),
            "The first numerator is 1; with e⁻ˣ the product is (1 − σ)².", ErratumKind.OurText)
        .Equal(@"\frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}",
            x => 1 / (1 + Math.Exp(-x)) * (Math.Exp(-x) / (1 + Math.Exp(-x))))
        .Equal(@"\sigma(x)\,(1 - \sigma(x))", x => Sigmoid(x) * (1 - Sigmoid(x)), "add and subtract 1")
        .Equal(@"\sigma(x)\,\sigma(-x)", SigmoidDerivative, "without the difference, which loses digits for large x")
        .Equal(@"\tfrac14 - \left(\sigma(x) - \tfrac12\right)^2", x => 0.25 - Square(Sigmoid(x) - 0.5),
            "complete the square")
        .AtMost(@"\tfrac14", _ => 0.25);

    private static Derivation TanhFromSigmoid() => new Derivation<double>(
        "tanh-from-sigmoid", "Tanh is a stretched sigmoid", "S4-009 S0-015 S1-141 S2-034 S3-210",
        random => random.Uniform(-3, 3))
        .Start(@"2\sigma(2x) - 1", x => 2 * Sigmoid(2 * x) - 1)
        .Equal(@"\frac{1 - e^{-2x}}{1 + e^{-2x}}", x => (1 - Math.Exp(-2 * x)) / (1 + Math.Exp(-2 * x)),
            "one fraction")
        .Equal(@"\frac{e^x - e^{-x}}{e^x + e^{-x}}",
            x => (Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x)), "times eˣ above and below")
        .Equal(@"\tanh x", Tanh);

    private static Derivation OfTanh() => new Derivation<double>(
        "tanh-derivative", "The derivative of tanh by the quotient rule", "S0-015 S1-141 S2-034 S3-210 S4-009",
        random => random.Uniform(-3, 3))
        .Start(@"\frac{d}{dx} \frac{\sinh x}{\cosh x}", x => NumericalDerivative.Richardson(Tanh, x))
        .Numerically(@"\frac{\cosh^2 x - \sinh^2 x}{\cosh^2 x}",
            x => (Square(Math.Cosh(x)) - Square(Math.Sinh(x))) / Square(Math.Cosh(x)), "the quotient rule")
        .Equal(@"1 - \tanh^2 x", x => 1 - Square(Tanh(x)))
        .Equal(@"4\,\sigma(2x)\,\sigma(-2x)", x => 4 * SigmoidDerivative(2 * x), "since tanh x = 2σ(2x) − 1")
        .Equal(@"\frac{4 e^{-2x}}{(1 + e^{-2x})^2}", TanhDerivative, "all digits for large x, where 1 − tanh² is 0")
        .AtMost(@"1", _ => 1.0);

    private static Derivation DerivativeRatio() => new Derivation<double>(
        "derivative-ratio", "How much steeper tanh is than the sigmoid", "S1-141",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{\tanh'(x)}{\sigma'(x)}", x => TanhDerivative(x) / SigmoidDerivative(x))
        .Equal(@"\frac{1}{\cosh^2 x} \cdot 4 \cosh^2 \tfrac{x}{2}",
            x => 1 / Square(Math.Cosh(x)) * 4 * Square(Math.Cosh(x / 2)))
        .Equal(@"\frac{2(\cosh x + 1)}{\cosh^2 x}", x => 2 * (Math.Cosh(x) + 1) / Square(Math.Cosh(x)),
            "half-angle formula")
        .AtMost("4", _ => 4.0);

    private static Derivation Chain() => new Derivation<(double[] W, double X)>(
        "chain", "Why the gradient of sigmoid layers vanishes", "S4-005 S1-140 S2-036",
        random => ([.. Enumerable.Range(0, 4).Select(_ => random.Uniform(0.5, 2) * (1 - 2 * random.Below(2)))],
            random.Uniform(-2, 2))) // slopes large enough for a numerical derivative
        .Start(@"\left|\frac{\partial a_L}{\partial a_0}\right|",
            p => Math.Abs(NumericalDerivative.Richardson(
                x => VanishingGradient.Chain(Activation.Sigmoid, p.W, x).Output, p.X)))
        .Numerically(@"\left|\prod_{l=1}^{L} \frac{\partial a_l}{\partial a_{l-1}}\right|",
            p => Math.Abs(Inputs(p.W, p.X)
                .Zip(p.W, (a, w) => NumericalDerivative.Richardson(before => Sigmoid(w * before), a))
                .Aggregate(1.0, (product, factor) => product * factor)),
            "the chain rule")
        .Numerically(@"\left|\prod_{l=1}^{L} \sigma'(z_l)\, w_l\right|",
            p => Math.Abs(VanishingGradient.Chain(Activation.Sigmoid, p.W, p.X).Derivative))
        .AtMost(@"\left(\tfrac14\right)^{L} \prod_l |w_l|",
            p => p.W.Aggregate(1.0, (product, w) => product * Math.Abs(w) / 4), "σ′ is at most ¼");

    private static Derivation SeluMoments() => new Derivation<(double Λ, double Α)>(
        "selu-moments", "Mean and mean square of a scaled ELU of normal scores", "S1-127",
        random => (random.Uniform(0.5, 2), random.Uniform(0.5, 2)))
        .Start(
            @"\int_{-\infty}^{\infty} \left(\lambda\,\mathrm{ELU}_\alpha(z)\right)^k \varphi(z)\, dz,\quad k = 1, 2",
            p => Powers(k => Expectation(z => Math.Pow(p.Λ * Elu(z, p.Α), k))))
        .Numerically(
            @"\lambda^k \left(\int_0^\infty z^k \varphi(z)\, dz"
                + @" + \alpha^k \int_{-\infty}^0 (e^z - 1)^k \varphi(z)\, dz\right)",
            p => Powers(k => Math.Pow(p.Λ, k) * (Expectation(z => Math.Pow(Relu(z), k))
                + Math.Pow(p.Α, k) * Expectation(z => Math.Pow(Math.Exp(Math.Min(z, 0)) - 1, k)))))
        .Numerically(
            @"\lambda \left(\tfrac{1}{\sqrt{2\pi}} + \alpha \left(\sqrt e\,\Phi(-1) - \tfrac12\right)\right),\ "
                + @"\lambda^2 \left(\tfrac12 + \alpha^2 \left("
                + @"e^2\,\Phi(-2) - 2\sqrt e\,\Phi(-1) + \tfrac12\right)\right)",
            p => [SelfNormalization.Mean(p.Λ, p.Α), SelfNormalization.MeanSquare(p.Λ, p.Α)],
            "the square completed in the exponents");

    private static Derivation SoftplusForm() => new Derivation<double>(
        "softplus", "Softplus without large exponentials, and its derivative", "S2-032",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{d}{dx} \ln(1 + e^x)", x => NumericalDerivative.Richardson(t => Math.Log(1 + Math.Exp(t)), x))
        .Numerically(@"\frac{d}{dx} \left(\max(0, x) + \ln\left(1 + e^{-|x|}\right)\right)",
            x => NumericalDerivative.Richardson(Softplus, x), "for x > 0, take eˣ out of the logarithm")
        .Numerically(@"\frac{e^x}{1 + e^x}", x => Math.Exp(x) / (1 + Math.Exp(x)), "the chain rule")
        .Equal(@"\sigma(x)", SoftplusDerivative, "times e⁻ˣ above and below");

    private static Derivation TwoClasses() => new Derivation<(double A, double B)>(
        "two-classes", "Softmax of two classes is a sigmoid", "S0-025 S1-018 S2-035",
        random => (random.Normal(0, 2), random.Normal(0, 2)))
        .Start(@"\frac{e^{z_1}}{e^{z_1} + e^{z_2}}", p => Softmax([p.A, p.B])[0])
        .Equal(@"\frac{1}{1 + e^{-(z_1 - z_2)}}", p => 1 / (1 + Math.Exp(-(p.A - p.B))), "divide above and below")
        .Equal(@"\sigma(z_1 - z_2)", p => SoftmaxOfTwo(p.A, p.B));

    private static Derivation Jacobian() => new Derivation<double[]>(
        "softmax-jacobian", "The Jacobian of softmax by the quotient rule", "S0-026 S1-233 S1-235 S2-035 S3-087",
        Scores)
        .Start(@"\frac{\partial p_i}{\partial z_j}",
            z => NumericalDerivative.Jacobian(Softmax, z, DifferenceScheme.Richardson).Flat())
        .Numerically(@"\frac{\delta_{ij}\, e^{z_i} \sum_k e^{z_k} - e^{z_i} e^{z_j}}{\left(\sum_k e^{z_k}\right)^2}",
            z => Table(z,
                (i, j) => (δ(i, j) * Math.Exp(z[i]) * Sum(z) - Math.Exp(z[i]) * Math.Exp(z[j])) / Square(Sum(z))),
            "the quotient rule")
        .Equal(@"p_i (\delta_{ij} - p_j)", z => Table(z, (i, j) => Softmax(z)[i] * (δ(i, j) - Softmax(z)[j])))
        .Equal(@"\delta_{ij}\, p_i \sum_{k \ne i} p_k - (1 - \delta_{ij})\, p_i p_j", z => SoftmaxJacobian(z).Flat(),
            "1 − pᵢ is the sum of the others");

    private static Derivation SoftmaxBackward() => new Derivation<(double[] Z, double[] Dp)>(
        "softmax-backward", "Backward through softmax without its Jacobian", "S0-026 S1-235",
        random => (random.Normals(4), random.Normals(4)))
        .Start(@"\sum_i \frac{\partial L}{\partial p_i} \frac{\partial p_i}{\partial z_j}",
            p => [.. p.Z.Select((_, j) => p.Dp.Select((d, i) => d * SoftmaxJacobian(p.Z)[i, j]).Sum())])
        .Equal(@"\frac{\partial L}{\partial p_j}\, p_j - p_j \sum_i p_i \frac{\partial L}{\partial p_i}",
            p => [.. Softmax(p.Z).Zip(p.Dp,
                (pj, dj) => dj * pj - pj * Softmax(p.Z).Zip(p.Dp, (pi, di) => pi * di).Sum())])
        .Equal(@"p_j \left(\frac{\partial L}{\partial p_j} - \sum_i p_i \frac{\partial L}{\partial p_i}\right)",
            p => ActivationEquations
                .SoftmaxBackward(Matrices.Column(Softmax(p.Z)), Matrices.Column(p.Dp))
                .ToColumnMajorArray());

    private static Derivation Shift() => new Derivation<(double[] Z, double C)>(
        "softmax-shift", "Why the largest score may be subtracted", "S1-234 S1-237 S3-088",
        random => (Scores(random), random.Normal(0, 3)))
        .Start(@"\frac{e^{z_i + c}}{\sum_j e^{z_j + c}}", p => Softmax([.. p.Z.Select(z => z + p.C)]))
        .Equal(@"\frac{e^c\, e^{z_i}}{e^c \sum_j e^{z_j}}",
            p => [.. p.Z.Select(z => Math.Exp(p.C) * Math.Exp(z) / (Math.Exp(p.C) * Sum(p.Z)))])
        .Equal(@"\frac{e^{z_i}}{\sum_j e^{z_j}}", p => NaiveSoftmax(p.Z))
        .Equal(@"\frac{e^{z_i - m}}{\sum_j e^{z_j - m}},\quad m = \max_j z_j", p => Softmax(p.Z), "the case c = −m");

    private static Derivation LogForm() => new Derivation<double[]>(
        "log-softmax", "The logarithm of softmax, from scores of any size", "S1-236",
        Scores)
        .Start(@"\ln p_i", z => [.. NaiveSoftmax(z).Select(p => Math.Log(p))])
        .Equal(@"z_i - \ln \sum_j e^{z_j}", z => [.. z.Select(zi => zi - Math.Log(Sum(z)))])
        .Equal(@"z_i - \left(m + \ln \sum_j e^{z_j - m}\right)", z => [.. z.Select(zi => zi - LogSumExp(z))],
            "no exponential overflows")
        .Equal(@"(z_i - m) - \ln \Big( 1 + \sum_{j \ne k} e^{z_j - m} \Big),\quad z_k = m", LogSoftmax,
            "no digit is lost in a large m, nor in the 1: ln(1 + t) is computed from t");

    // a₀ … a_{L−1}, the inputs of the units of a chain.
    private static IEnumerable<double> Inputs(double[] w, double x) =>
        w.Select((_, l) => VanishingGradient.Chain(Activation.Sigmoid, w[..l], x).Output);

    // ∫ f(z) φ(z) dz from −12 to 12 by Simpson's rule, with a node at the kink in 0; beyond lie 10⁻³² of the mass.
    private static double Expectation(Func<double, double> f)
    {
        const int Intervals = 2400;
        const double Step = 24.0 / Intervals;
        double sum = 0;
        for (int i = 0; i <= Intervals; i++)
        {
            double z = -12 + i * Step;
            sum += (i is 0 or Intervals ? 1 : i % 2 == 1 ? 4 : 2) * f(z) * NormalDistribution.Density(z);
        }

        return sum * Step / 3;
    }

    private static double[] Powers(Func<int, double> moment) => [moment(1), moment(2)];

    private static double[] Scores(RandomStream random) => random.Normals(2 + random.Below(4));

    private static double Sum(double[] z) => z.Sum(Math.Exp);

    private static double δ(int i, int j) => i == j ? 1 : 0;

    private static double[] Table(double[] z, Func<int, int, double> entry) =>
        [.. from i in Enumerable.Range(0, z.Length) from j in Enumerable.Range(0, z.Length) select entry(i, j)];

    private static double Square(double x) => x * x;
}
