using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Backpropagation;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

/// <summary>The laws of <see cref="ILayer"/> for every kind of layer, and the equations of each.</summary>
public class LayerTests
{
    public static TheoryData<string> All =>
        ["Dense", "sigmoid", "tanh", "GELU", "softmax", "softplus", "stack", "ReLU", "leaky"];

    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    internal static Matrix<double>[] GradientsOf(ILayer layer) =>
        [.. layer.Parameters.Select(p => p.Gradient.Clone())];

    internal static void ZeroGradients(ILayer layer)
    {
        foreach (Parameter parameter in layer.Parameters)
        {
            parameter.ZeroGradient();
        }
    }

    private static (ILayer Layer, Matrix<double> X, Matrix<double> dY) Case(string kind, ulong seed = 7)
    {
        var random = new RandomStream(seed);
        int d = 2 + random.Below(4), k = 2 + random.Below(4);
        Initializer start = Initializers.Normal(random, 0.8);
        ILayer layer = kind switch
        {
            "Dense" => new Dense(d, k, start, start),
            "sigmoid" => new Sigmoid(d),
            "tanh" => new Tanh(d),
            "GELU" => new Gelu(d),
            "ReLU" => new Relu(d),
            "softmax" => new Softmax(d),
            "softplus" => new ActivationLayer(Activation.Softplus, d),
            "leaky" => new ActivationLayer(Activation.Leaky(0.2), d),
            _ => MultilayerPerceptron.Of([d, 3, k, 2], width => new Tanh(width), start, start),
        };
        return (layer, Normal(random, layer.Inputs, 4), Normal(random, layer.Outputs, 4));
    }

