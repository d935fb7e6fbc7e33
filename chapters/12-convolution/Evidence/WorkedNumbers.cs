using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>Sizes, counts and probabilities that the notes print, and the counts that follow from their
/// listings.</summary>
public static class ConvolutionNumbers
{
    // S0-116
    internal static double[] Logits { get; } =
        [-0.0991, -0.0449, 0.0486, 0.0004, 0.0598, 0.0327, -0.0668, -0.1152, 0.0228, -0.0117];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S0-083", "side of the map of a 3×3 kernel on 4×4", "2", () => Window.OutputSize(4, 3, 0, 1)),
        new("S0-105", "values of 16 maps after two convolutions and poolings of 28×28", "400",
            () => Flattened(ConvolutionalNetworks.Mnist(new RandomStream(1)))),
        new("S0-125", "values of a dog or cat before the first dense layer", "25088",
            () => Flattened(ConvolutionalNetworks.Pets(new RandomStream(1)))),
        new("S0-136", "probability of a cat from the logits 0.9958 and −4.2078", "99.4533 %",
            () => ScalarActivations.Softmax([0.9958, -4.2078])[0]),
        new("S0-136", "probability of a dog from the same", "0.5467 %",
            () => ScalarActivations.Softmax([0.9958, -4.2078])[1]),
        WorkedNumber.Erratum("S0-137", "probability of a cat in the text below the output", "99.3469 %",
            () => ScalarActivations.Softmax([0.9958, -4.2078])[0], "99.4533 %",
            "The logits printed above give 99.4533 and 0.5467 %, as the output says; and a cat has index 0, not 1."),
        WorkedNumber.NotRepeatable("S0-133", "loss of dogs and cats in the last of 15 epochs", "0.08506143242120742",
            "It was measured on pictures of the author's own."),
        new("S2-142", "side of the map of a 3×3 kernel on 5×5", "3", () => Window.OutputSize(5, 3, 0, 1)),
        new("S2-147", "side of a 4×4 map after 2×2 pooling", "2",
            () => new MaxPool2D(new ImageShape(4, 4, 1), 2).Output.Height),
        new("S2-156", "side of the map of a 3×3 kernel on 5×5 with padding 1", "5",
            () => Window.OutputSize(5, 3, 2, 1)),
        new("S2-158", "the same with stride 2 and no padding", "2", () => Window.OutputSize(5, 3, 0, 2)),
        new("S2-149", "inputs of a full-HD picture, in millions", "6",
            () => new ImageShape(1080, 1920, 3).Length / 1e6),
        new("S2-150", "weights from it to 1,000 neurons, in thousand millions", "6",
            () => DenseWeights(new ImageShape(1080, 1920, 3).Length, 1000) / 1e9),
        new("S2-161", "side of CIFAR's map after the first pooling", "16", () => Side(1)),
        new("S2-161", "side after the second convolution", "14", () => Side(2)),
        new("S2-161", "side after the second pooling", "7", () => Side(3)),
        new("S3-112", "inputs of a 100×100 picture", "10000", () => new ImageShape(100, 100, 1).Length),
        new("S3-122", "side of LeNet's first maps", "28", () => LeNet(0)),
        new("S3-122", "weights of its six kernels, 6 · (5×5)", "150",
            () => ConvolutionalNetworks.LeNet(new RandomStream(1)).Parameters[0].Values.Length),
        new("S3-124", "side after its first pooling", "14", () => LeNet(1)),
        new("S3-125", "side of its second maps", "10", () => LeNet(2)),
        new("S3-125", "side after its second pooling", "5", () => LeNet(3)),
        WorkedNumber.Derived("S0-103", "parameters of the MNIST network", "60074",
            () => Total(ConvolutionalNetworks.Mnist(new RandomStream(1)))),
        WorkedNumber.Derived("S0-103", "its multiplications for a digit", "199968",
            () => ConvolutionalNetworks.MultiplyAdds(ConvolutionalNetworks.Mnist(new RandomStream(1)))),
        WorkedNumber.Derived("S0-106", "first weight of the MNIST network from seed 41", "-0.175702",
            () => Weight(0)),
        WorkedNumber.Derived("S0-116", "cross-entropy of the ten printed logits if the digit is a 3", "2.28654",
            () => ScalarCrossEntropy.OfLogits(Logits.AsColumn(), Three)),
        WorkedNumber.Derived("S0-121", "parameters of the network for dogs and cats", "804522",
            () => Total(ConvolutionalNetworks.Pets(new RandomStream(1)))),
        WorkedNumber.Derived("S2-162", "parameters of S2's network for CIFAR-10", "1974922",
            () => Total(ConvolutionalNetworks.Cifar(new RandomStream(1)))),
        WorkedNumber.Derived("S2-162", "its multiplications for a picture", "6452208",
            () => ConvolutionalNetworks.MultiplyAdds(ConvolutionalNetworks.Cifar(new RandomStream(1)))),
        WorkedNumber.Derived("S3-116", "first point of the image 1 … 12 under 1 … 4", "44", () => Symbolic()[0, 0]),
        WorkedNumber.Derived("S3-117", "weights and biases of LeNet's first kernels", "156",
            () => Parameters(ConvolutionalNetworks.LeNet(new RandomStream(1)), 0)),
        WorkedNumber.Derived("S3-125", "parameters of LeNet with 120-84-10", "61706",
            () => Total(ConvolutionalNetworks.LeNet(new RandomStream(1)))),
        WorkedNumber.Derived("S3-126", "parameters of S3's network for CIFAR-10", "3692938",
            () => Total(ConvolutionalNetworks.CifarKeras(new RandomStream(1)))),
        WorkedNumber.Derived("S3-235", "parameters of the gender network", "240961",
            () => Total(ConvolutionalNetworks.Gender(new RandomStream(1)))),
        WorkedNumber.Derived("S4-026", "values before Dense(100) with same padding", "32768",
            () => Flattened(ConvolutionalNetworks.Keras128(new RandomStream(1)))),
        WorkedNumber.Derived("S4-026", "the same without padding", "28800",
            () => Flattened(ConvolutionalNetworks.Keras128(new RandomStream(1), same: false))),
        WorkedNumber.Derived("S4-165", "parameters of the two stages on 16×16", "594",
            () => Total(ConvolutionalNetworks.TwoStages(new RandomStream(1)))),
        WorkedNumber.Derived("S4-165", "the same with 16 and 32 kernels", "18378",
            () => Total(ConvolutionalNetworks.TwoStages(new RandomStream(1), 16, 32))),
    ];

    private static double[,] Three => new double[] { 0, 0, 0, 1, 0, 0, 0, 0, 0, 0 }.AsColumn();

    internal static double[,] Symbolic() => ScalarConvolution.Correlate(
        new double[,] { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } }, new double[,] { { 1, 2 }, { 3, 4 } });

    // Equation (16) for one pair of layers.
    private static double DenseWeights(int inputs, int outputs) => (double)inputs * outputs;

    private static double Weight(int f) =>
        ConvolutionalNetworks.Mnist(new TorchRandom(41)).Stored[0].Save().Doubles[f];

    private static double Total(ILayer network) => Summary.Of(network).Total;

    private static double Parameters(ILayer network, int layer) => Summary.Of(network).Lines[layer].Parameters;

    private static double Flattened(Sequential network) => network.Layers.First(layer => layer is Flatten).Outputs;

    private static double Side(int i) => Sides(ConvolutionalNetworks.Cifar(new RandomStream(1)))[i];

    private static double LeNet(int i) => Sides(ConvolutionalNetworks.LeNet(new RandomStream(1)))[i];

    private static int[] Sides(Sequential network) =>
        [.. network.Layers.Select(layer => layer switch
        {
            Conv2D conv => conv.Output.Height,
            MaxPool2D pool => pool.Output.Height,
            _ => 0,
        }).Where(side => side > 0)];
}
