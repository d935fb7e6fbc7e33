using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the numbers. The notes print none of them; they follow from their programs.</summary>
public static class NetworksNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [.. Counts(), .. Digits(), .. Widths(), .. Curves(), .. Xor(), .. Folds()];

    // Counted twice: by the formula in DenseModels' test, here by building the network.
    private static IEnumerable<WorkedNumber> Counts() =>
        DenseModels.All.Where(m => m.Count < 200_000 && IsOurs(m.Row))
            .Select(m => WorkedNumber.Derived(m.Row, $"parameters of {m.What}, {m.Shape}", $"{m.Count}",
                () => Summary.Of(MultilayerPerceptron.Of([.. m.Sizes], width => new Relu(width), Initializers.Zero)).Total));

    private static bool IsOurs(string row) => row is "S2-063" or "S2-105" or "S3-056" or "S3-100" or "S4-119" or "S4-120" or "S4-121" or "S4-125" or "S4-142";

    private static IEnumerable<WorkedNumber> Digits() =>
    [
        WorkedNumber.Derived("S2-100", "inputs of a flattened image, 28·28", "784", () => DigitsNetwork.Build(new RandomStream(1)).Inputs),
        WorkedNumber.Derived("S2-066", "updates of 100 epochs over 2 samples, one a batch", "200", () => 100 * Batches.UpdatesPerEpoch(2, 1)),
        WorkedNumber.Derived("S2-106", "updates of 5 epochs over 60,000 digits in batches of 64", "4690", () => 5 * Batches.UpdatesPerEpoch(60_000, 64)),
        WorkedNumber.Derived("S2-106", "loss of ten equal scores, ln 10", "2.3025850930",
            () => new SoftmaxCrossEntropy().Forward(Matrix<double>.Build.Dense(10, 1), Matrix<double>.Build.Dense(10, 1, (k, _) => k == 3 ? 1 : 0))),
        WorkedNumber.Derived("S2-107", "what the listing prints for it: the last batch's loss over 938 batches", "0.002455",
            () => Math.Log(10) / Batches.UpdatesPerEpoch(60_000, 64)),
    ];

    private static double Bound(Initializer initializer, int fanIn, int fanOut)
    {
        var values = new double[20_000];
        initializer(values, fanIn, fanOut);
        return values.Max(Math.Abs);
    }

    // The largest of 20,000 uniform draws is the bound to four digits.
    private static IEnumerable<WorkedNumber> Widths() =>
    [
        WorkedNumber.Derived("S4-152", "largest weight of 300 inputs, 1/√300", "0.0577", () => Bound(Initializers.InverseRoot(new RandomStream(1)), 300, 10)),
        WorkedNumber.Derived("S4-153", "Xavier's largest weight, 300 in and 300 out, √(6/600)", "0.1000",
            () => Bound(Initializers.Xavier(new RandomStream(1)), 300, 300)),
        WorkedNumber.Derived("S4-154", "He's largest weight of 300 inputs, √(6/300)", "0.1414",
            () => Bound(Initializers.HeUniform(new RandomStream(1)), 300, 10)),
        WorkedNumber.Derived("S4-152", "variance of a score of 300 inputs of mean square 1, width as 1/√n", "1", () => SignalFlow.Variance(300, 1.0 / 300, 1)),
        WorkedNumber.Derived("S4-152", "the same, width as 1/n", "0.00333", () => SignalFlow.Variance(300, 1.0 / 300 / 300, 1)),
    ];

    private static IEnumerable<WorkedNumber> Curves() =>
    [
        WorkedNumber.Derived("S3-215", "loss on the toy table of x₁ + x₂ − 12", "0.0739198512", () => LossCurves.OfScale(1)),
        WorkedNumber.Derived("S3-215", "of 5(x₁ + x₂ − 12)", "0.0013431309", () => LossCurves.OfScale(5)),
        WorkedNumber.Derived("S3-216", "where the loss of a single unit on XOR stays, ln 2", "0.6931472", () => XorNetwork.OnCorners(0, 1, 1000).Losses[^1]),
        WorkedNumber.Derived("S3-102", "mean of [3, 2] and [5, 4], first epoch", "4", () => FoldCurve.Average([[3, 2], [5, 4]])[0]),
        WorkedNumber.Derived("S3-102", "second epoch", "3", () => FoldCurve.Average([[3, 2], [5, 4]])[1]),
    ];

    private static IEnumerable<WorkedNumber> Xor() =>
    [
        WorkedNumber.Derived("S4-124", "points at each corner", "25",
            () => Enumerable.Range(0, 100).Count(n => XorNetwork.Samples(new RandomStream(1))[n].X is [> 0.5, < 0.5])),
        WorkedNumber.Derived("S4-126", "best accuracy with one hidden unit, 5 seeds", "0.75",
            () => Enumerable.Range(1, 5).Max(seed => XorNetwork.Train(1, 0.1, (ulong)seed, 100).Accuracy)),
        WorkedNumber.Derived("S4-126", "accuracy of 2-4-1 after 500 epochs, η = 0.1, worst of 3 seeds", "1",
            () => Enumerable.Range(1, 3).Min(seed => XorNetwork.Train(4, 0.1, (ulong)seed).Accuracy)),
    ];

    private static IEnumerable<WorkedNumber> Folds() =>
    [
        WorkedNumber.Derived("S4-134", "multiplications of a backpropagation through 784-128-64-10, as forward passes", "2.08",
            () => SharedErrorTerms.Backpropagation(784, 128, 64, 10) / BackwardWork.Forward(784, 128, 64, 10)),
        WorkedNumber.Derived("S4-134", "of difference quotients in all 109,386 numbers, as forward passes", "218772",
            () => BackwardWork.Differences(784, 128, 64, 10) / BackwardWork.Forward(784, 128, 64, 10)),
    ];
}
