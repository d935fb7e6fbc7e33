using Reference.Book;
using Reference.Plotting;

namespace Reference.Backpropagation;

/// <summary>The figures of chapter 08; the curves are drawn here.</summary>
public static class BackpropagationFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("single-neuron", "One neuron: inputs times weights, plus a bias, through an activation.",
            "S0-008 S0-005 S2-070 S4-001", NetworkFigures.SingleNeuron),
        new("multilayer-network",
            "Every unit takes all outputs of the layer before; the weights of a layer are a matrix.",
            "S0-004 S0-006 S2-011 S3-200", NetworkFigures.Multilayer),
        new("network-graph", "A network is a graph without a cycle: then its units can be numbered so that each comes "
            + "after its inputs.", "S3-030 S3-031 S3-202", NetworkFigures.Graphs),
        new("insurance-network", "Will someone buy an insurance? Four inputs, two named hidden units, ten weights, no "
            + "bias.", "S2-028", NetworkFigures.Insurance),
        new("century-network", "Will a cricketer score a century? The printed weights stand on their edges.",
            "S2-273 S2-074 S2-075 S2-076", NetworkFigures.Century),
        new("chain-of-two", "The 1-1-1 chain: values forward, derivatives backward.", "S4-033", NetworkFigures.Chain),
        new("century-errors",
            "The error flows back through the same weights: ∂E/∂z of the hidden units when all h are "
            + "½ and no century was scored.", "S2-273 S2-078", NetworkFigures.CenturyErrors),
        new("walk-forward", "The walk-through of S1, forward.",
            "S1-322 S1-095 S1-096 S1-097 S1-098", NetworkFigures.WalkForward),
        new("walk-backward", "The walk-through, backward: error terms in the units, weight steps on the edges.",
            "S1-322 S1-099 S1-100 S1-101 S1-102", NetworkFigures.WalkBackward),
        new("walk-loss", "The same step repeated: with a plus the error falls, with the printed minus it rises.",
            "S1-075 S1-103 S1-070", WalkLoss),
        new("saved-work", "Multiplications for one gradient of a network of ten units a layer.",
            "S4-134 S3-217 S1-076", SavedWork),
        new("toy-step", "One unit from zero weights on the ten rows, η = 1: on raw features the first step raises the "
            + "loss, on standardised ones every step lowers it.", "S3-198 S3-199 S3-206", ToySteps),
        new("toy-network", "The 2-3-1 network from scratch on the ten rows: they can be separated, so the loss falls "
            + "without end.", "S3-207 S3-206 S3-201", ToyNetwork),
    ];

    private static Figure Curves(string title, Axis x, Axis y, params Series[] series) =>
        new(title, new Panel { X = x, Y = y, Series = series }) { Width = 780, Height = 470 };

    private static double[] Steps(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static Figure WalkLoss() => Curves("The step of the walk-through, repeated", new Axis("step"),
        new Axis("E = ½(y − ŷ)²") { Min = 0, Max = 0.5 },
        new Line(Steps(401), WalkErrors(1)) { Label = "weights + η δ input", Color = Palette.Blue },
        new Line(Steps(401), WalkErrors(-1))
        { Label = "weights − η δ input, as printed", Color = Palette.Vermillion, Style = LineStyle.Dashed });

    private static double[] WalkErrors(double sign)
    {
        WalkThrough walk = WalkThrough.OfTheNotes;
        return [walk.E, .. Steps(400).Select(_ => (walk = walk.Moved(sign)).E)];
    }

    private static Figure SavedWork()
    {
        int[] depths = [.. Enumerable.Range(1, 12)];
        Line Of(string label, Func<int[], double> work, Color color, LineStyle style) => new(
            [.. depths.Select(d => (double)d)], [.. depths.Select(d => work([.. Enumerable.Repeat(10, d + 1)]))])
            { Label = label, Color = color, Style = style };
        return Curves("What one gradient costs", new Axis("layers of 10 units"),
            new Axis("multiplications") { Scale = AxisScale.Log },
            Of("path by path, nothing kept", BackwardWork.PathByPath, Palette.Vermillion, LineStyle.Dotted),
            Of("by differences, 2P forward passes", BackwardWork.Differences, Palette.Orange, LineStyle.DashDot),
            Of("backpropagation", BackwardWork.Shared, Palette.Blue, LineStyle.Solid),
            Of("one forward pass", BackwardWork.Forward, Palette.Grey, LineStyle.Dashed));
    }

    private static Figure ToySteps() => Curves("One unit on the ten rows, η = 1", new Axis("step"),
        new Axis("mean of ½(y − ŷ)²") { Min = 0, Max = 0.27 },
        new Line(Steps(21), ToyTable.Descent(ToyTable.X, 1, 20))
        { Label = "raw features", Color = Palette.Vermillion, Style = LineStyle.Dashed },
        new Line(Steps(21), ToyTable.Descent(ToyTable.Standardised, 1, 20))
        { Label = "standardised features", Color = ColorOf.Training });

    private static Figure ToyNetwork() => Curves("The 2-3-1 network on the ten rows, η = 2", new Axis("step"),
        new Axis("mean of ½(y − ŷ)²") { Scale = AxisScale.Log },
        new Line(Steps(2001), BackpropagationExperiments.TrainToyNetwork(seed: 1).Run.Losses)
        { Color = ColorOf.Training });
}
