using Reference.Networks;

namespace Reference.Transformers;

/// <summary>
/// Parameters of transformers too large to be built for a count, line by line as <see cref="Summary"/> writes them.
/// S0-192, S2-259.
/// </summary>
public static class ParameterCounts
{
    /// <summary>A block: four projections of attention, two of the feed-forward network, two norms.</summary>
    public static long Block(long D, long F) => 4 * Dense(D, D) + Dense(D, F) + Dense(F, D) + 2 * Norm(D);

    /// <summary>BERT with 30,522 tokens, 512 places and 2 segments: base has 12 blocks of 768 rows, large 24 of 1,024.
    /// S2-259</summary>
    public static Summary Bert(int blocks, int D) => new(
    [
        Line("token, place and segment vectors, norm", 30_522 + 512 + 2, D, (30_522L + 512 + 2) * D + Norm(D)),
        .. Enumerable.Range(1, blocks).Select(b => Line($"block {b}", D, D, Block(D, 4L * D))),
        Line("pooler", D, D, Dense(D, D)),
    ]);

    /// <summary>The notes' sentiment encoder: V tokens, T places, one block of 128 rows and 2,048 hidden ones. S0-192
    /// </summary>
    public static Summary Sentiment(int V = 100_277, int T = 100) => new(
    [
        Line("embedding", V, 128, V * 128L), Line("learned positions", T, 128, T * 128L),
        Line("encoder block", 128, 128, Block(128, 2048)), Line("mean over tokens", 128, 128, 0),
        Line("Dense", 128, 1, Dense(128, 1)),
    ]);

    private static long Dense(long D, long K) => K * D + K;

    private static long Norm(long D) => 2 * D;

    private static Summary.Line Line(string name, int inputs, int outputs, long count) =>
        new(name, inputs, outputs, count);
}
