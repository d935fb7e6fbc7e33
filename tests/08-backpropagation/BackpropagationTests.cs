using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class BackpropagationTests
{
    // (8.22) (8.23) (8.24) (8.25) S1-074 S1-075 S2-072 S4-002: the gradients of a batch are the sum of those of its samples.
    [Property]
    public void Loops_and_matrices_give_the_same_gradients(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        MatrixPass batch = BackpropagationEquations.Forward(net.Matrices, net.X);
        IReadOnlyList<Matrix<double>> Δ = BackpropagationEquations.Deltas(net.Matrices, batch, net.dA);
        IReadOnlyList<MatrixGradient> gradients = BackpropagationEquations.Gradients(net.Matrices, batch, net.dA);
        IReadOnlyList<ScalarGradient>[] samples = [.. Enumerable.Range(0, net.X.ColumnCount).Select(n =>
        {
            ScalarPass pass = ScalarNetwork.Forward(net.Layers, net.Sample(n));
            IReadOnlyList<double[]> δ = ScalarBackpropagation.Deltas(net.Layers, pass, net.dA.Column(n).ToArray());
            Assert.All(δ.Zip(Δ), p => Digits.Agree(p.First, p.Second.Column(n).ToArray(), 11));
            return ScalarBackpropagation.Gradients(net.Layers, pass, net.dA.Column(n).ToArray());
        })];
        for (int l = 0; l < net.Layers.Count; l++)
        {
            Digits.Agree(samples.Select(s => Matrix<double>.Build.DenseOfArray(s[l].dW)).Aggregate((a, b) => a + b), gradients[l].dW, 11);
            Digits.Agree(samples.Select(s => Vector<double>.Build.DenseOfArray(s[l].dB)).Aggregate((a, b) => a + b), gradients[l].dB, 11);
        }
    }

    // (8.22) (8.23) (8.25) S0-033 S1-073 S1-074 S2-001 S2-072 S3-217 S4-002: chapter 04's tape knows no error terms and finds the same gradients.
    [Property]
    public void The_tape_finds_the_same_gradients(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        IReadOnlyList<MatrixLayer> layers =
            [.. net.Matrices.Select(layer => layer with { F = layer.F == Activation.Sigmoid ? Activation.Sigmoid : Activation.Tanh })];
        var tape = new MatrixTape();
        MatrixNode a = tape.Variable(net.X), x = a;
        var leaves = new List<(MatrixNode W, MatrixNode B)>();
        foreach (MatrixLayer layer in layers)
        {
            leaves.Add((tape.Variable(layer.W), tape.Variable(layer.B.ToColumnMatrix())));
            MatrixNode z = leaves[^1].W * a + leaves[^1].B;
            a = layer.F == Activation.Sigmoid ? z.Sigmoid() : z.Tanh();
        }

        tape.Backward(a, net.dA);
        MatrixPass pass = BackpropagationEquations.Forward(layers, net.X);
        Assert.All(BackpropagationEquations.Gradients(layers, pass, net.dA).Zip(leaves), p =>
        {
            Digits.Agree(p.Second.W.Gradient!, p.First.dW, 10);
            Digits.Agree(p.Second.B.Gradient!.Column(0), p.First.dB, 10);
        });
        Digits.Agree(x.Gradient!, BackpropagationEquations.Deltas(layers, pass, net.dA)[0], 10);
    }

    // (8.24) (8.25) S0-006 S0-033 S2-001 S4-002: every weight, bias and input of every layer against differences, with a random upstream.
    [Fact]
    public void Every_gradient_is_the_numerical_one()
    {
        for (ulong seed = 1; seed <= 6; seed++)
        {
            RandomNetwork net = RandomNetwork.Draw(new RandomStream(seed));
            IReadOnlyList<MatrixLayer> layers = net.Matrices;
            MatrixPass pass = BackpropagationEquations.Forward(layers, net.X);
            IReadOnlyList<MatrixGradient> gradients = BackpropagationEquations.Gradients(layers, pass, net.dA);
            Matrix<double> Output(int l, MatrixLayer changed)
            {
                MatrixLayer[] all = [.. layers];
                all[l] = changed;
                return BackpropagationEquations.Forward(all, net.X).Output;
            }

            for (int l = 0; l < layers.Count; l++)
            {
                int at = l;
                GradientCheck.Smooth(W => Output(at, layers[at] with { W = W }), layers[l].W, net.dA, gradients[l].dW).ThrowIfFailed();
                GradientCheck.Smooth(b => Output(at, layers[at] with { B = b }), layers[l].B, net.dA, gradients[l].dB).ThrowIfFailed();
            }

            GradientCheck.Smooth(X => BackpropagationEquations.Forward(layers, X).Output, net.X, net.dA,
                BackpropagationEquations.Deltas(layers, pass, net.dA)[0]).ThrowIfFailed();
        }
    }

    // (8.23) S2-011: a network with kinks, where no pre-activation is near one.
    [Property(MaxTest = 30)]
    public void Rectified_networks_have_the_numerical_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        IReadOnlyList<MatrixLayer> layers = MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Relu, 1.4, 0.5, 3, 4, 4, 2));
        Matrix<double> X = Matrix<double>.Build.Dense(3, 2, random.Normals(6)), dA = Matrix<double>.Build.Dense(2, 2, random.Normals(4));
        MatrixPass pass = BackpropagationEquations.Forward(layers, X);
        double nearest = pass.Z.Skip(1).SelectMany(Z => Z.Enumerate()).Min(Math.Abs);
        GradientCheck.Kinked(
            W => BackpropagationEquations.Forward([layers[0] with { W = W }, .. layers.Skip(1)], X).Output,
            layers[0].W, dA, BackpropagationEquations.Gradients(layers, pass, dA)[0].dW, nearest).ThrowIfFailed();
    }

    // (8.11) S1-073: a Jacobian acts transposed, and through two functions in the opposite order.
    [Property]
    public void Upstream_gradients_pass_through_transposed_Jacobians(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> A = Matrix<double>.Build.Dense(4, 3, random.Normals(12)), B = Matrix<double>.Build.Dense(2, 4, random.Normals(8));
        Vector<double> x = Vector<double>.Build.Dense(random.Normals(3)), g = Vector<double>.Build.Dense(random.Normals(2));
        Vector<double> inner = BackpropagationEquations.Upstream(A, BackpropagationEquations.Upstream(B, g));
        Digits.Agree(MatrixTape.Gradient(v => v.Tape.Constant(B * A) * v, x.ToColumnMatrix(), g.ToColumnMatrix()).Column(0), inner, 11);
        Digits.Agree(MatrixTape.Gradient(v => v.Tape.Constant(B) * v, (A * x).ToColumnMatrix(), g.ToColumnMatrix()).Column(0),
            BackpropagationEquations.Upstream(B, g), 12); // once, where two signs cannot cancel
        Assert.Equal(g * (B * A * x), inner * x, 1e-9);
    }

    // (8.26) S1-075 S2-073: a small step against the gradient lowers the loss by η‖g‖², to first order, and loops and matrices take the same one.
    [Property]
    public void A_step_against_the_gradient_goes_down(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        const double η = 1e-7;
        double[] x = net.Sample(0), g = net.dA.Column(0).ToArray();
        double Loss(IReadOnlyList<ScalarLayer> layers) => ScalarNetwork.Forward(layers, x).Output.Zip(g, (a, d) => a * d).Sum();
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(net.Layers, ScalarNetwork.Forward(net.Layers, x), g);
        double square = gradients.Sum(p => p.dW.Cast<double>().Concat(p.dB).Sum(v => v * v));
        IReadOnlyList<ScalarLayer> moved = ScalarBackpropagation.Descend(net.Layers, gradients, η);
        Assert.Equal(-η * square, Loss(moved) - Loss(net.Layers), 1e-3 * η * square + 1e-14); // the second order is η times smaller, rounding 10⁻¹⁵
        IReadOnlyList<MatrixLayer> same = BackpropagationEquations.Descend(
            net.Matrices, [.. gradients.Select(p => new MatrixGradient(Matrix<double>.Build.DenseOfArray(p.dW), Vector<double>.Build.DenseOfArray(p.dB)))], η);
        Assert.All(moved.Zip(same), p =>
        {
            Digits.Agree(Matrix<double>.Build.DenseOfArray(p.First.W), p.Second.W, 14);
            Digits.Agree(Vector<double>.Build.DenseOfArray(p.First.B), p.Second.B, 14);
        });
    }

    // (8.23) (8.26) S1-075: with weights that have moved already the error terms are no derivative of anything; with the old ones they are.
    // The layers given stay as they were.
    [Fact]
    public void Error_terms_use_the_old_weights()
    {
        var random = new RandomStream(4);
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(random, Activation.Sigmoid, 2, 0.5, 3, 4, 2);
        double[] x = random.Normals(3), g = random.Normals(2);
        double[] before = [.. layers.SelectMany(l => l.W.Cast<double>().Concat(l.B))];
        ScalarPass pass = ScalarNetwork.Forward(layers, x);
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(layers, pass, g);
        IReadOnlyList<ScalarLayer> moved = ScalarBackpropagation.Descend(layers, gradients, 5);
        Assert.Equal(before, layers.SelectMany(l => l.W.Cast<double>().Concat(l.B)));
        double[] numerical = NumericalDerivative.Gradient(
            b => ScalarNetwork.Forward([layers[0] with { B = b }, layers[1]], x).Output.Zip(g, (a, d) => a * d).Sum(), layers[0].B);
        Digits.Agree(numerical, gradients[0].dB, 8);
        Assert.True(RelativeError.ByNorm(numerical, ScalarBackpropagation.Deltas(moved, pass, g)[1]) > 0.05);
        Assert.Equal(layers[1].W[0, 0] - 5 * gradients[1].dW[0, 0], moved[1].W[0, 0], 1e-14);
        Assert.Equal(layers[0].B[2] - 5 * gradients[0].dB[2], moved[0].B[2], 1e-14);
    }

    // S2-071: the slopes of the three losses are those of their values.
    [Property]
    public void Losses_have_the_slope_of_their_value(Number t, Seed seed)
    {
        double y = seed.Stream().Below(2), ŷ = Activation.Sigmoid.Value(t.Value);
        foreach (OutputLoss loss in new[] { OutputLoss.HalfSquared, OutputLoss.Squared, OutputLoss.BinaryCrossEntropy })
        {
            GradientCheck.Smooth(p => loss.Value(p, y), ŷ, loss.Derivative(ŷ, y)).ThrowIfFailed();
        }

        Assert.Equal(2 * OutputLoss.HalfSquared.Value(ŷ, y), OutputLoss.Squared.Value(ŷ, y), 1e-14);
    }

    // (8.25) S3-200: the mean gradient of a batch by loops is that of the matrices.
    [Property]
    public void The_mean_gradient_over_samples_is_the_batch_gradient(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        int N = net.X.ColumnCount;
        IReadOnlyList<ScalarGradient> mean = OutputLoss.HalfSquared.MeanGradient(net.Layers, net.X.ToArray(), net.dA.ToArray());
        MatrixPass pass = BackpropagationEquations.Forward(net.Matrices, net.X);
        Assert.Equal((pass.Output - net.dA).PointwisePower(2).Enumerate().Sum() / (2 * N),
            OutputLoss.HalfSquared.Mean(net.Layers, net.X.ToArray(), net.dA.ToArray()), 1e-9);
        Assert.All(mean.Zip(BackpropagationEquations.Gradients(net.Matrices, pass, (pass.Output - net.dA) / N)), p =>
        {
            Digits.Agree(p.Second.dW, Matrix<double>.Build.DenseOfArray(p.First.dW), 11);
            Digits.Agree(p.Second.dB, Vector<double>.Build.DenseOfArray(p.First.dB), 11);
        });
    }

    // (8.22) S1-074: with a sigmoid and cross-entropy the last error term is ŷ − y.
    [Property]
    public void Cross_entropy_cancels_the_slope_of_the_sigmoid(Number z, Seed seed)
    {
        double y = seed.Stream().Below(2), ŷ = Activation.Sigmoid.Value(z.Value);
        IReadOnlyList<ScalarLayer> unit = [new(new[,] { { 1.0 } }, [0], Activation.Sigmoid)];
        ScalarPass pass = ScalarNetwork.Forward(unit, [z.Value]);
        Assert.Equal(ŷ - y, ScalarBackpropagation.Deltas(unit, pass, [OutputLoss.BinaryCrossEntropy.Derivative(ŷ, y)])[1][0], 1e-12);
    }
}
