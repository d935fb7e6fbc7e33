using Reference.Book;
using Reference.Verification;

namespace Reference.Differentiation;

/// <summary>The derivations of chapter 04, every line a function of random inputs.</summary>
public static class DifferentiationDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        MatrixDerivations.TransposedProduct(), MatrixDerivations.Inverse(),
        SquareSecant(), CubeChange(), Partials(), CostPartials(), Saddle(), ChainRule(), FourthPower(),
        Truncation(), Extrapolation(),
        Adjoints(), Polynomial(), MatrixDerivations.ProductGradient(), MatrixDerivations.BroadcastGradient(),
    ];

    private static Derivation SquareSecant() => new Derivation<(double X, double H)>(
        "square-secant", "From secant to slope of x²", "S2-053 S2-054 S1-081",
        random => (random.Normal(), random.Uniform(0.1, 1)))
        .Start(@"\frac{(x + h)^2 - x^2}{h}", p => ScalarDerivatives.SecantSlope(x => x * x, p.X, p.H))
        .Equal(@"\frac{2xh + h^2}{h}", p => (2 * p.X * p.H + p.H * p.H) / p.H)
        .Equal(@"2x + h", p => ScalarDerivatives.PowerDerivative(p.X, 2) + p.H, "which goes to 2x as h goes to 0");

    private static Derivation CubeChange() => new Derivation<double>(
        "cube-change", "How much x³ changes when x changes a little", "S2-055",
        random => random.Uniform(0.5, 3))
        .Start(@"\Delta y = (x + \Delta x)^3 - x^3,\quad \Delta x = 10^{-7}", x => Math.Pow(x + Δx, 3) - Math.Pow(x, 3))
        .Printed("S2-055", @"3x^2", x => ScalarDerivatives.PowerDerivative(x, 3), "That is the slope. The change in y is the slope times the change in x.")
        .Numerically(@"3x^2\, \Delta x", x => ScalarDerivatives.PowerDerivative(x, 3) * Δx);

    private const double Δx = 1e-7;

    private static Derivation Partials() => new Derivation<(double X, double Y)>(
        "partials", "One variable moves, the other is held", "S2-056 S1-083",
        random => (random.Normal(), random.Normal()))
        .Start(@"\nabla (x^2 + y^2)",
            p => [NumericalDerivative.Richardson(x => TwoVariables.Bowl(x, p.Y), p.X), NumericalDerivative.Richardson(y => TwoVariables.Bowl(p.X, y), p.Y)])
        .Numerically(@"(2x,\ 2y)", p => Pair(TwoVariables.BowlGradient(p.X, p.Y)));

    private static Derivation CostPartials() => new Derivation<(double M, double L)>(
        "cost-partials", "The slopes of the notes' cost", "S2-057",
        random => (random.Normal(), random.Normal()))
        .Start(@"\nabla (3m^2 + 2l^2 + 5ml + 23)", p => NumericalDerivative.Gradient(q => SaddleCost.Value(q[0], q[1]), [p.M, p.L]))
        .Numerically(@"(6m + 5l,\ 4l + 5m)", p => Pair(SaddleCost.Gradient(p.M, p.L)), "terms without the variable are constants")
        .Equal(@"H \begin{pmatrix} m \\ l \end{pmatrix},\quad H = \begin{pmatrix} 6 & 5 \\ 5 & 4 \end{pmatrix}",
            p => (SaddleCost.Hessian * MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([p.M, p.L])).ToArray());

    private static Derivation Saddle() => new Derivation<(double M, double L)>(
        "saddle", "Why the cost has no minimum", "S2-057",
        random => (random.Normal(), random.Normal()))
        .Start(@"C(m, l) - 23", p => SaddleCost.Value(p.M, p.L) - 23)
        .Equal(@"\tfrac12 \begin{pmatrix} m & l \end{pmatrix} H \begin{pmatrix} m \\ l \end{pmatrix}",
            p => 0.5 * (p.M * SaddleCost.Gradient(p.M, p.L).M + p.L * SaddleCost.Gradient(p.M, p.L).L))
        .Equal(@"\tfrac12 (5 + \sqrt{26})\, p^2 + \tfrac12 (5 - \sqrt{26})\, q^2", p =>
        {
            // The principal directions of a symmetric 2 × 2 matrix are at right angles; the first solves (6 − λ)a + 5b = 0.
            double λ = 5 + Math.Sqrt(26);
            double length = Math.Sqrt(25 + (λ - 6) * (λ - 6));
            (double a, double b) = (5 / length, (λ - 6) / length);
            (double along, double across) = (a * p.M + b * p.L, b * p.M - a * p.L);
            return 0.5 * λ * along * along + 0.5 * (10 - λ) * across * across;
        }, "p and q are measured along the principal directions; the second term is negative");

    private static Derivation ChainRule() => new Derivation<double>(
        "chain-rule", "A function inside a function", "S2-058",
        random => random.Normal())
        .Start(@"\frac{d}{dx} \sin(x^2)", x => NumericalDerivative.Richardson(t => Math.Sin(t * t), x))
        .Numerically(@"\frac{d \sin g}{dg} \cdot \frac{d g}{dx},\quad g = x^2",
            x => NumericalDerivative.Richardson(Math.Sin, x * x) * NumericalDerivative.Richardson(t => t * t, x))
        .Numerically(@"\cos(x^2) \cdot 2x", x => ScalarDerivatives.Chain(Math.Cos, t => t * t, t => 2 * t, x));

    private static Derivation FourthPower() => new Derivation<double>(
        "fourth-power", "The notes' composite (3x + 2)⁴", "S2-059",
        random => random.Normal())
        .Start(@"\frac{d}{dx} (3x + 2)^4", x => NumericalDerivative.Richardson(ScalarDerivatives.FourthPower, x))
        .Numerically(@"4 (3x + 2)^3 \cdot 3", ScalarDerivatives.FourthPowerDerivative, "outer u⁴, inner 3x + 2")
        .Equal(@"12 (3x + 2)^3", x => 12 * Math.Pow(3 * x + 2, 3));

    // A polynomial of degree 5 has no further terms, so the expansions are exact.
    private static Func<double, double> Quintic(double[] c) => x => c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * (c[4] + x * c[5]))));

    private static Derivation Truncation() => new Derivation<(double[] C, double H)>(
        "truncation", "What the difference quotients leave over, on f = c₀ + c₁x + … + c₅x⁵ at 0", "S2-053",
        random => (random.Normals(6), random.Uniform(0.2, 0.9)))
        .Start(@"\begin{pmatrix} \frac{f(h) - f(0)}{h} \\ \frac{f(h) - f(-h)}{2h} \end{pmatrix}",
            p => [DifferenceQuotients.Forward(Quintic(p.C), 0, p.H), DifferenceQuotients.Central(Quintic(p.C), 0, p.H)])
        .Equal(@"\begin{pmatrix} c_1 + c_2 h + c_3 h^2 + c_4 h^3 + c_5 h^4 \\ c_1 + c_3 h^2 + c_5 h^4 \end{pmatrix}", p =>
        [
            p.C[1] + p.C[2] * p.H + p.C[3] * Math.Pow(p.H, 2) + p.C[4] * Math.Pow(p.H, 3) + p.C[5] * Math.Pow(p.H, 4),
            p.C[1] + p.C[3] * Math.Pow(p.H, 2) + p.C[5] * Math.Pow(p.H, 4),
        ], "even terms cancel in the central one");

    private static Derivation Extrapolation() => new Derivation<(double[] C, double H)>(
        "extrapolation", "Two central differences cancel h²", "S2-053",
        random => (random.Normals(6), random.Uniform(0.2, 0.9)))
        .Start(@"\frac{4 D(h/2) - D(h)}{3}", p => DifferenceQuotients.Richardson(Quintic(p.C), 0, p.H))
        .Equal(@"\frac{4 (c_1 + c_3 h^2/4 + c_5 h^4/16) - (c_1 + c_3 h^2 + c_5 h^4)}{3}", p =>
            (4 * (p.C[1] + p.C[3] * p.H * p.H / 4 + p.C[5] * Math.Pow(p.H, 4) / 16) - (p.C[1] + p.C[3] * p.H * p.H + p.C[5] * Math.Pow(p.H, 4))) / 3)
        .Equal(@"c_1 - \tfrac14 c_5 h^4", p => p.C[1] - p.C[5] * Math.Pow(p.H, 4) / 4, "c₅ = f⁽⁵⁾/120: the error is f⁽⁵⁾h⁴/480");

    private static Derivation Adjoints() => new Derivation<(double U, double V)>(
        "adjoints", "A backward pass through f = uv + u², by hand", "S4-057 S2-060",
        random => (random.Normal(), random.Normal()))
        .Start(@"(\bar u,\ \bar v) \text{ from the tape}", p =>
        {
            var tape = new ScalarTape();
            (ScalarNode u, ScalarNode v) = (tape.Variable(p.U), tape.Variable(p.V));
            tape.Backward(u * v + u.Pow(2));
            return [u.Gradient!.Value, v.Gradient!.Value];
        })
        .Equal(@"(\bar a\, v + \bar b\, 2u,\ \ \bar a\, u),\quad a = uv,\ b = u^2,\ \bar a = \bar b = 1",
            p => [1 * p.V + 1 * 2 * p.U, 1 * p.U], "u is used twice: its adjoints add up")
        .Equal(@"(v + 2u,\ u)", p => Pair(TwoVariables.ProductGradient(p.U, p.V)));

    private static Derivation Polynomial() => new Derivation<double>(
        "second-derivative", "Slope and curvature of z = x² + 2x + 1", "S4-056",
        random => random.Normal())
        .Start(@"\left(\frac{dz}{dx},\ \frac{d^2 z}{dx^2}\right)",
            x => [NumericalDerivative.Richardson(ScalarDerivatives.Polynomial, x), NumericalDerivative.Second(ScalarDerivatives.Polynomial, x)])
        .Numerically(@"(2x + 2,\ 2)", x => [ScalarDerivatives.PolynomialDerivative(x), 2]);

    private static double[] Pair((double First, double Second) pair) => [pair.First, pair.Second];
}
