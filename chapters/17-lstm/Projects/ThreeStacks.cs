using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>The three stacks of S2-176, whose sizes the notes leave open.</summary>
public static class ThreeStacks
{
    /// <summary>Digits: Conv2D → Flatten → Dense. // [784 × N] → [10 × N]</summary>
    public static Sequential Digits(RandomStream random) =>
        new ImageStack(new ImageShape(28, 28, 1), Initializers.He(random)).Conv(8, 3).Relu()
            .Flatten(FlattenOrder.ChannelsLast).Dense(10).Build();

    /// <summary>House prices: Dense → Dense. // [13 × N] → [1 × N]</summary>
    public static Sequential Houses(RandomStream random) => new(
        new Dense(13, 64, Initializers.He(random)), new Relu(64), new Dense(64, 1, Initializers.He(random)));

    /// <summary>Sentiment: Embedding → LSTM → Dense, with the sizes of S3-168 328,353 parameters. // ids [T × N] →
    /// [1 × N]</summary>
    public static Sequential Sentiment(int vocabulary, int units, Sequences sequences, RandomStream random) =>
        SentimentClassifier.Network(LstmCells.Lstm, vocabulary, units, sequences, masked: false, random);
}
