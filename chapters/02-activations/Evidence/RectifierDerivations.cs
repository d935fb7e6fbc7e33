using Reference.Book;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The derivations of chapter 02 on rectifiers and their smooth relatives.</summary>
public static class RectifierDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [ReluParts(), ReluSlope(), Leaky(), EluBelow(), SeluMean(), SeluSquare(), SoftplusSlope(), GeluSlope(), GeluTanhSlope()];

    private static Derivation ReluParts() => new Derivation<double>(
        "relu", "ReLU is half a line and half an absolute value", "S0-016 S1-123 S1-142 S2-033 S3-211 S4-010",
        random => random.Uniform(-3, 3))
        .Start(@"\max(0, x)", Relu)
        .Equal(@"\begin{cases} x & x \ge 0 \\ 0 & x < 0 \end{cases}", x => x >= 0 ? x : 0)
        .Equal(@"\tfrac12 (x + |x|)", x => (x + Math.Abs(x)) / 2);

    private static Derivation ReluSlope() => new Derivation<double>(
        "relu-slope", "The slope of ReLU, off its kink", "S0-016 S1-123 S2-033 S3-211 S4-010",
        OffZero)
        .Start(@"\frac{d}{dx} \tfrac12 (x + |x|)", x => NumericalDerivative.Central(Relu, x))
        .Numerically(@"\tfrac12 (1 + \operatorname{sign} x)", x => (1 + Math.Sign(x)) / 2.0)
        .Equal(@"\mathbf 1[x > 0]", ReluDerivative);

    private static Derivation Leaky() => new Derivation<(double X, double Α)>(
        "leaky-relu", "The leaky rectifier as two parts", "S1-125 S4-011",
        random => (random.Uniform(-3, 3), random.Uniform(0.01, 0.3)))
        .Start(@"\max(0, x) + \alpha \min(0, x)", p => Math.Max(0, p.X) + p.Α * Math.Min(0, p.X))
        .Printed("S1-125", @"\begin{cases} x & x > 0 \\ x & \text{otherwise} \end{cases}", p => p.X,
            "The factor α is lost; without it both cases are x, and the function is the identity.")
        .Equal(@"\begin{cases} x & x > 0 \\ \alpha x & \text{otherwise} \end{cases}", p => LeakyRelu(p.X, p.Α));

    private static Derivation EluBelow() => new Derivation<(double X, double Α)>(
        "elu", "The exponential linear unit as two parts", "S1-126",
        random => (random.Uniform(-3, 3), random.Uniform(1.2, 2)))
        .Start(@"\max(0, x) + \alpha \left(e^{\min(0, x)} - 1\right)", p => Math.Max(0, p.X) + p.Α * (Math.Exp(Math.Min(0, p.X)) - 1))
        .Printed("S1-126", @"\begin{cases} x & x > 0 \\ e^x - 1 & \text{otherwise} \end{cases}", p => Elu(p.X, 1),
            "The factor α is lost; what is printed is right for α = 1 only.")
        .Equal(@"\begin{cases} x & x > 0 \\ \alpha (e^x - 1) & \text{otherwise} \end{cases}", p => Elu(p.X, p.Α));

    private static Derivation SeluMean() => new Derivation<(double Λ, double Α)>(
        "selu-mean", "The mean that leaves a scaled ELU", "S1-127",
        random => (random.Uniform(0.5, 2), random.Uniform(0.5, 2)))
        .Start(@"\int_{-\infty}^{\infty} \lambda\,\mathrm{ELU}_\alpha(z)\, \varphi(z)\, dz", p => Expectation(z => p.Λ * Elu(z, p.Α)))
        .Numerically(@"\lambda \left(\int_0^\infty z\varphi(z)\, dz + \alpha \int_{-\infty}^0 (e^z - 1)\varphi(z)\, dz\right)",
            p => p.Λ * (Expectation(Relu) + p.Α * Expectation(z => Math.Exp(Math.Min(z, 0)) - 1)))
        .Numerically(@"\lambda \left(\tfrac{1}{\sqrt{2\pi}} + \alpha \left(\sqrt e\,\Phi(-1) - \tfrac12\right)\right)",
            p => SelfNormalization.Mean(p.Λ, p.Α), "the square completed in the exponent");

    private static Derivation SeluSquare() => new Derivation<(double Λ, double Α)>(
        "selu-variance", "The mean square that leaves a scaled ELU", "S1-127",
        random => (random.Uniform(0.5, 2), random.Uniform(0.5, 2)))
        .Start(@"\int_{-\infty}^{\infty} \lambda^2\,\mathrm{ELU}_\alpha(z)^2\, \varphi(z)\, dz", p => Expectation(z => Math.Pow(p.Λ * Elu(z, p.Α), 2)))
        .Numerically(@"\lambda^2 \left(\tfrac12 + \alpha^2 \int_{-\infty}^0 (e^{2z} - 2e^z + 1)\varphi(z)\, dz\right)",
            p => p.Λ * p.Λ * (0.5 + p.Α * p.Α * Expectation(z => Math.Pow(Math.Exp(Math.Min(z, 0)) - 1, 2))))
        .Numerically(@"\lambda^2 \left(\tfrac12 + \alpha^2 \left(e^2\,\Phi(-2) - 2\sqrt e\,\Phi(-1) + \tfrac12\right)\right)",
            p => SelfNormalization.MeanSquare(p.Λ, p.Α));

    private static Derivation SoftplusSlope() => new Derivation<double>(
        "softplus-slope", "The slope of softplus is the sigmoid", "S2-032",
        random => random.Uniform(-4, 4))
        .Start(@"\frac{d}{dx} \ln(1 + e^x)", x => NumericalDerivative.Richardson(Softplus, x))
        .Numerically(@"\frac{e^x}{1 + e^x}", x => Math.Exp(x) / (1 + Math.Exp(x)), "the chain rule")
        .Equal(@"\frac{1}{1 + e^{-x}}", x => 1 / (1 + Math.Exp(-x)), "times e⁻ˣ above and below")
        .Equal(@"\sigma(x)", SoftplusDerivative);

    private static Derivation GeluSlope() => new Derivation<double>(
        "gelu-slope", "The slope of GELU by the product rule", "S1-267",
        random => random.Uniform(-3, 3))
        .Start(@"\frac{d}{dx}\, x\,\Phi(x)", x => NumericalDerivative.Richardson(Gelu, x))
        .Numerically(@"\Phi(x) + x \frac{d\Phi}{dx}",
            x => NormalDistribution.Cumulative(x) + x * NumericalDerivative.Richardson(NormalDistribution.Cumulative, x), "the product rule")
        .Numerically(@"\Phi(x) + x\,\varphi(x)", GeluDerivative, "Φ is the integral of φ");

    private static Derivation GeluTanhSlope() => new Derivation<double>(
        "gelu-tanh-slope", "The slope of GELU's approximation", "S1-267",
        random => random.Uniform(-3, 3))
        .Start(@"\frac{d}{dx}\, \tfrac12 x (1 + \tanh u),\quad u = \sqrt{2/\pi}\,(x + 0.044715 x^3)", x => NumericalDerivative.Richardson(GeluTanh, x))
        .Numerically(@"\tfrac12 (1 + \tanh u) + \tfrac12 x \tanh'(u)\, \frac{du}{dx}",
            x => (1 + Tanh(Inner(x))) / 2 + x / 2 * TanhDerivative(Inner(x)) * NumericalDerivative.Richardson(Inner, x), "product and chain rule")
        .Numerically(@"\tfrac12 (1 + \tanh u) + \tfrac12 x \tanh'(u) \sqrt{2/\pi}\,(1 + 3 \cdot 0.044715 x^2)", GeluTanhDerivative);

    private static double Inner(double x) => Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

    private static double OffZero(RandomStream random) => random.Uniform(0.01, 3) * (random.Bernoulli(0.5) ? 1 : -1);

    // ∫ f(z) φ(z) dz from −12 to 12 by Simpson's rule, with a node at the kink in 0: beyond ±12 there is 10⁻³² of the mass.
    private static double Expectation(Func<double, double> f)
    {
        const int Intervals = 2400;
        const double Step = 24.0 / Intervals;
        double sum = 0;
        for (int i = 0; i <= Intervals; i++)
        {
            double z = -12 + i * Step;
            sum += (i == 0 || i == Intervals ? 1 : i % 2 == 1 ? 4 : 2) * f(z) * NormalDistribution.Density(z);
        }

        return sum * Step / 3;
    }
}
