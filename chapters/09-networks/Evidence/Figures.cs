using Reference.Book;

namespace Reference.Networks;

/// <summary>The figures, in the order of the README.</summary>
public static class NetworksFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("dense-networks", "Fully connected: three inputs, four hidden layers of three and one output, 52 numbers; "
            + "and a network of sigmoids with several inputs.", "S3-056 S4-122", DiagramFigures.Networks),
        new("model-diagram", "The digits network as a diagram: the shape and the parameters of each layer.",
            "S3-069 S2-105", DiagramFigures.Model),
        new("car-classes", "Cars of four classes: one softmax unit gives all of them one class, four tell them apart.",
            "S4-018 S4-019 S4-021", ClassFigures.Cars),
        new("symmetry", "Three hidden units learning XOR: equal weights stay equal, drawn ones separate.",
            "S3-205 S4-151 S4-155", StartFigures.EqualUnits),
        new("initial-weights", "Weights of a layer with 300 inputs and 100 outputs as four initialisers draw them.",
            "S3-205 S4-153 S4-154", StartFigures.Histograms),
        new("signal-by-depth", "The mean square of signals and gradients through 20 layers of 64: only the right "
            + "width keeps both.", "S4-135 S4-152 S4-153 S4-154", StartFigures.Depth),
        new("signal-histograms", "Outputs of tanh layers 1, 5 and 10: too narrow they vanish, too wide they saturate.",
            "S4-152 S4-153", StartFigures.Signals),
        new("initialiser-losses", "The loss of one deep network on the spirals, by initialiser.",
            "S3-205 S4-154", StartFigures.Losses),
        new("plateau", "A loss that goes to 0, one that stays at ln 2 because a single unit cannot do better on XOR, "
            + "and one that rises between epochs on its way down. Dashed: ln 2.",
            "S3-215 S3-216 S3-206", FitFigures.Plateau),
        new("simple-net", "SimpleNet from twelve seeds, and its prediction at (1, 1) from 300.",
            "S2-063 S2-065 S2-067 S2-068 S2-069", FitFigures.SimpleNetRuns),
        new("xor-learning", "The notes' XOR run at two learning rates: cost of an epoch and accuracy.",
            "S4-123 S4-124 S4-126", XorFigures.Learning),
        new("xor-regions", "XOR by networks with one, two and four hidden units: black squares have the target 1, "
            + "white dots 0.", "S4-125 S4-126 S2-026 S3-028", XorFigures.Regions),
        new("bump", "Two sigmoids make a bump, and bumps side by side any curve.", "S4-117", FitFigures.Bumps),
        new("universal-approximation", "sin x on [0, 10] by one hidden layer of 1, 2, 4 and 16 tanh units.",
            "S3-009 S4-116", FitFigures.Sine),
        new("width-against-fit", "Two intervals learned by 1, 2, 6 and 9 sigmoids.",
            "S4-118 S4-119 S4-120 S4-121", FitFigures.Width),
        new("concrete", "Strength of synthetic concrete: the error by epoch, and predicted against actual strength of "
            + "mixtures held out.", "S4-016", FitFigures.Concrete),
        new("boston-mae", "The validation error by epoch, four folds and their mean; then without its first ten "
            + "points and smoothed. Dashed: least squares on the same folds. Synthetic houses.",
            "S3-100 S3-102 S3-103", FitFigures.Boston),
        new("class-regions", "Three spirals: the regions of no hidden layer, of one, of two, and of 2-3-4-3.",
            "S4-131 S4-132 S4-141 S4-142 S4-143", ClassFigures.Regions),
        new("activation-race", "Sigmoid, tanh and ReLU in the same network on drawn digits: loss, and accuracy on "
            + "digits held out.", "S4-137 S4-138 S4-139 S4-140", ClassFigures.Activations),
        new("digits", "The notes' digit classifier on drawn digits: loss, accuracy, and some misread digits.",
            "S2-002 S2-105 S2-107 S2-108", ClassFigures.Digits),
    ];
}
