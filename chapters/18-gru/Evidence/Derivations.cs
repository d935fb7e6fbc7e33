using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.LongShortTermMemory;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.GatedRecurrentUnits;

/// <summary>The gradients of both conventions, and the way from one to the other, line by line.</summary>
public static class GruDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [Before(), After(), FlippedUpdate(), ResetCommutes(), AsAnLstm()];

    // One step of one sample, and ∂L/∂h of it.
    private sealed record Case(StackedGru θ, Matrix<double> x, Matrix<double> h, Matrix<double> up)
    {
        public static Case Draw(RandomStream random, GruForm form)
        {
            int D = 1 + random.Below(3), H = 1 + random.Below(3);
            Matrix<double> Of(int rows, int columns) =>
                Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
            return new(
                new(Of(3 * H, D), Of(3 * H, H), Of(3 * H, 1), form == GruForm.Notes ? 0 * Of(H, 1) : Of(H, 1)),
                Of(D, 1), Of(H, 1), Of(H, 1));
        }

        public GruMatrixStep Step(GruForm form) => GruEquations.Step(θ, x, h, form);

        public double[] Numeric(GruForm form) => NumericalDerivative.Gradient(
            v => GruEquations.Step(θ, x, Matrices.Column(v), form).h.PointwiseMultiply(up).Enumerate().Sum(),
            Flat(h));

        public Matrix<double> Rows(int gate) => θ.W_h.SubMatrix(gate * θ.Hidden, θ.Hidden, 0, θ.Hidden);
    }

    private static double[] Flat(Matrix<double> m) => m.ToColumnMajorArray();

    private static Matrix<double> Slope(Matrix<double> gate) => gate.PointwiseMultiply(1 - gate);

    private static Derivation Before() => new Derivation<Case>(
        "reset-before", "The gradient of the state before, as the notes write the step", "S2-209 S2-210 S2-211 S2-212",
        random => Case.Draw(random, GruForm.Notes))
        .Start(@"\frac{\partial L}{\partial h_{t-1}}", s => s.Numeric(GruForm.Notes))
        .Numerically(@"\frac{\partial L}{\partial h_t} \odot (1 - z) + W_z^\top \delta_z + W_r^\top \delta_r "
            + @"+ r \odot W^\top \delta_n", s =>
        {
            (Matrix<double> z, Matrix<double> r, Matrix<double> n, _, _) = s.Step(GruForm.Notes);
            Matrix<double> δn = s.up.PointwiseMultiply(z).PointwiseMultiply(1 - n.PointwiseMultiply(n));
            Matrix<double> δz = s.up.PointwiseMultiply(n - s.h).PointwiseMultiply(Slope(z));
            Matrix<double> drh = s.θ.W_hn.Transpose() * δn;
            Matrix<double> δr = drh.PointwiseMultiply(s.h).PointwiseMultiply(Slope(r));
            return Flat(s.up.PointwiseMultiply(1 - z) + s.Rows(1).Transpose() * δz + s.Rows(0).Transpose() * δr
                + r.PointwiseMultiply(drh));
        }, "four ways: kept, through z, through r, and through the candidate, (18.7) to (18.10)")
        .Equal(@"\text{as the equations compute it}", s => Flat(
            GruEquations.Backward(s.θ, s.x, s.h, s.Step(GruForm.Notes), s.up, GruForm.Notes).dh));

    private static Derivation After() => new Derivation<Case>(
        "reset-after", "The same in PyTorch's form", "S2-211 S2-212", random => Case.Draw(random, GruForm.PyTorch))
        .Start(@"\frac{\partial L}{\partial h_{t-1}}", s => s.Numeric(GruForm.PyTorch))
        .Numerically(@"\frac{\partial L}{\partial h_t} \odot z + W_z^\top \delta_z + W_r^\top \delta_r "
            + @"+ W_{hn}^\top (r \odot \delta_n)", s =>
        {
            (Matrix<double> z, Matrix<double> r, Matrix<double> n, Matrix<double> p, _) = s.Step(GruForm.PyTorch);
            Matrix<double> δn = s.up.PointwiseMultiply(1 - z).PointwiseMultiply(1 - n.PointwiseMultiply(n));
            Matrix<double> δz = s.up.PointwiseMultiply(s.h - n).PointwiseMultiply(Slope(z));
            Matrix<double> δr = δn.PointwiseMultiply(p).PointwiseMultiply(Slope(r));
            return Flat(s.up.PointwiseMultiply(z) + s.Rows(1).Transpose() * δz + s.Rows(0).Transpose() * δr
                + s.θ.W_hn.Transpose() * r.PointwiseMultiply(δn));
        }, "r multiplies the product, so its error term is multiplied on the way in")
        .Equal(@"\text{as the equations compute it}", s => Flat(
            GruEquations.Backward(s.θ, s.x, s.h, s.Step(GruForm.PyTorch), s.up, GruForm.PyTorch).dh));

    private static Derivation FlippedUpdate() => new Derivation<(double s, double h, double n)>(
        "flipped-update", "The sign of the score of z carries one convention of z into the other", "S2-209 S2-212",
        random => (random.Normal(), random.Uniform(0.2, 1), random.Uniform(0.2, 1)))
        .Start(@"(1 - \sigma(s))\, h + \sigma(s)\, n", v =>
            (1 - ScalarActivations.Sigmoid(v.s)) * v.h + ScalarActivations.Sigmoid(v.s) * v.n)
        .Equal(@"\sigma(-s)\, h + (1 - \sigma(-s))\, n", v =>
            ScalarActivations.Sigmoid(-v.s) * v.h + (1 - ScalarActivations.Sigmoid(-v.s)) * v.n,
            "1 − σ(s) = σ(−s), (18.12)");

    private static Derivation ResetCommutes() => new Derivation<(double[] w, double[] r, double[] h)>(
        "reset-commutes", "Resetting before or after the product is the same where the matrix is diagonal", "S2-211",
        random => (random.Normals(3), random.Uniforms(3, 0, 1), random.Normals(3)))
        .Start(@"\mathrm{diag}(w)\, (r \odot h)", v => Flat(
            Matrix<double>.Build.DenseOfDiagonalArray(v.w)
            * Matrices.Column(v.r).PointwiseMultiply(Matrices.Column(v.h))))
        .Equal(@"r \odot (\mathrm{diag}(w)\, h)", v => Flat(Matrices.Column(v.r).PointwiseMultiply(
            Matrix<double>.Build.DenseOfDiagonalArray(v.w) * Matrices.Column(v.h))),
            "otherwise row k of the first uses every r, and of the second only its own");

    private static Derivation AsAnLstm() => new Derivation<(double f, double g, double C)>(
        "as-an-lstm", "The update of a GRU is the cell of an LSTM whose input gate is 1 − f", "S2-208 S2-213",
        random => (random.Uniform(0, 1), random.Uniform(0.2, 1), random.Uniform(0.2, 2)))
        .Start(@"f\, C_{t-1} + i\, \tilde c,\quad i = 1 - f", v => Cell(v.f, v.g, v.C))
        .Equal(@"(1 - z)\, h_{t-1} + z\, \tilde h,\quad z = 1 - f,\ h = C", v => v.f * v.C + (1 - v.f) * v.g,
            "one gate less, and no cell beside h");

    // (17.4) by the scalar cell of chapter 17, whose scores are those of the wanted gates.
    private static double Cell(double f, double g, double C)
    {
        double Score(double gate) => Math.Log(gate / (1 - gate));
        Gate Of(double b) => new(new double[1, 2], [b]);
        return ScalarLstm.Step(
            new(Of(Score(f)), Of(Score(1 - f)), Of(Math.Atanh(g)), Of(0)), [0], [0], [C]).C[0];
    }
}