    // (9.1) (9.2) (9.3) (9.4) (9.5) (9.6) (9.7) S2-064 S3-148 S4-118 S4-137 S4-138: away from a kink at 0.
    [Theory]
    [MemberData(nameof(All))]
    public void Every_gradient_is_the_numerical_one(string kind)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            (ILayer layer, Matrix<double> X, Matrix<double> dY) = Case(kind, seed);
            bool kinked = kind is "ReLU" or "leaky";
            X = kinked ? X.Map(x => x + 0.1 * Math.Sign(x)) : X;
            layer.Forward(X);
            Matrix<double> dX = layer.Backward(dY);
            Matrix<double> Of(Matrix<double> x) => layer.Forward(x, Mode.Inference);
            GradientReport report = kinked
                ? GradientCheck.Kinked(Of, X, dY, dX, X.Enumerate().Min(Math.Abs))
                : GradientCheck.Smooth(Of, X, dY, dX);
            Assert.True(report.ThrowIfFailed().Passed);
            foreach (Parameter parameter in layer.Parameters)
            {
                CheckGradient(layer, parameter, X, dY);
            }
        }
    }

    internal static void CheckGradient(ILayer layer, Parameter parameter, Matrix<double> X, Matrix<double> dY) =>
        GradientCheck.Smooth(
            InPlace.Of(parameter.Value, () => layer.Forward(X, Mode.Inference)), parameter.Value.Clone(), dY,
            parameter.Gradient).ThrowIfFailed();

    // (9.1) (9.2) (9.3) (9.4) S2-064: the layer is chapter 08's, whose matrices are tested against its loops.
    [Property]
    public void The_dense_layer_agrees_with_the_equations_of_chapter_08(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(7), K = 1 + random.Below(7), N = 1 + random.Below(7);
        Matrix<double> W = Normal(random, K, D), b = Normal(random, K, 1);
        Matrix<double> X = Normal(random, D, N), dY = Normal(random, K, N);
        var layer = new Dense(W, b);
        Matrix<double> Y = layer.Forward(X), dX = layer.Backward(dY);

        MatrixLayer[] matrices = [new(W, b.Column(0), Activation.Linear)];
        MatrixPass pass = BackpropagationEquations.Forward(matrices, X);
        MatrixGradient gradient = BackpropagationEquations.Gradients(matrices, pass, dY).Single();
        Near(pass.Output, Y);
        Near(gradient.dW, layer.Parameters[0].Gradient);
        Near(gradient.dB.ToColumnMatrix(), layer.Parameters[1].Gradient);
        Near(BackpropagationEquations.Deltas(matrices, pass, dY)[0], dX);
    }

    // (9.5) S4-137 S4-138: the kernels of the layers against chapter 02, value and derivative.
    [Fact]
    public void Activation_layers_are_the_functions_of_chapter_02()
    {
        (ILayer Layer, Activation Of)[] pairs =
        [
            (new Relu(1), Activation.Relu), (new Sigmoid(1), Activation.Sigmoid), (new Tanh(1), Activation.Tanh),
            (new Gelu(1), Activation.Gelu), (new ActivationLayer(Activation.Elu, 1), Activation.Elu),
        ];
        double[] xs = [-30, -2.5, -1, -0.1, 0, 0.1, 1, 2.5, 30];
        foreach ((ILayer layer, Activation activation) in pairs)
        {
            Matrix<double> Y = layer.Forward(Matrix<double>.Build.Dense(1, xs.Length, xs)),
                dX = layer.Backward(Matrix<double>.Build.Dense(1, xs.Length, 2));
            Assert.All(xs.Index(), x => Assert.Equal(activation.Value(x.Item), Y[0, x.Index], 1e-14));
            Assert.All(xs.Index(), x => Assert.Equal(2 * activation.Derivative(x.Item), dX[0, x.Index], 1e-14));
            Assert.Empty(layer.Parameters);
            Assert.Equal(activation.Name, layer.Name);
        }
    }

    // (9.6): and p = (1, e⁻⁵⁰) leaves the gradient its digits.
    [Property]
    public void A_softmax_layer_is_that_of_chapter_02(RandomMatrix scores)
    {
        Near(ActivationEquations.Softmax(scores.Matrix), new Softmax(scores.Matrix.RowCount).Forward(scores.Matrix));
        var layer = new Softmax(2);
        layer.Forward(Matrix<double>.Build.Dense(2, 1, [40, -10]));
        Digits.Agree(3.857499695927836e-22, layer.Backward(Matrix<double>.Build.Dense(2, 1, [3.0, 1]))[0, 0], 14);
    }

    // (9.3) (9.4): a second pass adds to the gradients; the first layer of a network needs no gradient of its input.
    [Theory]
    [MemberData(nameof(All))]
    public void A_backward_pass_adds_to_the_gradients_with_or_without_that_of_the_input(string kind)
    {
        (ILayer layer, Matrix<double> X, Matrix<double> dY) = Case(kind);
        layer.Forward(X);
        layer.Backward(dY);
        Matrix<double>[] once = GradientsOf(layer);
        layer.Backward(dY);
        Assert.All(once.Zip(GradientsOf(layer)), pair => Near(2 * pair.First, pair.Second));
        ZeroGradients(layer);
        layer.Backward(dY.View(), inputGradient: false);
        Assert.Equal(once, GradientsOf(layer));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Shared_layers_have_one_set_of_weights_and_two_workspaces(string kind)
    {
        (ILayer layer, Matrix<double> X, Matrix<double> dY) = Case(kind);
        ILayer twin = layer.Shared();
        Assert.Equal(layer.Parameters, twin.Parameters);
        Assert.Equal((layer.Name, layer.Inputs, layer.Outputs), (twin.Name, twin.Inputs, twin.Outputs));

        // Two passes interleaved: each keeps what its own backward pass needs, and the gradients add up.
        Matrix<double> other = -0.5 * X;
        layer.Forward(X);
        twin.Forward(other);
        Matrix<double> dX = layer.Backward(dY), dOther = twin.Backward(2 * dY);
        Matrix<double>[] both = GradientsOf(layer);

        ZeroGradients(layer);
        layer.Forward(X);
        Assert.Equal(dX, layer.Backward(dY));
        layer.Forward(other);
        Assert.Equal(dOther, layer.Backward(2 * dY));
        Assert.Equal(both, GradientsOf(layer));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_sample_is_treated_alone_in_batches_of_any_size_and_either_mode(string kind)
    {
        (ILayer layer, Matrix<double> X, Matrix<double> dY) = Case(kind);
        Matrix<double> Y = layer.Forward(X), dX = layer.Backward(dY);
        Matrix<double>[] parts = [.. new[] { (0, 1), (1, 3) }.Select(part => // the first column, then the others
        {
            (int first, int count) = part;
            Matrix<double> y = layer.Forward(X.SubMatrix(0, layer.Inputs, first, count));
            return y.Stack(layer.Backward(dY.SubMatrix(0, layer.Outputs, first, count)));
        })];
        Near(Y.Stack(dX), parts[0].Append(parts[1]));
        Assert.Equal(Y, layer.Forward(X, Mode.Inference));
        Assert.Equal(Y, layer.Forward(Matrix<double>.Build.SparseOfMatrix(X))); // not dense: copied
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Shapes_that_do_not_fit_are_refused_and_both_are_named(string kind)
    {
        (ILayer layer, Matrix<double> X, Matrix<double> dY) = Case(kind);
        Refuses(() => layer.Forward(new(layer.Inputs + 1, 2)), $"[{layer.Inputs} × N]", $"[{layer.Inputs + 1} × 2]");
        Refuses(() => layer.Forward(new(layer.Inputs, 0)), $"[{layer.Inputs} × N]", $"[{layer.Inputs} × 0]");
        layer.Forward(X);
        Refuses(() => layer.Backward(new(layer.Outputs, 5)), $"[{layer.Outputs} × 4]", $"[{layer.Outputs} × 5]");
        Refuses(() => layer.Backward(new(layer.Outputs + 1, 4)), $"[{layer.Outputs + 1} × 4]");
        layer.Forward(X, Mode.Inference);
        Assert.Contains(
            "forward pass in training", Assert.Throws<InvalidOperationException>(() => layer.Backward(dY)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_sizes_are_refused_and_given_weights_are_copied()
    {
        Matrix<double> M(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns);
        Refuses(() => _ = new Dense(0, 2, Initializers.Zero), "inputs", "at least 1", "got 0");
        Refuses(() => _ = new Dense(2, -1, Initializers.Zero), "outputs", "at least 1", "got -1");
        Refuses(() => _ = new Dense(M(3, 2), M(2, 1)), "[3 × 1]", "[3 × 2]", "[2 × 1]");
        Refuses(() => _ = new Dense(M(3, 2), M(3, 2)), "[3 × 1]", "[3 × 2]");
        Refuses(() => _ = new Dense(M(1, 1) + double.NaN, M(1, 1)), "finite", "NaN");
        Refuses(() => _ = new Relu(0), "at least 1", "got 0");
        Refuses(() => _ = new Softmax(0), "at least 1", "got 0");
        Assert.Throws<ArgumentNullException>(() => new Dense(2, 2, null!));
        Assert.Throws<ArgumentNullException>(() => Dense.Seeded(2, 2, null!));

        Matrix<double> W = M(1, 1);
        var layer = new Dense(W, M(1, 1));
        W[0, 0] = 5;
        Assert.Equal(0, layer.Parameters[0].Value[0, 0]);
        Assert.Equal(["W [3 × 2]", "b [3]"], new Dense(M(3, 2), M(3, 1)).Parameters.Select(p => p.Name));
    }

    // S2-064: batches of any size take turns in one buffer; LayerMatrices copies results out of it.
    [Fact]
    public void A_workspace_is_as_large_as_the_largest_batch()
    {
        var workspace = new Workspace();
        MatrixView large = workspace.Of(2, 3), small = workspace.Of(2, 1);
        small.Span.Fill(5);
        Assert.Equal((2, 1, 5.0), (small.RowCount, small.ColumnCount, large.Span[1]));
        unsafe
        {
            fixed (double* first = workspace.Of(31, 7).Span)
            {
                Assert.Equal(0, (nint)first % 64);
            }
        }
    }
}
