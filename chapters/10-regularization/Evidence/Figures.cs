using Reference.Book;

namespace Reference.Regularization;

/// <summary>The figures, in the order of the README.</summary>
public static class RegularizationFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("complexity", "Polynomials of degree 1, 3 and 15 on twenty points, and the errors by degree: too simple, "
            + "about right, too complex.", "S4-127 S4-128 S1-112", FitFigures.Complexity),
        new("neurons", "Training and validation error of 1-H-1 by the number of hidden units, median of three starts.",
            "S4-127 S4-128 S4-129", FitFigures.Neurons),
        new("early-stopping",
            "Training and validation loss of 2-100-100-2 on points with wrong labels: the validation "
            + "loss turns up while the training loss falls. Dashed: the best epoch, and where a patience of 20 stops.",
            "S1-115 S1-323 S3-080 S3-223", FitFigures.Stopping),
        new("steepness", "σ(x₁ + x₂) and σ(10x₁ + 10x₂): the same border, ten times as steep; and their slopes along "
            + "x₁ = x₂.", "S1-117 S1-325", PenaltyFigures.Steepness),
        new("penalty-balls", "A squared error alone, with an L1 and with an L2 penalty: the minimum moves to the axis "
            + "under L1. Grey: weights of equal penalty.", "S1-324 S1-121", PenaltyFigures.Balls),
        new("penalty-paths", "Weights of a linear model by λ: L1 sets one after the other to 0, L2 shrinks all. Blue: "
            + "the three features that matter.", "S1-121 S1-133", PenaltyFigures.Paths),
        new("weight-histograms",
            "First-layer weights of one network trained bare, with L1 and with L2: L1 leaves most "
            + "at exactly 0.", "S3-106 S3-107 S1-116", PenaltyFigures.Histograms),
        new("dropout-network", "A dense network, and two masks of dropout: a dropped unit loses all its connections.",
            "S0-086 S0-089 S0-090 S0-091 S3-111", DropoutFigures.Network),
        new("dropout-boundary", "2-100-100-2 on points of which 15 % have the wrong label: without and with dropout. "
            + "Black: the true border.", "S4-146 S4-148 S4-149", DropoutFigures.Boundary),
        new("batch-norm",
            "Scores of a sigmoid network before and after batch normalization, and its accuracy on drawn "
            + "digits with and without.", "S2-129 S4-157 S4-158", NormalizationFigures.Effect),
        new("which-numbers",
            "What is brought to mean 0 and variance 1: a feature over the batch, or a sample over its "
            + "features. Columns are samples.", "S1-269 S1-348", NormalizationFigures.Which),
        new("three-networks",
            "Training and validation loss of the house networks: small, large, and large with L2 and dropout; here "
            + "with 100 units a layer.", "S3-109 S3-226", FitFigures.ThreeNetworks),
    ];
}
