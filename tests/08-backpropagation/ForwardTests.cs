using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation.Tests;

public class ForwardTests
{
    // (8.1) S0-005 S2-070 S4-001
    [Property]
    public void A_neuron_bends_its_weighted_sum(Neuron n)
    {
        (double z, double a) = ScalarNetwork.Neuron(n.Weights, n.Bias, Activation.Softplus, n.Input);
        Assert.Equal(n.Weights.Zip(n.Input, (w, x) => w * x).Sum() + n.Bias, z, 1e-12);
        Assert.Equal(Activation.Softplus.Value(z), a);
    }

    // (8.2) (8.3) S0-004 S0-030 S2-001 S2-011 S3-200: every sample of a batch comes out as it does alone, layer by layer.
    [Property]
    public void Loops_and_matrices_give_the_same_forward_pass(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        MatrixPass batch = BackpropagationEquations.Forward(net.Matrices, net.X);
        for (int n = 0; n < net.X.ColumnCount; n++)
        {
            ScalarPass pass = ScalarNetwork.Forward(net.Layers, net.Sample(n));
            Assert.Empty(pass.Z[0]);
            Assert.Equal(pass.A[^1], pass.Output);
            Assert.Equal(net.Layers.Count + 1, pass.A.Count);
            for (int l = 1; l <= net.Layers.Count; l++)
            {
                Digits.Agree(pass.Z[l], batch.Z[l].Column(n).ToArray(), 12);
                Digits.Agree(pass.A[l], batch.A[l].Column(n).ToArray(), 12);
            }
        }

        Assert.Same(batch.A[^1], batch.Output);
    }

    // S3-031 S3-200: with samples as rows, as in S3, both matrices are transposed.
    [Property]
    public void Rows_instead_of_columns_transpose_everything(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        MatrixLayer layer = net.Matrices[0];
        Matrix<double> rows = net.X.Transpose() * layer.W.Transpose() + Vector<double>.Build.Dense(net.X.ColumnCount, 1).OuterProduct(layer.B);
        Digits.Agree(rows.Transpose(), BackpropagationEquations.Forward([layer], net.X).Z[1], 12);
    }

    // (8.4) S0-006
    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(3, 4, 16)]
    [InlineData(784, 128, 100480)]
    public void A_dense_layer_has_a_weight_for_each_pair_and_a_bias_for_each_unit(int inputs, int units, int parameters)
    {
        ScalarLayer layer = ScalarLayer.Draw(new RandomStream(1), Activation.Relu, 1, 0, inputs, units).Single();
        Assert.Equal((inputs, units, parameters), (layer.Inputs, layer.Units, layer.ParameterCount));
        Assert.Equal(parameters, layer.W.Length + layer.B.Length);
    }

    // (8.5) S0-011
    [Property]
    public void Linear_layers_are_one_linear_layer(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        IReadOnlyList<MatrixLayer> linear = [.. net.Matrices.Select(layer => layer with { F = Activation.Linear })];
        MatrixLayer one = MatrixLayer.Collapse(linear);
        Assert.Equal(Activation.Linear, one.F);
        Digits.Agree(BackpropagationEquations.Forward(linear, net.X).Output, BackpropagationEquations.Forward([one], net.X).Output, 10);
    }

    // S0-004: widths, deviation and biases are as asked.
    [Fact]
    public void Drawn_layers_have_the_deviation_asked_for()
    {
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(new RandomStream(2), Activation.Tanh, 3, 0.5, 400, 100, 2);
        Assert.Equal([(100, 400), (2, 100)], layers.Select(l => (l.Units, l.Inputs)));
        Assert.Equal(3 / 20.0, Math.Sqrt(layers[0].W.Cast<double>().Average(w => w * w)), 0.002); // 40,000 draws: one in 280
        Assert.Equal(0.5, Math.Sqrt(layers[0].B.Average(b => b * b)), 0.15);
        Assert.All(ScalarLayer.Draw(new RandomStream(2), Activation.Tanh, 1, 0, 3, 4), l => Assert.All(l.B, b => Assert.Equal(0, b)));
    }
}
