using Reference.Datasets;
using Reference.LinearModels;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>The convolutional networks of the notes, with their shapes; all end in raw scores.</summary>
public static class ConvolutionalNetworks
{
    /// <summary>Digits: 28→26→13→11→5, then 400-120-84-10; PyTorch. S0-103, S0-104, S0-108.</summary>
    public static Sequential Mnist(RandomStream random) => Mnist(Initializers.InverseRoot(random));

    /// <summary>The same with the weights of <c>manual_seed</c>, drawn layer by layer. S0-106.</summary>
    public static Sequential Mnist(TorchRandom random)
    {
        Sequential network = Mnist(Initializers.Zero);
        return new([.. network.Layers.Select(layer => layer switch
        {
            Conv2D conv => Conv2D.Seeded(conv.Input, conv.Output.Channels, Window.Square(3), random),
            Dense dense => Dense.Seeded(dense.Inputs, dense.Outputs, random),
            _ => layer,
        })]);
    }

    /// <summary>Dogs and cats: 224→112→56, then 25,088-32-2; PyTorch. S0-121, S0-124.</summary>
    public static Sequential Pets(RandomStream random, int side = 224) =>
        new ImageStack(new(side, side, 3), Initializers.InverseRoot(random))
            .Conv(16, 3, padding: 1).Relu().MaxPool(2).Conv(8, 3, padding: 1).Relu().MaxPool(2)
            .Flatten(FlattenOrder.ChannelsFirst).Dense(32).Relu().Dense(2).Build();

    /// <summary>CIFAR-10 in S2: 32→16→14→7, then 3,136-600-120-10; PyTorch. S2-161, S2-162.</summary>
    public static Sequential Cifar(RandomStream random) =>
        new ImageStack(new(32, 32, 3), Initializers.InverseRoot(random))
            .ConvSame(32, 3).Relu().MaxPool(2).Conv(64, 3).Relu().MaxPool(2)
            .Flatten(FlattenOrder.ChannelsFirst).Dense(600).Relu().Dense(120).Relu().Dense(10).Build();

    /// <summary>CIFAR-10 in S3: 32→30→15, then 7,200-512-10 with dropout; Keras. S3-126.</summary>
    public static Sequential CifarKeras(RandomStream random) =>
        new ImageStack(new(32, 32, 3), Initializers.Xavier(random))
            .Conv(32, 3).Relu().MaxPool(2).Dropout(0.25, random)
            .Flatten(FlattenOrder.ChannelsLast).Dense(512).Relu().Dropout(0.5, random).Dense(10).Build();

    /// <summary>The gender network: 50→48→23→21→10→8→3, pooling of 3 every 2 pixels; Keras. S3-235.</summary>
    public static Sequential Gender(RandomStream random) =>
        new ImageStack(new(50, 50, 3), Initializers.Xavier(random))
            .Conv(32, 3).Relu().MaxPool(3, 2).Conv(64, 3).Relu().MaxPool(3, 2).Conv(128, 3).Relu().MaxPool(3, 2)
            .Flatten(FlattenOrder.ChannelsLast).Dropout(0.2, random).Dense(128).Relu().Dense(1).Build();

    /// <summary>The walk-through of S3, LeNet: 32→28→14→10→5, then 400-120-84-10. S3-122, S3-125.</summary>
    public static Sequential LeNet(RandomStream random) =>
        new ImageStack(new(32, 32, 1), Initializers.Xavier(random))
            .Conv(6, 5).Relu().MaxPool(2).Conv(16, 5).Relu().MaxPool(2)
            .Flatten(FlattenOrder.ChannelsLast).Dense(120).Relu().Dense(84).Relu().Dense(10).Build();

    /// <summary>Two stages on 16 × 16, 16→8→4, with first and second kernels; PyTorch. S4-165.</summary>
    public static Sequential TwoStages(RandomStream random, int first = 1, int second = 3) =>
        new ImageStack(new(16, 16, 1), Initializers.InverseRoot(random))
            .Conv(first, 5, padding: 2).Relu().MaxPool(2).Conv(second, 5, padding: 2).Relu().MaxPool(2)
            .Flatten(FlattenOrder.ChannelsFirst).Dense(10).Build();

    /// <summary>
    /// The Keras network for 128 × 128: 16 and 32 kernels, whose size the notes leave open: 3 × 3 here, with
    /// <c>same</c> padding or none. S4-026.
    /// </summary>
    public static Sequential Keras128(RandomStream random, bool same = true, int classes = 10)
    {
        var stack = new ImageStack(new(128, 128, 3), Initializers.Xavier(random));
        ImageStack Stage(int kernels) => (same ? stack.ConvSame(kernels, 3) : stack.Conv(kernels, 3)).Relu()
            .MaxPool(2);
        Stage(16);
        Stage(32);
        return stack.Flatten(FlattenOrder.ChannelsLast).Dense(100).Relu().Dense(classes).Build();
    }

    /// <summary>
    /// (12.5) Multiplications of a pass for one image: a kernel's at every place of its map, and the weights of dense
    /// layers.
    /// </summary>
    public static long MultiplyAdds(Sequential network) => network.Layers.Sum(layer => layer switch
    {
        Conv2D conv => (long)conv.Output.Height * conv.Output.Width * conv.Parameters[0].Values.Length, // (12.5)
        Dense dense => dense.Parameters[0].Values.Length,
        _ => 0L,
    });

    private static Sequential Mnist(Initializer start) =>
        new ImageStack(new(28, 28, 1), start)
            .Conv(6, 3).Relu().MaxPool(2).Conv(16, 3).Relu().MaxPool(2)
            .Flatten(FlattenOrder.ChannelsFirst).Dense(120).Relu().Dense(84).Relu().Dense(10).Build();
}
