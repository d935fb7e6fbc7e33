using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders.Tests;

/// <summary>Principal components and autoencoders against PyTorch in float64.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("22-autoencoder");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"22-autoencoder/{name}", rows, columns);

    // (22.6) (22.7) S3-238: components, variances and reconstructions of a reference SVD.
    [Theory]
    [InlineData("pca.wide", 6, 25, 4)]
    [InlineData("pca.tall", 12, 7, 5)]
    public void Principal_components_match_PyTorch(string name, int rows, int columns, int k)
    {
        Matrix<double> X = Matrix<double>.Build.DenseOfDiagonalArray(
            [.. Enumerable.Range(0, rows).Select(i => 3 - 2.0 * i / (rows - 1))]) * Fill(name, rows, columns);
        foreach (Pca pca in new[] { Pca.Of(X, k), PcaEquations.ByCovariance(X, k) })
        {
            PyTorch.Agrees($"{name}.mean", pca.Mean);
            PyTorch.Agrees($"{name}.components", pca.Components);
            PyTorch.Agrees($"{name}.variances", pca.Variances.ToArray());
            PyTorch.Agrees($"{name}.reconstruction", pca.Reconstruct(pca.Project(X)));
        }
    }

    private static Dense Layer(string name, int inputs, int outputs) => new(
        Fill($"{name}.W", outputs, inputs) / Math.Sqrt(inputs), Fill($"{name}.b", outputs, 1) / Math.Sqrt(inputs));

    // (22.11) (22.13) S4-205: ten steps of 12-8-3-8-12.
    [Fact]
    public void Ten_steps_of_a_deep_autoencoder_match_PyTorch()
    {
        int[] sizes = [12, 8, 3, 8, 12];
        Dense[] layers = [.. Enumerable.Range(0, 4).Select(i => Layer($"deep.{i}", sizes[i], sizes[i + 1]))];
        var autoencoder = new Autoencoder(
            new Sequential(layers[0], new Relu(8), layers[1]),
            new Sequential(layers[2], new Relu(8), layers[3], new Sigmoid(12)));
        var adam = new Adam(autoencoder.Parameters);
        var loss = new MeanSquaredError();
        var losses = new double[10];
        for (int step = 0; step < 10; step++)
        {
            Matrix<double> X = (Fill($"deep.x{step}", 12, 16) + 1) / 2;
            adam.ZeroGradients();
            losses[step] = loss.Forward(autoencoder.Forward(X.View()), X.View());
            autoencoder.Backward(loss.Backward());
            if (step == 0)
            {
                PyTorch.Agrees("deep.dW0", layers[0].Parameters[0].Gradient);
            }

            adam.Step();
        }

        PyTorch.Agrees("deep.losses", losses);
        foreach ((Dense layer, int i) in layers.Select((layer, i) => (layer, i)))
        {
            PyTorch.Agrees($"deep.{i}.W", layer.Parameters[0].Value);
            PyTorch.Agrees($"deep.{i}.b", layer.Parameters[1].Value);
        }
    }

    // (22.19) (22.20) S3-177
    [Fact]
    public void The_loss_of_pairs_matches_PyTorch()
    {
        var pairs = new PairLoss(1.2);
        bool[] alike = [.. Enumerable.Range(0, 8).Select(n => n % 3 == 0)];
        PyTorch.Agrees("pair.loss", pairs.Forward(Fill("pair.z1", 3, 8).View(), Fill("pair.z2", 3, 8).View(), alike));
        (MatrixView dZ1, MatrixView dZ2) = pairs.Backward();
        PyTorch.Agrees("pair.dz1", dZ1.ToMatrix());
        PyTorch.Agrees("pair.dz2", dZ2.ToMatrix());
    }

    // (22.13) S3-245: 8×8 → 4×4×3 → 2×2×4 → 2 and back.
    [Fact]
    public void A_convolutional_autoencoder_matches_PyTorch()
    {
        ImageShape large = new(8, 8, 1), middle = new(4, 4, 3), small = new(2, 2, 4);
        Window window = Window.Square(3, stride: 2, padding: 1);
        Initializer zero = Initializers.Zero;
        Layer[] conv =
        [
            new Conv2D(large, 3, window, zero), new Conv2D(middle, 4, window, zero),
            new ConvTranspose2D(small, 3, window, zero, extra: 1),
            new ConvTranspose2D(middle, 1, window, zero, extra: 1),
        ];
        foreach ((Layer layer, int i) in conv.Select((layer, i) => (layer, i)))
        {
            foreach ((StoredTensor tensor, string suffix) in layer.Stored.Zip(["W", "b"]))
            {
                NamedTensor mine = tensor.Save();
                double[] values = HashFill.Values($"22-autoencoder/conv.{i}.{suffix}", mine.Doubles.Length);
                tensor.Load(new(tensor.Name, [.. values.Select(v => v / 3)], mine.Shape));
            }
        }

        Dense code = Layer("conv.code", 16, 2);
        var autoencoder = new Autoencoder(
            new Sequential(conv[0], new Relu(middle.Length), conv[1], new Relu(16), code),
            new Sequential(
                Layer("conv.open", 2, 16), new Relu(16), conv[2], new Relu(middle.Length), conv[3], new Sigmoid(64)));
        Matrix<double> X = (Fill("conv.x", 64, 5) + 1) / 2;
        var loss = new MeanSquaredError();
        MatrixView X̂ = autoencoder.Forward(X.View());
        PyTorch.Agrees("conv.output", X̂.ToMatrix());
        PyTorch.Agrees("conv.code", autoencoder.Code.ToMatrix());
        PyTorch.Agrees("conv.loss", loss.Forward(X̂, X.View()));
        autoencoder.Backward(loss.Backward());
        PyTorch.Agrees("conv.dcode", code.Parameters[0].Gradient);
        for (int i = 0; i < 4; i++)
        {
            foreach (Parameter parameter in conv[i].Parameters) // gradients in the order of the file
            {
                parameter.Gradients.ToArray().CopyTo(parameter.Values);
            }

            PyTorch.Agrees($"conv.{i}.dW", conv[i].Stored[0].Save().Doubles.ToArray());
            PyTorch.Agrees($"conv.{i}.db", conv[i].Stored[1].Save().Doubles.ToArray());
        }
    }
}
