using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Activations.Tests;

public class DepthTests
{
    // S2-029: any number of linear layers is one, (1.13); one tanh between them and it is not.
    [Property]
    public void A_stack_of_linear_layers_is_one_layer(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] sizes = [.. Enumerable.Range(0, 3 + random.Below(3)).Select(_ => 1 + random.Below(5))];
        (Matrix<double> W, Vector<double> B)[] layers = [.. sizes.Zip(sizes.Skip(1), (from, to) =>
            (Matrix<double>.Build.Dense(to, from, random.Normals(to * from)),
                Vector<double>.Build.Dense(random.Normals(to))))];
        Vector<double> x = Vector<double>.Build.Dense(random.Normals(sizes[0]));
        (Matrix<double> W, Vector<double> b) = layers.Aggregate(Perceptrons.Feedforward.Collapse);
        Vector<double> stacked = Perceptrons.Feedforward.Pass(layers, ScalarActivations.Linear, x);
        Assert.True((W * x + b - stacked).L2Norm() <= 1e-12 * (1 + W.FrobeniusNorm()) * (1 + x.L2Norm()));
        Assert.True((W * x + b - Perceptrons.Feedforward.Pass(layers, ScalarActivations.Tanh, x)).L2Norm() > 1e-9);
    }

    // (2.8) S4-005 S1-140 S2-036: the product of derivatives is that of the composition, for a sigmoid at most ¼ each.
    [Property]
    public void Derivatives_multiply_along_a_chain(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] w = random.Normals(1 + random.Below(4));
        double x = random.Normal();
        Assert.All(
            new[] { Activation.Sigmoid, Activation.Tanh, Activation.Gelu }
                .Where(f => Math.Abs(VanishingGradient.Chain(f, w, x).Derivative) > 1e-4),
                    // differences of less have no digits
            f => GradientCheck.Smooth(
                a => VanishingGradient.Chain(f, w, a).Output, x,
                    VanishingGradient.Chain(f, w, x).Derivative).ThrowIfFailed());
        Assert.True(Math.Abs(VanishingGradient.Chain(Activation.Sigmoid, w, x).Derivative)
            <= w.Aggregate(1.0, (bound, weight) => bound * Math.Abs(weight) / 4) * (1 + 1e-12));
    }

    // (2.8) S4-005: any widths; both gradients by differences of ⟨A_L, dA⟩, the outputs by the layers one by one.
    [Property(MaxTest = 20)]
    public void Gradients_of_a_network_are_right(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] n = [.. Enumerable.Range(0, 3).Select(_ => 1 + random.Below(4))];
        Matrix<double> Draw(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns,
            random.Normals(rows * columns));
        (Matrix<double> W1, Matrix<double> W2, Matrix<double> X, Matrix<double> dA) =
            (Draw(n[1], n[0]), Draw(n[2], n[1]), Draw(n[0], 3), Draw(n[2], 3));
        Matrix<double> Output(Matrix<double> first,
            Matrix<double> second) => (second * (first * X).PointwiseTanh()).PointwiseTanh();
        IReadOnlyList<LayerFlow> layers = VanishingGradient.Through(Activation.Tanh, [W1, W2], X, dA);
        Digits.Agree((W1 * X).PointwiseTanh(), layers[0].A, 13);
        Digits.Agree(Output(W1, W2), layers[1].A, 13);
        Assert.Equal(dA, layers[1].dA);
        GradientCheck.Smooth(W => Output(W, W2), W1, dA, layers[0].dW).ThrowIfFailed();
        GradientCheck.Smooth(W => Output(W1, W), W2, dA, layers[1].dW).ThrowIfFailed();
        GradientCheck.Smooth(A => (W2 * A).PointwiseTanh(), layers[0].A, dA, layers[0].dA).ThrowIfFailed();
    }

    // (2.8) S4-005: with linear units of gain 2 each layer has 4 times the variance, whatever the widths.
    [Fact]
    public void Random_weights_have_variance_gain_squared_over_inputs()
    {
        IReadOnlyList<LayerFlow> layers = VanishingGradient.ThroughRandomNetwork(Activation.Linear, 2,
            new RandomStream(4), 300, 200, 100);
        Assert.Equal((200, 32, 100, 200),
            (layers[0].A.RowCount, layers[0].A.ColumnCount, layers[1].dW.RowCount, layers[1].dW.ColumnCount));
        Assert.InRange(layers[0].Variance, 3.6, 4.4);
        Assert.InRange(layers[1].Variance, 14, 18);
        double[] a = layers[0].A.ToColumnMajorArray();
        Digits.Agree(10 + a.Average(), 10 + layers[0].Mean, 13);
        Digits.Agree(a.Average(v => v * v) - a.Average() * a.Average(), layers[0].Variance, 12);
        Digits.Agree(Math.Sqrt(layers[1].dW.Enumerate().Sum(v => v * v)), layers[1].GradientNorm, 13);
    }

    // (2.8) S4-005 S2-036 S1-140: sigmoid layers near the input get least; ReLU with variance 2/n keeps them alike.
    [Property(MaxTest = 10, Cost = 10)]
    public void Layers_near_the_input_learn_slowest_behind_sigmoids_and_not_behind_relus(Seed seed)
    {
        double[] Norms(Activation f, double gain) =>
            [.. ActivationFigures.Layers(f, gain, 48, 10, seed.Value).Select(layer => layer.GradientNorm)];
        double[] sigmoid = Norms(Activation.Sigmoid, 1), relu = Norms(Activation.Relu, Math.Sqrt(2));
        Assert.All(sigmoid.Zip(sigmoid.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(sigmoid[0] < 1e-3 * sigmoid[^1]);
        Assert.InRange(relu[0] / relu[^1], 0.05, 20);
    }

    // (2.12) S1-127: through 30 random layers SELU stays near its fixed point; the outputs of tanh shrink.
    [Property(MaxTest = 5, Cost = 50)]
    public void Selu_layers_normalize_themselves(Seed seed)
    {
        IReadOnlyList<LayerFlow> selu = ActivationFigures.Layers(Activation.Selu, 1, 128, 30, seed.Value);
        Assert.All(selu, layer => Assert.InRange(layer.Mean, -0.15, 0.15));
        Assert.All(selu, layer => Assert.InRange(layer.Variance, 0.6, 1.6));
        Assert.True(ActivationFigures.Layers(Activation.Tanh, 1, 128, 30, seed.Value)[^1].Variance < 0.1);
    }

    // S1-124 S2-033 S3-211: with every score negative the gradient is exactly 0 and 1000 steps change no bit.
    [Property(MaxTest = 20)]
    public void A_dead_relu_unit_never_changes(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(8), t = random.Uniforms(8, 0, 2); // above the outputs
        Assert.Equal((0.0, 0.0), DeadUnit.Gradient(Activation.Relu, 1, -100, x, t));
        Assert.All(DeadUnit.Train(Activation.Relu, -100, x, t, 0.1, 1000), b => Assert.Equal(-100, b));
        double[] leaky = DeadUnit.Train(Activation.LeakyRelu, -100, x, t, 0.1, 10);
        Assert.All(leaky.Zip(leaky.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    // S1-124: the gradient of the unit's loss by differences, and one step against it.
    [Property]
    public void Loss_of_a_single_unit_has_the_right_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        (double w, double b, double[] x, double[] t) = (random.Normal(), random.Normal(), random.Normals(5),
            random.Normals(5));
        double Loss(double[] wb) => x.Zip(t,
            (xn, tn) => Math.Pow(ScalarActivations.Gelu(wb[0] * xn + wb[1]) - tn, 2) / 2).Average();
        (double dw, double db) = DeadUnit.Gradient(Activation.Gelu, w, b, x, t);
        GradientCheck.Smooth(Loss, new[] { w, b }, [dw, db]).ThrowIfFailed();
        Digits.Agree(
            [b, b - 0.3 * DeadUnit.Gradient(Activation.Gelu, 1, b, x, t).OfB],
                DeadUnit.Train(Activation.Gelu, b, x, t, 0.3, 1), 13);
    }

    [Fact]
    public void Bad_networks_and_training_settings_are_refused()
    {
        var random = new RandomStream(1);
        BadInput.Refuses(() => VanishingGradient.ThroughRandomNetwork(Activation.Tanh, 1, random, 3), "widths",
            "two widths", "[3]");
        BadInput.Refuses(() => VanishingGradient.ThroughRandomNetwork(Activation.Tanh, 1, random, 3, 0), "at least 1",
            "[3, 0]");
        BadInput.Refuses(() => VanishingGradient.ThroughRandomNetwork(Activation.Tanh, 0, random, 1, 1), "gain",
            "> 0");
        BadInput.Refuses(() => DeadUnit.Train(Activation.Relu, 0, [], [], 1, 1), "x", "at least one");
        BadInput.Refuses(() => DeadUnit.Train(Activation.Relu, 0, [1], [1, 2], 1, 1), "same length", "1", "2");
        BadInput.Refuses(() => DeadUnit.Train(Activation.Relu, 0, [1], [1], 0, 1), "learningRate", "> 0");
    }
}
