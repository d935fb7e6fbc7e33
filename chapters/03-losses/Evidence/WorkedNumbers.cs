using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;

namespace Reference.Losses;

/// <summary>Every number that the notes print on losses, and the values that follow from what they print.</summary>
public static class LossNumbers
{
    private static readonly int[] HeadHeadTail = [1, 1, 0];
    private static readonly int[] HeadTailHeadTail = [1, 0, 1, 0];
    private static readonly double[] FourPoints = [0.6, 0.2, 0.1, 0.7];
    private static readonly string[] Ordinals = ["first", "second", "third"];

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
        [.. new[] { Coins(), FourProbabilities(), Binary(), Words(), Categorical(), TwoClassifiers(), Residuals(), Curvature() }
            .SelectMany(some => some)
            .OrderBy(number => number.Row, StringComparer.Ordinal)];

    private static IEnumerable<WorkedNumber> Coins() =>
    [
        WorkedNumber.Erratum("S4-099", "likelihood of head, head, tail at θ = 0.2", "0.08", () => BernoulliCoin.Likelihood(0.2, HeadHeadTail),
            right: "0.032", "0.2 · 0.2 · 0.8 = 0.032; the notes' own table for four flips multiplies rightly."),
        WorkedNumber.Derived("S4-099", "its maximum, at θ = ⅔", "0.148148",
            () => BernoulliCoin.Likelihood(BernoulliCoin.MostLikely(HeadHeadTail), HeadHeadTail)),
        WorkedNumber.Derived("S4-100", "most likely θ after head, head, tail", "0.6667", () => BernoulliCoin.MostLikely(HeadHeadTail)),
        new("S4-102", "likelihood of head, tail, head, tail at θ = 0.5", "0.0625", () => BernoulliCoin.Likelihood(0.5, HeadTailHeadTail)),
        new("S4-102", "likelihood of head, tail, head, tail at θ = 0.2", "0.0256", () => BernoulliCoin.Likelihood(0.2, HeadTailHeadTail)),
        WorkedNumber.Derived("S4-101", "log-likelihood of head, tail, head, tail at θ = 0.5", "-2.772589",
            () => BernoulliCoin.LogLikelihood(0.5, HeadTailHeadTail)),
        WorkedNumber.Derived("S4-101", "log-likelihood of head, tail, head, tail at θ = 0.2", "-3.665163",
            () => BernoulliCoin.LogLikelihood(0.2, HeadTailHeadTail)),
        WorkedNumber.Derived("S4-104", "cross-entropy of head, tail, head, tail at θ = 0.5", "0.693147",
            () => ScalarBinaryCrossEntropy.Mean([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0])),
        WorkedNumber.Derived("S4-104", "cross-entropy of head, tail, head, tail at θ = 0.2", "0.916291",
            () => ScalarBinaryCrossEntropy.Mean([0.2, 0.2, 0.2, 0.2], [1, 0, 1, 0])),
    ];

    private static IEnumerable<WorkedNumber> FourProbabilities() =>
    [
        new("S1-032", "−ln 0.6 − ln 0.2 − ln 0.1 − ln 0.7", "4.8", () => Likelihood.CrossEntropy(FourPoints)),
        WorkedNumber.Derived("S1-032", "the same to seven digits", "4.779524", () => Likelihood.CrossEntropy(FourPoints)),
        WorkedNumber.Derived("S1-032", "−ln 0.6", "0.510826", () => SelfInformation.Of(0.6)),
        WorkedNumber.Derived("S1-032", "−ln 0.2", "1.609438", () => SelfInformation.Of(0.2)),
        WorkedNumber.Derived("S1-032", "−ln 0.1", "2.302585", () => SelfInformation.Of(0.1)),
        WorkedNumber.Derived("S1-032", "−ln 0.7", "0.356675", () => SelfInformation.Of(0.7)),
        WorkedNumber.Derived("S1-032", "mean of the four", "1.194881", () => Likelihood.CrossEntropy(FourPoints) / 4),
        WorkedNumber.Derived("S1-025", "P(all) of the four", "0.0084", () => Likelihood.Of(FourPoints)),
        WorkedNumber.Derived("S1-031", "the sum with base-10 logarithms", "2.075721", () => Likelihood.CrossEntropyInBase(FourPoints, 10)),
        WorkedNumber.Derived("S1-031", "ratio of the two sums, ln 10", "2.302585",
            () => Likelihood.CrossEntropy(FourPoints) / Likelihood.CrossEntropyInBase(FourPoints, 10)),
    ];

