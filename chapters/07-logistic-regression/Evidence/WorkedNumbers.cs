using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>The numbers of chapter 07. The notes print few here.</summary>
public static class LogisticRegressionNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived(
            "S1-050", "∂E/∂w₁ for w = (0.2, −0.5), b = 0.1, x = (1.5, −0.7), y = 1", "−0.48123195",
            () => ScalarLogisticRegression.PointGradient([0.2, -0.5], 0.1, [1.5, -0.7], 1).DW[0]),
        new("S1-064", "y − ŷ of a point classified correctly", "0", () => BiasStep(y: 1, score: 2)),
        new("S1-064", "y − ŷ of a misclassified positive point", "1", () => BiasStep(y: 1, score: -2)),
        new("S1-064", "y − ŷ of a misclassified negative point", "−1", () => BiasStep(y: 0, score: 2)),
        WorkedNumber.Derived(
            "S4-109", "score of class 1 for x = (1, 2), Softmax(2, 3) from seed 1", "0.8864",
            () => SeededSoftmax.Scores[1, 1]),
        WorkedNumber.Derived(
            "S4-114", "numbers of softmax regression, 784 → 10", "7850",
            () => SoftmaxRegression.Random(784, 10, new RandomStream(1)).ParameterCount),
        new("S4-115", "length of a flattened 10 × 10 image", "100",
            () => ScaledWeights.Columns(new ByteImages(new byte[100], new ImageShape(10, 10, 1))).RowCount),
    ];

    // With α = 1 the perceptron rule moves the bias by y − ŷ.
    private static double BiasStep(int y, double score) =>
        ScalarLogisticStep.PerceptronUpdate(new([1], 0), [score], y, 1).B;
}
