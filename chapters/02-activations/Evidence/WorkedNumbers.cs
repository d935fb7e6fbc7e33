using Reference.Book;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The numbers that the notes print on activations, and a few that follow from them.</summary>
public static class ActivationNumbers
{
    private static readonly double[] CatDogBird = [4.2, 1.8, -0.5];

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S0-019", "e^4.2, cat", "66,686", () => Math.Exp(CatDogBird[0])) { DecimalComma = true },
        new("S0-019", "e^1.8, dog", "6.050", () => Math.Exp(CatDogBird[1])),
        new("S0-019", "e^−0.5, bird", "0.607", () => Math.Exp(CatDogBird[2])),
        new("S0-021", "sum of the exponentials", "73.343", () => Math.Exp(LogSumExp(CatDogBird))),
        new("S0-021", "probability of cat", "0.909", () => Softmax(CatDogBird)[0]),
        WorkedNumber.Erratum(
            "S0-021", "probability of dog", "0.083", () => Softmax(CatDogBird)[1], right: "0.082",
                "6.050 / 73.343 = 0.08249."),
        new("S0-021", "probability of bird", "0.008", () => Softmax(CatDogBird)[2]),
        WorkedNumber.Derived("S0-021", "probability of dog, in full", "0.082485", () => Softmax(CatDogBird)[1]),
        WorkedNumber.Derived(
            "S0-022", "the three, each rounded to 0.1 %", "99.9 %",
                () => Softmax(CatDogBird).Sum(p => Math.Round(p, 3))),
        new("S0-023", "sum of the probabilities", "1.0", () => Softmax(CatDogBird).Sum()),
        new("S0-025", "softmax(2.0, 2.1), first", "0.4750", () => Softmax([2, 2.1])[0]),
        new("S0-025", "softmax(2.0, 2.1), second", "0.5250", () => Softmax([2, 2.1])[1]),
        new("S0-025", "softmax(2.0, 4.0), first", "0.1192", () => Softmax([2, 4.0])[0]),
        new("S0-025", "softmax(2.0, 4.0), second", "0.8808", () => Softmax([2, 4.0])[1]),
        WorkedNumber.Derived("S1-127", "λ of SELU", "1.0507010", () => SelfNormalization.Solve().Λ),
        WorkedNumber.Derived("S1-127", "α of SELU", "1.6732632", () => SelfNormalization.Solve().Α),
        WorkedNumber.Derived(
            "S1-141", "the x where tanh′ = σ′", "1.662886",
                () => Root(x => TanhDerivative(x) - SigmoidDerivative(x), 3, 1)),
        WorkedNumber.Derived("S1-267", "where GELU is least", "-0.7518", () => Root(GeluDerivative, -1.5, 0)),
        WorkedNumber.Derived("S1-267", "the least GELU", "-0.169971", () => Gelu(Root(GeluDerivative, -1.5, 0))),
        WorkedNumber.Derived(
            "S1-267", "largest error of the tanh form, on a grid of step 0.0005", "4.73e-4",
            () => Enumerable.Range(-12_000, 24_001).Max(i => Math.Abs(Gelu(i / 2000.0) - GeluTanh(i / 2000.0)))),
        new("S3-208", "σ(0)", "0.5", () => Sigmoid(0)),
        new("S3-210", "tanh 0", "0", () => Tanh(0)),
    ];

    // Bisection between a point where f < 0 and one where f > 0.
    private static double Root(Func<double, double> f, double negative, double positive)
    {
        while (Math.Abs(positive - negative) > 1e-12)
        {
            double middle = (negative + positive) / 2;
            (negative, positive) = f(middle) < 0 ? (middle, positive) : (negative, middle);
        }

        return (negative + positive) / 2;
    }
}
