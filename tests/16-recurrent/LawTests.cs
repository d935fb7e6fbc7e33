using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.RecurrentNetworks.Tests.Draws;
using static Reference.Testing.BadInput;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>Laws of recurrent layers, and what they refuse.</summary>
public class LawTests
{
    private static readonly Initializer Zero = Initializers.Zero;

    private static Elman Network(RandomStream random, Sequences sequences, Returns returns, int inputs = 2) =>
        Filled(new Elman(inputs, 3, sequences, Zero) { Returns = returns }, random);

    // S2-178: one network for every length, and the order of the inputs counts.
    [Fact]
    public void One_network_reads_sequences_of_every_length_in_order()
    {
        var random = new RandomStream(1);
        var sequences = new Sequences(1);
        Elman layer = Network(random, sequences, Returns.LastStep);
        for (int T = 1; T <= 20; T++)
        {
            sequences.Expect(T);
            Matrix<double> X = Normal(random, 2, T), y = layer.Forward(X);
            Assert.Equal(1, y.ColumnCount);
            if (T > 1)
            {
                Matrix<double> backwards = Matrix<double>.Build.Dense(2, T, (d, t) => X[d, T - 1 - t]);
                Assert.True((layer.Forward(backwards) - y).L2Norm() > 1e-3);
            }
        }
    }

    // (16.13): a sequence gives the same alone as padded among others, before, behind or in between; gradients too.
    [Property(MaxTest = 40)]
    public void Padding_changes_neither_outputs_nor_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        int T = 3 + random.Below(5), N = 1 + random.Below(3);
        bool[] real = [.. Enumerable.Range(0, N * T).Select(i => i % T == T / 2 || random.Bernoulli(0.6))];
        Returns returns = random.Bernoulli(0.5) ? Returns.EveryStep : Returns.LastStep;
        var sequences = new Sequences(T);
        var layer = new Bidirectional(
            Network(random, sequences, returns),
            Filled(new Elman(2, 2, sequences, Zero) { Returns = returns, Reversed = true }, random));
        Matrix<double> X = Normal(random, 2, N * T),
            dY = Normal(random, 5, returns == Returns.LastStep ? N : N * T);
        sequences.Expect(T, real);
        Matrix<double> Y = layer.Forward(X), dX = layer.Backward(dY);
        Matrix<double>[] gradients = [.. layer.Parameters.Select(p => p.Gradient.Clone())];
        ZeroGradients(layer);
        for (int n = 0; n < N; n++)
        {
            int[] kept = [.. Enumerable.Range(n * T, T).Where(i => real[i])];
            Matrix<double> Some(Matrix<double> M) =>
                Matrix<double>.Build.DenseOfColumns(kept.Select(i => M.Column(i)));
            sequences.Expect(kept.Length);
            Matrix<double> alone = layer.Forward(Some(X));
            Near(returns == Returns.LastStep ? Y.SubMatrix(0, 5, n, 1) : Some(Y), alone);
            Near(Some(dX), layer.Backward(returns == Returns.LastStep ? dY.SubMatrix(0, 5, n, 1) : Some(dY)));
        }

        foreach ((Matrix<double> together, Parameter p) in gradients.Zip(layer.Parameters))
        {
            Near(together, p.Gradient);
        }

