using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.Losses;

/// <summary>Statements of the notes on losses that the chapter's code refutes.</summary>
public static class LossClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-041", "Works with one-hot encoded labels […] Each class contributes to total loss",
            "With one-hot labels a sample contributes the term of its own class only; the other terms are 0.",
            "For the label (1, 0, 0), (0.5, 0.4, 0.1) and (0.5, 0.1, 0.4) have the same loss, ln 2.",
            () => Information.CrossEntropy([1, 0, 0], [0.5, 0.4, 0.1])
                == Information.CrossEntropy([1, 0, 0], [0.5, 0.1, 0.4])),
        new("S1-041",
            "Zero only for perfect predictions […] minimizing the cross-entropy, which happens when predicted "
                + "probabilities match true distributions",
            "It is least when they match, and then it is the entropy of the truth, which is 0 for hard labels only.",
            "Predicting the true distribution (½, ½) perfectly costs ln 2 = 0.693.",
            () => Math.Abs(Information.CrossEntropy([0.5, 0.5], [0.5, 0.5]) - Math.Log(2)) < 1e-15
                && Information.CrossEntropy([0.5, 0.5], [0.6, 0.4]) > Math.Log(2)),
        new("S1-041", "Handles class imbalance naturally",
            "Every sample counts the same, so the majority decides; class weights, (3.21), restore the balance.",
            "On 950 samples of one class and 50 of another that overlaps it, the best unweighted model finds less "
                + "than a third of the rare class, the best weighted one more than two thirds.",
            () => ClassWeights.Measure(1) is { Plain.RareFound: < 1.0 / 3, Weighted.RareFound: > 2.0 / 3 }),
        new("S1-086",
            "If we take many steps, always descending down a gradient, eventually the weights will find the minimum "
                + "of the error function.",
            "They find a local minimum, as the notes themselves remark a few lines above.",
            "Squared error of σ(wx) on three points: descent from w = 3 ends at 1.95, but the minimum is at −0.23.",
            () => Math.Abs(Descend(3) - 1.95) < 0.01 && Math.Abs(Descend(-1) + 0.23) < 0.01
                && SquaredOfThree(Descend(3)) > SquaredOfThree(Descend(-1)) + 0.01),
        new("S3-227", "Example 1, Example 2, Example 3, as the heads of the columns of both tables",
            "The rows are the examples, and the columns are the classes: only rows sum to 1.",
            "Read by columns, the classifiers have accuracies 1 and ⅔ instead of 0.66 for both.",
            () => Classifiers.Accuracy(Classifiers.First.Transpose(), Classifiers.Labels) == 1
                && (Classifiers.First.RowSums() - 1).AbsoluteMaximum() > 0.1),
        new("S4-103", "CROSS ENTROPY LOSS: ℓ(θ) = (1/N) Σ (yₘ − σ(xₘ + b))²",
            "That is squared error, without the weight w; the cross-entropy follows further down.",
            "One point x = 1 of label 1 at w = 2, b = 0: the printed formula gives 0.072, squared error 0.014, "
                + "cross-entropy 0.127.",
            () => Rounds(ScalarSigmoidLoss.Squared(1, 1), 0.072) && Rounds(ScalarSigmoidLoss.Squared(2, 1), 0.014)
                && Rounds(ScalarBinaryCrossEntropy.OfLogit(2, 1), 0.127)),
    ];

    private static bool Rounds(double value, double printed) => Math.Abs(value - printed) < 5e-4;

    private static double SquaredOfThree(double w) => LossExamples.OfOneWeight(LossExamples.ThreePoints.Squared)(w);

    private static double Descend(double w)
    {
        Vector<double> θ = Vector<double>.Build.Dense(1, w);
        for (int k = 0; k < 2000; k++)
        {
            θ -= LossExamples.ThreePoints.SquaredGradient(θ);
        }

        return θ[0];
    }
}
