using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.RecurrentNetworks;

/// <summary>Backpropagation through time, and how gradients shrink and grow on the way, line by line.</summary>
public static class RecurrentDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [ThroughTime(), SharedWeights(), SumOverTime(), Feedback(), ProductOfJacobians(), Bound(), Linear()];

    // One sequence of an Elman network, and ∂L/∂h of each step.
    private sealed record Case(
        IReadOnlyList<Matrix<double>> x, Matrix<double> W, Matrix<double> U, Vector<double> b, Matrix<double> h0,
        IReadOnlyList<Matrix<double>> dy)
    {
        public static Case Draw(RandomStream random)
        {
            int D = 1 + random.Below(3), H = 2 + random.Below(2), T = 2 + random.Below(3);
            // Bounded, so that no tanh saturates: the numerical derivative of 1 − h² has no digit there.
            Matrix<double> Of(int rows, int columns, double most = 1) =>
                Matrix<double>.Build.Dense(rows, columns, random.Uniforms(rows * columns, -most, most));
            return new(
                [.. Enumerable.Range(0, T).Select(_ => Of(D, 1))], Of(H, D, 0.6), Of(H, H), Of(H, 1, 0.5).Column(0),
                Of(H, 1), [.. Enumerable.Range(0, T).Select(_ => Of(H, 1))]);
        }

        public int T => x.Count;

        public ElmanPass Pass(Matrix<double>? u = null, Matrix<double>? start = null) =>
            ElmanEquations.Forward(x, W, u ?? U, b, start ?? h0, Activation.Tanh);

        // L = Σ ⟨dy_t, h_t⟩
        public double Loss(ElmanPass pass) =>
            dy.Select((d, t) => d.PointwiseMultiply(pass.H[t + 1]).Enumerate().Sum()).Sum();

        public ElmanGradients Gradients => ElmanEquations.Gradients(x, Pass(), W, U, dy, Activation.Tanh);

        // ∂h_t/∂h_{t−1}
        public Matrix<double> J(int t) => ElmanEquations.Jacobian(Pass().A[t - 1].Column(0), U, Activation.Tanh);

        // ∂h_t/∂h_k
        public Matrix<double> Product(int t, int k) => Enumerable.Range(k + 1, t - k).Aggregate(
            Matrix<double>.Build.DenseIdentity(U.RowCount), (product, step) => J(step) * product);
    }

    private static double[] Flat(Matrix<double> m) => m.ToColumnMajorArray();

    private static double[] Numeric(Func<double[], double> f, Matrix<double> at) =>
        NumericalDerivative.Gradient(f, Flat(at));

    private static Matrix<double> Like(Matrix<double> m, double[] values) =>
        Matrix<double>.Build.Dense(m.RowCount, m.ColumnCount, values);

    private static Derivation ThroughTime() => new Derivation<Case>(
        "through-time", "The error term of a step comes from its own output, here the state, and from the next step",
            "S1-194 S4-189",
        Case.Draw)
        .Start(@"\frac{\partial L}{\partial h_0}", s =>
            Numeric(h => s.Loss(s.Pass(start: Like(s.h0, h))), s.h0))
        .Numerically(@"U^\top \delta_1", s => Flat(s.Gradients.dH[0]), "only step 1 reads the initial state")
        .Equal(@"U^\top \Bigl( \sigma'(a_1) \odot \bigl( \tfrac{\partial L}{\partial y_1} + U^\top \delta_2 "
            + @"\bigr) \Bigr)", s => Flat(s.U.Transpose() * s.Pass().A[0].Map(Activation.Tanh.Derivative)
                .PointwiseMultiply(s.dy[0] + (s.Gradients.dH[1] - s.dy[0]))),
            "h₁ goes to the output and to step 2, so two gradients add up")
        .Equal(@"\sum_t \Bigl( \frac{\partial h_t}{\partial h_0} \Bigr)^{\!\top} \frac{\partial L}{\partial y_t}",
            s => Flat(Enumerable.Range(1, s.T).Select(t => s.Product(t, 0).Transpose() * s.dy[t - 1])
                .Aggregate((a, b) => a + b)),
            "the same by paths: each output reaches h₀ through all steps between");

    private static Derivation SharedWeights() => new Derivation<Case>(
        "shared-weights", "The gradient of a shared matrix is the sum over its copies in the unrolled network",
        "S2-180 S3-152", Case.Draw)
        .Start(@"\frac{\partial L}{\partial U}", s => Numeric(u => s.Loss(s.Pass(Like(s.U, u))), s.U))
        .Numerically(@"\sum_t \frac{\partial L}{\partial U^{(t)}}", s => Flat(Enumerable.Range(0, s.T)
            .Select(t => Like(s.U, Numeric(u => s.Loss(Unrolled(s, t, Like(s.U, u))), s.U)))
            .Aggregate((a, b) => a + b)), "as if every step had a matrix of its own")
        .Numerically(@"\sum_t \delta_t h_{t-1}^\top", s => Flat(s.Gradients.dU));

    // The pass in which step t alone has another U.
    private static ElmanPass Unrolled(Case s, int at, Matrix<double> u)
    {
        List<Matrix<double>> A = [], H = [s.h0];
        for (int t = 0; t < s.T; t++)
        {
            ElmanPass step = ElmanEquations.Forward([s.x[t]], s.W, t == at ? u : s.U, s.b, H[^1], Activation.Tanh);
            A.Add(step.A[0]);
            H.Add(step.H[1]);
        }

        return new(A, H);
    }

    private static Derivation SumOverTime() => new Derivation<Case>(
        "sum-over-time",
            "The formula that S3-160 leaves out: what an early step adds to the gradient of the last loss",
        "S3-160 S2-192", Case.Draw)
        .Start(@"\frac{\partial L_T}{\partial U}", s => Numeric(
            u => s.dy[^1].PointwiseMultiply(s.Pass(Like(s.U, u)).H[^1]).Enumerate().Sum(), s.U))
        .Numerically(@"\sum_{k=1}^T \sigma'(a_k) \odot \Bigl( \prod_{t=k+1}^T \frac{\partial h_t}{\partial h_{t-1}} "
            + @"\Bigr)^{\!\top} \frac{\partial L_T}{\partial h_T} \; h_{k-1}^\top", s =>
        {
            ElmanPass pass = s.Pass();
            return Flat(Enumerable.Range(1, s.T).Select(k =>
                pass.A[k - 1].Map(Activation.Tanh.Derivative)
                    .PointwiseMultiply(s.Product(s.T, k).Transpose() * s.dy[^1]) * pass.H[k - 1].Transpose())
                .Aggregate((a, b) => a + b));
        }, "step k acts on the last state through all steps after it");

    private static Derivation Feedback() => new Derivation<(double[] p, double[] x)>(
        "feedback", "In Jordan's network the gradient goes back through the output", "S3-154",
        random => (random.Uniforms(5, 0.4, 1.2), random.Uniforms(2, -1, 1)))
        .Start(@"\frac{\partial y_2}{\partial y_0}", s => NumericalDerivative.Richardson(y => JordanOutput(s, y), 0.3))
        .Numerically(@"\frac{\partial y_2}{\partial h_2} \frac{\partial h_2}{\partial y_1} "
            + @"\frac{\partial y_1}{\partial h_1} \frac{\partial h_1}{\partial y_0}", s =>
        {
            (double[][] h, double[][] y) = Jordan(s, 0.3);
            return Enumerable.Range(0, 2).Aggregate(1.0, (product, t) =>
                product * y[t + 1][0] * (1 - y[t + 1][0]) * s.p[3] * (1 - h[t][0] * h[t][0]) * s.p[1]);
        }, "one unit, tanh and sigmoid")
        .Equal(@"\prod_t \sigma_y'(z_t)\, V\, \sigma_h'(a_t)\, U", s =>
        {
            (double[][] h, double[][] y) = Jordan(s, 0.3);
            double product = 1;
            for (int t = 0; t < 2; t++)
            {
                product *= Activation.Sigmoid.Derivative(s.p[3] * h[t][0] + s.p[4]) * s.p[3]
                    * Activation.Tanh.Derivative(s.p[0] * s.x[t] + s.p[1] * y[t][0] + s.p[2]) * s.p[1];
            }

            return product;
        }, "two derivatives of activations a step, so it shrinks faster than Elman's");

    private static (double[][] h, double[][] y) Jordan((double[] p, double[] x) s, double y0) => ScalarJordan.Forward(
        [[s.x[0]], [s.x[1]]], new[,] { { s.p[0] } }, new[,] { { s.p[1] } }, [s.p[2]], new[,] { { s.p[3] } }, [s.p[4]],
        [y0], Activation.Tanh, Activation.Sigmoid);

    private static double JordanOutput((double[] p, double[] x) s, double y0) => Jordan(s, y0).y[2][0];

    private static Derivation ProductOfJacobians() => new Derivation<Case>(
        "product-of-jacobians", "The Jacobian from the first state to the last is a product", "S1-198 S2-192",
        Case.Draw)
        .Start(@"\frac{\partial h_T}{\partial h_0}", s => Flat(Matrix<double>.Build.DenseOfArray(
            NumericalDerivative.Jacobian(h => Flat(s.Pass(start: Like(s.h0, h)).H[^1]), Flat(s.h0)))))
        .Numerically(@"\prod_{t=1}^T \frac{\partial h_t}{\partial h_{t-1}}", s => Flat(s.Product(s.T, 0)),
            "the chain rule, the last factor leftmost")
        .Equal(@"\prod_{t=1}^T \mathrm{diag}(1 - h_t^2)\, U", s => Flat(Enumerable.Range(1, s.T).Aggregate(
            Matrix<double>.Build.DenseIdentity(s.U.RowCount),
            (product, t) => Matrix<double>.Build.DenseOfDiagonalVector(1 - s.Pass().H[t].Column(0).PointwisePower(2))
                * s.U * product)), "tanh′ = 1 − h²");

    private static Derivation Bound() => new Derivation<Case>(
        "bound", "A gradient shrinks if the largest singular value of U is below 1", "S2-192 S2-193 S3-160",
        Case.Draw)
        .Start(@"\Bigl\lVert \frac{\partial h_T}{\partial h_0} \Bigr\rVert", s => s.Product(s.T, 0).L2Norm())
        .AtMost(@"\prod_t \bigl\lVert \mathrm{diag}(1 - h_t^2) \bigr\rVert \, \lVert U \rVert", s =>
            Enumerable.Range(1, s.T).Aggregate(1.0, (product, t) =>
                product * (1 - s.Pass().H[t].PointwisePower(2)).Enumerate().Max() * s.U.L2Norm()),
            "the norm of a product is at most the product of the norms")
        .AtMost(@"s^T", s => ElmanEquations.Bound(s.U, 1, s.T), "1 − h² ≤ 1, and ‖U‖ is the largest singular value s");

    private static Derivation Linear() => new Derivation<(double w, int T)>(
        "linear", "A linear unit multiplies its gradient by w in every step", "S4-188",
        random => (random.Uniform(0.5, 1.5), 2 + random.Below(6)))
        .Start(@"\frac{\partial h_T}{\partial h_0},\quad h_t = w\, h_{t-1} + x_t", s =>
            NumericalDerivative.Central(h => ScalarElman.Forward(
                [.. Enumerable.Repeat<double[]>([0.3], s.T)], new[,] { { 1.0 } }, new[,] { { s.w } }, [0], [h],
                Activation.Linear).h[^1][0], 0.2))
        .Numerically("w^T", s => Math.Pow(s.w, s.T));
}
