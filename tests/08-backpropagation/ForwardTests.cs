using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Backpropagation.Tests;

public class ForwardTests
{
    // (8.1) S0-005 S2-070 S4-001
    [Property]
    public void A_neuron_applies_its_activation_to_its_weighted_sum(Neuron n)
    {
        (double z, double a) = ScalarNetwork.Neuron(n.Weights, n.Bias, Activation.Softplus, n.Input);
        Assert.Equal(n.Weights.Zip(n.Input, (w, x) => w * x).Sum() + n.Bias, z, 1e-12);
        Assert.Equal(Activation.Softplus.Value(z), a);
    }

    // (8.2) (8.3) S0-004 S0-030 S2-001 S2-011 S3-200: every sample of a batch has the values that it has alone.
    [Property]
    public void Loops_and_matrices_give_the_same_forward_pass(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        MatrixPass batch = BackpropagationEquations.Forward(net.Matrices, net.X);
        for (int n = 0; n < net.X.ColumnCount; n++)
        {
            ScalarPass pass = ScalarNetwork.Forward(net.Layers, net.Sample(n));
            Assert.Equal(net.Layers.Count + 1, pass.A.Count);
            Assert.Equal(net.Sample(n), pass.A[0]);
            // the norm of the whole pass: in a layer of one unit the terms may cancel
            Digits.Agree([.. pass.A.Concat(pass.Z).SelectMany(v => v)],
                [.. batch.A.Concat(batch.Z.Skip(1)).SelectMany(M => M.Column(n))], 12);
        }
    }

    // S0-011: chapter 01's collapse, (1.13), for any number of layers.
    [Property]
    public void Linear_layers_are_one_linear_layer(Seed seed)
    {
        RandomNetwork net = RandomNetwork.Draw(seed.Stream());
        MatrixLayer[] linear = [.. net.Matrices.Select(layer => layer with { F = Activation.Linear })];
        (Matrix<double> W, Vector<double> b) = linear.Select(l => (l.W, l.B)).Aggregate(Feedforward.Collapse);
        Digits.Agree(BackpropagationEquations.Forward(linear, net.X).Output,
            BackpropagationEquations.Forward([new(W, b, Activation.Linear)], net.X).Output, 10);
    }

    // S0-004 S0-006: widths, deviation and biases.
    [Fact]
    public void Drawn_layers_have_the_given_deviation()
    {
        IReadOnlyList<ScalarLayer> layers =
            ScalarLayer.Draw(new RandomStream(2), Activation.Tanh, 3, 0.5, 400, 100, 2);
        Assert.Equal([(100, 400), (2, 100)], layers.Select(l => (l.Units, l.Inputs)));
        Assert.Equal(3 / 20.0, Math.Sqrt(layers[0].W.Flat().Average(w => w * w)), 0.002); // 40,000 draws
        Assert.Equal(0.5, Math.Sqrt(layers[0].B.Average(b => b * b)), 0.15);
        Assert.Equal([0, 0, 0, 0], ScalarLayer.Draw(new RandomStream(2), Activation.Tanh, 1, 0, 3, 4)[0].B);
    }
}
