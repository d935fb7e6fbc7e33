using MathNet.Numerics.LinearAlgebra;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Verification;
using static Reference.Networks.Tests.LayerTests;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class SequentialTests
{
    // (9.2) (9.4) (9.7) S2-175 S3-062 S4-134 S4-139 S4-141: output = composition, and its gradients, by the tape of
    // chapter 04; parameters one after another.
    [Property(MaxTest = 30)]
    public void The_gradients_of_a_stack_are_those_of_the_tape(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] sizes = [1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(3)];
        Initializer start = Initializers.Normal(random, 1);
        Sequential network = MultilayerPerceptron.Of(sizes, width => new Sigmoid(width), start, start);
        Matrix<double> X = Normal(random, sizes[0], 3), Y = Normal(random, sizes[^1], 3);
        var loss = new MeanSquaredError();
        double value = loss.Forward(network.Forward(X), Y);
        Matrix<double> dX = network.Backward(loss.Backward()).ToMatrix();

        var tape = new MatrixTape();
        MatrixNode input = tape.Variable(X), a = input;
        MatrixNode[] θ = [.. network.Parameters.Select(parameter => tape.Variable(parameter.Value))];
        for (int l = 0; l < 3; l++)
        {
            MatrixNode z = θ[2 * l] * a + θ[2 * l + 1];
            a = l < 2 ? z.Sigmoid() : z;
        }

        MatrixNode error = a - tape.Constant(Y), mean = error.Hadamard(error).Mean();
        tape.Backward(mean);
        Assert.Equal(mean.Value[0, 0], value, 1e-12 * (1 + value));
        Assert.Equal((sizes[0], sizes[^1], "Sequential"), (network.Inputs, network.Outputs, network.Name));
        Near(input.Gradient!, dX);
        Assert.All(θ.Zip(network.Parameters), pair => Near(pair.First.Gradient!, pair.Second.Gradient));
    }

    // (9.7): what stands before the first layer that learns gets no gradient; the others get the same.
    [Fact]
    public void The_backward_pass_ends_at_the_first_layer_with_parameters()
    {
        var random = new RandomStream(2);
        Initializer start = Initializers.He(random);
        var stack = new Sequential(new Tanh(3), new Dense(3, 2, start), new Tanh(2), new Dense(2, 1, start));
        Matrix<double> X = Normal(random, 3, 4), dY = Normal(random, 1, 4);
        stack.Forward(X);
        stack.Backward(dY);
        Matrix<double>[] whole = GradientsOf(stack);
        ZeroGradients(stack);
        Assert.Equal(0, stack.Backward(dY.View(), inputGradient: false).ColumnCount);
        Assert.Equal(whole, GradientsOf(stack));
        var nothing = new Sequential(new Tanh(2), new Relu(2));
        nothing.Forward(Normal(random, 2, 4));
        nothing.Backward(Normal(random, 2, 4).View(), inputGradient: false); // nothing learns, nothing happens
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_with_both_shapes()
    {
        Dense Of(int inputs, int outputs) => new(inputs, outputs, Initializers.Zero);
        Refuses(() => _ = new Sequential(Of(2, 4), new Relu(4), Of(5, 1)), "Dense [5 → 1]", "4 rows", "ReLU [4 → 4]");
        Refuses(() => _ = new Sequential(), "layers", "empty");
        Assert.Throws<ArgumentNullException>(() => new Sequential(null!));
        static ILayer Relu(int width) => new Relu(width);
        Refuses(() => MultilayerPerceptron.Of([3], Relu, Initializers.Zero), "at least two sizes", "[3]");
        Refuses(() => MultilayerPerceptron.Of([3, 0, 1], Relu, Initializers.Zero), "at least 1", "[3, 0, 1]");
        Assert.Throws<ArgumentNullException>(() => MultilayerPerceptron.Of([1, 1], null!, Initializers.Zero));
    }

    // (9.7): a layer remembers one pass; in a second place stands its Shared(), which moves with it.
    [Fact]
    public void A_layer_stands_in_one_place_and_its_shared_layer_in_another()
    {
        var random = new RandomStream(4);
        Dense first = new(2, 2, Initializers.He(random)), second = new(2, 2, Initializers.He(random));
        var tanh = new Tanh(2);
        Refuses(() => _ = new Sequential(first, tanh, second, tanh), "layers", "tanh [2 → 2]", "Shared()");
        Refuses(() => _ = new Sequential(first, tanh, first), "Dense [2 → 2]", "Shared()");
        Refuses(() => _ = new Sequential(new Sequential(first, tanh), second, tanh), "tanh [2 → 2]", "Shared()");
        var inner = new Sequential(first, tanh);
        Refuses(() => _ = new Sequential(inner, inner), "Dense [2 → 2]", "Shared()");

        var twice = new Sequential(inner, inner.Shared(), second, tanh.Shared());
        Assert.Equal([.. first.Parameters, .. second.Parameters], twice.Parameters);
        Matrix<double> X = Normal(random, 2, 3), dY = Normal(random, 2, 3);
        twice.Forward(X);
        GradientCheck.Smooth(x => twice.Forward(x, Mode.Inference), X, dY, twice.Backward(dY)).ThrowIfFailed();
        ZeroGradients(twice);
        twice.Forward(X);
        twice.Backward(dY);
        CheckGradient(twice, first.Parameters[0], X, dY);
    }

    // S2-063 S2-105 S3-056 S3-100 S4-119 S4-120 S4-121 S4-125 S4-142: what the layers hold is (1.14).
    [Fact]
    public void Every_network_holds_the_parameters_counted_from_its_sizes()
    {
        Assert.Equal([17, 109_386, 52, 5_121, 7, 19, 22, 17, 40],
            DenseModels.All.Select(model => Summary.Of(model.Build()).Total));
        Assert.All(DenseModels.All, model =>
            Assert.Equal(Feedforward.ParameterCount(model.Sizes), Summary.Of(model.Build()).Total));
    }

    // S3-069 S2-105 S4-141: layer by layer, with the total; stacks inside stacks are opened.
    [Fact]
    public void A_summary_has_the_shape_and_parameters_of_each_layer()
    {
        Summary summary = Summary.Of(new Sequential(DigitsNetwork.Build(new RandomStream(1)), new Softmax(10)));
        Assert.Equal(["Dense", "ReLU", "Dense", "ReLU", "Dense", "softmax"], summary.Lines.Select(line => line.Name));
        Assert.Equal([100_480L, 0, 8_256, 0, 650, 0], summary.Lines.Select(line => line.Parameters));
        Assert.Equal(
            [(784, 128), (128, 128), (128, 64), (64, 64), (64, 10), (10, 10)],
            summary.Lines.Select(line => (line.Inputs, line.Outputs)));
        string[][] text = Words(summary);
        Assert.Equal(7, text.Length);
        Assert.Equal(["Dense", "784", "→", "128", "100,480"], text[0]);
        Assert.Equal(["total", "109,386"], text[^1]);

        var layer = new Dense(2, 2, Initializers.Zero); // what two layers share is counted once
        Summary shared = Summary.Of(new Sequential(new Sequential(layer, new Tanh(2)), layer.Shared()));
        Assert.Equal([(6L, 0L), (0, 0), (0, 6)], shared.Lines.Select(line => (line.Parameters, line.Shared)));
        Assert.Equal(6, shared.Total);
        Assert.Equal(["Dense", "2", "→", "2", "0", "and", "6", "shared"], Words(shared)[2]);
    }

    private static string[][] Words(Summary summary) => [.. summary.ToString().ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
