using MathNet.Numerics.LinearAlgebra;
using Reference.LinearModels;
using Reference.Optimizers;

namespace Reference.Networks.Tests;

/// <summary>Networks of layers against PyTorch in float64.</summary>
public class NetworkGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("09-networks");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"08-backpropagation/{name}", rows, columns);

    private static Dense Filled(string name, int inputs, int outputs, double scale) =>
        new(scale * Fill($"{name}.W", outputs, inputs), scale * Fill($"{name}.b", outputs, 1));

    private static void Agrees(string name, ILayer layer)
    {
        PyTorch.Agrees($"{name}.W", layer.Parameters[0].Value);
        PyTorch.Agrees($"{name}.b", layer.Parameters[1].Value);
    }

    // (9.1) (9.2) (9.3) (9.4) (9.5) (9.9) (9.16) S4-118 S4-125 S4-126: the loss contains the last sigmoid.
    [Fact]
    public void Fifty_steps_of_the_XOR_network_match_PyTorch()
    {
        Dense first = Filled("xor.1", 2, 4, 1), second = Filled("xor.2", 4, 1, 1);
        var network = new Sequential(first, new Sigmoid(4), second);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new GradientDescent(network.Parameters, 0.5));
        double[] losses = new double[50];
        for (int step = 0; step < losses.Length; step++)
        {
            losses[step] = trainer.Step(XorNetwork.Corners, XorNetwork.Targets);
            if (step == 0)
            {
                PyTorch.Agrees("xor.dW1", first.Parameters[0].Gradient);
                PyTorch.Agrees("xor.db1", first.Parameters[1].Gradient);
            }
        }

        PyTorch.Agrees("xor.losses", losses);
        PyTorch.Agrees("xor.outputs", trainer.Predict(XorNetwork.Corners));
        Agrees("xor.1", first);
        Agrees("xor.2", second);
    }

    // (9.1) (9.2) (9.3) (9.4) (9.5) (9.8) (9.16) S2-105 S2-106 S2-107: 109,386 numbers, Adam.
    [Fact]
    public void Ten_steps_of_the_digits_network_match_PyTorch()
    {
        int[] sizes = [784, 128, 64, 10];
        Dense[] layers = [.. Enumerable.Range(0, 3)
            .Select(i => Filled($"digits.{i}", sizes[i], sizes[i + 1], 1 / Math.Sqrt(sizes[i])))];
        var network = new Sequential(layers[0], new Relu(128), layers[1], new Relu(64), layers[2]);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters));
        double[] losses = new double[10];
        for (int step = 0; step < losses.Length; step++)
        {
            Matrix<double> Y = Matrix<double>.Build.Dense(10, 16, (k, n) => k == (3 * n + step) % 10 ? 1 : 0);
            losses[step] = trainer.Step(Fill($"digits.x{step}", 784, 16), Y);
            if (step == 0)
            {
                PyTorch.Agrees("digits.dW0", layers[0].Parameters[0].Gradient);
                PyTorch.Agrees("digits.db2", layers[2].Parameters[1].Gradient);
            }
        }

        PyTorch.Agrees("digits.losses", losses);
        for (int i = 0; i < layers.Length; i++)
        {
            Agrees($"digits.{i}", layers[i]);
        }
    }

    // (9.15) S4-131 S4-132 S4-142 S4-143 S4-153: what manual_seed(1) draws for the list 2, 3, 4, 3, layer after layer,
    // and its scores: an activation between layers and none at the end.
    [Fact]
    public void A_seeded_stack_has_the_weights_of_PyTorch()
    {
        var random = new TorchRandom(1);
        Sequential network = MultilayerPerceptron.Of(
            [2, 3, 4, 3], width => new Sigmoid(width), (inputs, outputs) => Dense.Seeded(inputs, outputs, random));
        PyTorch.Agrees("seeded.0.W", network.Layers[0].Parameters[0].Value);
        PyTorch.Agrees("seeded.2.W", network.Layers[2].Parameters[0].Value);
        PyTorch.Agrees("seeded.4.b", network.Layers[4].Parameters[1].Value);
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 2 }, { -1, 0.25 } });
        PyTorch.Agrees("seeded.scores", network.Forward(X));
    }
}
