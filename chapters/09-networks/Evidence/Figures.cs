using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the figures.</summary>
public static class NetworksFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("model-diagram", "The digits network as a diagram: what each layer takes and returns, and how many numbers it learns.",
            "S3-069 S2-105", DiagramFigures.Model),
        new("dense-networks", "Fully connected: three inputs, four hidden layers of three and one output, 52 numbers; "
            + "and one sigmoid network fed several inputs.", "S3-056 S4-122", DiagramFigures.Networks),
        new("difference-cost", "What a gradient costs: backpropagation about two forward passes, difference quotients two for each number that is learned.",
            "S4-134", DiagramFigures.Cost),
        new("initial-weights", "Weights of a layer with 300 inputs and 100 outputs as four initialisers draw them.",
            "S3-205 S4-153 S4-154", StartFigures.Histograms),
        new("symmetry", "Three hidden units learning XOR: weights that start equal stay equal for ever, weights drawn at random part.",
            "S3-205 S4-151 S4-155", StartFigures.Twins),
        new("signal-by-depth", "The mean square of signals and gradients through 20 layers of 64: only the right width keeps both.",
            "S4-135 S4-152 S4-153 S4-154", StartFigures.Depth),
        new("signal-histograms", "Outputs of tanh layers 1, 5 and 10: too narrow they die, too wide they saturate.", "S4-152 S4-153", StartFigures.Signals),
        new("initialiser-losses", "The same deep network learns the spirals, or does not, by where it starts.", "S3-205 S4-154", StartFigures.Losses),
        new("simple-net", "SimpleNet from twelve seeds, and its prediction at (1, 1) from 300.",
            "S2-063 S2-065 S2-067 S2-068 S2-069", FitFigures.SimpleNetRuns),
        new("plateau", "A loss that goes to 0, one that stays at ln 2 because a single unit cannot do better on XOR, "
            + "and one that rises between epochs on its way down. Dashed: ln 2.", "S3-215 S3-216 S3-206", FitFigures.Plateau),
        new("xor-learning", "The notes' XOR run at two learning rates: cost of an epoch and accuracy.", "S4-123 S4-124 S4-126", XorFigures.Learning),
        new("xor-regions", "What networks with one, two and four hidden units make of XOR: black squares are to give 1, white dots 0.",
            "S4-125 S4-126 S2-026 S3-028", XorFigures.Regions),
        new("xor-failures", "How often training on XOR fails, by hidden units and learning rate: 10 seeds each, 20 points, "
            + "the rates five times the notes' so that rate times updates is theirs.", "S4-126", XorFigures.Failures),
        new("bump", "Two sigmoids make a bump, and bumps side by side any curve.", "S4-117", FitFigures.Bumps),
        new("universal-approximation", "sin x on [0, 10] by one hidden layer of 1, 2, 4 and 16 tanh units.", "S3-009 S4-116", FitFigures.Sine),
        new("width-against-fit", "Two intervals learned by 1, 2, 6 and 9 sigmoids.", "S4-118 S4-119 S4-120 S4-121", FitFigures.Width),
        new("concrete", "Strength of synthetic concrete: the error by epoch, and predicted against actual strength of mixtures held out.",
            "S4-016", FitFigures.Concrete),
        new("boston-mae", "The validation error by epoch, four folds and their mean, whole; then without its first ten points and smoothed. "
            + "Dashed: what least squares comes to on the same folds. Synthetic houses.", "S3-100 S3-102 S3-103", FitFigures.Boston),
        new("car-classes", "Cars of four classes: one softmax unit calls all of them the same, four units tell them apart.",
            "S4-018 S4-019 S4-021", ClassFigures.Cars),
        new("class-regions", "Three spirals: the regions of no hidden layer, of one, of two, and of the list 2, 3, 4, 3, seed 1.",
            "S4-131 S4-132 S4-141 S4-142 S4-143", ClassFigures.Regions),
        new("activation-race", "Sigmoid, tanh and ReLU in the same network on drawn digits: loss, and accuracy on digits held out.",
            "S4-137 S4-138 S4-139 S4-140", ClassFigures.Activations),
        new("digits", "The notes' digit classifier on drawn digits: loss and accuracy by epoch, and some of the digits it misreads.",
            "S2-002 S2-105 S2-107 S2-108", ClassFigures.Digits),
    ];
}
