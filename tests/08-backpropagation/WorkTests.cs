using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation.Tests;

public class WorkTests
{
    // (8.27) S4-134 S3-217: without keeping anything the gradient is the same to the last bit but one, and costs as many multiplications as the formula says.
    [Property(MaxTest = 40)]
    public void Path_by_path_gives_the_same_gradient_at_the_counted_price(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        ScalarPass pass = ScalarNetwork.Forward(net.Layers, net.Sample(0));
        double[] dA = net.dA.Column(0).ToArray();
        (IReadOnlyList<ScalarGradient> gradients, long multiplications) = PathByPath.Gradients(net.Layers, pass, dA);
        Assert.Equal(net.Layers.Count, gradients.Count);
        Assert.All(gradients.Zip(ScalarBackpropagation.Gradients(net.Layers, pass, dA)), p =>
        {
            Digits.Agree(p.Second.dW, p.First.dW, 13);
            Digits.Agree(p.Second.dB, p.First.dB, 13);
        });
        int[] widths = [net.X.RowCount, .. net.Layers.Select(l => l.Units)];
        Assert.Equal(BackwardWork.PathByPath(widths), multiplications);
        Assert.True(BackwardWork.Shared(widths) <= BackwardWork.PathByPath(widths));
    }

    // (8.27) S1-076 S4-134: counted by hand. 2-1-1: forward 2 + 1; backward f′ twice, W δ once, three weights.
    [Fact]
    public void The_walk_through_takes_six_multiplications_back()
    {
        Assert.Equal(3, BackwardWork.Forward(2, 1, 1));
        Assert.Equal(6, BackwardWork.Shared(2, 1, 1));
        Assert.Equal(
            1 + 2 + 2 * (3 + 1) + 3, // output: δ, δ·a, δ again for the bias; hidden: 3 for δ, per weight and for the bias
            BackwardWork.PathByPath(2, 1, 1));
        Assert.Equal(2 * 5 * 3, BackwardWork.Differences(2, 1, 1));
    }

    // (8.27) S1-076: about two forward passes, whatever the depth; and the README's numbers.
    [Fact]
    public void A_backward_pass_costs_about_two_forward_passes()
    {
        foreach (int depth in new[] { 1, 3, 10, 30 })
        {
            int[] widths = [.. Enumerable.Repeat(50, depth + 1)];
            Assert.InRange(BackwardWork.Shared(widths) / BackwardWork.Forward(widths), 1, 2.03);
        }

        int[] ten = [.. Enumerable.Repeat(10, 11)];
        Assert.Equal(2000, BackwardWork.Shared(ten));
        Assert.Equal(2.7e11, BackwardWork.PathByPath(ten), 0.05e11);
        Assert.Equal((4644.0, 82.0), (BackwardWork.Differences(3, 5, 4, 2), BackwardWork.Shared(3, 5, 4, 2)));
    }

    // (8.28) S1-104 S2-191 S4-135: no sigmoid network of any weights lets more through than the bound.
    [Property]
    public void No_gradient_exceeds_the_bound(Seed seed)
    {
        RandomStream random = seed.Stream();
        IReadOnlyList<MatrixLayer> layers = MatrixLayer.Of(ScalarLayer.Draw(
            random, Activation.Sigmoid, 3, 1, [.. Enumerable.Range(0, 3 + random.Below(4)).Select(_ => 1 + random.Below(5))]));
        var x = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(layers[0].W.ColumnCount, 1, random.Normals(layers[0].W.ColumnCount));
        var g = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(layers[^1].W.RowCount, 1, random.Normals(layers[^1].W.RowCount));
        var δ = BackpropagationEquations.Deltas(layers, BackpropagationEquations.Forward(layers, x), g);
        Assert.True(δ[1].L2Norm() <= GradientFlow.Bound(layers, 0.25) * δ[^1].L2Norm() * (1 + 1e-12));
        double product = layers.Skip(1).Select(l => 0.25 * l.W.L2Norm()).Aggregate(1.0, (a, b) => a * b);
        Assert.Equal(product, GradientFlow.Bound(layers, 0.25), 1e-12 * product);
    }

    // S2-191 S4-135 S1-104: twenty layers. Sigmoids lose 99.99999 % and more; tanh and ReLU with the weights that fit them do not.
    [Fact]
    public void Sigmoids_lose_the_gradient_and_rectifiers_keep_it()
    {
        double Share(Activation f, double gain)
        {
            double[] norms = GradientFlow.OfRandomNetwork(f, 20, 64, gain, new RandomStream(5));
            Assert.Equal(20, norms.Length);
            return norms[0] / norms[^1];
        }

        Assert.True(Share(Activation.Sigmoid, 1) < 1e-9);
        Assert.InRange(Share(Activation.Tanh, 1), 0.3, 3);
        Assert.InRange(Share(Activation.Relu, Math.Sqrt(2)), 0.1, 10);
    }

    // S2-191: the norms are those of the gradients.
    [Property]
    public void Norms_are_those_of_the_gradients(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        double[] norms = GradientFlow.Norms(net.Matrices, net.X, net.dA);
        IReadOnlyList<MatrixGradient> gradients = BackpropagationEquations.Gradients(
            net.Matrices, BackpropagationEquations.Forward(net.Matrices, net.X), net.dA);
        Assert.All(gradients.Zip(norms), p => Assert.Equal(Math.Sqrt(p.First.dW.Enumerate().Sum(v => v * v)), p.Second, 1e-12));
    }
}
