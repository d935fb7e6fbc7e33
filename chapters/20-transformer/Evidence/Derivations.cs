using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Transformers;

/// <summary>Waves turn, residuals pass the gradient, and parts of a batch add up, line by line.</summary>
public static class TransformerDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [Rotation(), InnerProduct(), Chain(), Accumulation()];

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

        public double[] Step(Matrix<double> W, double[] x) =>
            [.. x.Zip(W * Vector<double>.Build.Dense(x), (xi, z) => xi + Math.Tanh(z))];

        // Of x ↦ tanh(Wx).
        public Matrix<double> J(Matrix<double> W, double[] x) => Matrix<double>.Build.DenseOfDiagonalVector(
            (W * Vector<double>.Build.Dense(x)).Map(z => 1 / (Math.Cosh(z) * Math.Cosh(z)))) * W;
    }

    private static Derivation Chain() => new Derivation<TwoSteps>(
        "residual", "The gradient reaches the first layer by a way without weights", "S1-268", TwoSteps.Draw)
        .Start(@"\frac{\partial}{\partial x}\; g \cdot (y + F_2(y)),\quad y = x + F_1(x)",
            s => NumericalDerivative.Gradient(x => Dot(s.G, s.Step(s.B, s.Step(s.A, x))), s.X))
        .Numerically(@"(I + J_1)^\top (I + J_2)^\top g", s =>
        {
            Matrix<double> I = Matrix<double>.Build.DenseIdentity(s.X.Length),
                J1 = s.J(s.A, s.X), J2 = s.J(s.B, s.Step(s.A, s.X));
            return [.. (I + J1).Transpose() * ((I + J2).Transpose() * Vector<double>.Build.Dense(s.G))];
        })
        .Equal(@"g + J_1^\top g + J_2^\top g + J_1^\top J_2^\top g", s =>
        {
            (Matrix<double> J1, Matrix<double> J2) = (s.J(s.A, s.X), s.J(s.B, s.Step(s.A, s.X)));
            Vector<double> g = Vector<double>.Build.Dense(s.G);
            return [.. g + J1.Transpose() * g + J2.Transpose() * g + J1.Transpose() * (J2.Transpose() * g)];
        }, "the first term is the gradient from above, unchanged");

    // A dense layer with the squared error, N samples in parts of B.
    private static Derivation Accumulation() =>
        new Derivation<(Matrix<double> W, Matrix<double> X, Matrix<double> Y, int B)>(
        "accumulation", "Gradients of parts add up to that of the batch", "S1-210",
        random => (1 + random.Below(3), 1 + random.Below(3)) is var (B, parts)
            ? (Drawn(random, 2, 3), Drawn(random, 3, B * parts), Drawn(random, 2, B * parts), B)
            : default)
        .Start(@"\frac{\partial}{\partial W}\, \frac{1}{N} \sum_{n \le N} L_n",
            s => NumericalDerivative.Gradient(
                w => (Matrix<double>.Build.Dense(2, 3, w) * s.X - s.Y).PointwisePower(2).Enumerate().Sum()
                    / s.X.ColumnCount, s.W.ToColumnMajorArray()))
        .Numerically(@"\sum_{\text{parts}} \frac{B}{N}\; \frac{\partial}{\partial W}\, \frac{1}{B} "
                + @"\sum_{n \in \text{part}} L_n", s =>
            {
                var layer = new Dense(3, 2, Initializers.Zero);
                s.W.CopyTo(layer.Parameters[0].Value);
                int N = s.X.ColumnCount;
                for (int n = 0; n < N; n += s.B)
                {
                    Matrix<double> z = layer.Forward(s.X.SubMatrix(0, 3, n, s.B));
                    layer.Backward(2.0 / s.B * s.B / N * (z - s.Y.SubMatrix(0, 2, n, s.B)));
                }

                return layer.Parameters[0].Gradient.ToColumnMajorArray();
            }, "a backward pass adds to the gradient; nothing is cleared between the parts");

    private static Matrix<double> Drawn(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
