using Reference.Book;

namespace Reference.Attention;

/// <summary>The scores that the notes print, and what follows from them.</summary>
public static class AttentionNumbers
{
    // S0-181
    private static readonly double[,] s_unit = { { 1, 0 }, { 0, 1 } }, s_values = { { 1, 2 }, { 3, 4 } };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S2-250", "score of sat with the", "0.5", () => SatExample.Unscaled()[0]),
        new("S2-250", "with cat", "0.75", () => SatExample.Unscaled()[1]),
        new("S2-250", "with itself", "1.25", () => SatExample.Unscaled()[2]),
        new("S2-250", "with on", "1.0", () => SatExample.Unscaled()[3]),
        new("S2-250", "with mat", "1.5", () => SatExample.Unscaled()[4]),
        new("S2-243", "rows of a key of GPT-3, 12,288 in 96 heads", "128",
            () => MultiHeadAttention.HeadWidth(12_288, 96)),
        new("S2-247", "rows of a query of BERT, 768 in 12 heads", "64", () => MultiHeadAttention.HeadWidth(768, 12)),
        WorkedNumber.Derived("S2-251", "weight of mat for sat without the division by √2", "0.3100220099",
            () => SatExample.Weights(scaled: false)[4]),
        WorkedNumber.Derived("S2-251", "with it", "0.2761183990", () => SatExample.Weights(scaled: true)[4]),
        WorkedNumber.Derived("S2-251", "with all six tokens of the sentence", "0.2430308781",
            () => SatExample.Weights(scaled: true, sixTokens: true)[5]),
        WorkedNumber.Derived("S2-252", "first output of sat where the values are the embeddings", "0.6436418116",
            () => SatExample.Output(scaled: true, SatExample.E)[0]),
        WorkedNumber.Derived("S2-252", "first output where the values are the keys", "0.6091882859",
            () => SatExample.Output(scaled: true, SatExample.K)[0]),
        WorkedNumber.Derived("S0-181", "z₁ for Q = K = I and the values (1, 2), (3, 4)", "1.660477", () =>
            Unit()[0, 0]),
        WorkedNumber.Derived("S1-261", "weight of the second token for itself under the causal mask", "0.9539",
            () => WeightTable.Masked(1)[1]),
    ];

    private static double[,] Unit() =>
        ScalarAttention.Output(ScalarAttention.Weights(ScalarAttention.Scores(s_unit, s_unit), [2, 2]), s_values);
}
