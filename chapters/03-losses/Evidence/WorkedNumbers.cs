using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.Losses;

/// <summary>The numbers that the notes print on losses, and a few that follow from them.</summary>
public static class LossNumbers
{
    private static readonly double[] FourPoints = [0.6, 0.2, 0.1, 0.7];
    private static readonly BernoulliCoin ThreeFlips = new([1, 1, 0]), FourFlips = new([1, 0, 1, 0]);

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S1-012", "log-loss of a perfect prediction", "0", () => ScalarBinaryCrossEntropy.Mean([1, 0], [1, 0])),
        new("S1-012", "log-loss of the worst prediction", "∞", () => ScalarBinaryCrossEntropy.Mean([0, 1], [1, 0])),
        WorkedNumber.Derived("S1-025", "P(all) of 0.6, 0.2, 0.1, 0.7", "0.0084", () => Likelihood.Of(FourPoints)),
        WorkedNumber.Derived("S1-031", "their cross-entropy in base 10", "2.075721",
            () => Likelihood.CrossEntropyInBase(FourPoints, 10)),
        new("S1-032", "−ln 0.6 − ln 0.2 − ln 0.1 − ln 0.7", "4.8", () => Likelihood.CrossEntropy(FourPoints)),
        WorkedNumber.Derived("S1-032", "the same to seven digits", "4.779524",
            () => Likelihood.CrossEntropy(FourPoints)),
        WorkedNumber.Derived("S1-034", "loss of a mistake made with 51 %", "0.713350",
            () => ScalarBinaryCrossEntropy.OfSample(0.51, 0)),
        WorkedNumber.Derived("S1-034", "loss of a mistake made with 90 %", "2.302585",
            () => ScalarBinaryCrossEntropy.OfSample(0.90, 0)),
        new("S1-038", "cross-entropy at p = 1", "0", () => Information.OfEvent(1)),
        new("S1-038", "cross-entropy at p = 0", "∞", () => Information.OfEvent(0)),
        WorkedNumber.Derived("S2-114", "derivative at z = −4, y = 1: cross-entropy over squared error", "28.31",
            () => ScalarBinaryCrossEntropy.LogitDerivative(-4, 1) / ScalarSigmoidLoss.SquaredDerivative(-4, 1)),
        WorkedNumber.Truncated("S3-227", "accuracy of classifier 1", "0.66", () => Accuracy(Classifiers.First)),
        WorkedNumber.Truncated("S3-227", "accuracy of classifier 2", "0.66", () => Accuracy(Classifiers.Second)),
        WorkedNumber.Derived("S3-227", "mean cross-entropy of classifier 1", "0.4541926115",
            () => CrossEntropy(Classifiers.First)),
        WorkedNumber.Derived("S3-227", "mean cross-entropy of classifier 2", "0.9162907319",
            () => CrossEntropy(Classifiers.Second)),
        WorkedNumber.Erratum("S4-099", "likelihood of head, head, tail at θ = 0.2", "0.08",
            () => ThreeFlips.Likelihood(0.2),
            right: "0.032", "0.2 · 0.2 · 0.8 = 0.032; the notes' table for four flips is right."),
        new("S4-102", "likelihood of head, tail, head, tail at θ = 0.5", "0.0625", () => FourFlips.Likelihood(0.5)),
        new("S4-102", "likelihood of head, tail, head, tail at θ = 0.2", "0.0256", () => FourFlips.Likelihood(0.2)),
    ];

    private static double Accuracy(Matrix<double> P) => Classifiers.Accuracy(P, Classifiers.Labels);

    private static double CrossEntropy(Matrix<double> P) => CategoricalEquations.CrossEntropy(P, Classifiers.Labels);
}
