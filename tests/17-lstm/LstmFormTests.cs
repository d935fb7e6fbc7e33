using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;
using static Reference.LongShortTermMemory.Tests.Cells;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>The scalar form and the equations: agreement, gradients, laws.</summary>
public class LstmFormTests
{
    // (17.1) (17.2) (17.3) (17.4) (17.5) (17.6) (17.7) (17.8) (17.9) (17.10) (17.11) S1-199 S2-203 S2-204 S4-190
    [Property(MaxTest = 30)]
    public void Scalar_form_and_equations_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(4), H = 1 + random.Below(4), T = 1 + random.Below(4);
        LstmMatrices θ = Draw(random, D, H);
        StackedLstm stacked = LstmEquations.Stack(θ);
        Matrix<double>[] x = Sequence(random, T, D, 1), dh = Sequence(random, T, H, 1);
        Matrix<double> h0 = Normal(random, H, 1), C0 = Normal(random, H, 1);
        LstmGates gates = Scalars(θ);
        LstmStep[] scalar = ScalarLstm.Forward(gates, Sample(x), Sample(h0), Sample(C0));
        List<LstmMatrixStep> steps = LstmEquations.Forward(stacked, x, h0, C0);
        Near(scalar[^1].h, Sample(steps[^1].h));
        Near(scalar[^1].C, Sample(steps[^1].C));
        Near(scalar[0].h, Sample(LstmEquations.Step(θ, x[0], h0, C0).h));
        Near(scalar[0].f, Sample(LstmEquations.Step(θ, x[0], h0, C0).f));
        (LstmGates d, double[][] dx, double[] dh0, double[] dC0) =
            ScalarLstm.Backward(gates, Sample(x), Sample(h0), Sample(C0), scalar, Sample(dh));
        (StackedLstm dθ, Matrix<double>[] dX, Matrix<double> dH0, Matrix<double> dc0) =
            LstmEquations.Backward(stacked, x, h0, C0, steps, dh);
        LstmMatrices split = LstmEquations.Split(dθ);
        // slopes of saturated gates, taken from their outputs, are known to ε only, whatever is left of them
        double reach = dh.Sum(g => g.L2Norm()) * (1 + x.Sum(v => v.L2Norm()) + h0.L2Norm() + C0.L2Norm())
            * Math.Pow(1 + stacked.W_h.L2Norm() + stacked.W_x.L2Norm(), T);
        void Agree(Matrix<double> expected, Matrix<double> actual) => Assert.True(
            (expected - actual).L2Norm() <= 1e-12 * expected.L2Norm() + 1e-16 * reach, $"{expected}, {actual}");
        foreach ((Gate a, GateMatrices b) in new[] { (d.f, split.f), (d.i, split.i), (d.c, split.c), (d.o, split.o) })
        {
            Agree(Matrix<double>.Build.DenseOfArray(a.W), b.W);
            Agree(Matrices.Column(a.b), b.b);
        }

