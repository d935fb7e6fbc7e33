using Reference.Book;

namespace Reference.RecurrentNetworks;

/// <summary>The figures, in the order of the README.</summary>
public static class RecurrentFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("unrolled", "A recurrent network, and the same network unrolled in time: every copy has the same weights.",
            "S2-180 S3-152 S4-189", DiagramFigures.Unrolled),
        new("wirings", "One or many inputs, one or many outputs.", "S1-196 S2-190 S3-260", DiagramFigures.Wirings),
        new("gradient-by-lag", "The gradient on its way back through time, measured, and predicted by the largest "
            + "singular value of U.", "S1-198 S2-192 S3-160 S4-188", GradientFigures.ByLag),
        new("recall", "How often a symbol is recalled after empty steps: tanh forgets, ReLU with U = I keeps it "
            + "longer.", "S1-198 S2-194 S3-161", GradientFigures.Recall),
        new("forecast", "A series with trend and season: forecasts from one place, and the error by horizon.",
            "S3-151", SeriesFigures.Forecast),
        new("next-word", "The network learns four words: its loss, and the probability of each next word.",
            "S2-186 S2-187", SeriesFigures.NextWord),
        new("sentiment", "The classifier of S3 on drawn reviews: padded to 100 words without a mask, as its listing "
            + "has it, and with lengths that fit.", "S3-157", SeriesFigures.Sentiment),
    ];
}
