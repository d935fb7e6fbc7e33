using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Window = Reference.Convolutions.Window;

namespace Reference.Benchmarks;

/// <summary>
/// What convolutions are measured by: training steps, every layer of the MNIST and CIFAR networks forward and
/// backward, with its activation and the flattening before it as the notes write them (the first without the gradient
/// of its input, which training does not need), and single layers. The line for the peers is "step|pass|first batch
/// shape layer…", a layer as in "conv,inputs,outputs,kernel,padding".
/// </summary>
internal sealed record ConvolutionWork(string Name, string Line, Action Run)
{
    /// <summary>What the peers compute it in.</summary>
    internal IEnumerable<string> Types => Name.Contains(": ") ? ["float64"] : ["float64", "float32"];

    internal static IEnumerable<ConvolutionWork> All()
    {
        var random = new RandomStream(1);
        (string Name, Sequential Network, ImageShape Image, int Batch)[] networks =
        [
            ("MNIST", ConvolutionalNetworks.Mnist(random), new(28, 28, 1), 64),
            ("CIFAR", ConvolutionalNetworks.Cifar(random), new(32, 32, 3), 16),
        ];
        yield return Step("step of MNIST's network", networks[0].Network, networks[0].Image, 10, random);
        yield return Step("step of MNIST's network", networks[0].Network, networks[0].Image, 64, random);
        yield return Step("step of CIFAR's network", networks[1].Network, networks[1].Image, 16, random);
        foreach ((string name, Sequential network, ImageShape image, int batch) in networks)
        {
            string shape = Shape(image);
            foreach (ILayer[] layers in Written(network))
            {
                string title = string.Join(" + ", layers.Select(Title));
                string pass = layers[0] == network.Layers[0] ? "first" : "pass";
                yield return Pass($"{name}: {title}", new Sequential(layers), shape, pass, batch, random);
                shape = layers[0] switch
                {
                    Conv2D conv => Shape(conv.Output),
                    MaxPool2D pool => Shape(pool.Output),
                    _ => $"{layers[^1].Outputs}",
                };
            }
        }

        ImageShape large = new(28, 28, 32), colour = new(32, 32, 3), small = new(14, 14, 64);
        foreach ((ImageShape image, ILayer layer) in new (ImageShape, ILayer)[]
        {
            (large, new Conv2D(large, 64, Window.Square(3, padding: 1), Initializers.He(random))),
            (colour, new Conv2D(colour, 32, Window.Square(3, padding: 1), Initializers.He(random))),
            (small, new ConvTranspose2D(small, 32, Window.Square(4, 2, 1), Initializers.He(random))),
            (small, new ConvTranspose2D(small, 32, Window.Square(3, 2, 1), Initializers.He(random))),
        })
        {
            yield return Pass(layer.Name, new Sequential(layer), Shape(image), "pass", 16, random);
        }
    }

    // A layer with the flattening before it and the activation after it.
    private static IEnumerable<ILayer[]> Written(Sequential network)
    {
        var layers = new List<ILayer>();
        foreach (ILayer layer in network.Layers)
        {
            if (layers.Count > 0 && layer is not Networks.Relu && layers[^1] is not Flatten)
            {
                yield return [.. layers];
                layers.Clear();
            }

            layers.Add(layer);
        }

        yield return [.. layers];
    }

    private static ConvolutionWork Step(
        string name, Sequential network, ImageShape image, int batch, RandomStream random)
    {
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters));
        Matrix<double> X = Matrix<double>.Build.Dense(
                image.Length, batch, random.Uniforms(image.Length * batch, 0, 1)),
            Y = Matrix<double>.Build.Dense(10, batch, (k, n) => k == n % 10 ? 1 : 0);
        return new(
            $"{name}, batch {batch}",
            string.Join(' ', ["step", $"{batch}", Shape(image), .. network.Layers.Select(Word)]),
            () => trainer.Step(X, Y));
    }

    private static ConvolutionWork Pass(
        string name, Sequential layers, string shape, string pass, int batch, RandomStream random)
    {
        MatrixView x = Matrices.Normal(random, layers.Inputs, batch),
            dy = Matrices.Normal(random, layers.Outputs, batch);
        string line = string.Join(' ', [pass, $"{batch}", shape, .. layers.Layers.Select(Word)]);
        return new($"{name}, batch {batch}", line, () =>
        {
            foreach (Parameter parameter in layers.Parameters)
            {
                parameter.ZeroGradient();
            }

            layers.Forward(x);
            layers.Backward(dy, inputGradient: pass == "pass");
        });
    }

    // With sizes, so that each layer has a row of its own.
    private static string Title(ILayer layer) => layer switch
    {
        Dense => $"{layer.Name} {layer.Inputs}→{layer.Outputs}",
        _ => layer.Name,
    };

    private static string Shape(ImageShape image) => $"{image.Channels},{image.Height},{image.Width}";

    private static string Word(ILayer layer)
    {
        switch (layer)
        {
            case Conv2D conv:
                int k = Side(conv.Parameters[0], conv.Input.Channels);
                int padding = (conv.Output.Height - conv.Input.Height + k - 1) / 2;
                return $"conv,{conv.Input.Channels},{conv.Output.Channels},{k},{padding}";
            case ConvTranspose2D up:
                int side = Side(up.Parameters[0], up.Output.Channels);
                return $"transposed,{up.Input.Channels},{up.Output.Channels},{side},1";
            case Dense: return $"dense,{layer.Inputs},{layer.Outputs}";
            case MaxPool2D: return "pool,2";
            case Flatten: return "flatten";
            default: return "relu";
        }
    }

    private static int Side(Parameter kernels, int channels) =>
        (int)Math.Sqrt(kernels.Value.ColumnCount / channels);
}
