using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class BackpropagationTests
{
    // (8.18) (8.19) (8.20) (8.21) S1-074 S1-075 S2-072 S4-002: the gradient of a batch is the sum over its samples.
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
            double[] dA = net.dA.Column(n).ToArray();
            Digits.Agree([.. dA, .. ScalarBackpropagation.Deltas(net.Layers, pass, dA).SelectMany(δ => δ)],
                [.. dA, .. Δ.SelectMany(δ => δ.Column(n))], 11); // of all: in a layer of one unit terms may cancel
            return ScalarBackpropagation.Gradients(net.Layers, pass, dA);
        })];
        double terms = samples.SelectMany(s => s).SelectMany(g => g.dW.Flat().Concat(g.dB)).Max(Math.Abs);
        for (int l = 0; l < net.Layers.Count; l++)
        {
            Digits.Agree(samples.Select(s => M(s[l].dW)).Aggregate((a, b) => a + b), gradients[l].dW, 11, terms);
            Digits.Agree(samples.Select(s => V(s[l].dB).ToColumnMatrix()).Aggregate((a, b) => a + b),
                gradients[l].dB.ToColumnMatrix(), 11, terms);
        }
    }

    // (8.18) (8.19) (8.21) S0-033 S1-073 S1-074 S2-001 S2-072 S3-217 S4-002: chapter 04's tape knows no error terms.
    [Property]
    public void The_tape_finds_the_same_gradients(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        IReadOnlyList<MatrixLayer> layers = [.. net.Matrices.Select(layer =>
            layer with { F = layer.F == Activation.Sigmoid ? Activation.Sigmoid : Activation.Tanh })];
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
        double[] all = [.. leaves.SelectMany(p => p.W.Gradient!.Enumerate().Concat(p.B.Gradient!.Enumerate()))];
        Digits.Agree(all, [.. BackpropagationEquations.Gradients(layers, pass, net.dA)
            .SelectMany(g => g.dW.Enumerate().Concat(g.dB))], 10);
        Digits.Agree(x.Gradient!, BackpropagationEquations.Deltas(layers, pass, net.dA)[0], 10, all.Max(Math.Abs));
    }

    // (8.18) (8.19) (8.20) (8.21) S0-006 S0-033 S2-001 S4-002: weights, biases and inputs against differences.
    [Property(MaxTest = 25)]
    public void Every_gradient_is_the_numerical_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        RandomNetwork net = RandomNetwork.Draw(random);
        IReadOnlyList<MatrixLayer> layers = net.Matrices;
        int l = random.Below(layers.Count);
        MatrixPass pass = BackpropagationEquations.Forward(layers, net.X);
        MatrixGradient gradient = BackpropagationEquations.Gradients(layers, pass, net.dA)[l];
        GradientCheck.Smooth(W => Output(layers[l] with { W = W }), layers[l].W, net.dA, gradient.dW).FailIfWrong();
        GradientCheck.Smooth(b => Output(layers[l] with { B = b }), layers[l].B, net.dA, gradient.dB).FailIfWrong();
        GradientCheck.Smooth(X => BackpropagationEquations.Forward(layers, X).Output, net.X, net.dA,
            BackpropagationEquations.Deltas(layers, pass, net.dA)[0]).FailIfWrong();

        Matrix<double> Output(MatrixLayer changed) => BackpropagationEquations
            .Forward([.. layers.Take(l), changed, .. layers.Skip(l + 1)], net.X).Output;
    }

    // (8.8) S1-073: Jacobians act transposed, and those of two functions in the opposite order.
    [Property]
    public void Upstream_gradients_pass_through_transposed_Jacobians(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> A = Matrix<double>.Build.Dense(4, 3, random.Normals(12)),
            B = Matrix<double>.Build.Dense(2, 4, random.Normals(8));
        Vector<double> x = V(random.Normals(3)), g = V(random.Normals(2)),
            middle = BackpropagationEquations.Upstream(B, g);
        Digits.Agree(MatrixTape.Gradient(v => v.Tape.Constant(B) * v, (A * x).ToColumnMatrix(), g.ToColumnMatrix())
            .Column(0), middle, 12);
        Digits.Agree(MatrixTape.Gradient(v => v.Tape.Constant(B * A) * v, x.ToColumnMatrix(), g.ToColumnMatrix())
            .Column(0), BackpropagationEquations.Upstream(A, middle), 11);
    }

    // (8.22) S1-075 S2-073: to first order a step lowers the loss by η‖g‖²; loops and matrices take the same one.
    [Property]
    public void A_step_against_the_gradient_goes_down(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        const double η = 1e-7;
        double[] x = net.Sample(0), g = net.dA.Column(0).ToArray();
        IReadOnlyList<ScalarGradient> gradients =
            ScalarBackpropagation.Gradients(net.Layers, ScalarNetwork.Forward(net.Layers, x), g);
        double square = gradients.Sum(p => p.dW.Flat().Concat(p.dB).Sum(v => v * v));
        double[] before = [.. net.Layers.SelectMany(l => l.W.Flat().Concat(l.B))];
        IReadOnlyList<ScalarLayer> moved = ScalarBackpropagation.Descend(net.Layers, gradients, η);
        Assert.Equal(before, net.Layers.SelectMany(l => l.W.Flat().Concat(l.B))); // the old weights stay
        Assert.Equal(-η * square, Loss(moved) - Loss(net.Layers), 1e-3 * η * square + 1e-14);
        IReadOnlyList<MatrixLayer> same = BackpropagationEquations.Descend(
            net.Matrices, [.. gradients.Select(p => new MatrixGradient(M(p.dW), V(p.dB)))], η);
        Assert.All(MatrixLayer.Of(moved).Zip(same), p =>
        {
            Digits.Agree(p.First.W, p.Second.W, 14);
            Digits.Agree(p.First.B, p.Second.B, 14);
        });

        double Loss(IReadOnlyList<ScalarLayer> layers) =>
            ScalarNetwork.Forward(layers, x).Output.Zip(g, (a, d) => a * d).Sum();
    }

    // S2-071: each loss has the derivative of its value; (8.18) S1-074: with cross-entropy δ = ŷ − y.
    [Property]
    public void Losses_have_the_derivative_of_their_value(Number t, Seed seed)
    {
        double y = seed.Stream().Below(2), ŷ = Activation.Sigmoid.Value(t.Value);
        foreach (SampleLoss loss in new[] { SampleLoss.HalfSquared, SampleLoss.CrossEntropy })
        {
            GradientCheck.Smooth(p => loss.Value(p, y), ŷ, loss.Derivative(ŷ, y)).ThrowIfFailed();
        }

        IReadOnlyList<ScalarLayer> unit = [new(new[,] { { 1.0 } }, [0], Activation.Sigmoid)];
        double dA = SampleLoss.CrossEntropy.Derivative(ŷ, y);
        Assert.Equal(ŷ - y,
            ScalarBackpropagation.Deltas(unit, ScalarNetwork.Forward(unit, [t.Value]), [dA])[1][0],
            1e-15 / (1 - ŷ)); // dA is over 1 − ŷ
    }

    // (8.21) S3-200 S2-071: the mean over a batch, summed over the outputs, and its gradient.
    [Property(MaxTest = 25)]
    public void The_mean_loss_of_a_batch_has_the_numerical_gradient(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        (double loss, IReadOnlyList<MatrixGradient> gradients) = Mean(net.Matrices[0]);
        Matrix<double> error = BackpropagationEquations.Forward(net.Matrices, net.X).Output - net.dA;
        Digits.Agree(error.PointwisePower(2).Enumerate().Sum() / (2 * net.X.ColumnCount), loss, 12);
        GradientCheck.Smooth(b => Mean(net.Matrices[0] with { B = V(b) }).Loss, net.Layers[0].B,
            gradients[0].dB.ToArray()).FailIfWrong();

        (double Loss, IReadOnlyList<MatrixGradient> Gradients) Mean(MatrixLayer first) =>
            SampleLoss.HalfSquared.Mean([first, .. net.Matrices.Skip(1)], net.X, net.dA);
    }

    // (8.24) S1-104 S2-191 S4-135: no sigmoid network lets more of the error through than the bound.
    [Property]
    public void No_error_term_exceeds_the_bound(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] widths = [.. Enumerable.Range(0, 3 + random.Below(4)).Select(_ => 1 + random.Below(5))];
        IReadOnlyList<MatrixLayer> layers =
            MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Sigmoid, 3, 1, widths));
        IReadOnlyList<Matrix<double>> δ = BackpropagationEquations.Deltas(layers,
            BackpropagationEquations.Forward(layers, Matrices.Column(random.Normals(widths[0]))),
            Matrices.Column(random.Normals(widths[^1])));
        double bound = BackpropagationEquations.ErrorBound(layers, 0.25);
        Assert.True(δ[1].L2Norm() <= bound * δ[^1].L2Norm() * (1 + 1e-12));
        Digits.Agree(layers.Skip(1).Select(l => 0.25 * l.W.L2Norm()).Aggregate(1.0, (a, b) => a * b), bound, 12);
    }

    // (8.23) S4-134 S3-217: path by path, anew for every bias and every weight, the gradient is the same, for as many
    // multiplications as the formula counts.
    [Property(MaxTest = 40)]
    public void Path_by_path_gives_the_same_gradient_at_the_counted_cost(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        ScalarPass pass = ScalarNetwork.Forward(net.Layers, net.Sample(0));
        double[] dA = net.dA.Column(0).ToArray();
        IReadOnlyList<double[]> δ = ScalarBackpropagation.Deltas(net.Layers, pass, dA);
        long count = 0;
        for (int l = 1; l <= net.Layers.Count; l++)
        {
            int inputs = net.Layers[l - 1].Inputs;
            Digits.Agree(δ[l], [.. δ[l].Select((_, j) => Enumerable.Range(0, 1 + inputs)
                .Select(_ => BackwardWork.ErrorTerm(net.Layers, pass, dA, l, j, ref count)).ToArray()[^1])], 13);
            count += δ[l].Length * inputs; // δ·a for each weight
        }

        Assert.Equal(BackwardWork.PathByPath([net.X.RowCount, .. net.Layers.Select(l => l.Units)]), count);
    }

    // (8.23) S1-076 S4-134: counted by hand for 2-1-1, and the README's numbers.
    [Fact]
    public void The_counts_have_the_values_computed_by_hand()
    {
        Assert.Equal(2 + 1, BackwardWork.Forward(2, 1, 1));
        Assert.Equal(2 + 1 + 3, BackwardWork.Shared(2, 1, 1)); // f′ twice, Wδ, three weights
        Assert.Equal(1 + 2 + 2 * (3 + 1) + 3, BackwardWork.PathByPath(2, 1, 1)); // δ anew for each weight and bias
        Assert.Equal(2 * 5 * 3, BackwardWork.Differences(2, 1, 1));
        int[] ten = [.. Enumerable.Repeat(10, 11)];
        Assert.Equal(2000, BackwardWork.Shared(ten));
        Assert.Equal(2.7e11, BackwardWork.PathByPath(ten), 0.05e11);
        Assert.Equal(1, BackwardWork.Forward(ten) / 1000);
    }

    private static Matrix<double> M(double[,] array) => Matrix<double>.Build.DenseOfArray(array);

    private static Vector<double> V(double[] array) => Vector<double>.Build.DenseOfArray(array);
}
