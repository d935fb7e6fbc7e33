using Reference.Book;

namespace Reference.Losses;

/// <summary>The figures of chapter 03.</summary>
public static class LossFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("underflow", "A product of probabilities underflows to 0 in double precision; the sum of their logarithms "
            + "does not.",
            "S1-027 S1-030", ClassificationFigures.Underflow),
        new("coin-likelihood",
            "The likelihood of two series of flips and its logarithm have their maximum at the same θ, the mean of "
                + "the flips.",
            "S1-026 S4-099 S4-100 S4-101 S4-102", ClassificationFigures.CoinLikelihood),
        new("consistency", "The error of the most likely θ falls as 1/√n: dots are measured on 200 series each.",
            "S1-029", ClassificationFigures.Consistency),
        new("surprise", "The two halves of binary cross-entropy: −ln p for label 1, −ln(1 − p) for label 0.",
            "S1-011 S1-038 S2-111 S2-112 S3-038", ClassificationFigures.TwoHalves),
        new("confident-mistakes",
            "The loss of a wrong answer: cross-entropy grows without limit with the confidence, squared error ends at "
                + "1.",
            "S1-034 S1-012 S1-078", ClassificationFigures.ConfidentMistakes),
        new("gibbs", "Cross-entropy against the predicted probability: each curve is lowest at the true one, where it "
            + "is the entropy.",
            "S1-013 S1-035 S1-037 S2-115 S3-228", ClassificationFigures.Gibbs),
        new("loss-shapes", "Four regression losses and their derivatives against the residual.",
            "S1-077 S3-033 S3-034 S3-035 S3-036 S3-037", RegressionFigures.LossShapes),
        new("margins", "Losses of a score by its margin ys: hinge and cross-entropy in bits are bounds of the number "
            + "of mistakes.",
            "S2-111", RegressionFigures.Margins),
        new("logit-curvature",
            "Label 1: squared error is not convex left of −ln 2 (shaded), and its derivative vanishes on confident "
                + "mistakes.",
            "S1-078 S2-110 S2-114", CurvatureFigures.LogitCurvature),
        new("two-minima", "Squared error of a single weight on three points has two minima; cross-entropy of the "
            + "same weight has one.",
            "S2-109 S2-110", CurvatureFigures.TwoMinima),
        new("flat-regions",
            "Costs of one weight: steps under a threshold, plateaus under squared error, neither under "
            + "cross-entropy.",
            "S4-103 S4-104", CurvatureFigures.FlatRegions),
        new("cost-surfaces", "The same costs over weight and bias: plateaus under squared error, a bowl under "
            + "cross-entropy.",
            "S4-103 S4-104", CurvatureFigures.CostSurfaces),
        new("imbalance", "A rare class beside a common one: the unweighted boundary misses most of it; class weights "
            + "move the boundary back.",
            "S1-041", ClassificationFigures.RareClass),
        new("line-cost", "The sum of squared errors of a line: a parabola in the slope, a bowl in slope and "
            + "intercept.",
            "S4-013 S0-032", RegressionFigures.LineCosts),
        new("outlier", "One outlier moves the mean, which minimises squared error, without limit; the median, which "
            + "minimises absolute error, stays.",
            "S3-035 S1-078", RegressionFigures.Outlier),
    ];
}
