using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions.Tests;

/// <summary>Convolution, transposed convolution, pooling and a training run against PyTorch in float64.</summary>
public class ConvolutionGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("12-convolution");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"12-convolution/{name}", rows, columns);

    // Weights come as a file of PyTorch's holds them, and their gradients go the same way back.
    private static void Load(ILayer layer, string name)
    {
        foreach ((StoredTensor tensor, string suffix) in layer.Stored.Zip(["W", "b"]))
        {
            NamedTensor mine = tensor.Save();
            tensor.Load(new NamedTensor(
                tensor.Name, HashFill.Values($"12-convolution/{name}.{suffix}", mine.Doubles.Length), mine.Shape));
        }
    }

    private static void Check(string name, ILayer layer, ImageShape image)
    {
        Load(layer, name);
        Matrix<double> X = Fill($"{name}.x", image.Length, 2), Y = layer.Forward(X);
        PyTorch.Agrees($"{name}.y", Y);
        PyTorch.Agrees($"{name}.dx", layer.Backward(Fill($"{name}.dy", Y.RowCount, 2)));
        Parameter W = layer.Parameters[0];
        W.Gradients.CopyTo(W.Values); // to be read in the order of the file
        NamedTensor dW = layer.Stored[0].Save();
        PyTorch.Agrees($"{name}.dW", Matrix<double>.Build.DenseOfRowMajor(
            (int)dW.Shape[0], dW.Doubles.Length / (int)dW.Shape[0], dW.Doubles.ToArray()));
        PyTorch.Agrees($"{name}.db", layer.Parameters[1].Gradient);
    }

    // (12.4) (12.6) (12.7) (12.8) S0-104 S2-160: stride, padding, dilation, channels.
    [Theory]
    [InlineData("plain", 4, 5, 1, 1, 3, 1, 0, 1)]
    [InlineData("channels", 6, 5, 3, 4, 3, 1, 1, 1)]
    [InlineData("stride", 7, 8, 2, 3, 3, 2, 1, 1)]
    [InlineData("dilated", 9, 8, 2, 3, 3, 1, 2, 2)]
    [InlineData("sparse", 8, 7, 3, 2, 2, 3, 0, 1)]
    [InlineData("everything", 10, 11, 3, 17, 3, 2, 2, 2)]
    [InlineData("pointwise", 4, 3, 5, 6, 1, 1, 0, 1)]
    public void Convolution_matches_PyTorch(string name, int h, int w, int c, int o, int k, int s, int p, int d)
    {
        var image = new ImageShape(h, w, c);
        Check($"conv.{name}", new Conv2D(image, o, Window.Square(k, s, p, d), Initializers.Zero), image);
    }

    // (12.17) (12.18): the last number counts extra pixels of the output.
    [Theory]
    [InlineData("doubling", 3, 4, 3, 2, 4, 2, 1, 1, 0)]
    [InlineData("extra", 4, 3, 2, 3, 3, 2, 1, 1, 1)]
    [InlineData("thirds", 2, 3, 2, 2, 2, 3, 0, 1, 2)]
    [InlineData("dilated", 3, 3, 2, 2, 3, 1, 1, 2, 0)]
    public void Transposed_convolution_matches_PyTorch(
        string name, int h, int w, int c, int o, int k, int s, int p, int d, int extra)
    {
        var image = new ImageShape(h, w, c);
        Check(
            $"transposed.{name}",
            new ConvTranspose2D(image, o, Window.Square(k, s, p, d), Initializers.Zero, extra: extra), image);
    }

    // (12.13) (12.14) (12.15) (12.16) S0-085 S2-144 S2-145: numbers from −2 to 2, so that windows have ties.
    [Fact]
    public void Pooling_matches_PyTorch()
    {
        var image = new ImageShape(7, 6, 3);
        Matrix<double> X = Fill("pool.x", image.Length, 2).Map(v => Math.Round(2 * v)); // to even, as PyTorch rounds
        (string Name, ILayer Layer)[] layers =
        [
            ("max", new MaxPool2D(image, Window.Square(3, 2))),
            ("padded", new MaxPool2D(image, Window.Square(3, 2, 1))),
            ("average", new AveragePool2D(image, Window.Square(3, 2, 1))),
            ("global", AveragePool2D.Global(image)),
        ];
        foreach ((string name, ILayer layer) in layers)
        {
            PyTorch.Agrees($"pool.{name}.y", layer.Forward(X));
            PyTorch.Agrees($"pool.{name}.dx", layer.Backward(Fill($"pool.{name}.dy", layer.Outputs, 2)));
        }
    }

    // (12.4) (12.13) S0-103 S0-110 S0-111: ten steps of Adam, batches of ten, weights in the order of the file.
    [Fact]
    public void Ten_steps_of_the_digit_network_match_PyTorch()
    {
        Sequential network = ConvolutionalNetworks.Mnist(new RandomStream(1));
        foreach (StoredTensor tensor in network.Stored)
        {
            NamedTensor mine = tensor.Save();
            double fan = mine.Shape.Count > 1 ? mine.Doubles.Length / mine.Shape[0] : mine.Doubles.Length;
            double[] values = HashFill.Values($"12-convolution/steps.{tensor.Name}", mine.Doubles.Length);
            tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => v / Math.Sqrt(fan))], mine.Shape));
        }

        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters));
        Matrix<double> Y = Matrix<double>.Build.Dense(10, 10, (k, n) => k == n * 7 % 10 ? 1 : 0);
        PyTorch.Agrees("steps.losses", [.. Enumerable.Range(0, 10).Select(step =>
            trainer.Step(Fill($"steps.x{step}", 784, 10), Y))]);
        foreach (StoredTensor tensor in network.Stored)
        {
            NamedTensor mine = tensor.Save();
            PyTorch.Agrees($"steps.{tensor.Name}", Matrix<double>.Build.DenseOfRowMajor(
                (int)mine.Shape[0], mine.Doubles.Length / (int)mine.Shape[0], mine.Doubles.ToArray()));
        }
    }
}
