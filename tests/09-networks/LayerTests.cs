using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

/// <summary>The laws of <see cref="ILayer"/>, for every kind of layer.</summary>
public class LayerTests
{
    public static TheoryData<string> Smooth => LayerCase.Smooth;

    public static TheoryData<string> All => LayerCase.All;

    // (9.1) (9.2) (9.3) (9.4) (9.5) (9.6) (9.7) S2-064 S3-148 S4-118 S4-137 S4-138: with a random upstream gradient, never of ones.
    [Theory]
    [MemberData(nameof(Smooth))]
    public void Every_gradient_is_the_numerical_one(string kind)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var random = new RandomStream(seed);
            ILayer layer = LayerCase.Create(kind, random);
            Matrix<double> x = LayerCase.Random(random, layer.Inputs, 3), dy = LayerCase.Random(random, layer.Outputs, 3);
            layer.Forward(x);
            Matrix<double> dx = layer.Backward(dy).Clone();
            GradientCheck.Smooth(v => layer.Forward(v, Mode.Inference).Clone(), x, dy, dx).ThrowIfFailed();
            foreach (Parameter parameter in layer.Parameters)
            {
                Matrix<double> was = parameter.Value.Clone();
                GradientCheck.Smooth(
                    w =>
                    {
                        w.CopyTo(parameter.Value);
                        Matrix<double> y = layer.Forward(x, Mode.Inference).Clone();
                        was.CopyTo(parameter.Value);
                        return y;
                    },
                    was,
                    dy,
                    parameter.Gradient).ThrowIfFailed();
            }
        }
    }

    // (9.5) S4-138: away from the kink at 0.
    [Theory]
    [InlineData("ReLU")]
    [InlineData("leaky")]
    public void Gradients_with_a_kink_are_the_numerical_ones(string kind)
    {
        var random = new RandomStream(4);
        ILayer layer = LayerCase.Create(kind, random);
        Matrix<double> x = LayerCase.Random(random, layer.Inputs, 4).Map(v => v + 0.1 * Math.Sign(v)), dy = LayerCase.Random(random, layer.Outputs, 4);
        layer.Forward(x);
        Matrix<double> dx = layer.Backward(dy).Clone();
        Assert.True(GradientCheck.Kinked(v => layer.Forward(v, Mode.Inference).Clone(), x, dy, dx, x.Enumerate().Min(Math.Abs)).ThrowIfFailed().Passed);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_backward_pass_adds_to_the_gradients(string kind)
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case(kind);
        layer.Forward(x);
        layer.Backward(dy);
        Matrix<double>[] once = LayerCase.GradientsOf(layer);
        layer.Backward(dy);
        Assert.All(once.Zip(layer.Parameters), pair =>
            Assert.True(RelativeError.ByNorm(2 * pair.First, pair.Second.Gradient) < Tolerances.Equality)); // sums of columns in another order
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_first_layer_of_a_network_gets_the_same_gradients_without_that_of_its_input(string kind)
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case(kind);
        layer.Forward(x);
        layer.Backward(dy);
        Matrix<double>[] whole = LayerCase.GradientsOf(layer);
        LayerCase.Zero(layer);
        layer.Accumulate(dy);
        Assert.Equal(whole, LayerCase.GradientsOf(layer));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Training_and_inference_give_the_same_output_here(string kind)
    {
        (ILayer layer, Matrix<double> x, _) = Case(kind);
        Matrix<double> y = layer.Forward(x).Clone();
        Assert.Equal(y, layer.Forward(x, Mode.Inference));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Shared_layers_have_one_set_of_weights_and_two_workspaces(string kind)
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case(kind);
        ILayer twin = layer.Shared();
        Assert.Equal(layer.Parameters, twin.Parameters);
        Assert.Equal((layer.Name, layer.Inputs, layer.Outputs), (twin.Name, twin.Inputs, twin.Outputs));

        // Two passes interleaved: each keeps what its own backward pass needs, and the gradients add up.
        Matrix<double> other = x.Multiply(-0.5), y = layer.Forward(x), z = twin.Forward(other);
        Assert.NotSame(y, z);
        Matrix<double> dx = layer.Backward(dy).Clone(), dOther = twin.Backward(2 * dy).Clone();
        Matrix<double>[] both = LayerCase.GradientsOf(layer);

        LayerCase.Zero(layer);
        layer.Forward(x);
        Assert.Equal(dx, layer.Backward(dy));
        layer.Forward(other);
        Assert.Equal(dOther, layer.Backward(2 * dy));
        Assert.Equal(both, LayerCase.GradientsOf(layer));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Batches_of_any_size_take_turns(string kind)
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case(kind);
        Matrix<double> whole = layer.Forward(x).Clone(), dx = layer.Backward(dy).Clone();
        Matrix<double> first = layer.Forward(x.SubMatrix(0, layer.Inputs, 0, 1)).Clone(), dFirst = layer.Backward(dy.SubMatrix(0, layer.Outputs, 0, 1)).Clone();
        Matrix<double> rest = layer.Forward(x.SubMatrix(0, layer.Inputs, 1, 3)).Clone(), dRest = layer.Backward(dy.SubMatrix(0, layer.Outputs, 1, 3)).Clone();
        Assert.True(RelativeError.ByNorm(whole, first.Append(rest)) < Tolerances.Equality);
        Assert.True(RelativeError.ByNorm(dx, dFirst.Append(dRest)) < Tolerances.Equality);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_does_not_fit_is_refused_with_both_shapes(string kind)
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case(kind);
        Refuses(() => layer.Forward(Matrix<double>.Build.Dense(layer.Inputs + 1, 2)), $"[{layer.Inputs} × N]", $"[{layer.Inputs + 1} × 2]");
        Refuses(() => layer.Forward(Matrix<double>.Build.Dense(layer.Inputs - 1, 2)), $"[{layer.Inputs} × N]", $"[{layer.Inputs - 1} × 2]");
        layer.Forward(x);
        Refuses(() => layer.Backward(Matrix<double>.Build.Dense(layer.Outputs, 5)), $"[{layer.Outputs} × 4]", $"[{layer.Outputs} × 5]");
        Refuses(() => layer.Backward(Matrix<double>.Build.Dense(layer.Outputs, 3)), $"[{layer.Outputs} × 4]", $"[{layer.Outputs} × 3]");
        Refuses(() => layer.Accumulate(Matrix<double>.Build.Dense(layer.Outputs + 1, 4)), $"[{layer.Outputs} × 4]", $"[{layer.Outputs + 1} × 4]");
        Assert.Throws<ArgumentNullException>(() => layer.Forward(null!));
        Assert.Throws<ArgumentNullException>(() => layer.Backward(null!));

        layer.Forward(x, Mode.Inference);
        Assert.Contains("forward pass in training", Assert.Throws<InvalidOperationException>(() => layer.Backward(dy)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sparse_input_is_copied_and_gives_the_same() // a matrix that is not dense has no contiguous columns to multiply
    {
        (ILayer layer, Matrix<double> x, Matrix<double> dy) = Case("Dense");
        Matrix<double> y = layer.Forward(x).Clone(), dx = layer.Backward(dy).Clone();
        Matrix<double> sparse = Matrix<double>.Build.SparseOfMatrix(x);
        Assert.Equal(y, layer.Forward(sparse));
        Assert.Equal(dx, layer.Backward(Matrix<double>.Build.SparseOfMatrix(dy)));
    }

    private static (ILayer Layer, Matrix<double> X, Matrix<double> dY) Case(string kind)
    {
        var random = new RandomStream(7);
        ILayer layer = LayerCase.Create(kind, random);
        return (layer, LayerCase.Random(random, layer.Inputs, 4), LayerCase.Random(random, layer.Outputs, 4));
    }
}
