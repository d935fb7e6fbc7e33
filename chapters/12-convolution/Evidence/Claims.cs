using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>Statements and listings of the notes about convolution that a counterexample refutes.</summary>
public static class ConvolutionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-116", "If we execute this block of code we will get our probabilities for each class (number) in fact "
                + "we have 10.",
            "They are raw scores; softmax makes probabilities of them.",
            "Five of the ten are negative, and they sum to −0.1734; their softmax lies between 0.0905 and 0.1078.",
            () => ConvolutionNumbers.Logits is var z && z.Min() < 0 && Math.Abs(z.Sum() + 0.1734) < 1e-9
                && ScalarActivations.Softmax(z) is var p && Math.Round(p.Min(), 4) == 0.0905
                && Math.Round(p.Max(), 4) == 0.1078),
        new("S0-117", "We get the tensor with the correct dataset label as the answer. Tensor(3).",
            "The largest of the ten printed scores is that of class 4; 3 comes fifth. Scores so near to one another "
                + "are those of a network that was not trained.",
            "argmax of the printed scores.",
            () => ScalarActivations.Softmax(ConvolutionNumbers.Logits) is var p && Array.IndexOf(p, p.Max()) == 4
                && p.Count(v => v > p[3]) == 4),
        new("S0-123", "these outputs will represent one-dimensional vectors and the first element shows the "
                + "probability that an image shows a cat, while the second the probability that it shows a dog",
            "Both are raw scores: the softmax stands outside the network.",
            "The network on a drawn cat: the outputs do not sum to 1.",
            () => ConvolutionalNetworks.Pets(new RandomStream(1), 32).Forward(
                    Matrices.Column(DrawnPets.Draw(new RandomStream(1), 1).ToSampleSet()[0].X))
                .Enumerate().Sum() is var sum && Math.Abs(sum - 1) > 0.1),
        new("S2-159", "Output Size = [(W − K + 2P)/S] + 1",
            "⌊(W − K + 2P)/S⌋ + 1: rounded down.",
            "A 3×3 kernel on 6×6 with stride 2 has 2 places a side, not 2.5; the brackets may be those of the floor.",
            () => new Conv2D(new(6, 6, 1), 1, Window.Square(3, 2), Initializers.Zero).Output.Height == 2,
            ErratumKind.OurText),
        new("S3-119", "Quando si applica una convoluzione utilizzando una \"feature map\" 3x3 a un'immagine, essa "
                + "tende a restringersi di 2 pixel lungo ciascuna dimensione.",
            "The kernel is 3×3; the feature map is what comes out.",
            "28×28 under a 3×3 kernel: the map is 26×26.",
            () => new Conv2D(new(28, 28, 1), 1, Window.Square(3), Initializers.Zero).Output
                == new ImageShape(26, 26, 1)),
        new("S3-120", "Comunque riduci il numero di feature maps.",
            "The stride reduces their size; their number is that of the kernels.",
            "6 kernels with stride 1 and 2 on 32×32: 6 maps of 28×28, 6 of 14×14.",
            () => Of(1) == new ImageShape(28, 28, 6) && Of(2) == new ImageShape(14, 14, 6)),
        new("S3-128", "model.fit(X_train, y_train, batch_size=BATCH_SIZE, epochs=EPOCHS, "
                + "validation_split=VALIDATION_SPLIT, verbose=VERBOSE, callbacks=callbacks)",
            "VERBOSE = 1 among the constants above.",
            "Of the names in capitals that the listing uses, it assigns all but this one.",
            () => Unassigned(CifarListing, "[A-Z]+(?:_[A-Z]+)*").SequenceEqual(["VERBOSE"]), ErratumKind.Listing),
        new("S4-160", "image=torch.zeros(1,1,5,5) image[0,0,:]=1 z=conv(image)",
            "image[0, 0, :, 2] = 1, a line, if the next listing is a guide: [0, 0, :] is the whole image.",
            "Sobel's kernel on an image of ones answers 0 everywhere; on the line −4 and 4.",
            () => Sobel(_ => 1).All(v => v == 0)
                && Sobel(column => column == 2 ? 1 : 0).SequenceEqual([-4, 0, 4, -4, 0, 4, -4, 0, 4]),
            ErratumKind.OurText),
        new("S4-163", "image1 = torch.zeros(1, 1, 5, 5); image2[0, 0, :, 2] = 1; z = conv1(image1)",
            "image1[0, 0, :, 2] = 1.",
            "There is no image2; and on image1, all zeros, every number of a map is the bias of its kernel.",
            () => Unassigned(ChannelsListing, @"image\d").SequenceEqual(["image2"])
                && Maps(_ => 0).SequenceEqual([1, 2, 3]) && Maps(column => column == 2 ? 1 : 0).Count() > 3,
            ErratumKind.Listing),
    ];

    // The lines of S3-126 to S3-128 that assign or use constants.
    private const string CifarListing = """
        IMG_CHANNELS = 3
        IMG_ROWS = 32
        IMG_COLS = 32
        BATCH_SIZE = 128
        EPOCHS = 20
        CLASSES = 10
        VALIDATION_SPLIT = 0.2
        OPTIM = tf.keras.optimizers.RMSprop()
        y_train = tf.keras.utils.to_categorical(y_train, CLASSES)
        model=build((IMG_ROWS, IMG_COLS, IMG_CHANNELS), CLASSES)
        model.compile(loss='categorical_crossentropy', optimizer=OPTIM, metrics=['accuracy'])
        model.fit(X_train, y_train, batch_size=BATCH_SIZE, epochs=EPOCHS,
        validation_split=VALIDATION_SPLIT, verbose=VERBOSE, callbacks=callbacks)
        score = model.evaluate(X_test, y_test, batch_size=BATCH_SIZE, verbose=VERBOSE)
        """;

    private const string ChannelsListing = """
        image1 = torch.zeros(1, 1, 5, 5)
        image2[0, 0, :, 2] = 1
        z = conv1(image1)
        """;

    // The names of a pattern that no line assigns.
    private static IEnumerable<string> Unassigned(string listing, string pattern) =>
        Regex.Matches(listing, $@"(?<![\w.'])(?:{pattern})(?![\w'])").Select(match => match.Value).Distinct()
            .Where(name => !Regex.IsMatch(listing, $@"^\s*{name}\s*=", RegexOptions.Multiline));

    // The numbers in the maps of three random kernels with biases 1, 2, 3, each once.
    private static IEnumerable<double> Maps(Func<int, double> column)
    {
        var layer = new Conv2D(new(5, 5, 1), 3, Window.Square(3), Initializers.He(new RandomStream(1)));
        new double[] { 1, 2, 3 }.CopyTo(layer.Parameters[1].Values);
        return layer.Forward(Matrices.Column([.. Enumerable.Range(0, 25).Select(p => column(p % 5))]))
            .Enumerate().Distinct();
    }

    private static ImageShape Of(int stride) =>
        new Conv2D(new(32, 32, 1), 6, Window.Square(5, stride), Initializers.Zero).Output;

    private static IEnumerable<double> Sobel(Func<int, double> column) => ScalarConvolution.Correlate(
        Matrix<double>.Build.Dense(5, 5, (_, j) => column(j)).ToArray(), NamedKernels.SobelX).Cast<double>();
}
