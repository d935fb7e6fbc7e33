using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LongShortTermMemory;

/// <summary>The stacked product, backpropagation through the gates, and the path along the cell, line by
/// line.</summary>
public static class LstmDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [Stacked(), CellGradient(), GateGradients(), Weights(), DirectPath(), ForgetBias(), Perplexity()];

    // A sequence of one sample through a cell, and ∂L/∂h of each step.
    private sealed record Case(
        LstmMatrices Gates, Matrix<double>[] x, Matrix<double> h0, Matrix<double> C0, Matrix<double>[] dh)
    {
        public static Case Draw(RandomStream random)
        {
            int D = 1 + random.Below(3), H = 1 + random.Below(3), T = 1 + random.Below(3);
            Matrix<double> Of(int rows, int columns) =>
                Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
            GateMatrices Gate() => new(Of(H, H + D), Of(H, 1));
            return new(
                new(Gate(), Gate(), Gate(), Gate()), [.. Enumerable.Range(0, T).Select(_ => Of(D, 1))], Of(H, 1),
                Of(H, 1), [.. Enumerable.Range(0, T).Select(_ => Of(H, 1))]);
        }

        public StackedLstm θ => LstmEquations.Stack(Gates);

        public List<LstmMatrixStep> Steps => LstmEquations.Forward(θ, x, h0, C0);

        public LstmMatrixStep First => Steps[0];

        // L = Σ ⟨dh_t, h_t⟩
        public double Loss(StackedLstm θ, Matrix<double> C) => LstmEquations.Forward(θ, x, h0, C)
            .Zip(dh, (step, d) => step.h.PointwiseMultiply(d).Enumerate().Sum()).Sum();

        public (StackedLstm dθ, Matrix<double>[] dx, Matrix<double> dh0, Matrix<double> dC0) Backward =>
            LstmEquations.Backward(θ, x, h0, C0, Steps, dh);

        // ∂L/∂h₁ and ∂L/∂C₁, with everything that comes from later steps.
        public (Matrix<double> dh, Matrix<double> dC) AfterFirst()
        {
            (Matrix<double> later, Matrix<double> dC) = x.Length == 1
                ? (0 * h0, 0 * C0)
                : this with { x = x[1..], dh = dh[1..], h0 = First.h, C0 = First.C } is var rest
                    ? (rest.Backward.dh0, rest.Backward.dC0)
                    : default;
            Matrix<double> up = dh[0] + later, a = First.C.PointwiseTanh();
            return (up, dC + up.PointwiseMultiply(First.o).PointwiseMultiply(1 - a.PointwiseMultiply(a)));
        }
    }

    private static double[] Flat(Matrix<double> m) => m.ToColumnMajorArray();

    private static Matrix<double> Like(Matrix<double> m, double[] values) =>
        Matrix<double>.Build.Dense(m.RowCount, m.ColumnCount, values);

    private static Derivation Stacked() => new Derivation<Case>(
        "stacked", "Four matrices on [h, x] are one for x and one for h", "S2-198 S2-204 S3-163 S4-190", Case.Draw)
        .Start(@"W_f [h_{t-1}, x_t] + b_f", s => Flat(s.Gates.f.W * s.h0.Stack(s.x[0]) + s.Gates.f.b))
        .Equal(@"W_f^{(h)} h_{t-1} + W_f^{(x)} x_t + b_f", s => Flat(
            s.Gates.f.W.SubMatrix(0, s.h0.RowCount, 0, s.h0.RowCount) * s.h0
            + s.Gates.f.W.SubMatrix(0, s.h0.RowCount, s.h0.RowCount, s.x[0].RowCount) * s.x[0] + s.Gates.f.b),
            "the columns of W that meet h, and those that meet x")
        .Equal(@"\text{rows } H \dots 2H - 1 \text{ of } W_x x_t + W_h h_{t-1} + b", s => Flat(
            (s.θ.W_x * s.x[0] + s.θ.W_h * s.h0 + s.θ.b).SubMatrix(s.h0.RowCount, s.h0.RowCount, 0, 1)),
            "i, f, g, o below one another, (17.7)");

    private static Derivation CellGradient() => new Derivation<Case>(
        "cell-gradient", "What an error owes to the cell before", "S2-197 S2-204 S3-165", Case.Draw)
        .Start(@"\frac{\partial L}{\partial C_{t-1}}", s =>
            NumericalDerivative.Gradient(C => s.Loss(s.θ, Like(s.C0, C)), Flat(s.C0)))
        .Numerically(@"f_t \odot \frac{\partial L}{\partial C_t}", s =>
            Flat(s.First.f.PointwiseMultiply(s.AfterFirst().dC)),
                "the cell before occurs in (17.4) alone, multiplied by f")
        .Equal(@"f_t \odot \Bigl( \frac{\partial L}{\partial h_t} \odot o_t \odot (1 - \tanh^2 C_t) + f_{t+1} \odot "
            + @"\frac{\partial L}{\partial C_{t+1}} \Bigr)", s => Flat(s.Backward.dC0),
            "the cell goes to h and to the next step, (17.8)");

    private static Derivation GateGradients() => new Derivation<Case>(
        "gate-gradients", "The error terms of the four scores", "S2-198 S2-199 S2-200 S2-202 S3-163 S3-164 S3-166",
        s => Case.Draw(s) is var drawn ? drawn with { x = drawn.x[..1], dh = drawn.dh[..1] } : drawn)
        .Start(@"\frac{\partial L}{\partial z_t},\quad t = T", s =>
            NumericalDerivative.Gradient(b => s.Loss(s.θ with { b = Like(s.θ.b, b) }, s.C0), Flat(s.θ.b)))
        .Numerically(@"\begin{pmatrix} \partial L/\partial C_t \odot g_t \odot \sigma'(z_i) \\ "
            + @"\partial L/\partial C_t \odot C_{t-1} \odot \sigma'(z_f) \\ "
            + @"\partial L/\partial C_t \odot i_t \odot \tanh'(z_g) \\ "
            + @"\partial L/\partial h_t \odot \tanh C_t \odot \sigma'(z_o) \end{pmatrix}", s =>
        {
            Matrix<double> z = s.θ.W_x * s.x[0] + s.θ.W_h * s.h0 + s.θ.b;
            int H = s.h0.RowCount;
            (Matrix<double> dh, Matrix<double> dC) = s.AfterFirst();
            Matrix<double> Slope(int gate) =>
                z.SubMatrix(gate * H, H, 0, 1).Map(ScalarActivations.SigmoidDerivative);
            return Flat(dC.PointwiseMultiply(s.First.g).PointwiseMultiply(Slope(0))
                .Stack(dC.PointwiseMultiply(s.C0).PointwiseMultiply(Slope(1)))
                .Stack(dC.PointwiseMultiply(s.First.i)
                    .PointwiseMultiply(z.SubMatrix(2 * H, H, 0, 1).Map(ScalarActivations.TanhDerivative)))
                .Stack(dh.PointwiseMultiply(s.First.C.PointwiseTanh()).PointwiseMultiply(Slope(3))));
        }, "each gate stands in one product of (17.4) or (17.6)")
        .Equal(@"\delta_t", s => Flat(s.Backward.dθ.b), "σ′ = y(1 − y) and tanh′ = 1 − y², (17.9)");

    private static Derivation Weights() => new Derivation<Case>(
        "weights", "The gradient of the recurrent weights is one product over all steps", "S2-204 S4-192", Case.Draw)
        .Start(@"\frac{\partial L}{\partial W_h}", s =>
            NumericalDerivative.Gradient(W => s.Loss(s.θ with { W_h = Like(s.θ.W_h, W) }, s.C0), Flat(s.θ.W_h)))
        .Numerically(@"\sum_t \delta_t h_{t-1}^\top", s => Flat(s.Backward.dθ.W_h), "(17.11)")
        .Equal(@"\begin{pmatrix} \delta_1 & \cdots & \delta_T \end{pmatrix} "
            + @"\begin{pmatrix} h_0 & \cdots & h_{T-1} \end{pmatrix}^\top", s => Flat(OneProduct(s)),
            "the sum over steps is that of a product of matrices");

    private static Matrix<double> OneProduct(Case s)
    {
        var layer = new Lstm(s.θ, new RecurrentNetworks.Sequences(s.x.Length));
        Matrix<double> Row(Matrix<double>[] steps) => Matrix<double>.Build.DenseOfColumnVectors(
            steps.Select(step => step.Column(0)));
        layer.Forward(Networks.LayerMatrices.View(Row(s.x)), Networks.LayerMatrices.View(s.h0.Stack(s.C0)));
        layer.Backward(Networks.LayerMatrices.View(Row(s.dh)), inputGradient: false);
        return layer.Parameters[1].Gradient;
    }

    private static Derivation DirectPath() => new Derivation<Case>(
        "direct-path", "Along the cell, an error is multiplied by the forget gates only", "S2-197 S3-160 S3-165",
        s => Case.Draw(s) is var drawn ? drawn with { Gates = WithoutFeedback(drawn.Gates) } : drawn)
        .Start(@"\frac{\partial C_T}{\partial C_0} \quad \text{where no gate reads } h", s => Flat(
            Matrix<double>.Build.DenseOfArray(NumericalDerivative.Jacobian(
                C => Flat(LstmEquations.Forward(s.θ, s.x, s.h0, Far * Like(s.C0, C))[^1].C / Far),
                Flat(s.C0 / Far)))))
        .Numerically(@"\prod_{t=1}^T \mathrm{diag}(f_t)", s => Flat(Matrix<double>.Build.DenseOfDiagonalVector(
            LstmEquations.Carried(s.Steps).Column(0))), "(17.12): no weight and no tanh′ stands between");

    // C_T is linear in C₀: over a long way rounding, 1e-16 of what the gates let in, is small beside closed gates too.
    private const double Far = 1 << 30;

    private static LstmMatrices WithoutFeedback(LstmMatrices θ)
    {
        GateMatrices Of(GateMatrices gate) => gate with
            { W = gate.W.MapIndexed((_, j, w) => j < gate.W.RowCount ? 0 : w) };
        return new(Of(θ.f), Of(θ.i), Of(θ.c), Of(θ.o));
    }

    private static Derivation ForgetBias() => new Derivation<(double b, double C, int T)>(
        "forget-bias", "A bias of the forget gate sets how long a cell lasts at the start", "S2-198 S3-163",
        random => (random.Uniform(-1, 3), random.Normal(), 1 + random.Below(6)))
        .Start(@"C_T,\quad W = 0,\ b_i = -\infty", s =>
        {
            Gate Of(double b) => new(new double[1, 2], [b]);
            return ScalarLstm.Forward(
                new(Of(s.b), Of(double.NegativeInfinity), Of(0), Of(0)), [.. Enumerable.Repeat<double[]>([1], s.T)],
                [0], [s.C])[^1].C[0];
        })
        .Equal(@"\sigma(b_f)^T\, C_0", s => Math.Pow(ScalarActivations.Sigmoid(s.b), s.T) * s.C, "(17.13)")
        .Equal(@"e^{-T \ln(1 + e^{-b_f})}\, C_0", s => Math.Exp(-s.T * Math.Log(1 + Math.Exp(-s.b))) * s.C,
            "ln σ(b) = −ln(1 + e⁻ᵇ): from b = 0 half is left after one step, from b = 3 after 14");

    private static Derivation Perplexity() => new Derivation<double[]>(
        "perplexity", "The perplexity is the mean number of choices", "S4-193",
        random => random.Uniforms(2 + random.Below(5), 0.05, 1))
        .Start(@"e^{L},\quad L = -\frac 1T \sum_t \ln p_t", p => Math.Exp(-p.Average(Math.Log)))
        .Equal(@"\Bigl( \prod_t \frac{1}{p_t} \Bigr)^{1/T}", p =>
            Math.Pow(p.Aggregate(1.0, (product, q) => product / q), 1.0 / p.Length),
            "the geometric mean of 1/p; V where every p is 1/V, (17.16)");
}