    private static IEnumerable<WorkedNumber> Binary() =>
    [
        WorkedNumber.Derived("S1-011", "99 % sure of a fraud that is none", "4.605170", () => ScalarBinaryCrossEntropy.OfSample(0.99, 0)),
        new("S1-012", "log-loss of a perfect prediction", "0", () => ScalarBinaryCrossEntropy.Mean([1, 0], [1, 0])),
        new("S1-012", "log-loss of the worst prediction", "∞", () => ScalarBinaryCrossEntropy.Mean([0, 1], [1, 0])),
        WorkedNumber.Derived("S1-034", "90 % confident and wrong", "2.302585", () => ScalarBinaryCrossEntropy.OfSample(0.90, 0)),
        WorkedNumber.Derived("S1-034", "51 % confident and wrong", "0.713350", () => ScalarBinaryCrossEntropy.OfSample(0.51, 0)),
        WorkedNumber.Derived("S1-034", "how much worse the confident mistake is", "3.228",
            () => ScalarBinaryCrossEntropy.OfSample(0.90, 0) / ScalarBinaryCrossEntropy.OfSample(0.51, 0)),
        new("S1-037", "cross-entropy when the prediction equals reality", "0", () => ScalarBinaryCrossEntropy.Sum([1, 0], [1, 0])),
        WorkedNumber.Derived("S1-037", "best cross-entropy of the soft label (½, ½)", "0.693147", () => Information.Entropy([0.5, 0.5])),
        new("S1-038", "cross-entropy at p = 1", "0", () => SelfInformation.Of(1)),
        new("S1-038", "cross-entropy at p = 0", "∞", () => SelfInformation.Of(0)),
        WorkedNumber.Derived("S1-038", "cross-entropy at p = ½, “moderate”", "0.693147", () => SelfInformation.Of(0.5)),
        WorkedNumber.Derived("S2-111", "loss at y = 1, p = 0.9", "0.1053605157", () => ScalarBinaryCrossEntropy.OfSample(0.9, 1)),
        WorkedNumber.Derived("S2-111", "loss at y = 1, p = 0.5", "0.6931471806", () => ScalarBinaryCrossEntropy.OfSample(0.5, 1)),
        WorkedNumber.Derived("S2-111", "loss at y = 1, p = 0.1", "2.3025850930", () => ScalarBinaryCrossEntropy.OfSample(0.1, 1)),
        WorkedNumber.Derived("S2-111", "loss at y = 1, p = 0.01", "4.6051701860", () => ScalarBinaryCrossEntropy.OfSample(0.01, 1)),
        WorkedNumber.Derived("S2-113", "mean loss at y = (1, 1, 0, 0), p = (0.9, 0.8, 0.3, 0.1)", "0.1976348816",
            () => ScalarBinaryCrossEntropy.Mean([0.9, 0.8, 0.3, 0.1], [1, 1, 0, 0])),
        WorkedNumber.Derived("S3-038", "loss at y = 1, p = 0.9", "0.1053605157", () => ScalarBinaryCrossEntropy.OfSample(0.9, 1)),
        WorkedNumber.Derived("S3-038", "loss at y = 0, p = 0.1", "0.1053605157", () => ScalarBinaryCrossEntropy.OfSample(0.1, 0)),
        WorkedNumber.Derived("S3-038", "loss at y = 1, p = 0.2", "1.6094379124", () => ScalarBinaryCrossEntropy.OfSample(0.2, 1)),
        WorkedNumber.Derived("S3-038", "loss at y = 0, p = 0.8", "1.6094379124", () => ScalarBinaryCrossEntropy.OfSample(0.8, 0)),
    ];

    // Each component of each printed vector, [1, 0, 0] for the first word of three.
    private static IEnumerable<WorkedNumber> Words() =>
        from words in new string[][] { ["A", "B", "C"], ["Red", "Blue", "Green"] }
        from printed in new[] { (Word: 0, Vector: "100"), (Word: 1, Vector: "010"), (Word: 2, Vector: "001") }
        from j in Enumerable.Range(0, 3)
        select new WorkedNumber("S1-022", $"{words[printed.Word]}, {Ordinals[j]} component", $"{printed.Vector[j]}",
            () => OneHot.Encode(words).Encoded[j, printed.Word]);

    private static IEnumerable<WorkedNumber> Categorical() =>
    [
        WorkedNumber.Derived("S1-022", "distance between any two encoded categories", "1.414214",
            () => (OneHot.Encode([0, 1], 3).Column(0) - OneHot.Encode([0, 1], 3).Column(1)).L2Norm()),
        WorkedNumber.Derived("S2-115", "third class under softmax(1, 2, 3)", "0.6652409558", () => ScalarActivations.Softmax([1, 2, 3])[2]),
        WorkedNumber.Derived("S2-115", "its cross-entropy", "0.4076059644",
            () => ScalarCrossEntropy.OfLogits(new double[,] { { 1 }, { 2 }, { 3 } }, new double[,] { { 0 }, { 0 }, { 1 } })),
        WorkedNumber.Derived("S3-039", "uniform prediction over 3 classes", "1.0986123", () => Uniform(3)),
        WorkedNumber.Derived("S3-039", "uniform prediction over 10 classes", "2.3025851", () => Uniform(10)),
        WorkedNumber.Derived("S3-039", "uniform prediction over 46 classes", "3.8286414", () => Uniform(46)),
    ];

    private static double Uniform(int classes) =>
        CategoricalEquations.CrossEntropy(Matrix<double>.Build.Dense(classes, 1, 1.0 / classes), OneHot.Encode([0], classes));

