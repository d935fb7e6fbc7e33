namespace Reference.Networks;

/// <summary>
/// Every dense model of the notes whose sizes are given, and the dense parts of the others,
/// with the number of weights and biases, (9.8): among them four hidden layers of three (S3-056) and the layer list of S4-142.
/// </summary>
public static class DenseModels
{
    /// <summary>A stack of dense layers.</summary>
    /// <param name="Row">The row of the notes.</param>
    /// <param name="What">What it is.</param>
    /// <param name="Count">How many numbers it learns.</param>
    /// <param name="Sizes">From input to output.</param>
    /// <param name="Biases">Whether it has them; a few have weights alone.</param>
    public sealed record Model(string Row, string What, long Count, IReadOnlyList<int> Sizes, bool Biases = true)
    {
        /// <summary>The sizes as text, such as 2-4-1.</summary>
        public string Shape => string.Join('-', Sizes) + (Biases ? "" : ", no biases");
    }

    /// <summary>All of them, in the order of the notes.</summary>
    public static IReadOnlyList<Model> All { get; } =
    [
        Of("S0-056", "the thermometer", 2, 1, 1),
        Of("S0-103", "the dense end of the first convolutional network", 59_134, 400, 120, 84, 10),
        Of("S0-121", "the dense end of the dog and cat network", 802_914, 25_088, 32, 2),
        Of("S0-192", "the feed-forward part of the transformer classifier", 526_464, 128, 2048, 128),
        Of("S0-192", "its head", 129, 128, 1),
        WithoutBiases("S1-095", "the walk-through", 3, 2, 1, 1),
        Of("S1-266", "the feed-forward part of a block, d = 64", 33_088, 64, 256, 64),
        Of("S2-026", "the smallest network for XOR", 9, 2, 2, 1),
        WithoutBiases("S2-028", "the insurance network", 10, 4, 2, 1),
        Of("S2-063", "SimpleNet", 17, 2, 4, 1),
        Of("S2-074", "the century network with the four inputs listed", 31, 4, 5, 1),
        Of("S2-074", "the same with the five of its formula", 36, 5, 5, 1),
        Of("S2-092", "the bonus regression", 4, 3, 1),
        Of("S2-105", "the digits classifier", 109_386, 784, 128, 64, 10),
        WithoutBiases("S2-150", "a picture of 1920×1080 in colour to 1000 units, as the notes count it", 6_220_800_000, 6_220_800, 1000),
        Of("S2-162", "the dense end of the CIFAR-10 network", 1_955_530, 3136, 600, 120, 10),
        Of("S2-257", "the feed-forward part of a block of BERT", 4_722_432, 768, 3072, 768),
        Of("S2-259", "BERT's pooler", 590_592, 768, 768),
        Of("S3-056", "four hidden layers of three", 52, 3, 3, 3, 3, 3, 1),
        Of("S3-060", "the film reviews", 160_305, 10_000, 16, 16, 1),
        Of("S3-060", "the film reviews with the extra layer of the listing", 160_307, 10_000, 16, 16, 1, 1),
        Of("S3-089", "the newswires", 647_214, 10_000, 64, 64, 46),
        Of("S3-100", "Boston housing", 5_121, 13, 64, 64, 1),
        Of("S3-112", "a dense layer between images of 100×100", 100_010_000, 10_000, 10_000),
        Of("S3-126", "the dense end of the second CIFAR-10 network", 3_692_042, 7200, 512, 10),
        Of("S3-133", "the dense end of VGG16", 123_642_856, 25_088, 4096, 4096, 1000),
        Of("S3-137", "a head of two classes on the 1000 of VGG16", 2_002, 1000, 2),
        Of("S3-137", "the same on its flattened features", 50_178, 25_088, 2),
        Of("S3-146", "the functional example", 55_050, 784, 64, 64, 10),
        Of("S3-157", "the head of the recurrent review network", 17, 16, 1),
        Of("S3-168", "the head of the LSTM review network", 33, 32, 1),
        Of("S3-225", "the large tabular network", 3_015_001, 10, 1000, 1000, 1000, 1000, 1),
        Of("S3-226", "its small forerunner", 1_441, 10, 32, 32, 1),
        Of("S3-235", "the dense end of the gender network", 147_713, 1152, 128, 1),
        Of("S3-255", "the hidden layer of the variational encoder", 313_700, 3136, 100),
        Of("S3-255", "each of its two heads", 5_050, 100, 50),
        Of("S3-256", "the dense start of the decoder", 159_936, 50, 3136),
        Of("S4-026", "the hidden dense layer of the Keras network", 3_276_900, 32_768, 100),
        Of("S4-071", "the linear module", 2, 1, 1),
        Of("S4-089", "two inputs, seed 1", 3, 2, 1),
        Of("S4-096", "the logistic model", 2, 1, 1),
        Of("S4-109", "softmax regression of three classes", 9, 2, 3),
        Of("S4-114", "softmax regression on digits", 7_850, 784, 10),
        Of("S4-119", "two sigmoids", 7, 1, 2, 1),
        Of("S4-120", "six sigmoids", 19, 1, 6, 1),
        Of("S4-121", "seven sigmoids", 22, 1, 7, 1),
        Of("S4-125", "XOR", 17, 2, 4, 1),
        Of("S4-142", "the network of the list 2, 3, 4, 3", 40, 2, 3, 4, 3),
        Of("S4-147", "the network with dropout", 165, 1, 10, 12, 1),
        Of("S4-148", "the wide network with dropout", 91_802, 2, 300, 300, 2),
        Of("S4-165", "the dense end of the small convolutional network", 490, 48, 10),
        WithoutBiases("S4-170", "the linear autoencoder 2-2-2", 8, 2, 2, 2),
        WithoutBiases("S4-170", "the linear autoencoder 2-1-2", 4, 2, 1, 2),
        Of("S4-209", "the new head of ResNet18", 3_591, 512, 7),
    ];

    private static Model Of(string row, string what, long count, params int[] sizes) => new(row, what, count, sizes);

    private static Model WithoutBiases(string row, string what, long count, params int[] sizes) => new(row, what, count, sizes, Biases: false);
}
