using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Losses;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The numbers of chapter 07. The notes print few here; most follow from their formulas.</summary>
public static class LogisticRegressionNumbers
{
    private static readonly LogisticDraw Point = new([0.2, -0.5], 0.1, [[1.5, -0.7]], [1], 0.5);

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S0-109", "cross-entropy of equal scores, 10 classes: ln 10", "2.302585",
            () => ScalarSoftmaxRegression.Loss(new double[10, 2], new double[10], new[,] { { 0.3 }, { 0.9 } }, [7])),
        WorkedNumber.Derived("S0-119", "precision of the hand-made counts TP 8, FP 2, TN 85, FN 5", "0.8000", () => Counts.Precision()),
        WorkedNumber.Derived("S0-119", "recall of them", "0.6154", () => Counts.Recall()),
        WorkedNumber.Derived("S0-119", "accuracy of them", "0.9300", () => Counts.Accuracy()),
        WorkedNumber.Derived("S0-119", "F₁ of them", "0.6957", () => Counts.F1()),
        WorkedNumber.Derived("S0-196", "error of an untrained model, w = 0 and b = 0: ln 2", "0.693147",
            () => ScalarLogisticRegression.PointErrorOfScore(0, 1)),
        WorkedNumber.Derived("S0-196", "error of the score −1000 for label 1", "1000", () => ScalarLogisticRegression.PointErrorOfScore(-1000, 1)),
        WorkedNumber.Derived("S1-050", "ŷ for w = (0.2, −0.5), b = 0.1, x = (1.5, −0.7)", "0.679179", () => Point.ŷ),
        WorkedNumber.Derived("S1-050", "∂E/∂w₁ there, for y = 1", "−0.48123195", () => Gradient(1).DW[0]),
        WorkedNumber.Derived("S1-050", "∂E/∂w₂ there, for y = 1", "0.22457491", () => Gradient(1).DW[1]),
        WorkedNumber.Derived("S1-050", "∂E/∂b there, for y = 1", "−0.32082130", () => Gradient(1).DB),
        WorkedNumber.Derived("S1-051", "w₁ after one step with α = 0.5 on that point", "0.4406",
            () => ScalarLogisticTraining.Update(Point.Line, Point.X, 1, 0.5).W[0]),
        WorkedNumber.Derived("S1-056", "∂E/∂w₁ there, for y = 0", "1.018768", () => Gradient(0).DW[0]),
        WorkedNumber.Derived("S1-056", "what the printed middle line gives there, for y = 0", "−1.018768",
            () => GradientDerivations.PrintedMiddle(Point with { Labels = [0] })[0]),
        new("S1-064", "y − ŷ of a point on its right side", "0", () => ErrorTerm(y: 1, score: 2)),
        new("S1-064", "y − ŷ of a misclassified positive point", "1", () => ErrorTerm(y: 1, score: -2)),
        new("S1-064", "y − ŷ of a misclassified negative point", "−1", () => ErrorTerm(y: 0, score: 2)),
        WorkedNumber.Derived("S3-068", "accuracy of either classifier of S3-227", "0.6667",
            () => Accuracy.Of(OneHot.Decode(Classifiers.First), OneHot.Decode(Classifiers.Labels))),
        WorkedNumber.Derived("S4-096", "numbers that Linear(1, 1) and Sigmoid train", "2", () => new LogisticRegression([0], 0).ParameterCount),
        WorkedNumber.Derived("S4-107", "accuracy on a separable row of points after the 100 epochs", "1.00", SeparableAccuracy),
        WorkedNumber.Derived("S4-109", "score of class 0 of x = (1, 2), Softmax(2, 3) from seed 1", "−0.4053", () => SeededSoftmax.Scores[0, 1]),
        WorkedNumber.Derived("S4-109", "score of class 1", "0.8864", () => SeededSoftmax.Scores[1, 1]),
        WorkedNumber.Derived("S4-109", "score of class 2", "0.2807", () => SeededSoftmax.Scores[2, 1]),
        WorkedNumber.Derived("S4-109", "class of x = (1, 2)", "1", () => SeededSoftmax.OfNotes.Classify(SeededSoftmax.Samples)[1]),
        WorkedNumber.Derived("S4-110", "score of class 0 of x = (1, 1)", "−0.0932", () => SeededSoftmax.Scores[0, 0]),
        WorkedNumber.Derived("S4-110", "score of class 1 of x = (1, 1)", "0.5545", () => SeededSoftmax.Scores[1, 0]),
        WorkedNumber.Derived("S4-110", "score of class 2 of x = (1, 1)", "−0.1433", () => SeededSoftmax.Scores[2, 0]),
        WorkedNumber.Derived("S4-110", "score of class 0 of x = (1, 3)", "−0.7174", () => SeededSoftmax.Scores[0, 2]),
        WorkedNumber.Derived("S4-110", "score of class 1 of x = (1, 3)", "1.2183", () => SeededSoftmax.Scores[1, 2]),
        WorkedNumber.Derived("S4-110", "score of class 2 of x = (1, 3)", "0.7048", () => SeededSoftmax.Scores[2, 2]),
        WorkedNumber.Derived("S4-110", "class of x = (1, 1)", "1", () => SeededSoftmax.OfNotes.Classify(SeededSoftmax.Samples)[0]),
        WorkedNumber.Derived("S4-110", "class of x = (1, 3)", "1", () => SeededSoftmax.OfNotes.Classify(SeededSoftmax.Samples)[2]),
        WorkedNumber.Derived("S4-114", "numbers of softmax regression, 784 → 10", "7850",
            () => new SoftmaxRegression(Matrix<double>.Build.Dense(10, 784), Vector<double>.Build.Dense(10)).ParameterCount),
        WorkedNumber.Derived("S4-114", "length of a flattened digit, 28·28", "784", () => new ImageShape(DrawnDigits.Side, DrawnDigits.Side, 1).Length),
        new("S4-115", "length of a flattened 10 × 10 image", "100", () => new ImageShape(10, 10, 1).Length),
    ];

    private static BinaryCounts Counts => new(TruePositives: 8, FalsePositives: 2, TrueNegatives: 85, FalseNegatives: 5);

    private static (double[] DW, double DB) Gradient(int y) => ScalarLogisticRegression.PointGradient(Point.W, Point.B, Point.X, y);

    // y − ŷ with ŷ the step of the score.
    private static double ErrorTerm(int y, double score) => y - ScalarPerceptron.Step(score);

    private static double SeparableAccuracy()
    {
        double[,] x = ExampleSets.AsRow([-3, -2.5, -2, -1.5, -1, 0.5, 1, 1.5, 2, 2.5]);
        int[] y = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
        return Accuracy.Of(ScalarLogisticTraining.BySample(new([0], 0), x, y, 0.1, 100).Last, x, y);
    }
}
