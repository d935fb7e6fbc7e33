using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.RecurrentNetworks.Tests.Draws;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>Elman's and Jordan's networks: forms, gradients, laws.</summary>
public class CellTests
{
    private static readonly Initializer Zero = Initializers.Zero;

    // (16.1) (16.4) (16.5) (16.6) (16.7) S1-193 S1-194 S2-179 S3-153 S4-027 S4-189: scalar = equations = layer.
    [Property(MaxTest = 40)]
    public void Scalar_equations_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(4), H = 1 + random.Below(5), T = 1 + random.Below(6), N = 1 + random.Below(3);
        CellActivation σ = Smooth[random.Below(3)];
        Elman layer = Filled(new Elman(D, H, new Sequences(T), Zero, activation: σ), random);
        Matrix<double> W = layer.Parameters[0].Value, U = layer.Parameters[1].Value, b = layer.Parameters[2].Value,
            X = Normal(random, D, N * T), dY = Normal(random, H, N * T), h0 = Normal(random, H, N);
        Matrix<double> Y = layer.Forward(X.View(), h0.View()).ToMatrix(), dX = layer.Backward(dY);

        ElmanPass pass = ElmanEquations.Forward(OverTime(X, T), W, U, b.Column(0), h0, σ.Form);
        ElmanGradients g = ElmanEquations.Gradients(OverTime(X, T), pass, W, U, OverTime(dY, T), σ.Form);
        Near(Batch([.. pass.H.Skip(1)]), Y);
        Near(pass.H[^1], layer.LastState.ToMatrix());
        // σ′ of a saturated unit, taken from its output, is known to ε only, whatever is left of it
        double reach = dY.L2Norm() * (1 + X.L2Norm()) * (1 + W.L2Norm()) * Math.Pow(1 + U.L2Norm(), T);
        void Agree(Matrix<double> expected, Matrix<double> actual) => Assert.True(
            (expected - actual).L2Norm() <= 1e-12 * expected.L2Norm() + 1e-16 * reach, $"{expected}, {actual}");
        Agree(Batch(g.dx), dX);
        Agree(g.dW, Gradient(layer, 0));
        Agree(g.dU, Gradient(layer, 1));
        Agree(g.db.ToColumnMatrix(), Gradient(layer, 2));
        Agree(g.dH[0], layer.StateGradient(0).ToMatrix());
        Agree(g.dH[T], layer.StateGradient(T).ToMatrix());

