using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>The few numbers that the notes print, and those that a reader would check by hand.</summary>
public static class RegularizationNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S1-134", "share of 100,000 units that a mask of rate 0.2 drops", "20 %", () => Dropped(0.2)),
        new("S2-126", "share of 100,000 units that a mask of rate 0.5 drops", "50 %", () => Dropped(0.5)),
        new("S3-220", "share of the weight that either of two equal features has under L2", "50 %",
            () => Shares() is var w ? w[0] / w.Sum() : 0),
        WorkedNumber.Erratum("S4-150", "share of activations that nn.Dropout(0.4) drops", "60 %", () => Dropped(0.4),
            "40 %", "p is the probability that an activation is dropped: to drop 60 % write nn.Dropout(0.6)."),
        WorkedNumber.Derived("S1-117", "1 − σ(10x₁ + 10x₂) at (1, 1)", "2.06e-9",
            () => ScalarActivations.Sigmoid(-20)),
        WorkedNumber.Derived("S2-128", "w = −2 after an L2 step of λ = η = 0.1", "-1.96",
            () => ScalarPenalties.L2Step(-2, 0, 0.1, 0.1)),
        WorkedNumber.Derived("S2-129", "batch norm of 1, 2, 3, 4, 5: the first", "-1.4142100269",
            () => ScalarNormalization.Standardize([1, 2, 3, 4, 5]).x̂[0]),
    ];

    private static double Dropped(double p) =>
        Math.Round(ScalarDropout.Mask(100_000, p, new RandomStream(1)).Average(kept => kept ? 0.0 : 1.0), 2);

    // One feature twice, its target with noise.
    private static Vector<double> Shares()
    {
        var random = new RandomStream(2);
        double[] x = random.Normals(20);
        return PolynomialFit.Ridge(
            Matrix<double>.Build.DenseOfRowArrays(x, x), Vector<double>.Build.DenseOfArray(random.Normals(20)), 0.1);
    }
}
