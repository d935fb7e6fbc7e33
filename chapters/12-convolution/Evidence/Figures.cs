using Reference.Book;

namespace Reference.Convolutions;

/// <summary>The figures, in the order of the README.</summary>
public static class ConvolutionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("walk-through", "The kernel covers four numbers at a time; their weighted sum is one number of the map.",
            "S3-116 S0-078 S0-083", MapFigures.WalkThrough),
        new("edges", "Two kernels made by hand: one answers to vertical edges, the other to horizontal ones "
            + "(red > 0 > blue).", "S2-143 S4-161 S4-186 S0-078", MapFigures.Edges),
        new("nine", "A loop, an upright and a diagonal stroke as kernels, and the map of each for a 9.",
            "S2-152 S2-275", MapFigures.Nine),
        new("sizes", "The size of the output by kernel, padding and stride.", "S0-079 S2-159 S3-120",
            MapFigures.Sizes),
        new("pooling", "A map after ReLU, and after max and average pooling.", "S0-078 S2-144 S2-145 S3-124 S4-162",
            MapFigures.Pooled),
        new("shifted", "The map of a shifted digit is the shifted map.", "S2-141 S3-113 S3-130", MapFigures.Shifted),
        new("receptive-field", "How much of the image a number of a deep map depends on.", "S3-118",
            MapFigures.ReceptiveFields),
        new("weights", "Weights of the first layer by the size of the picture: a dense layer grows with it, "
            + "32 kernels do not.", "S3-112 S2-149 S2-150 S2-275", MapFigures.Weights),
        new("planted", "A random kernel, trained until its maps are those of Sobel's kernel.", "S2-143",
            TrainedFigures.Planted),
        ChapterFigure.Measured("training", "The MNIST network of the notes: loss, accuracy, confusion, and what it "
            + "misreads.", "S0-111 S0-114", "mnist"),
        ChapterFigure.Measured("features", "A digit under two kernels made by hand, the first kernels of the network "
            + "and the maps of the digit behind them, and the maps of the second layer.",
            "S3-237 S2-154 S4-184 S2-275 S4-186", "mnist"),
        new("augmented", "Variants of drawn digits, drawn anew each time: turned, zoomed, brighter or darker. "
            + "A flipped digit is no digit.", "S0-092 S0-093 S0-094 S0-095 S0-096", MapFigures.Augmented),
        ChapterFigure.Measured("angles", "Accuracy on turned digits, trained without and with turns: medians, and a "
            + "dot a seed.", "S3-130 S0-093", "angles"),
        ChapterFigure.Measured("scrambled", "The dense network learns scrambled digits as well as others; the "
            + "convolutional network needs neighbours. Medians, and a dot a seed.", "S2-151", "scrambled"),
        new("pets-losses", "The fifteen losses of S0's dogs and cats, from just below ln 2.", "S0-133",
            TrainedFigures.PrintedLosses),
    ];
}
