using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>The parameters, codes and rates that the notes print or that follow from them.</summary>
public static class AutoencoderNumbers
{
    private const string Untrained = "the listing sets the weights of auto_encoder_2Dcode and runs "
        + "auto_encoder_1Dcode, whose weights are those of its start: x̂/z is −0.5414 and 0.4381, not 1/√2";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S4-170", "weights of AutoEncoder(2, 2)", "8", () => Weights(2, 2)),
        WorkedNumber.Derived("S4-170", "weights of AutoEncoder(2, 1)", "4", () => Weights(2, 1)),
        WorkedNumber.Erratum(
            "S4-171", "code of (1, 1) by W = [1/√2, 1/√2]", "0.3563", () => Toys.OnDiagonal(1, 1).z, "1.414214",
            Untrained, ErratumKind.Listing),
        WorkedNumber.Erratum(
            "S4-171", "its reconstruction, first number", "−0.1929", () => Toys.OnDiagonal(1, 1).x̂[0], "1.000000",
            Untrained, ErratumKind.Listing),
        WorkedNumber.Erratum(
            "S4-171", "second number", "0.1561", () => Toys.OnDiagonal(1, 1).x̂[1], "1.000000",
            Untrained, ErratumKind.Listing),
        WorkedNumber.Derived("S4-171", "code of (1, 0)", "0.707107", () => Toys.OnDiagonal(1, 0).z),
        WorkedNumber.Derived("S4-171", "its reconstruction, second number", "0.5", () => Toys.OnDiagonal(1, 0).x̂[1]),
        WorkedNumber.Derived("S4-201", "1,000 points, p = 2, one dimension", "0.0631",
            () => ScalarDimensions.Rate(1000, 2, 1)),
        WorkedNumber.Derived("S4-201", "two dimensions", "0.1000", () => ScalarDimensions.Rate(1000, 2, 2)),
        WorkedNumber.Derived("S4-201", "ten", "0.3728", () => ScalarDimensions.Rate(1000, 2, 10)),
        WorkedNumber.Derived("S4-201", "a hundred", "0.8756", () => ScalarDimensions.Rate(1000, 2, 100)),
    ];

    private static double Weights(int inputs, int code) =>
        Toys.BiasFree(inputs, code, new(1)).Parameters.Sum(p => p.Values.Length);
}