    private static IEnumerable<WorkedNumber> TwoClassifiers() =>
    [
        WorkedNumber.Truncated("S3-227", "accuracy of classifier 1", "0.66", () => Classifiers.Accuracy(Classifiers.First, Classifiers.Labels)),
        WorkedNumber.Truncated("S3-227", "accuracy of classifier 2", "0.66", () => Classifiers.Accuracy(Classifiers.Second, Classifiers.Labels)),
        WorkedNumber.Derived("S3-227", "cross-entropy of classifier 1, examples 1 and 2", "0.2231435513", () => SelfInformation.Of(Classifiers.First[2, 0])),
        WorkedNumber.Derived("S3-227", "cross-entropy of both, example 3", "0.9162907319", () => SelfInformation.Of(Classifiers.First[0, 2])),
        WorkedNumber.Derived("S3-227", "summed cross-entropy of classifier 1", "1.3625778345", () => 3 * MeanLoss(Classifiers.First)),
        WorkedNumber.Derived("S3-227", "mean cross-entropy of classifier 1", "0.4541926115", () => MeanLoss(Classifiers.First)),
        WorkedNumber.Derived("S3-227", "the same in bits", "0.6552614282", () => MeanLoss(Classifiers.First) / Math.Log(2)),
        WorkedNumber.Derived("S3-227", "summed cross-entropy of classifier 2", "2.7488721956", () => 3 * MeanLoss(Classifiers.Second)),
        WorkedNumber.Derived("S3-227", "mean cross-entropy of classifier 2", "0.9162907319", () => MeanLoss(Classifiers.Second)),
        WorkedNumber.Derived("S3-227", "the same in bits, classifier 2", "1.3219280949", () => MeanLoss(Classifiers.Second) / Math.Log(2)),
        WorkedNumber.Derived("S3-227", "Brier score of classifier 1", "0.2466667", () => Classifiers.Brier(Classifiers.First, Classifiers.Labels)),
        WorkedNumber.Derived("S3-227", "Brier score of classifier 2", "0.5666667", () => Classifiers.Brier(Classifiers.Second, Classifiers.Labels)),
    ];

    private static double MeanLoss(Matrix<double> P) => CategoricalEquations.CrossEntropy(P, Classifiers.Labels);

    private static IEnumerable<WorkedNumber> Residuals() =>
    [
        WorkedNumber.Derived("S3-033", "mean absolute error of ŷ = (1, 2, 3), y = (1.5, 2, 5)", "0.8333333",
            () => ScalarAbsoluteError.Mean([1, 2, 3], [1.5, 2, 5])),
        WorkedNumber.Derived("S3-034", "mean squared error of the same", "1.4166667", () => ScalarSquaredError.Mean([1, 2, 3], [1.5, 2, 5])),
        WorkedNumber.Derived("S3-037", "Huber loss of r = 0.5, δ = 1", "0.125", () => ScalarAbsoluteError.Huber([0.5], [0], 1)),
        WorkedNumber.Derived("S3-037", "Huber loss of r = 1, δ = 1", "0.5", () => ScalarAbsoluteError.Huber([1], [0], 1)),
        WorkedNumber.Derived("S3-037", "Huber loss of r = 2, δ = 1", "1.5", () => ScalarAbsoluteError.Huber([2], [0], 1)),
        WorkedNumber.Derived("S3-203", "half squared error of y = 1, ŷ = 0.5", "0.125", () => ScalarSquaredError.HalfSum([0.5], [1.0])),
        new("S1-078", "mean squared error of perfect predictions", "0", () => ScalarSquaredError.Mean([1, -2], [1, -2])),
        WorkedNumber.Derived("S1-078", "squared error of a residual ten times as large", "100",
            () => ScalarSquaredError.Mean([30], [0]) / ScalarSquaredError.Mean([3], [0])),
        WorkedNumber.NotRepeatable("S1-087", "upper end of the usual learning rates", "0.01", "advice, not a result"),
        WorkedNumber.NotRepeatable("S1-087", "their lower end", "0.001", "advice, not a result"),
    ];

    private static IEnumerable<WorkedNumber> Curvature() =>
    [
        WorkedNumber.Derived("S2-110", "where (1 − σ(z))² stops being convex, −ln 2", "-0.6931471806", () => SigmoidCost.Inflection),
        WorkedNumber.Derived("S2-110", "L″(−2) of squared error, y = 1", "-0.1188141686", () => SigmoidCost.SquaredCurvature(-2, 1)),
        WorkedNumber.Derived("S2-110", "L″(0) of squared error, y = 1", "0.125", () => SigmoidCost.SquaredCurvature(0, 1)),
        WorkedNumber.Derived("S2-114", "slope of cross-entropy at z = −4, y = 1", "-0.9820137900", () => SigmoidCost.CrossEntropySlope(-4, 1)),
        WorkedNumber.Derived("S2-114", "slope of squared error at z = −4, y = 1", "-0.0346900421", () => SigmoidCost.SquaredSlope(-4, 1)),
        WorkedNumber.Derived("S2-114", "how many times steeper cross-entropy is there", "28",
            () => SigmoidCost.CrossEntropySlope(-4, 1) / SigmoidCost.SquaredSlope(-4, 1)),
    ];
}
