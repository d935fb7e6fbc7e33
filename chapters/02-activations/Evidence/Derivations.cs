using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The derivations of chapter 02 on single units, every line a function of random inputs.</summary>
public static class ActivationDerivations
{
    /// <summary>All of the chapter, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Stack(), SigmoidSlope(), Distance(), WeightedInput(), TanhFromSigmoid(), TanhSlope(), SlopeRatio(), Chain(), ChainBound(),
        .. RectifierDerivations.All,
        .. SoftmaxDerivations.All,
    ];

    private static Derivation Stack() => new Derivation<(double[] W, double[] B, double X)>(
        "linear-stack", "Three linear units are one", "S2-029",
        random => (random.Normals(3), random.Normals(3), random.Normal()))
        .Start(@"w_3 (w_2 (w_1 x + b_1) + b_2) + b_3", p => Linear(p.W[2] * Linear(p.W[1] * Linear(p.W[0] * p.X + p.B[0]) + p.B[1]) + p.B[2]))
        .Equal(@"w_3 w_2 w_1 x + w_3 w_2 b_1 + w_3 b_2 + b_3", p => p.W[2] * p.W[1] * p.W[0] * p.X + p.W[2] * p.W[1] * p.B[0] + p.W[2] * p.B[1] + p.B[2])
        .Equal(@"w x + b", p => p.W[2] * p.W[1] * p.W[0] * p.X + (p.W[2] * (p.W[1] * p.B[0] + p.B[1]) + p.B[2]), "one weight, one bias");

    private static Derivation SigmoidSlope() => new Derivation<double>(
        "sigmoid-slope", "The slope of the sigmoid by the quotient rule", "S1-053 S1-071 S1-122 S0-014 S2-032 S3-208",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{d}{dx} \frac{1}{1 + e^{-x}}", x => NumericalDerivative.Richardson(Sigmoid, x))
        .Printed("S1-122", @"\frac{1}{(1 + e^{-x})^2}", x => 1 / Square(1 + Math.Exp(-x)),
            "The numerator e⁻ˣ is missing: what is printed is σ². "
                + "At x = 0 both are ¼, so 0 cannot show the mistake, and far to the right the printed slope goes to 1 instead of 0.")
        .Numerically(@"\frac{e^{-x}}{(1 + e^{-x})^2}", x => Math.Exp(-x) / Square(1 + Math.Exp(-x)), "the quotient rule")
        .Printed("S1-053", @"\frac{e^{-x} / (1 + e^{-x})}{1 / (1 + e^{-x})}", x => Math.Exp(-x) / (1 + Math.Exp(-x)) / (1 / (1 + Math.Exp(-x))),
            "The two factors must be multiplied; divided, they leave e⁻ˣ.")
        .Printed("S1-053", @"\frac{e^{-x}}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}", x => Square(Math.Exp(-x) / (1 + Math.Exp(-x))),
            "The first factor has the numerator 1; with e⁻ˣ the product is (1 − σ)².")
        .Equal(@"\frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}", x => 1 / (1 + Math.Exp(-x)) * (Math.Exp(-x) / (1 + Math.Exp(-x))))
        .Equal(@"\frac{1}{1 + e^{-x}} \left(1 - \frac{1}{1 + e^{-x}}\right)", x => 1 / (1 + Math.Exp(-x)) * (1 - 1 / (1 + Math.Exp(-x))), "add and subtract 1")
        .Equal(@"\sigma(x)\,(1 - \sigma(x))", SigmoidDerivative)
        .Equal(@"\tfrac14 - \left(\sigma(x) - \tfrac12\right)^2", x => 0.25 - Square(Sigmoid(x) - 0.5), "complete the square")
        .AtMost(@"\tfrac14", _ => 0.25);

    private static Derivation Distance() => new Derivation<(double[] W, double B, double[] X)>(
        "distance", "The probability of a point depends on its distance from the line", "S1-015",
        random => (random.Normals(3), random.Normal(), random.Normals(3)))
        .Start(@"\sigma(w \cdot x + b)", p => SigmoidUnit.Output(p.W, p.B, p.X))
        .Equal(@"\sigma\left(\lVert w \rVert \cdot \frac{w \cdot x + b}{\lVert w \rVert}\right)",
            p => Sigmoid(Length(p.W) * (ScalarPerceptron.Score(p.W, p.B, p.X) / Length(p.W))))
        .Equal(@"\sigma(\lVert w \rVert\, d)",
            p => SigmoidUnit.FromDistance(
                Length(p.W), PerceptronEquations.SignedDistances(Vector<double>.Build.Dense(p.W), p.B, Matrix<double>.Build.DenseOfColumnArrays(p.X))[0]),
            "d is the signed distance of chapter 01");

    private static Derivation WeightedInput() => new Derivation<(double[] W, double[] X)>(
        "weighted-input", "The slope of a sigmoid unit along a weight", "S1-090",
        random => (random.Normals(3), random.Normals(3)))
        .Start(@"\frac{\partial}{\partial w_1} f(h),\quad h = \sum_i w_i x_i",
            p => NumericalDerivative.Richardson(w1 => SigmoidUnit.Output([w1, p.W[1], p.W[2]], 0, p.X), p.W[0]))
        .Numerically(@"f'(h)\, \frac{\partial h}{\partial w_1}", p => SigmoidDerivative(ScalarPerceptron.Score(p.W, 0, p.X)) * p.X[0], "the chain rule")
        .Equal(@"f(h)\,(1 - f(h))\, x_1", p => SigmoidUnit.Output(p.W, 0, p.X) * (1 - SigmoidUnit.Output(p.W, 0, p.X)) * p.X[0])
        .Equal(@"\left(\nabla_w f\right)_1", p => SigmoidUnit.Gradient(p.W, 0, p.X)[0]);

    private static Derivation TanhFromSigmoid() => new Derivation<double>(
        "tanh-from-sigmoid", "Tanh is a sigmoid, stretched", "S4-009 S0-015 S1-141 S2-034 S3-210",
        random => random.Uniform(-3, 3))
        .Start(@"2\sigma(2x) - 1", x => 2 * Sigmoid(2 * x) - 1)
        .Equal(@"\frac{2}{1 + e^{-2x}} - 1", x => 2 / (1 + Math.Exp(-2 * x)) - 1)
        .Equal(@"\frac{1 - e^{-2x}}{1 + e^{-2x}}", x => (1 - Math.Exp(-2 * x)) / (1 + Math.Exp(-2 * x)), "one fraction")
        .Equal(@"\frac{e^x - e^{-x}}{e^x + e^{-x}}", x => (Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x)), "times eˣ above and below")
        .Equal(@"\tanh x", Tanh);

    private static Derivation TanhSlope() => new Derivation<double>(
        "tanh-slope", "The slope of tanh by the quotient rule", "S0-015 S1-141 S2-034 S3-210 S4-009",
        random => random.Uniform(-3, 3))
        .Start(@"\frac{d}{dx} \frac{\sinh x}{\cosh x}", x => NumericalDerivative.Richardson(Tanh, x))
        .Numerically(@"\frac{\cosh^2 x - \sinh^2 x}{\cosh^2 x}", x => (Square(Math.Cosh(x)) - Square(Math.Sinh(x))) / Square(Math.Cosh(x)), "the quotient rule")
        .Equal(@"1 - \tanh^2 x", x => 1 - Square(Tanh(x)))
        .Equal(@"4\,\sigma'(2x)", x => 4 * SigmoidDerivative(2 * x), "since tanh x = 2σ(2x) − 1")
        .Equal(@"\frac{4 e^{-2x}}{(1 + e^{-2x})^2}", TanhDerivative)
        .AtMost(@"1", _ => 1.0);

    private static Derivation SlopeRatio() => new Derivation<double>(
        "slope-ratio", "How much steeper tanh is than the sigmoid", "S1-141",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{\tanh'(x)}{\sigma'(x)}", x => TanhDerivative(x) / SigmoidDerivative(x))
        .Equal(@"\frac{1}{\cosh^2 x} \cdot 4 \cosh^2 \tfrac{x}{2}", x => 1 / Square(Math.Cosh(x)) * 4 * Square(Math.Cosh(x / 2)))
        .Equal(@"\frac{2(\cosh x + 1)}{\cosh^2 x}", SlopeCrossover.Ratio, "half-angle formula")
        .AtMost("4", _ => 4.0);

    private static Derivation Chain() => new Derivation<(double[] W, double X)>(
        "chain", "The slope of a chain of sigmoid units", "S4-005 S1-140",
        random => (random.Normals(4), random.Normal()))
        .Start(@"\frac{\partial a_L}{\partial a_0}", p => NumericalDerivative.Richardson(x => VanishingGradient.Chain(Activation.Sigmoid, p.W, x).Output, p.X))
        .Numerically(@"\prod_{l=1}^{L} \frac{\partial a_l}{\partial a_{l-1}}",
            p => Outputs(p.W, p.X)
                .Zip(p.W, (a, w) => NumericalDerivative.Richardson(before => Sigmoid(w * before), a))
                .Aggregate(1.0, (product, slope) => product * slope),
            "the chain rule")
        .Numerically(@"\prod_{l=1}^{L} \sigma'(z_l)\, w_l", p => VanishingGradient.Chain(Activation.Sigmoid, p.W, p.X).Derivative);

    private static Derivation ChainBound() => new Derivation<(double[] W, double X)>(
        "chain-bound", "Why the gradient of sigmoid layers vanishes", "S4-005 S1-140 S2-036",
        random => (random.Normals(5), random.Normal()))
        .Start(@"\left|\prod_{l} \sigma'(z_l)\, w_l\right|", p => Math.Abs(VanishingGradient.Chain(Activation.Sigmoid, p.W, p.X).Derivative))
        .AtMost(@"\left(\tfrac14\right)^{L} \prod_l |w_l|",
            p => Math.Pow(0.25, p.W.Length) * p.W.Aggregate(1.0, (product, w) => product * Math.Abs(w)), "each slope is at most ¼")
        .AtMost(@"\left(\tfrac14 \max_l |w_l|\right)^{L}", p => Math.Pow(0.25 * p.W.Max(Math.Abs), p.W.Length));

    // a₀ … a_{L−1}: what each unit of the chain sees.
    private static IEnumerable<double> Outputs(double[] w, double x)
    {
        foreach (double weight in w)
        {
            yield return x;
            x = Sigmoid(weight * x);
        }
    }

    private static double Length(double[] w) => Math.Sqrt(w.Sum(v => v * v));

    private static double Square(double x) => x * x;
}
