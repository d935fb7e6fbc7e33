using Reference.Book;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The numbers on activations in S2, S3 and S4.</summary>
internal static class MoreActivationNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S2-031", "lower end of ReLU", "0", () => Relu(-1000)),
        new("S2-031", "lower end of the sigmoid", "0", () => Sigmoid(-1000)),
        new("S2-031", "upper end of the sigmoid", "1", () => Sigmoid(1000)),
        new("S2-031", "lower end of tanh", "-1", () => Tanh(-1000)),
        new("S2-031", "upper end of tanh", "1", () => Tanh(1000)),
        new("S2-031", "lower end of softmax", "0", () => Softmax([0, 1000])[0]),
        new("S2-031", "upper end of softmax", "1", () => Softmax([0, 1000])[1]),
        new("S2-031", "sum of softmax", "1", () => Softmax([0.3, -2, 5]).Sum()),
        WorkedNumber.Derived("S2-032", "σ(0)", "0.5", () => Sigmoid(0)),
        WorkedNumber.Derived("S2-032", "σ(1)", "0.7310585786", () => Sigmoid(1)),
        WorkedNumber.Derived("S2-032", "σ(2)", "0.8807970780", () => Sigmoid(2)),
        WorkedNumber.Derived("S2-032", "σ(−2)", "0.1192029220", () => Sigmoid(-2)),
        WorkedNumber.Derived("S2-032", "σ(6)", "0.9975273768", () => Sigmoid(6)),
        WorkedNumber.Derived("S2-032", "σ′(±1)", "0.1966119332", () => SigmoidDerivative(-1)),
        WorkedNumber.Derived("S2-032", "σ′(±6)", "0.0024665093", () => SigmoidDerivative(6)),
        WorkedNumber.Derived("S2-034", "tanh 0.5", "0.4621171573", () => Tanh(0.5)),
        WorkedNumber.Derived("S2-034", "tanh 1", "0.7615941560", () => Tanh(1)),
        WorkedNumber.Derived("S2-034", "tanh 2", "0.9640275801", () => Tanh(2)),
        WorkedNumber.Derived("S2-034", "tanh′(1)", "0.4199743416", () => TanhDerivative(1)),
        WorkedNumber.Derived("S2-034", "tanh′(2)", "0.0706508249", () => TanhDerivative(2)),
        WorkedNumber.Derived("S2-035", "softmax(1, 2, 3), first", "0.0900305732", () => Softmax([1, 2, 3])[0]),
        WorkedNumber.Derived("S2-035", "softmax(1, 2, 3), second", "0.2447284711", () => Softmax([1, 2, 3])[1]),
        WorkedNumber.Derived("S2-035", "softmax(1, 2, 3), third", "0.6652409558", () => Softmax([1, 2, 3])[2]),
        new("S3-064", "ReLU below 0", "0", () => Relu(-0.5)),
        new("S3-086", "sum of the shares of three outputs", "1", () => ClassProbabilities.NaiveShares([1, 2, 3]).Sum()),
        WorkedNumber.Derived("S3-086", "share of 1 in (1, 2, 3), ⅙", "0.1667", () => ClassProbabilities.NaiveShares([1, 2, 3])[0]),
        WorkedNumber.Derived("S3-086", "share of 2 in (1, 2, 3), ⅓", "0.3333", () => ClassProbabilities.NaiveShares([1, 2, 3])[1]),
        WorkedNumber.Derived("S3-086", "share of 3 in (1, 2, 3), ½", "0.5", () => ClassProbabilities.NaiveShares([1, 2, 3])[2]),
        WorkedNumber.Derived("S3-086", "“probability” of −1 in (−1, 2, 3)", "-0.25", () => ClassProbabilities.NaiveShares([-1, 2, 3])[0]),
        WorkedNumber.Derived("S3-087", "S(y₁) for y = (1, 2, 3)", "0.0900305732", () => Softmax([1, 2, 3])[0]),
        WorkedNumber.Derived("S3-087", "S(y₂) for y = (1, 2, 3)", "0.2447284711", () => Softmax([1, 2, 3])[1]),
        WorkedNumber.Derived("S3-087", "S(y₃) for y = (1, 2, 3)", "0.6652409558", () => Softmax([1, 2, 3])[2]),
        WorkedNumber.Derived("S3-088", "S(y₁) for y = (1000, 1001, 1002)", "0.0900305732", () => Softmax([1000, 1001, 1002])[0]),
        WorkedNumber.Derived("S3-088", "S(y₂) for y = (1000, 1001, 1002)", "0.2447284711", () => Softmax([1000, 1001, 1002])[1]),
        WorkedNumber.Derived("S3-088", "S(y₃) for y = (1000, 1001, 1002)", "0.6652409558", () => Softmax([1000, 1001, 1002])[2]),
        new("S3-208", "σ(0)", "0.5", () => Sigmoid(0)),
        new("S3-208", "lower end of the sigmoid", "0", () => Sigmoid(-1000)),
        new("S3-208", "upper end of the sigmoid", "1", () => Sigmoid(1000)),
        WorkedNumber.Derived("S3-208", "σ(1)", "0.7310585786", () => Sigmoid(1)),
        WorkedNumber.Derived("S3-208", "σ(−1)", "0.2689414214", () => Sigmoid(-1)),
        WorkedNumber.Derived("S3-208", "σ(5)", "0.9933071491", () => Sigmoid(5)),
        new("S3-210", "tanh 0", "0", () => Tanh(0)),
        new("S3-210", "lower end of tanh", "-1", () => Tanh(-1000)),
        new("S3-210", "upper end of tanh", "1", () => Tanh(1000)),
        WorkedNumber.Derived("S3-210", "tanh 1", "0.7615941560", () => Tanh(1)),
        WorkedNumber.Derived("S3-210", "tanh 2", "0.9640275801", () => Tanh(2)),
        WorkedNumber.Derived("S3-210", "tanh′(1)", "0.4199743416", () => TanhDerivative(1)),
        new("S3-211", "ReLU of a negative number", "0", () => Relu(-7)),
        WorkedNumber.Derived("S4-003", "σ(1)", "0.731059", () => Sigmoid(1)),
        WorkedNumber.Derived("S4-005", "the most that is left of a gradient after 2 sigmoids, ¼²", "0.0625", () => SteepestChain(2)),
        WorkedNumber.Derived("S4-005", "after 5, ¼⁵", "9.77e-4", () => SteepestChain(5)),
        WorkedNumber.Derived("S4-005", "after 10, ¼¹⁰", "9.54e-7", () => SteepestChain(10)),
        WorkedNumber.Erratum("S4-009", "lower end of tanh", "0", () => Tanh(-1000), right: "-1", "0 to 1 is the range of the sigmoid; tanh is 2σ(2x) − 1."),
        new("S4-009", "upper end of tanh", "1", () => Tanh(1000)),
        new("S4-094", "first score", "-100", () => SampledSigmoid.Scores()[0]),
        WorkedNumber.Derived("S4-094", "last score", "99.9", () => SampledSigmoid.Scores()[^1]),
        new("S4-094", "first σ", "0", () => Sigmoid(SampledSigmoid.Scores()[0])),
        new("S4-094", "last σ", "1", () => Sigmoid(SampledSigmoid.Scores()[^1])),
        WorkedNumber.Derived("S4-094", "scores in the listing", "2000", () => SampledSigmoid.Scores().Length),
        WorkedNumber.Derived("S4-094", "σ(−100)", "3.72e-44", () => Sigmoid(-100)),
        WorkedNumber.Derived("S4-136", "the largest slope of tanh", "1", () => TanhDerivative(0)),
    ];

    // A chain of sigmoids with weights 1 whose scores are all 0, where each is steepest.
    private static double SteepestChain(int length) => Math.Pow(SigmoidDerivative(0), length);
}
