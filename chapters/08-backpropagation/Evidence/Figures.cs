using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>Backpropagation by hand: the figures.</summary>
public static class BackpropagationFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("single-neuron", "One neuron: inputs times weights, plus a bias, through an activation.",
            "S0-008 S0-005 S2-070 S4-001", NetworkFigures.SingleNeuron),
        new("multilayer-network", "Layers: each takes all outputs of the one before, and its weights are a matrix.",
            "S0-004 S0-006 S2-011 S3-200", NetworkFigures.Multilayer),
        new("network-graph", "A network is any graph without a cycle, its units numbered so that each comes after those it takes from; "
            + "one edge back and there is no such order.", "S3-030 S3-031 S3-202", NetworkFigures.Graphs),
        new("insurance-network", "Will someone buy an insurance? Four inputs, two hidden units that have a meaning, ten weights, no bias.",
            "S2-028", NetworkFigures.Insurance),
        new("century-network", "Will a cricketer score a century? The weights that the notes print stand on their edges.",
            "S2-273 S2-074 S2-075 S2-076", NetworkFigures.Century),
        new("century-range", "What the printed output unit says when all hidden units say h: never less than 0.7685, so never no.",
            "S2-076", NetworkFigures.CenturyRange),
        new("chain-of-two", "The 1-1-1 chain with the numbers of the example: values on the way there, derivatives on the way back.",
            "S4-033", WalkFigures.Chain),
        new("century-errors", "The error flows back through the same weights: ∂E/∂z of every unit when all h are ½ and no century was scored.",
            "S2-273 S2-078", WalkFigures.CenturyErrors),
        new("century-training", "Sixty made-up players: from the printed weights, which say yes to everybody, the error falls epoch by epoch.",
            "S2-273 S2-079 S2-081", WalkFigures.CenturyTraining),
        new("walk-forward", "The walk-through of S1, forward: inputs, weights, and what each unit makes of them.",
            "S1-322 S1-095 S1-096 S1-097 S1-098", WalkFigures.Forward),
        new("walk-backward", "The walk-through, backward: error terms in the units, weight steps on the edges.",
            "S1-322 S1-099 S1-100 S1-101 S1-102", WalkFigures.Backward),
        new("walk-loss", "The same step again and again: with a plus the error falls, with the printed minus it rises.",
            "S1-075 S1-103 S1-070", WalkFigures.Loss),
        new("epochs-on-xor", "The algorithm of S1 on XOR, four hidden units: it needs no bias, for σ(0) = ½ makes every hidden unit one; "
            + "a constant input only speeds it up.", "S1-107", FlowFigures.EpochsOnXor),
        new("gradient-scatter", "Every derivative of a 4-6-5-3 network, by backpropagation and by differences.",
            "S3-217 S4-002 S0-033", FlowFigures.Scatter),
        new("saved-work", "Multiplications for one gradient of a network of ten units a layer: error terms kept, by differences, and path by path.",
            "S4-134 S3-217 S1-076", FlowFigures.SavedWork),
        new("gradient-by-depth", "The gradient of each layer's weights in networks of 20 layers of 64 units, relative to the last layer.",
            "S1-104 S2-191 S4-135", FlowFigures.GradientByDepth),
        new("toy-table", "The ten rows and the boundary that a trained unit draws between them.", "S3-198", ToyFigures.ToyTableRows),
        new("toy-step", "One unit from zero weights on the ten rows, η = 1: on the raw features the first step raises the error, "
            + "on standardised ones every step lowers it.", "S3-199 S3-206", ToyFigures.ToySteps),
        new("toy-network", "The 2-3-1 network from scratch on the ten rows. They can be separated, so no weights are at rest: "
            + "the loss falls for ever, slower and slower.", "S3-207 S3-206 S3-201", ToyFigures.ToyNetwork),
    ];
}