        double[][] x = Sample(X, T), dy = Sample(dY, T);
        (double[][] a, double[][] h) = ScalarElman.Forward(
            x, W.ToArray(), U.ToArray(), [.. b.Column(0)], [.. h0.Column(0)], σ.Form);
        Near(Rows(h[1..]), Y.SubMatrix(0, H, 0, T));
        var s = ScalarElman.Gradients(x, a, h, W.ToArray(), U.ToArray(), dy, σ.Form);
        Agree(Rows(s.dx), dX.SubMatrix(0, D, 0, T));
        Agree(Matrices.Column(s.dh0), g.dH[0].SubMatrix(0, H, 0, 1));
        if (N == 1)
        {
            Agree(Matrix<double>.Build.DenseOfArray(s.dW), g.dW);
            Agree(Matrix<double>.Build.DenseOfArray(s.dU), g.dU);
            Agree(Matrices.Column(s.db), Gradient(layer, 2));
        }
    }

    // (16.2) S2-187 S3-153: outputs of each step, in loops, in matrices, and as a dense layer behind.
    [Property(MaxTest = 20)]
    public void Outputs_of_each_step_are_a_dense_layer_behind(Seed seed)
    {
        RandomStream random = seed.Stream();
        int H = 1 + random.Below(4), K = 1 + random.Below(4), T = 1 + random.Below(5);
        Elman elman = Filled(new Elman(2, H, new Sequences(T), Zero), random);
        Dense head = Filled(new Dense(H, K, Zero), random);
        Matrix<double> X = Normal(random, 2, T);
        Matrix<double> Y = new Sequential(elman, head, new Sigmoid(K)).Forward(X);
        Matrix<double> V = head.Parameters[0].Value, c = head.Parameters[1].Value, h0 = Normal(random, H, 1) * 0;
        Matrix<double> W = elman.Parameters[0].Value, U = elman.Parameters[1].Value, b = elman.Parameters[2].Value;
        double[][] h = ScalarElman.Forward(
            Sample(X, T), W.ToArray(), U.ToArray(), [.. b.Column(0)], new double[H], Activation.Tanh).h;
        Near(Rows(ScalarElman.Outputs(h, V.ToArray(), [.. c.Column(0)], Activation.Sigmoid)), Y);
        ElmanPass pass = ElmanEquations.Forward(OverTime(X, T), W, U, b.Column(0), h0, Activation.Tanh);
        Near(Batch(ElmanEquations.Outputs(pass.H, V, c.Column(0), Activation.Sigmoid)), Y);
    }

    // (16.3) S3-154: loops and layer.
    [Property(MaxTest = 30)]
    public void Jordan_agrees_with_its_scalar_form(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(3), H = 1 + random.Below(4), K = 1 + random.Below(3), T = 1 + random.Below(5),
            N = 1 + random.Below(3), n = random.Below(N);
        CellActivation σh = Smooth[random.Below(3)], σy = Smooth[random.Below(3)];
        Jordan layer = Filled(new Jordan(D, H, K, new Sequences(T), Zero, σh, σy), random);
        Matrix<double> X = Normal(random, D, N * T), y0 = Normal(random, K, N);
        Matrix<double> Y = layer.Forward(X.View(), y0.View()).ToMatrix();
        Matrix<double>[] p = [.. layer.Parameters.Select(parameter => parameter.Value)];
        double[][] y = ScalarJordan.Forward(
            Sample(X, T, n), p[0].ToArray(), p[1].ToArray(), [.. p[2].Column(0)], p[3].ToArray(),
            [.. p[4].Column(0)], [.. y0.Column(n)], σh.Form, σy.Form).y;
        Near(Rows(y[1..]), Y.SubMatrix(0, K, n * T, T));
    }

    // (16.4) (16.5) (16.6) (16.7) (16.8) (16.13) (16.12): every layer, every return, with and without padding.
    [Theory]
    [InlineData("Elman", Returns.EveryStep, false)]
    [InlineData("Elman", Returns.LastStep, true)]
    [InlineData("reversed", Returns.EveryStep, true)]
    [InlineData("Jordan", Returns.EveryStep, false)]
    [InlineData("Jordan", Returns.LastStep, true)]
    [InlineData("bidirectional", Returns.EveryStep, true)]
    [InlineData("bidirectional", Returns.LastStep, false)]
    [InlineData("stack", Returns.LastStep, true)]
    [InlineData("repeat", Returns.EveryStep, false)]
    public void Every_gradient_is_the_numerical_one(string kind, Returns returns, bool padded)
    {
        var random = new RandomStream(3);
        int T = 4, N = 3;
        var sequences = new Sequences(T);
        if (padded)
        {
            sequences.Expect(T, [true, true, false, false, false, true, true, true, true, false, true, true]);
        }

        Elman Of(int inputs, Returns what, bool reversed = false) =>
            new(inputs, 3, sequences, Zero) { Returns = what, Reversed = reversed };
        ILayer layer = Filled<ILayer>(
            kind switch
            {
                "Elman" => Of(2, returns),
                "reversed" => Of(2, returns, true),
                "Jordan" => new Jordan(2, 3, 2, sequences, Zero, output: CellActivation.Sigmoid) { Returns = returns },
                "bidirectional" => new Bidirectional(Of(2, returns), Of(2, returns, true)),
                "repeat" => new Sequential(new RepeatSteps(2, sequences), Of(2, returns), new JoinSteps(3, sequences)),
                _ => new Sequential(
                    new SplitSteps(2, sequences),
                    new Bidirectional(Of(2, Returns.EveryStep), Of(2, Returns.EveryStep, true)), Of(6, returns)),
            },
            random);
        Matrix<double> X = Normal(random, layer.Inputs, kind is "stack" or "repeat" ? N : N * T);
        Matrix<double> Y = layer.Forward(X);
        CheckGradients(layer, X, Normal(random, Y.RowCount, Y.ColumnCount));
    }

    // S1-193 S3-152: gradients with respect to the initial state, and from the last state, as a decoder sends it.
    [Theory]
    [InlineData("Elman")]
    [InlineData("Jordan")]
    public void Gradients_of_the_states_are_the_numerical_ones(string kind)
    {
        var random = new RandomStream(4);
        var sequences = new Sequences(5);
        Recurrent layer = Filled<Recurrent>(
            kind == "Elman" ? new Elman(2, 3, sequences, Zero) : new Jordan(2, 4, 3, sequences, Zero), random);
        Matrix<double> X = Normal(random, 2, 10), s0 = Normal(random, 3, 2), ds = Normal(random, 3, 2);
        layer.Forward(X.View(), s0.View());
        layer.Backward(default, ds.View());
        Matrix<double> Last(Matrix<double> s)
        {
            layer.Forward(X.View(), s.View(), Mode.Inference);
            return layer.LastState.ToMatrix();
        }

        Matrix<double> analytic = layer.StateGradient(0).ToMatrix();
        GradientCheck.Smooth(Last, s0, ds, analytic).ThrowIfFailed();
    }
}
