using System.CommandLine;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Window = Reference.Convolutions.Window;

namespace Reference.Benchmarks;

/// <summary>
/// Convolutions against PyTorch in float64 and float32, each in turn: training steps of the MNIST network, a layer of
/// it and of CIFAR's forward and backward, and transposed convolutions.
/// </summary>
internal static class ConvolutionCommand
{
    private static readonly string[] Works =
        ["mnist 10", "mnist 64", "conv 28 32 64 3 16", "conv 32 3 32 3 16", "transposed 14 64 32 4 16",
            "transposed 14 64 32 3 16"];

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        Option<string> python = Options.Python();
        var command = new Command("convolution-peers", "Compare convolutions with PyTorch.") { threads, python };
        command.SetAction(arguments => Run(arguments.GetValue(threads), arguments.GetValue(python)!));
        return command;
    }

    private static void Run(int threads, string python)
    {
        Control.MaxDegreeOfParallelism = threads;
        using var torch = new PyTorchPeer(python, "convolution_peer.py", "convolution", threads);
        var clock = new ThreadClock(elapsed: threads > 1);
        Console.WriteLine($"{Processor.Name}, {threads} thread(s); ratios above 1: we are faster.\n");
        Console.WriteLine("| work | layers, double | PyTorch float64 | ratio | PyTorch float32 | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (string work in Works)
        {
            Action own = Of(work.Split(' '));
            Turns.WarmUp(own);
            double[] seconds = Turns.Medians(
                9, [() => clock.Turn(own), () => torch.Ask($"float64 {work}"), () => torch.Ask($"float32 {work}")]);
            Console.WriteLine(
                $"| {work} | {1e3 * seconds[0]:0.000} ms | {1e3 * seconds[1]:0.000} ms "
                    + $"| {seconds[1] / seconds[0]:0.00} | {1e3 * seconds[2]:0.000} ms "
                    + $"| {seconds[2] / seconds[0]:0.00} |");
        }
    }

    private static Action Of(string[] work)
    {
        int[] n = [.. work.Skip(1).Select(int.Parse)];
        var random = new RandomStream(1);
        if (work[0] == "mnist")
        {
            Sequential network = ConvolutionalNetworks.Mnist(random);
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters));
            Matrix<double> X = Matrix<double>.Build.Dense(784, n[0], random.Uniforms(784 * n[0], 0, 1)),
                Y = Matrix<double>.Build.Dense(10, n[0], (k, i) => k == i % 10 ? 1 : 0);
            return () => trainer.Step(X, Y);
        }

        var image = new ImageShape(n[0], n[0], n[1]);
        Window window = work[0] == "conv" ? Window.Square(n[3], padding: 1) : Window.Square(n[3], 2, 1);
        ILayer layer = work[0] == "conv"
            ? new Conv2D(image, n[2], window, Initializers.He(random))
            : new ConvTranspose2D(image, n[2], window, Initializers.He(random));
        Matrix<double> x = Matrix<double>.Build.Dense(layer.Inputs, n[4], random.Normals(layer.Inputs * n[4])),
            dy = Matrix<double>.Build.Dense(layer.Outputs, n[4], random.Normals(layer.Outputs * n[4]));
        return () =>
        {
            layer.Forward(x.View());
            layer.Backward(dy.View());
        };
    }
}
