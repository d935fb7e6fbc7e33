using Reference.Book;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>Every number that the notes print on activations, and the values that follow from what they print.</summary>
public static class ActivationNumbers
{
    private static readonly double[] CatDogBird = [4.2, 1.8, -0.5];

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S0-014", "σ(1)", "0.731059", () => Sigmoid(1)),
        WorkedNumber.Derived("S0-014", "σ(2)", "0.880797", () => Sigmoid(2)),
        WorkedNumber.Derived("S0-014", "σ(−2)", "0.119203", () => Sigmoid(-2)),
        WorkedNumber.Derived("S0-014", "σ(6)", "0.997527", () => Sigmoid(6)),
        WorkedNumber.Derived("S0-014", "σ′(0), the largest slope", "0.25", () => SigmoidDerivative(0)),
        WorkedNumber.Derived("S0-015", "tanh 1", "0.761594", () => Tanh(1)),
        WorkedNumber.Derived("S0-015", "tanh 2", "0.964028", () => Tanh(2)),
        WorkedNumber.Derived("S0-015", "tanh′(0)", "1", () => TanhDerivative(0)),
        new("S0-016", "ReLU of a negative number", "0", () => Relu(-3)),
        new("S0-018", "the cat's score, recovered as ln p − ln p of a class with score 0", "4.2", () => Recovered(0)),
        new("S0-018", "the dog's score, recovered", "1.8", () => Recovered(1)),
        new("S0-018", "the bird's score, recovered", "-0.5", () => Recovered(2)),
        new("S0-019", "e", "2.718", () => Math.Exp(1)),
        new("S0-019", "e^4.2, cat", "66,686", () => Math.Exp(CatDogBird[0])) { DecimalComma = true },
        new("S0-019", "e^1.8, dog", "6.050", () => Math.Exp(CatDogBird[1])),
        new("S0-019", "e^−0.5, bird", "0.607", () => Math.Exp(CatDogBird[2])),
        WorkedNumber.Truncated("S0-020", "the cat's exponential in “66 vs 6”", "66", () => Math.Exp(CatDogBird[0])),
        new("S0-020", "the dog's exponential in “66 vs 6”", "6", () => Math.Exp(CatDogBird[1])),
        WorkedNumber.Derived("S0-020", "cat : dog, e^(4.2 − 1.8)", "11.02", () => ClassProbabilities.Ratio(CatDogBird[0], CatDogBird[1])),
        new("S0-021", "sum of the rounded exponentials", "73.343", () => 66.686 + 6.050 + 0.607),
        WorkedNumber.Derived("S0-021", "sum of the exponentials", "73.342509", () => Math.Exp(LogSumExp(CatDogBird))),
        new("S0-021", "probability of cat", "0.909", () => Softmax(CatDogBird)[0]),
        WorkedNumber.Erratum("S0-021", "probability of dog", "0.083", () => Softmax(CatDogBird)[1], right: "0.082", "6.050 / 73.343 = 0.08249."),
        new("S0-021", "probability of bird", "0.008", () => Softmax(CatDogBird)[2]),
        WorkedNumber.Derived("S0-021", "probability of cat", "0.909245", () => Softmax(CatDogBird)[0]),
        WorkedNumber.Derived("S0-021", "probability of dog", "0.082485", () => Softmax(CatDogBird)[1]),
        WorkedNumber.Derived("S0-021", "probability of bird", "0.008270", () => Softmax(CatDogBird)[2]),
        new("S0-022", "cat", "90.9 %", () => Softmax(CatDogBird)[0]),
        WorkedNumber.Erratum("S0-022", "dog", "8.3 %", () => Softmax(CatDogBird)[1], right: "8.2 %", "8.249 % rounds down; with 8.3 the three rounded shares happen to add up to 100."),
        new("S0-022", "bird", "0.8 %", () => Softmax(CatDogBird)[2]),
        new("S0-022", "the three together, unrounded", "100 %", () => Softmax(CatDogBird).Sum()),
        WorkedNumber.Derived("S0-022", "the three together, each rounded to 0.1 %", "99.9 %", () => Softmax(CatDogBird).Sum(p => Math.Round(p, 3))),
        new("S0-023", "sum of the probabilities", "1.0", () => Softmax(CatDogBird).Sum()),
        new("S0-025", "softmax(2.0, 2.1), first", "0.4750", () => Softmax([2, 2.1])[0]),
        new("S0-025", "softmax(2.0, 2.1), second", "0.5250", () => Softmax([2, 2.1])[1]),
        new("S0-025", "softmax(2.0, 4.0), first", "0.1192", () => Softmax([2, 4.0])[0]),
        new("S0-025", "softmax(2.0, 4.0), second", "0.8808", () => Softmax([2, 4.0])[1]),
        new("S1-014", "the probability on the line", "50 %", () => SigmoidUnit.FromDistance(1, 0)),
        new("S1-016", "σ of a large positive number", "1", () => Sigmoid(1000)),
        new("S1-016", "σ of a large negative number", "0", () => Sigmoid(-1000)),
        new("S1-016", "σ(0)", "0.5", () => Sigmoid(0)),
        WorkedNumber.Derived("S1-018", "softmax(1, 2, 3), first", "0.0900306", () => Softmax([1, 2, 3])[0]),
        WorkedNumber.Derived("S1-018", "softmax(1, 2, 3), second", "0.2447285", () => Softmax([1, 2, 3])[1]),
        WorkedNumber.Derived("S1-018", "softmax(1, 2, 3), third", "0.6652410", () => Softmax([1, 2, 3])[2]),
        WorkedNumber.Derived("S1-053", "σ′(1)", "0.1966119", () => SigmoidDerivative(1)),
        WorkedNumber.Derived("S1-053", "the first printed form at 1, e⁻¹", "0.367879", () => Math.Exp(-1) / (1 + Math.Exp(-1)) / (1 / (1 + Math.Exp(-1)))),
        WorkedNumber.Derived("S1-053", "the second printed form at 1, (1 − σ(1))²", "0.072329", () => Math.Pow(1 - Sigmoid(1), 2)),
        WorkedNumber.Derived("S1-122", "the printed gradient at 0, right by chance", "0.25", () => Math.Pow(Sigmoid(0), 2)),
        WorkedNumber.Derived("S1-122", "the printed gradient at 1, σ(1)²", "0.534447", () => Math.Pow(Sigmoid(1), 2)),
        WorkedNumber.Derived("S1-122", "σ′(2)", "0.104994", () => SigmoidDerivative(2)),
        WorkedNumber.Derived("S1-122", "the printed gradient at 2, σ(2)²", "0.775803", () => Math.Pow(Sigmoid(2), 2)),
        new("S1-123", "silent ReLU units when scores are symmetric about 0", "50 %", () => NormalDistribution.Cumulative(0)),
        WorkedNumber.Derived("S1-125", "leaky ReLU of −2, α = 0.01", "-0.02", () => LeakyRelu(-2, 0.01)),
        WorkedNumber.Derived("S1-126", "ELU(−1), α = 1", "-0.632121", () => Elu(-1, 1)),
        WorkedNumber.Derived("S1-126", "ELU(−2), α = 1", "-0.864665", () => Elu(-2, 1)),
        WorkedNumber.Derived("S1-127", "λ of SELU, solved", "1.0507010", () => SelfNormalization.Solve().Λ),
        WorkedNumber.Derived("S1-127", "α of SELU, solved", "1.6732632", () => SelfNormalization.Solve().Α),
        WorkedNumber.Derived("S1-127", "SELU(−1)", "-1.111331", () => Selu(-1)),
        WorkedNumber.Derived("S1-127", "SELU(1)", "1.050701", () => Selu(1)),
        WorkedNumber.Derived("S1-141", "tanh′(0) / σ′(0)", "4", () => SlopeCrossover.Ratio(0)),
        WorkedNumber.Derived("S1-141", "tanh′(2)", "0.070651", () => TanhDerivative(2)),
        WorkedNumber.Derived("S1-141", "tanh′(3)", "0.009866", () => TanhDerivative(3)),
        WorkedNumber.Derived("S1-141", "σ′(3)", "0.045177", () => SigmoidDerivative(3)),
        WorkedNumber.Derived("S1-141", "where tanh′ = σ′, by bisection", "1.662886", SlopeCrossover.Bisect),
        WorkedNumber.Derived("S1-141", "where tanh′ = σ′, arcosh(1 + √3)", "1.662886", SlopeCrossover.Exact),
        WorkedNumber.Derived("S1-234", "softmax(101, 102, 103), first: as for (1, 2, 3)", "0.0900306", () => Softmax([101, 102, 103])[0]),
        WorkedNumber.Derived("S1-234", "softmax(2, 4, 6), first", "0.015876", () => Softmax([2, 4, 6])[0]),
        WorkedNumber.Derived("S1-234", "softmax(2, 4, 6), second", "0.117310", () => Softmax([2, 4, 6])[1]),
        WorkedNumber.Derived("S1-234", "softmax(2, 4, 6), third", "0.866813", () => Softmax([2, 4, 6])[2]),
        WorkedNumber.Derived("S1-236", "log-softmax(1, 2, 3), first", "-2.407606", () => LogSoftmax([1, 2, 3])[0]),
        WorkedNumber.Derived("S1-236", "log-softmax(1, 2, 3), second", "-1.407606", () => LogSoftmax([1, 2, 3])[1]),
        WorkedNumber.Derived("S1-236", "log-softmax(1, 2, 3), third", "-0.407606", () => LogSoftmax([1, 2, 3])[2]),
        WorkedNumber.Derived("S1-267", "GELU(−1)", "-0.158655", () => Gelu(-1)),
        WorkedNumber.Derived("S1-267", "GELU(0.5)", "0.345731", () => Gelu(0.5)),
        WorkedNumber.Derived("S1-267", "GELU(1)", "0.841345", () => Gelu(1)),
        WorkedNumber.Derived("S1-267", "where GELU is least", "-0.7518", () => GeluExtremes.Place()),
        WorkedNumber.Derived("S1-267", "the least GELU", "-0.169971", () => Gelu(GeluExtremes.Place())),
        WorkedNumber.Derived("S1-267", "largest error of the tanh form", "4.73e-4", GeluExtremes.LargestErrorOfTanhForm),
        .. MoreActivationNumbers.All,
    ];

    private static double Recovered(int i)
    {
        double[] logs = LogSoftmax([.. CatDogBird, 0]);
        return logs[i] - logs[3];
    }
}
