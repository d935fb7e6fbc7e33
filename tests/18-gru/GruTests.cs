using MathNet.Numerics.LinearAlgebra;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.GatedRecurrentUnits.Tests;

/// <summary>Both conventions: agreement of the forms, gradients, laws, and how they map into each other.</summary>
public class GruTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static StackedGru Draw(RandomStream random, int D, int H, GruForm form) => new(
        Normal(random, 3 * H, D), Normal(random, 3 * H, H), Normal(random, 3 * H, 1),
        form == GruForm.Notes ? Matrix<double>.Build.Dense(H, 1) : Normal(random, H, 1));

    private static GruGates Scalars(StackedGru θ)
    {
        int H = θ.Hidden;
        Gate Of(int gate) => new(
            θ.W_h.SubMatrix(gate * H, H, 0, H).Append(θ.W_x.SubMatrix(gate * H, H, 0, θ.W_x.ColumnCount)).ToArray(),
            [.. θ.b.Column(0, gate * H, H)]);
        return new(z: Of(1), r: Of(0), c: Of(2), [.. θ.b_hn.Column(0)]);
    }

    // (18.1) (18.2) (18.3) (18.4) (18.5) (18.6) (18.7) (18.8) (18.9) (18.10) (18.11) S1-200 S2-209 S2-210 S2-211
    // S2-212
    [Theory]
    [InlineData(GruForm.Notes)]
    [InlineData(GruForm.PyTorch)]
    public void Scalar_form_and_equations_agree(GruForm form)
    {
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var random = new RandomStream(seed);
            int D = 1 + random.Below(4), H = 1 + random.Below(4);
            StackedGru θ = Draw(random, D, H, form);
            Matrix<double> x = Normal(random, D, 1), h = Normal(random, H, 1), up = Normal(random, H, 1);
            double[][] xs = [x.Column(0).ToArray()];
            GruStep[] scalar = ScalarGru.Forward(Scalars(θ), xs, h.Column(0).ToArray(), form);
            GruMatrixStep step = GruEquations.Step(θ, x, h, form);
            Near(scalar[0].h, step.h);
            Near(scalar[0].r, step.r);
            (GruGates d, double[][] dx, double[] dh0) = ScalarGru.Backward(
                Scalars(θ), xs, h.Column(0).ToArray(), scalar, [up.Column(0).ToArray()], form);
            (StackedGru dθ, Matrix<double> dX, Matrix<double> dH) = GruEquations.Backward(θ, x, h, step, up, form);
            Near(dx[0], dX);
            Near(dh0, dH);
            GruGates g = Scalars(dθ);
            foreach ((Gate a, Gate b) in new[] { (d.z, g.z), (d.r, g.r), (d.c, g.c) })
            {
                Near(Matrix<double>.Build.DenseOfArray(a.W), Matrix<double>.Build.DenseOfArray(b.W));
                Near(Matrices.Column(a.b), Matrices.Column(b.b));
            }

            Near(d.b_hn, dθ.b_hn);
        }
    }

    // (18.7) (18.8) (18.9) (18.10) (18.11) S2-212: through three steps.
    [Theory]
    [InlineData(GruForm.Notes)]
    [InlineData(GruForm.PyTorch)]
    public void Every_gradient_is_the_numerical_one(GruForm form)
    {
        var random = new RandomStream(3);
        int D = 2, H = 3;
        GruGates θ = Scalars(Draw(random, D, H, form));
        double[][] x = [random.Normals(D), random.Normals(D), random.Normals(D)],
            dh = [random.Normals(H), random.Normals(H), random.Normals(H)];
        double[] h0 = random.Normals(H);
        double Loss(GruGates w, double[] first, double[] h) => ScalarGru.Forward(w, [first, x[1], x[2]], h, form)
            .Zip(dh, (s, g) => s.h.Zip(g, (a, b) => a * b).Sum()).Sum();
        (GruGates d, double[][] dx, double[] d0) =
            ScalarGru.Backward(θ, x, h0, ScalarGru.Forward(θ, x, h0, form), dh, form);
        GradientCheck.Smooth(W => Loss(θ with { z = θ.z with { W = W } }, x[0], h0), θ.z.W, d.z.W).ThrowIfFailed();
        GradientCheck.Smooth(W => Loss(θ with { r = θ.r with { W = W } }, x[0], h0), θ.r.W, d.r.W).ThrowIfFailed();
        GradientCheck.Smooth(W => Loss(θ with { c = θ.c with { W = W } }, x[0], h0), θ.c.W, d.c.W).ThrowIfFailed();
        GradientCheck.Smooth(b => Loss(θ with { c = θ.c with { b = b } }, x[0], h0), θ.c.b, d.c.b).ThrowIfFailed();
        GradientCheck.Smooth(X => Loss(θ, X, h0), x[0], dx[0]).ThrowIfFailed();
        GradientCheck.Smooth(h => Loss(θ, x[0], h), h0, d0).ThrowIfFailed();
        if (form == GruForm.PyTorch)
        {
            GradientCheck.Smooth(b => Loss(θ with { b_hn = b }, x[0], h0), θ.b_hn, d.b_hn).ThrowIfFailed();
        }
    }

    // (18.1) (18.2) (18.5) (18.6) (18.7) (18.8) (18.9) (18.10) (18.11): the layer is the equations, step by step.
    [Property(MaxTest = 20)]
    public void Equations_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(5), H = 1 + random.Below(20), N = 1 + random.Below(4);
        var layer = new Gru(
            D, H, new Sequences(1), Initializers.Normal(random, 1), bias: Initializers.Normal(random, 1));
        Matrix<double>[] p = [.. layer.Parameters.Select(parameter => parameter.Value)];
        Matrix<double> hidden = p[3].Clone();
        hidden.ClearRows([.. Enumerable.Range(2 * H, H)]);
        var θ = new StackedGru(p[0], p[1], p[2] + hidden, p[3].SubMatrix(2 * H, H, 0, 1));
        Matrix<double> x = Normal(random, D, N), h = Normal(random, H, N), up = Normal(random, H, N);
        GruMatrixStep step = GruEquations.Step(θ, x, h, GruForm.PyTorch);
        Near(step.h, layer.Forward(x.View(), h.View()).ToMatrix());
        Near(step.r.Stack(step.z).Stack(step.n), layer.Gates(0).ToMatrix());
        (StackedGru dθ, Matrix<double> dx, Matrix<double> dh) =
            GruEquations.Backward(θ, x, h, step, up, GruForm.PyTorch);
        // 1 − n² of a saturated unit is known to ε only, whatever is left of it
        double reach = up.L2Norm() * (1 + x.L2Norm() + h.L2Norm()) * (1 + p.Sum(m => m.L2Norm()));
        void Agree(Matrix<double> expected, Matrix<double> actual) => Assert.True(
            (expected - actual).L2Norm() <= 1e-12 * expected.L2Norm() + 1e-15 * reach,
            $"expected {expected}, got {actual}");
        Agree(dx, layer.Backward(up.View()).ToMatrix());
        Agree(dh, layer.StateGradient(0).ToMatrix());
        Agree(dθ.W_x, layer.Parameters[0].Gradient);
        Agree(dθ.W_h, layer.Parameters[1].Gradient);
        Agree(dθ.b, layer.Parameters[2].Gradient);
        Agree(dθ.b_hn, layer.Parameters[3].Gradient.SubMatrix(2 * H, H, 0, 1));
    }

    // (18.10) (18.11): through time, padded, every parameter along one direction.
    [Theory]
    [InlineData(Returns.EveryStep)]
    [InlineData(Returns.LastStep)]
    public void Gradients_through_time_are_the_numerical_ones(Returns returns)
    {
        var random = new RandomStream(5);
        var sequences = new Sequences(3);
        sequences.Expect(3, [true, true, false, false, true, true]);
        var layer = new Gru(2, 3, sequences, Initializers.Normal(random, 0.6), bias: Initializers.Normal(random, 0.6))
            { Returns = returns };
        Matrix<double> X = Normal(random, 2, 6), Y = layer.Forward(X), dY = Normal(random, 3, Y.ColumnCount);
        layer.Forward(X);
        GradientCheck.Smooth(x => layer.Forward(x, Mode.Inference), X, dY, layer.Backward(dY)).ThrowIfFailed();
        foreach (Parameter p in layer.Parameters)
        {
            GradientCheck.Direction(
                InPlace.Of(p.Value, () => layer.Forward(X, Mode.Inference)), p.Value.Clone(), dY, p.Gradient, random)
                .ThrowIfFailed();
        }
    }

    // (18.4) (18.6) S2-209 S2-212: z = 0 keeps and z = 1 replaces in the notes, the reverse in PyTorch; h lies between
    // h before and the candidate.
    [Theory]
    [InlineData(GruForm.Notes)]
    [InlineData(GruForm.PyTorch)]
    public void The_update_gate_keeps_or_replaces(GruForm form)
    {
        var random = new RandomStream(6);
        StackedGru θ = Draw(random, 2, 3, form);
        double[] x = random.Normals(2), h = random.Normals(3);
        GruStep At(double bias) => ScalarGru.Step(
            Scalars(θ) with { z = new(new double[3, 5], [bias, bias, bias]) }, x, h, form);
        GruStep low = At(-800), high = At(800), free = ScalarGru.Step(Scalars(θ), x, h, form);
        Assert.Equal(h, form == GruForm.Notes ? low.h : high.h);
        Assert.Equal(low.n, form == GruForm.Notes ? high.h : low.h);
        Assert.All(Enumerable.Range(0, 3), k => Assert.InRange(
            free.h[k], Math.Min(h[k], free.n[k]), Math.Max(h[k], free.n[k])));
    }

    // (18.3) S2-210: r = 0 makes the candidate independent of h.
    [Fact]
    public void A_closed_reset_gate_forgets_the_state()
    {
        var random = new RandomStream(7);
        GruGates θ = Scalars(Draw(random, 2, 3, GruForm.Notes)) with
            { r = new(new double[3, 5], [-800, -800, -800]) };
        double[] x = random.Normals(2);
        Assert.Equal(
            ScalarGru.Step(θ, x, random.Normals(3), GruForm.Notes).n,
            ScalarGru.Step(θ, x, new double[3], GruForm.Notes).n);
    }

    // (18.12) S2-211 S2-212: −W_z maps one z to the other; reset before and after agree for diagonal W_hn without
    // b_hn, and for one unit, and differ in general.
    [Property(MaxTest = 20)]
    public void The_conventions_map_where_the_reset_gate_commutes(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(3), H = 2 + random.Below(3);
        StackedGru notes = Draw(random, D, H, GruForm.Notes);
        Matrix<double> x = Normal(random, D, 2), h = Normal(random, H, 2);
        Matrix<double> Of(StackedGru θ, GruForm form) => GruEquations.Step(θ, x, h, form).h;
        Assert.True(RelativeError.ByNorm(
            Of(notes, GruForm.Notes), Of(GruEquations.FlipUpdate(notes), GruForm.PyTorch)) > 1e-6);
        Matrix<double> diagonal = notes.W_h.Clone();
        diagonal.SetSubMatrix(2 * H, 0, Matrix<double>.Build.DiagonalOfDiagonalVector(notes.W_hn.Diagonal()));
        notes = notes with { W_h = diagonal };
        Near(Of(notes, GruForm.Notes), Of(GruEquations.FlipUpdate(notes), GruForm.PyTorch)); // (18.12)
    }

    // (18.13) S2-213 S3-169: 84, 96 and 108; three quarters of an LSTM.
    [Fact]
    public void Parameters_are_three_quarters_of_those_of_an_LSTM()
    {
        Assert.Equal(84, ScalarGru.ParameterCount(3, 4, biases: 0));
        Assert.Equal(96, ScalarGru.ParameterCount(3, 4));
        Assert.Equal(108, ScalarGru.ParameterCount(3, 4, biases: 2));
        Assert.Equal(6240, ScalarGru.ParameterCount(32, 32));
        Assert.Equal(6336, Summary.Of(new Gru(32, 32, new(1), Initializers.Zero)).Total);
        Assert.Equal(3 * ScalarLstm.ParameterCount(7, 5), 4 * ScalarGru.ParameterCount(7, 5));
    }

    // S3-152: shared layers add their gradients, and files have PyTorch's names.
    [Fact]
    public void Shared_layers_add_their_gradients()
    {
        var random = new RandomStream(8);
        var layer = new Gru(2, 3, new Sequences(4), Initializers.Normal(random, 0.5));
        ILayer twin = layer.Shared();
        Matrix<double> X = Normal(random, 2, 8), dY = Normal(random, 3, 8);
        Assert.Equal(layer.Forward(X), twin.Forward(X));
        layer.Backward(dY);
        Matrix<double> once = layer.Parameters[1].Gradient.Clone();
        twin.Backward(dY);
        Near(2 * once, layer.Parameters[1].Gradient);
        Assert.Equal(
            ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"], layer.Stored.Select(t => t.Name));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var random = new RandomStream(9);
        var layer = new Gru(2, 3, new Sequences(4), Initializers.Normal(random, 0.3));
        Refuses(() => layer.Forward(Normal(random, 3, 4)), "[2 × N·T]", "[3 × 4]");
        GruGates θ = Scalars(Draw(random, 2, 3, GruForm.Notes));
        Refuses(() => ScalarGru.Step(θ, [1], new double[3], GruForm.Notes), "W_z", "5", "4");
        Refuses(() => layer.Forward(Normal(random, 2, 4).View(), Normal(random, 6, 1).View()), "[3 × 1]", "[6 × 1]");
    }
}
