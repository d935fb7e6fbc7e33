using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Transformers;

/// <summary>Waves turn, and residuals pass the gradient, line by line.</summary>
public static class TransformerDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [Rotation(), InnerProduct(), Chain()];

    private static double[] Waves(int d) =>
        [.. Enumerable.Range(0, d / 2).Select(i => Math.Pow(10_000, -2.0 * i / d))];

    // PE(p + k) of the pair i, one after another.
    private static Derivation Rotation() => new Derivation<(int P, int K, int D)>(
        "rotation", "A shift turns every pair", "S0-176 S1-207 S2-238",
        random => (random.Below(200), 1 + random.Below(200), 2 * (1 + random.Below(8))))
        .Start(@"(\sin((p + k)\, \omega_i),\; \cos((p + k)\, \omega_i))",
            s => ScalarPositions.Sinusoid(s.P + s.K, s.D))
        .Equal(@"(\sin p\omega_i \cos k\omega_i + \cos p\omega_i \sin k\omega_i,\; "
                + @"\cos p\omega_i \cos k\omega_i - \sin p\omega_i \sin k\omega_i)",
            s => [.. Waves(s.D).SelectMany(ω => new[]
            {
                Math.Sin(s.P * ω) * Math.Cos(s.K * ω) + Math.Cos(s.P * ω) * Math.Sin(s.K * ω),
                Math.Cos(s.P * ω) * Math.Cos(s.K * ω) - Math.Sin(s.P * ω) * Math.Sin(s.K * ω),
            })], "the sine and cosine of a sum")
        .Equal(@"R(k\omega_i)\, (\sin p\omega_i,\; \cos p\omega_i)",
            s => ScalarPositions.Turned(ScalarPositions.Sinusoid(s.P, s.D), s.K),
            "a rotation by an angle that p is not in");

    private static Derivation InnerProduct() => new Derivation<(int P, int K, int D)>(
        "inner-product", "The inner product of two places depends on their distance", "S0-176 S1-229",
        random => (random.Below(200), random.Below(200), 2 * (1 + random.Below(8))))
        .Start(@"\mathrm{PE}(p) \cdot \mathrm{PE}(p + k)",
            s => [Dot(ScalarPositions.Sinusoid(s.P, s.D), ScalarPositions.Sinusoid(s.P + s.K, s.D))])
        .Equal(@"\sum_i \sin p\omega_i \sin (p + k)\omega_i + \cos p\omega_i \cos (p + k)\omega_i",
            s => [Waves(s.D).Sum(ω => Math.Sin(s.P * ω) * Math.Sin((s.P + s.K) * ω)
                + Math.Cos(s.P * ω) * Math.Cos((s.P + s.K) * ω))])
        .Equal(@"\sum_i \cos k\omega_i", s => [Waves(s.D).Sum(ω => Math.Cos(s.K * ω))],
            "d/2 for k = 0: all vectors are of one length");

    private sealed record TwoSteps(Matrix<double> A, Matrix<double> B, double[] X, double[] G)
    {
        public static TwoSteps Draw(RandomStream random) => 1 + random.Below(4) is var d
            ? new(Drawn(random, d, d), Drawn(random, d, d), random.Normals(d), random.Normals(d))
            : null!;

        public static double[] Step(Matrix<double> W, double[] x) =>
            [.. x.Zip(W * Vector<double>.Build.Dense(x), (xi, z) => xi + Math.Tanh(z))];

        // Of x ↦ tanh(Wx).
        public static Matrix<double> J(Matrix<double> W, double[] x) => Matrix<double>.Build.DenseOfDiagonalVector(
            (W * Vector<double>.Build.Dense(x)).Map(z => 1 / (Math.Cosh(z) * Math.Cosh(z)))) * W;
    }

    private static Derivation Chain() => new Derivation<TwoSteps>(
        "residual", "The gradient reaches the first layer by a way without weights", "S1-268", TwoSteps.Draw)
        .Start(@"\frac{\partial}{\partial x}\; g \cdot (y + F_2(y)),\quad y = x + F_1(x)",
            s => NumericalDerivative.Gradient(x => Dot(s.G, TwoSteps.Step(s.B, TwoSteps.Step(s.A, x))), s.X))
        .Numerically(@"(I + J_1)^\top (I + J_2)^\top g", s =>
        {
            Matrix<double> I = Matrix<double>.Build.DenseIdentity(s.X.Length),
                J1 = TwoSteps.J(s.A, s.X), J2 = TwoSteps.J(s.B, TwoSteps.Step(s.A, s.X));
            return [.. (I + J1).Transpose() * ((I + J2).Transpose() * Vector<double>.Build.Dense(s.G))];
        })
        .Equal(@"g + J_1^\top g + J_2^\top g + J_1^\top J_2^\top g", s =>
        {
            (Matrix<double> J1, Matrix<double> J2) = (TwoSteps.J(s.A, s.X), TwoSteps.J(s.B, TwoSteps.Step(s.A, s.X)));
            Vector<double> g = Vector<double>.Build.Dense(s.G);
            return [.. g + J1.Transpose() * g + J2.Transpose() * g + J1.Transpose() * (J2.Transpose() * g)];
        }, "the first term is the gradient from above, unchanged");

    private static Matrix<double> Drawn(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