        Assert.All(Enumerable.Range(0, N * T).Where(i => !real[i]), i =>
        {
            Assert.Equal(0, dX.Column(i).L2Norm());
            Assert.True(returns == Returns.LastStep || Y.Column(i).L2Norm() == 0);
        });
    }

    // (16.13): lengths are a mask, and Masking makes one from ids.
    [Fact]
    public void Lengths_and_ids_make_masks()
    {
        var sequences = new Sequences(3);
        sequences.Expect(3, [2, 3]);
        Assert.Equal([true, true, false, true, true, true],
            Enumerable.Range(0, 6).Select(i => sequences.IsReal(i / 3, i % 3)));
        Matrix<double> ids = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 4 }, { 0, 5 }, { 7, 0 } });
        var masking = new Masking(sequences);
        Assert.Equal(ids, masking.Forward(ids));
        Assert.Equal([false, false, true, true, true, false],
            Enumerable.Range(0, 6).Select(i => sequences.IsReal(i / 3, i % 3)));
        Assert.Equal(ids, masking.Shared().Backward(ids));
        sequences.Expect(3);
        Assert.False(sequences.HasPadding);
    }

    // (16.12) S2-182: the reversed sequence gives both halves, swapped and reversed.
    [Property(MaxTest = 20)]
    public void Both_directions_change_places_on_the_reversed_sequence(Seed seed)
    {
        RandomStream random = seed.Stream();
        int T = 1 + random.Below(6);
        var sequences = new Sequences(T);
        Elman forward = Network(random, sequences, Returns.EveryStep);
        var backward = new Elman(2, 3, sequences, Zero) { Reversed = true };
        foreach ((Parameter from, Parameter to) in forward.Parameters.Zip(backward.Parameters))
        {
            from.Values.CopyTo(to.Values); // the same weights both ways
        }

        var layer = new Bidirectional(forward, backward);
        Matrix<double> X = Normal(random, 2, T), Y = layer.Forward(X);
        Matrix<double> turned = layer.Forward(Matrix<double>.Build.Dense(2, T, (d, t) => X[d, T - 1 - t]));
        Near(Matrix<double>.Build.Dense(6, T, (i, t) => Y[(i + 3) % 6, T - 1 - t]), turned);
    }

    // (16.9) S4-188: chunks with the state carried on give the outputs of the whole and the gradients of a window.
    [Property(MaxTest = 30)]
    public void Truncation_is_a_pass_over_chunks_that_carries_the_state(Seed seed)
    {
        RandomStream random = seed.Stream();
        int k = 1 + random.Below(3), chunks = 2 + random.Below(2), T = k * chunks, N = 1 + random.Below(2);
        var sequences = new Sequences(k);
        Elman layer = Network(random, sequences, Returns.EveryStep);
        IReadOnlyList<Matrix<double>> x = [.. Enumerable.Range(0, T).Select(_ => Normal(random, 2, N))],
            dy = [.. Enumerable.Range(0, T).Select(_ => Normal(random, 3, N))];
        Matrix<double>[] p = [.. layer.Parameters.Select(parameter => parameter.Value)];
        ElmanPass whole = ElmanEquations.Forward(
            x, p[0], p[1], p[2].Column(0), Matrix<double>.Build.Dense(3, N), Activation.Tanh);
        ElmanGradients truncated = ElmanEquations.Gradients(x, whole, p[0], p[1], dy, Activation.Tanh, k);
        MatrixView state = default;
        for (int c = 0; c < chunks; c++)
        {
            Matrix<double> y = layer.Forward(Batch([.. x.Skip(c * k).Take(k)]).View(), state).ToMatrix();
            Near(Batch([.. whole.H.Skip(1 + c * k).Take(k)]), y);
            Near(Batch([.. truncated.dx.Skip(c * k).Take(k)]), layer.Backward(Batch([.. dy.Skip(c * k).Take(k)])));
            state = layer.LastState;
        }

        Near(truncated.dW, Gradient(layer, 0));
        Near(truncated.dU, Gradient(layer, 1));
        ElmanGradients full = ElmanEquations.Gradients(x, whole, p[0], p[1], dy, Activation.Tanh);
        Assert.True((full.dW - truncated.dW).L2Norm() > 1e-9);
    }

    // (16.10) (16.11) S1-198 S2-192 S3-160: the Jacobian, and the norm of a product of them below its bound.
    [Property(MaxTest = 20)]
    public void Jacobians_are_numerical_ones_and_their_product_is_bounded(Seed seed)
    {
        RandomStream random = seed.Stream();
        CellActivation σ = Smooth[random.Below(3)];
        Matrix<double> W = Normal(random, 3, 2), U = Normal(random, 3, 3), h0 = Normal(random, 3, 1);
        Vector<double> b = Normal(random, 3, 1).Column(0);
        Matrix<double>[] x = [.. Enumerable.Range(0, 4).Select(_ => Normal(random, 2, 1))];
        ElmanPass pass = ElmanEquations.Forward(x, W, U, b, h0, σ.Form);
        GradientCheck.Jacobian(
            h => ElmanEquations.Forward([x[0]], W, U, b, h.ToColumnMatrix(), σ.Form).H[1].Column(0), h0.Column(0),
            ElmanEquations.Jacobian(pass.A[0].Column(0), U, σ.Form)).ThrowIfFailed();
        Matrix<double> product = pass.A.Aggregate(
            Matrix<double>.Build.DenseIdentity(3),
            (J, a) => ElmanEquations.Jacobian(a.Column(0), U, σ.Form) * J);
        double steepest = σ == CellActivation.Sigmoid ? 0.25 : 1;
        Assert.True(product.L2Norm() <= ElmanEquations.Bound(U, steepest, 4) * (1 + 1e-12));
    }

    // (16.11) S4-188: a linear cell with s times an orthogonal U has the gradient sᵏ, for w = 0.9, 1 and 1.1.
    [Theory]
    [InlineData(0.9)]
    [InlineData(1.0)]
    [InlineData(1.1)]
    public void A_linear_cell_scales_its_gradient_by_s_in_every_step(double s)
    {
        var random = new RandomStream(2);
        var cell = new Elman(
            3, 5, new Sequences(12), Initializers.Normal(random, 1), StateInitializers.Orthogonal(random, s),
            activation: CellActivation.Linear);
        double[] norms = GradientByLag.Of(cell, Normal(random, 3, 4 * 12).View(), random);
        for (int k = 0; k <= 12; k++)
        {
            Assert.Equal(ElmanEquations.Bound(cell.Parameters[1].Value, 1, k), norms[k], 1e-12);
            Assert.Equal(Math.Pow(s, k), norms[k], 1e-12);
        }
    }

    // S2-194 S3-161: a ReLU unit that stays active passes its gradient on whole.
    [Fact]
    public void A_ReLU_with_the_identity_keeps_its_gradient()
    {
        var cell = new Elman(
            3, 3, new Sequences(100), StateInitializers.Identity(0.1), StateInitializers.Identity(),
            activation: CellActivation.Relu);
        Matrix<double> X = Normal(new RandomStream(3), 3, 100).Map(Math.Abs);
        Assert.Equal(1, GradientByLag.Of(cell, X.View(), new RandomStream(4))[100], 1e-12);
    }

    // S1-196 S1-197 S2-190 S3-156 S3-181 S3-260 S3-280: the shapes of every wiring, and of four stacked layers.
    [Fact]
    public void Every_wiring_has_its_shape()
    {
        var sequences = new Sequences(4);
        Matrix<double> many = Matrix<double>.Build.Dense(2, 3 * 4), one = Matrix<double>.Build.Dense(2, 3);
        Elman Of(Returns returns, int inputs = 2) => new(inputs, 5, sequences, Zero) { Returns = returns };
        Assert.Equal(12, Of(Returns.EveryStep).Forward(many).ColumnCount); // many to many
        Assert.Equal(3, Of(Returns.LastStep).Forward(many).ColumnCount); // many to one
        Assert.Equal(12, new Sequential(new RepeatSteps(2, sequences), Of(Returns.EveryStep))
            .Forward(one).ColumnCount); // one to many
        var stack = new Sequential(
            Of(Returns.EveryStep), Of(Returns.EveryStep, 5), Of(Returns.EveryStep, 5), Of(Returns.LastStep, 5));
        Assert.Equal((5, 3), (stack.Forward(many).RowCount, stack.Forward(many).ColumnCount));
        Assert.Equal("3.bias_hh_l0", stack.Stored[^1].Name);
    }

    // Both biases of a file are added; a second layer on the same weights adds to the same gradients.
    [Fact]
    public void Files_and_shared_layers_hold_the_same_weights()
    {
        var random = new RandomStream(5);
        var sequences = new Sequences(4);
        Elman first = Network(random, sequences, Returns.LastStep);
        ILayer other = new Elman(2, 3, sequences, Zero) { Returns = Returns.LastStep }, shared = first.Shared();
        Matrix<double> X = Normal(random, 2, 8), dY = Normal(random, 3, 2), Y = first.Forward(X);
        NamedTensor[] tensors = [.. StateDictionary.Of(first)];
        double[] b = [.. first.Parameters[2].Values];
        tensors[2] = new(tensors[2].Name, [.. b.Select(v => v - 0.25)], 3);
        tensors[3] = new(tensors[3].Name, [0.25, 0.25, 0.25], 3);
        StateDictionary.Load(other, tensors);
        Near(Y, other.Forward(X));
        first.Backward(dY);
        Matrix<double> once = Gradient(first, 1).Clone();
        shared.Forward(X);
        shared.Backward(dY);
        Near(2 * once, Gradient(first, 1));
        Bidirectional both = new(
            new Elman(2, 3, sequences, Zero), new Elman(2, 3, sequences, Zero) { Reversed = true });
        Assert.Equal("weight_ih_l0_reverse", both.Stored[4].Name);
        Assert.Same(both.Parameters[4], both.Shared().Parameters[4]);
    }

    // Nothing is allocated within a sequence, nor by a further pass.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_pass_allocates_nothing_that_grows(int N)
    {
        var random = new RandomStream(6);
        var sequences = new Sequences(50);
        var layer = new Bidirectional(
            Network(random, sequences, Returns.EveryStep),
            Filled(new Elman(2, 3, sequences, Zero) { Reversed = true }, random));
        MatrixView X = Normal(random, 2, N * 50).View(), dY = Normal(random, 6, N * 50).View();
        long before = 0;
        for (int pass = 0; pass < 4; pass++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            layer.Forward(X);
            layer.Backward(dY);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var random = new RandomStream(7);
        var sequences = new Sequences(4);
        Elman layer = Network(random, sequences, Returns.EveryStep);
        MatrixView X = Normal(random, 2, 8).View();
        Refuses(() => new Sequences(0), "steps");
        Refuses(() => sequences.Expect(4, Array.Empty<int>()), "lengths");
        Refuses(() => sequences.Expect(4, [3, 0]), "from 1 to 4", "0 for sample 1");
        Refuses(() => sequences.Expect(4, [5]), "from 1 to 4", "5");
        Refuses(() => sequences.Expect(4, [true, false, true]), "N·4", "3");
        Refuses(() => sequences.Expect(2, [true, false, false, false]), "sample 1");
        Refuses(() => layer.Forward(Normal(random, 3, 8).View()), "[2 × N·T]", "[3 × 8]");
        Refuses(() => layer.Forward(Normal(random, 2, 7).View()), "N·4", "7");
        Refuses(() => layer.Forward(default(MatrixView)), "[2 × N·T]");
        Refuses(() => layer.Forward(X, Normal(random, 3, 3).View()), "[3 × 2]", "[3 × 3]");
        layer.Forward(X);
        Refuses(() => layer.Backward(Normal(random, 3, 2).View()), "[3 × 8]", "[3 × 2]");
        Refuses(() => layer.Backward(default, Normal(random, 2, 2).View()), "dLast", "[3 × 2]", "[2 × 2]");
        sequences.Expect(4, [4, 2, 1]);
        Refuses(() => layer.Forward(X), "12 columns of the mask", "8");
        sequences.Expect(4);
        layer.Forward(X, Mode.Inference);
        Assert.Throws<InvalidOperationException>(() => layer.Backward(Normal(random, 3, 8).View()));
        Refuses(() => new Bidirectional(layer, Network(random, sequences, Returns.EveryStep)), "backward");
        Refuses(() => new Bidirectional(layer, new Elman(3, 2, sequences, Zero) { Reversed = true }), "[3 → 2");
        Refuses(() => new SplitSteps(2, sequences).Forward(X), "[8 × N]", "[2 × 8]");
        Refuses(() => new Elman(2, 0, sequences, Zero), "rows");
        Refuses(() => new Elman(2, 3, sequences, StateInitializers.Identity()), "square");
        Refuses(() => new ClippedOptimizer(new GradientDescent(layer.Parameters, 1), 0), "limit");
    }

    // A gradient that is not finite is reported with its step.
    [Fact]
    public void A_gradient_that_is_not_finite_is_reported_with_its_step()
    {
        var random = new RandomStream(8);
        Elman layer = Network(random, new Sequences(5), Returns.EveryStep);
        layer.Forward(Normal(random, 2, 5));
        Matrix<double> dY = Normal(random, 3, 5);
        dY[0, 2] = double.NaN;
        Assert.Contains("step 3 of 5", Assert.Throws<ArithmeticException>(() => layer.Backward(dY)).Message);
    }

    // S2-194: (5.32) before each step; a short gradient is left alone.
    [Fact]
    public void A_clipped_step_keeps_its_direction()
    {
        var w = new Parameter("w", [0, 0]);
        var rule = new ClippedOptimizer(new GradientDescent([w], 1), 1);
        foreach ((double[] g, double[] step) in new (double[], double[])[]
            { ([30, 40], [-0.6, -0.8]), ([3e-7, 4e-7], [-3e-7, -4e-7]) })
        {
            w.Values.Clear();
            rule.ZeroGradients();
            g.CopyTo(w.Gradients);
            rule.Step();
            Assert.Equal(step[0], w.Values[0], 1e-15);
            Assert.Equal(step[1], w.Values[1], 1e-15);
        }

        Assert.Equal(2, rule.Steps);
        rule.LearningRate = 0.5;
        Assert.Equal(0.5, rule.LearningRate);
        rule.Resume(7, rule.Memory);
        Assert.Equal(7, rule.Steps);
    }
}
