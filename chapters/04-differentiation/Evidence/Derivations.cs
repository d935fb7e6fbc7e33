using Reference.Book;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Differentiation.ScalarMatrices;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Reference.Differentiation;

/// <summary>The derivations of chapter 04.</summary>
public static class DifferentiationDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        SquareSecant(), CubeChange(), FourthPower(), Truncation(),
        Adjoints(), ProductGradient(), BroadcastGradient(),
    ];

    private static Derivation SquareSecant() => new Derivation<(double X, double H)>(
        "square-secant", "From secant to derivative of x²", "S2-053 S2-054 S1-081",
        random => (random.Uniform(1, 3) * (1 - 2 * random.Below(2)), random.Uniform(0.1, 1))) // 2x + h far from 0
        .Start(@"\frac{(x + h)^2 - x^2}{h}", p => ScalarDerivatives.SecantSlope(x => x * x, p.X, p.H))
        .Equal(@"\frac{2xh + h^2}{h}", p => (2 * p.X * p.H + p.H * p.H) / p.H)
        .Equal(@"2x + h", p => ScalarDerivatives.PowerDerivative(p.X, 2) + p.H, "which goes to 2x as h goes to 0");

    private const double Δx = 1e-7;

    private static Derivation CubeChange() => new Derivation<double>(
        "cube-change", "The change of x³ for a small change of x", "S2-055",
        random => random.Uniform(0.5, 3))
        .Start(@"\Delta y = (x + \Delta x)^3 - x^3,\quad \Delta x = 10^{-7}", x =>
            Math.Pow(x + Δx, 3) - Math.Pow(x, 3))
        .Printed("S2-055", @"3x^2", x => ScalarDerivatives.PowerDerivative(x, 3),
            "\"For every small change in x, the change in y (i.e., the slope of the curve) is approximately 3x²\": "
            + "that is the slope. The change in y is the slope times the change in x.")
        .Numerically(@"3x^2\, \Delta x", x => ScalarDerivatives.PowerDerivative(x, 3) * Δx);

    private static Derivation FourthPower() => new Derivation<double>(
        "fourth-power", "A function inside a function: (3x + 2)⁴", "S2-058 S2-059",
        random => random.Normal())
        .Start(@"\frac{d}{dx} (3x + 2)^4", x => NumericalDerivative.Richardson(ScalarDerivatives.FourthPower, x))
        .Numerically(@"4 (3x + 2)^3 \cdot 3", ScalarDerivatives.FourthPowerDerivative, "outer u⁴, inner 3x + 2")
        .Equal(@"12 (3x + 2)^3", x => 12 * Math.Pow(3 * x + 2, 3));

    // A polynomial of degree 5 has no further terms, so the expansions are exact.
    private static Func<double, double> Quintic(double[] c) =>
        x => c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * (c[4] + x * c[5]))));

    private static Derivation Truncation() => new Derivation<(double[] C, double H)>(
        "truncation", "The error of the three quotients of f = c₀ + c₁x + … + c₅x⁵ at 0", "S2-053",
        random => (random.Normals(6), random.Uniform(0.2, 0.9)))
        .Start(@"\begin{pmatrix} \frac{f(h) - f(0)}{h} \\ D(h) = \frac{f(h) - f(-h)}{2h} \\ "
            + @"\frac{4 D(h/2) - D(h)}{3} \end{pmatrix}", p =>
        [
            DifferenceQuotients.Forward(Quintic(p.C), 0, p.H), DifferenceQuotients.Central(Quintic(p.C), 0, p.H),
            DifferenceQuotients.Richardson(Quintic(p.C), 0, p.H),
        ])
        .Equal(@"\begin{pmatrix} c_1 + c_2 h + c_3 h^2 + c_4 h^3 + c_5 h^4 \\ c_1 + c_3 h^2 + c_5 h^4 \\ "
            + @"c_1 - \tfrac14 c_5 h^4 \end{pmatrix}", p =>
        [
            p.C[1] + p.C[2] * p.H + p.C[3] * Math.Pow(p.H, 2) + p.C[4] * Math.Pow(p.H, 3) + p.C[5] * Math.Pow(p.H, 4),
            p.C[1] + p.C[3] * Math.Pow(p.H, 2) + p.C[5] * Math.Pow(p.H, 4),
            p.C[1] - p.C[5] * Math.Pow(p.H, 4) / 4,
        ], "even terms cancel in D(h), and h² in its extrapolation: (4/4 − 1)c₃ = 0, (4/16 − 1)/3·c₅ = −¼c₅");

    private static Derivation Adjoints() => new Derivation<(double U, double V)>(
        "adjoints", "A backward pass through f = uv + u², by hand", "S4-057 S2-060",
        random => (random.Normal(), random.Normal()))
        .Start(@"(\bar u,\ \bar v) \text{ from the tape}", p =>
        {
            (_, double u, double v) = NotesExamples.Partials((u, v) => u * v + u.Pow(2), p.U, p.V);
            return [u, v];
        })
        .Equal(@"(\bar a\, v + \bar b\, 2u,\ \ \bar a\, u),\quad a = uv,\ b = u^2,\ \bar a = \bar b = 1",
            p => [1 * p.V + 1 * 2 * p.U, 1 * p.U], "u is used twice: its adjoints add up")
        .Equal(@"(v + 2u,\ u)", p => Pair(TwoVariables.ProductGradient(p.U, p.V)));

    private static Derivation ProductGradient() => new Derivation<(M A, M B, M U)>(
        "product-gradient", "The gradient of a matrix product", "S2-060 S4-053",
        random => (Draw(random, 3, 2), Draw(random, 2, 4), Draw(random, 3, 4)))
        .Start(@"\frac{\partial L}{\partial A_{ik}},\quad C = AB", p => NumericalDerivative.Gradient(
            a => p.U.PointwiseMultiply(M.Build.DenseOfRowMajor(3, 2, a) * p.B).Enumerate().Sum(),
            p.A.ToRowMajorArray()))
        .Numerically(@"\sum_j \bar C_{ij}\, \frac{\partial C_{ij}}{\partial A_{ik}} = \sum_j \bar C_{ij}\, B_{kj}",
            p => Product(p.U.ToArray(), Transpose(p.B.ToArray())).Flat(), "only row i of C depends on row i of A")
        .Equal(@"(\bar C B^\top)_{ik}",
            p => MatrixTape.Gradient(A => A * A.Tape.Constant(p.B), p.A, p.U).ToRowMajorArray());

    private static Derivation BroadcastGradient() => new Derivation<(M X, M B, M U)>(
        "broadcast-gradient", "The gradient of a bias that is added to every column", "S2-060 S4-047",
        random => (Draw(random, 3, 4), Draw(random, 3, 1), Draw(random, 3, 4)))
        .Start(@"\frac{\partial L}{\partial b_i},\quad Y_{ij} = X_{ij} + b_i", p => NumericalDerivative.Gradient(
            b => p.U.PointwiseMultiply(p.X + M.Build.Dense(3, 4, (i, _) => b[i])).Enumerate().Sum(),
            p.B.ToRowMajorArray()))
        .Numerically(@"\sum_j \bar Y_{ij}", p => p.U.RowSums().ToArray(), "L depends on every copy of b")
        .Equal(@"\bar b_i \text{ from the tape}",
            p => MatrixTape.Gradient(b => b.Tape.Constant(p.X) + b, p.B, p.U).ToRowMajorArray());

    private static M Draw(RandomStream random, int rows, int columns) =>
        M.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static double[] Pair((double First, double Second) pair) => [pair.First, pair.Second];
}
