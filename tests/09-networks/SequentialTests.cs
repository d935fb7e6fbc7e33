using MathNet.Numerics.LinearAlgebra;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class SequentialTests
{
    // (9.7) S2-175 S3-062 S4-139: output = composition; parameters one after another.
    [Fact]
    public void A_stack_is_the_composition_of_its_layers()
    {
        var random = new RandomStream(1);
        Dense first = new(3, 4, Initializers.He(random)), second = new(4, 2, Initializers.He(random));
        var stack = new Sequential(first, new Relu(4), second);
        Matrix<double> x = LayerCase.Random(random, 3, 5);
        Matrix<double> byHand = second.Shared().Forward(new Relu(4).Forward(first.Shared().Forward(x)));
        Assert.Equal(byHand, stack.Forward(x));
        Assert.Equal([.. first.Parameters, .. second.Parameters], stack.Parameters);
        Assert.Equal((3, 2, 3, "Sequential"), (stack.Inputs, stack.Outputs, stack.Layers.Count, stack.Name));
        Matrix<double> kept = stack.Scores(x);
        stack.Scores(2 * x);
        Assert.Equal(byHand, kept); // the scores are the caller's own
    }

    // (9.2) (9.4) (9.7) S4-134 S4-141: the tape of chapter 04 differentiates the same network on its own.
    [Property(MaxTest = 30)]
    public void The_gradients_of_a_stack_are_those_of_the_tape(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] sizes = [1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(3)];
        Sequential network = MultilayerPerceptron.Of(sizes, width => new Sigmoid(width), Initializers.Normal(random, 1), Initializers.Normal(random, 1));
        Matrix<double> x = LayerCase.Random(random, sizes[0], 3), y = LayerCase.Random(random, sizes[^1], 3);
        var loss = new MeanSquaredError();
        double value = loss.Forward(network.Forward(x), y);
        Matrix<double> dx = network.Backward(loss.Backward());

        var tape = new MatrixTape();
        MatrixNode input = tape.Variable(x), a = input;
        MatrixNode[] p = [.. network.Parameters.Select(parameter => tape.Variable(parameter.Value))];
        for (int l = 0; l < 3; l++)
        {
            MatrixNode z = p[2 * l] * a + p[2 * l + 1];
            a = l < 2 ? z.Sigmoid() : z;
        }

        MatrixNode error = a - tape.Constant(y);
        MatrixNode mean = error.Hadamard(error).Mean();
        tape.Backward(mean);
        Assert.Equal(mean.Value[0, 0], value, 1e-12 * (1 + value));
        Assert.True(RelativeError.ByNorm(input.Gradient!, dx) < Tolerances.Equality);
        Assert.All(p.Zip(network.Parameters), pair => Assert.True(RelativeError.ByNorm(pair.First.Gradient!, pair.Second.Gradient) < Tolerances.Equality));
    }

    // (9.7): what stands before the first layer that learns gets no gradient, and those after it the same as by the whole way back.
    [Fact]
    public void Layers_before_the_first_that_learns_are_left_out()
    {
        var random = new RandomStream(2);
        var stack = new Sequential(new Tanh(3), new Dense(3, 2, Initializers.He(random)), new Tanh(2), new Dense(2, 1, Initializers.He(random)));
        Matrix<double> x = LayerCase.Random(random, 3, 4), dy = LayerCase.Random(random, 1, 4);
        stack.Forward(x);
        stack.Backward(dy);
        Matrix<double>[] whole = LayerCase.GradientsOf(stack);
        LayerCase.Zero(stack);
        stack.Accumulate(dy);
        Assert.Equal(whole, LayerCase.GradientsOf(stack));
        var nothing = new Sequential(new Tanh(2), new Relu(2));
        nothing.Forward(LayerCase.Random(random, 2, 4));
        nothing.Accumulate(LayerCase.Random(random, 2, 4)); // nothing learns, nothing happens
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_with_both_shapes()
    {
        Refuses(() => _ = new Sequential(new Dense(2, 4, Initializers.Zero), new Relu(4), new Dense(5, 1, Initializers.Zero)),
            "layer 2", "Dense [5 → 1]", "4 rows", "ReLU [4 → 4]", "takes 5");
        Refuses(() => _ = new Sequential(), "layers", "empty");
        Assert.Throws<ArgumentNullException>(() => new Sequential(null!));
        var stack = new Sequential(new Dense(2, 1, Initializers.Zero));
        Refuses(() => stack.Forward(Matrix<double>.Build.Dense(2, 1, double.NaN)), "finite", "NaN");
        Refuses(() => stack.Forward(Matrix<double>.Build.Dense(2, 1, double.PositiveInfinity)), "finite");
        Assert.Equal(0, stack.Forward(Matrix<double>.Build.Dense(2, 1, 1e200))[0, 0]); // its square overflows, the number itself is finite
        Refuses(() => MultilayerPerceptron.Of([3], width => new Relu(width), Initializers.Zero), "at least two sizes", "[3]");
        Refuses(() => MultilayerPerceptron.Of([3, 0, 1], width => new Relu(width), Initializers.Zero), "at least 1", "[3, 0, 1]");
        Assert.Throws<ArgumentNullException>(() => MultilayerPerceptron.Of([1, 1], null!, Initializers.Zero));
        Assert.Throws<ArgumentNullException>(() => MultilayerPerceptron.Of([1, 1], width => new Relu(width), (Func<int, int, ILayer>)null!));
        Refuses(() => RequireBatch.Width(0), "0");
    }

    // (9.7): a layer remembers one pass, so in two places its first would be differentiated at the input of its second; Shared() remembers its own.
    [Fact]
    public void A_layer_stands_in_one_place()
    {
        var random = new RandomStream(4);
        Dense first = new(2, 2, Initializers.He(random)), second = new(2, 2, Initializers.He(random));
        var bend = new Tanh(2);
        Refuses(() => _ = new Sequential(first, bend, second, bend), "layers", "tanh [2 → 2]", "Shared()");
        Refuses(() => _ = new Sequential(first, bend, first), "Dense [2 → 2]", "Shared()");
        Refuses(() => _ = new Sequential(new Sequential(first, bend), second, bend), "tanh [2 → 2]", "Shared()");
        Refuses(() => _ = new Sequential(new Sequential(first, bend), new Sequential(second, bend)), "tanh [2 → 2]", "Shared()");
        var inner = new Sequential(first, bend);
        Refuses(() => _ = new Sequential(inner, inner), "Dense [2 → 2]", "Shared()");

        var twice = new Sequential(inner, inner.Shared(), second, bend.Shared());
        Matrix<double> x = LayerCase.Random(random, 2, 3), dy = LayerCase.Random(random, 2, 3);
        twice.Forward(x);
        GradientCheck.Smooth(twice.Scores, x, dy, twice.Backward(dy)).ThrowIfFailed();
    }

    // (9.7): one layer twice in a stack moves once a step, with the sum of both gradients.
    [Fact]
    public void A_layer_used_twice_is_one_set_of_parameters()
    {
        var random = new RandomStream(3);
        var layer = new Dense(2, 2, Initializers.He(random));
        var stack = new Sequential(layer, new Tanh(2), layer.Shared());
        Assert.Equal(layer.Parameters, stack.Parameters);
        Matrix<double> x = LayerCase.Random(random, 2, 3), dy = LayerCase.Random(random, 2, 3);
        stack.Forward(x);
        stack.Backward(dy);
        Matrix<double> W = layer.Parameters[0].Value.Clone();
        GradientCheck.Smooth(
            w =>
            {
                w.CopyTo(layer.Parameters[0].Value);
                Matrix<double> y = stack.Scores(x);
                W.CopyTo(layer.Parameters[0].Value);
                return y;
            },
            W,
            dy,
            layer.Parameters[0].Gradient).ThrowIfFailed();
    }

    // (9.8) S2-063 S2-105 S3-056 S3-100 S4-119 S4-120 S4-121 S4-125 S4-142:
    // every dense model of the notes, by the formula, and the smaller ones built as well.
    [Fact]
    public void Every_dense_model_of_the_notes_learns_as_many_numbers_as_its_sizes_say()
    {
        Assert.Equal(54, DenseModels.All.Count);
        Assert.All(DenseModels.All, model =>
        {
            int biases = model.Biases ? 0 : model.Sizes.Skip(1).Sum();
            Assert.Equal(model.Count, Summary.CountOf([.. model.Sizes]) - biases);
            if (model.Count < 1_000_000)
            {
                Assert.Equal(model.Count, Summary.Of(MultilayerPerceptron.Of([.. model.Sizes], width => new Relu(width), Initializers.Zero)).Total - biases);
            }
        });
        Assert.Equal(160_272, Summary.CountOf(10_000, 16, 16, 1) - 16 - 16 - 1); // S3-112 counts the weights alone
        Assert.Equal("2-4-1", DenseModels.All.Single(m => m.Row == "S4-125").Shape);
        Refuses(() => Summary.CountOf(5), "at least two sizes", "[5]");
    }

    // S3-069 S2-105 S4-141: layer by layer, with the total; stacks inside stacks are opened.
    [Fact]
    public void A_summary_says_what_each_layer_returns_and_learns()
    {
        Summary summary = Summary.Of(new Sequential(DigitsNetwork.Build(new RandomStream(1)), new Softmax(10)));
        Assert.Equal(["Dense", "ReLU", "Dense", "ReLU", "Dense", "softmax"], summary.Lines.Select(line => line.Name));
        Assert.Equal([100_480L, 0, 8_256, 0, 650, 0], summary.Lines.Select(line => line.Parameters));
        Assert.Equal([(784, 128), (128, 128), (128, 64), (64, 64), (64, 10), (10, 10)], summary.Lines.Select(line => (line.Inputs, line.Outputs)));
        Assert.Equal(109_386, summary.Total);
        string[] text = summary.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(7, text.Length);
        Assert.Equal(["Dense", "784", "→", "128", "100,480"], text[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["total", "109,386"], text[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("shared", summary.ToString(), StringComparison.Ordinal);
    }

    // S3-069: what two layers share is learned once; the line that uses it again says so.
    [Fact]
    public void A_summary_counts_shared_weights_once()
    {
        var layer = new Dense(2, 2, Initializers.Zero);
        var stack = new Sequential(new Sequential(layer, new Tanh(2)), layer.Shared());
        Summary summary = Summary.Of(stack);
        Assert.Equal((6, 6), (summary.Total, Summary.CountOf(stack)));
        Assert.Equal([(6L, 0L), (0, 0), (0, 6)], summary.Lines.Select(line => (line.Parameters, line.Shared)));
        string[] text = summary.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["Dense", "2", "→", "2", "6"], text[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["Dense", "2", "→", "2", "0", "and", "6", "shared"], text[2].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // S4-142 S4-143 S4-132: from the list 2, 3, 4, 3 with an activation between layers and none at the end.
    [Fact]
    public void A_list_of_sizes_builds_the_stack()
    {
        Sequential network = MultilayerPerceptron.Of([2, 3, 4, 3], width => new Sigmoid(width), Initializers.He(new RandomStream(1)));
        Assert.Equal(["Dense", "sigmoid", "Dense", "sigmoid", "Dense"], network.Layers.Select(layer => layer.Name));
        Assert.Equal([(2, 3), (3, 3), (3, 4), (4, 4), (4, 3)], network.Layers.Select(layer => (layer.Inputs, layer.Outputs)));
        Assert.Equal(40, Summary.CountOf((ILayer)network));
        IReadOnlyList<Matrix<double>> signals = MultilayerPerceptron.Signals(network, Matrix<double>.Build.Dense(2, 3, 0.5));
        Assert.Equal([3, 3, 4, 4, 3], signals.Select(s => s.RowCount));
        Assert.Equal(network.Scores(Matrix<double>.Build.Dense(2, 3, 0.5)), signals[^1]);
    }
}