        Agree(Matrices.Column(dx[0]), dX[0]);
        Agree(Matrices.Column(dh0), dH0);
        Agree(Matrices.Column(dC0), dc0);
    }

    // (17.8) (17.9) (17.10) (17.11) S2-204 S3-163 S3-166: four matrices, biases, inputs, h₀ and C₀.
    [Property(MaxTest = 8)]
    public void Every_gradient_is_the_numerical_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(3), H = 1 + random.Below(3), N = 1 + random.Below(2), T = 1 + random.Below(3);
        StackedLstm θ = LstmEquations.Stack(Draw(random, D, H));
        Matrix<double>[] x = Sequence(random, T, D, N), dh = Sequence(random, T, H, N);
        Matrix<double> h0 = Normal(random, H, N), C0 = Normal(random, H, N);
        (StackedLstm dθ, Matrix<double>[] dx, Matrix<double> dh0, Matrix<double> dC0) =
            LstmEquations.Backward(θ, x, h0, C0, LstmEquations.Forward(θ, x, h0, C0), dh);
        double Loss(StackedLstm w, Matrix<double> first, Matrix<double> h, Matrix<double> C) =>
            LstmEquations.Forward(w, [first, .. x.Skip(1)], h, C).Zip(dh, (s, g) => s.h.PointwiseMultiply(g))
                .Sum(m => m.Enumerate().Sum());
        GradientCheck.Smooth(W => Loss(θ with { W_x = W }, x[0], h0, C0), θ.W_x, dθ.W_x).ThrowIfFailed();
        GradientCheck.Smooth(W => Loss(θ with { W_h = W }, x[0], h0, C0), θ.W_h, dθ.W_h).ThrowIfFailed();
        GradientCheck.Smooth(b => Loss(θ with { b = b }, x[0], h0, C0), θ.b, dθ.b).ThrowIfFailed();
        GradientCheck.Smooth(X => Loss(θ, X, h0, C0), x[0], dx[0]).ThrowIfFailed();
        GradientCheck.Smooth(h => Loss(θ, x[0], h, C0), h0, dh0).ThrowIfFailed();
        GradientCheck.Smooth(C => Loss(θ, x[0], h0, C), C0, dC0).ThrowIfFailed();
    }

    // (17.4) (17.12) S2-201 S3-165: f = 1 and i = 0 carry the cell unchanged, f = 0 and i = 1 replace it.
    [Fact]
    public void The_carousel_carries_the_cell_unchanged()
    {
        const int T = 500;
        LstmStep[] Run(double forget, double input) => ScalarLstm.Forward(
            Fixed(forget, input, 0.3), [.. Enumerable.Range(0, T).Select(t => new[] { Math.Sin(t) })], [0.1], [0.7]);
        Assert.All(Run(800, -800), step => Assert.Equal(0.7, step.C[0]));
        Assert.All(Run(-800, 800), step => Assert.Equal(step.g[0], step.C[0]));
    }

    // (17.12) S2-197 S3-165 S3-160: along the cell, ∂C_T/∂C_0 is the product of the forget gates where h does not
    // feed back.
    [Property(MaxTest = 10)]
    public void The_direct_path_is_the_product_of_the_forget_gates(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 2, H = 3, T = 6;
        StackedLstm θ = LstmEquations.Stack(Draw(random, D, H));
        θ = θ with { W_h = 0 * θ.W_h };
        Matrix<double>[] x = Sequence(random, T, D, 1);
        Matrix<double> h0 = Normal(random, H, 1), C0 = Normal(random, H, 1);
        double[] product = [.. Enumerable.Range(0, H).Select(k =>
            LstmEquations.Forward(θ, x, h0, C0).Aggregate(1.0, (p, s) => p * s.f[k, 0]))];
        Near(product, Sample(LstmEquations.Carried(LstmEquations.Forward(θ, x, h0, C0))));
        double[,] J = NumericalDerivative.Jacobian(
            C => Sample(LstmEquations.Forward(θ, x, h0, Matrices.Column(C))[^1].C), Sample(C0));
        Near(Matrix<double>.Build.DenseOfDiagonalArray(product), Matrix<double>.Build.DenseOfArray(J), 7);
    }

    // S2-198 S2-203: gates lie between 0 and 1, |h| < 1, whatever the sequence.
    [Property(MaxTest = 20)]
    public void Gates_are_shares_and_h_is_below_1(Seed seed)
    {
        RandomStream random = seed.Stream();
        LstmStep[] steps = ScalarLstm.Forward(
            Scalars(Draw(random, 2, 3)), Sample(Sequence(random, 20, 2, 1)), new double[3], random.Normals(3));
        foreach (LstmStep s in steps)
        {
            Assert.All(s.f.Concat(s.i).Concat(s.o), gate => Assert.InRange(gate, 0, 1));
            Assert.All(s.h, h => Assert.InRange(Math.Abs(h), 0, 1));
        }
    }

    // (17.7): notes' matrices → PyTorch's order → notes' matrices.
    [Property(MaxTest = 10)]
    public void Stacking_and_splitting_undo_each_other(Seed seed)
    {
        RandomStream random = seed.Stream();
        LstmMatrices θ = Draw(random, 1 + random.Below(4), 1 + random.Below(4));
        Assert.Equal(θ, LstmEquations.Split(LstmEquations.Stack(θ)));
    }

    // (17.14) S2-204 S4-190 S3-168: 128 with one bias, and 8,320 of 328,353.
    [Theory]
    [InlineData(3, 4, 128)]
    [InlineData(32, 32, 8320)]
    public void Parameters_are_four_times_those_of_a_simple_cell(int D, int H, int count)
    {
        Assert.Equal(count, ScalarLstm.ParameterCount(D, H));
        StackedLstm θ = LstmEquations.Stack(Draw(new RandomStream(1), D, H));
        Assert.Equal(count, θ.W_x.RowCount * D + θ.W_h.RowCount * H + θ.b.RowCount);
    }

    // A cell of one unit whose gates depend on nothing: f = σ(forget), i = σ(input), o = σ(output); g depends on x.
    private static LstmGates Fixed(double forget, double input, double output)
    {
        Gate Of(double b) => new(new double[1, 2], [b]);
        return new(Of(forget), Of(input), new Gate(new double[,] { { 0.5, 1 } }, [0]), Of(output));
    }
}
