using Reference.Book;

namespace Reference.Networks;

/// <summary>The figures, in the order of the README.</summary>
public static class NetworksFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("dense-networks", "Fully connected: three inputs, four hidden layers of three and one output, 52 "
            + "parameters; and a network of sigmoids with several inputs.", "S3-056 S4-122", DiagramFigures.Networks),
        new("model-diagram", "The digits network as a diagram: the shape and the parameters of each layer.",
            "S3-069 S2-105", DiagramFigures.Model),
        new("symmetry", "Three hidden units learning XOR: equal weights stay equal, random ones separate.",
            "S3-205 S4-151 S4-155", StartFigures.EqualUnits),
        new("initial-weights", "Weights drawn by four initialisers, and the loss of a network from five starts.",
            "S3-205 S4-153 S4-154", StartFigures.Weights),
        new("signal-by-depth", "The mean square of signals and gradients through 20 layers: ReLU keeps it from He's "
            + "start, tanh from Xavier's.", "S4-135 S4-152 S4-153 S4-154", StartFigures.Depth),
        new("signal-histograms", "Outputs of ten tanh layers, one histogram per column: they vanish from too "
            + "narrow a start and saturate from too wide a one.", "S4-152 S4-153", StartFigures.Signals),
        new("plateau", "A loss that goes to 0, one that rises now and then, and XOR: a single unit stays at ln 2 for "
            + "good, the notes' network at their learning rate for 500 epochs.",
            "S3-215 S3-216 S3-206 S4-123 S4-124 S4-126", FitFigures.Plateau),
        new("xor-regions", "XOR by 2-2-1 while it learns: the boundary ŷ = ½ between the inputs bends, and between "
            + "the hidden units, where the corners move, it is a straight line. Blue: target 1.",
            "S4-125 S4-126 S2-026 S3-028", XorFigures.HiddenSpace),
        new("bump", "Two sigmoids make a bump, and bumps side by side any curve.", "S4-117", FitFigures.Bumps),
        new("width-against-fit", "Hidden layers of different widths on a curve and on two intervals: dots are data, "
            + "lines the network, dashed the threshold ½.",
            "S3-009 S4-116 S4-118 S4-119 S4-120 S4-121", FitFigures.Width),
        new("boston-mae", "The validation error by epoch, four folds and their mean; then without its first ten "
            + "points and smoothed. Dashed: least squares on the same folds. Synthetic houses.",
            "S3-100 S3-102 S3-103", FitFigures.Boston),
        new("class-regions", "Three spirals: the regions of no hidden layer, of one, of two, and of 2-3-4-3.",
            "S4-131 S4-132 S4-141 S4-142 S4-143", ClassFigures.Regions),
        new("activation-race", "Sigmoid, tanh and ReLU in the same network on drawn digits: loss, and accuracy on "
            + "digits held out.", "S4-137 S4-138 S4-139 S4-140", ClassFigures.Activations),
        new("digits", "The notes' digit classifier on drawn digits: loss, accuracy, and some misread digits.",
            "S2-002 S2-105 S2-107 S2-108", ClassFigures.Digits),
        new("digit-units", "Digits, the weights of 20 units of the first layer as images, and the probabilities of "
            + "the digit that the network is least certain of.", "S2-105 S2-108 S4-133", ClassFigures.Units),
    ];
}
