using Reference.Book;

namespace Reference.RecurrentNetworks;

/// <summary>The figures, in the order of the README.</summary>
public static class RecurrentFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("unrolled", "A recurrent network, and the same network unrolled in time: every copy has the same weights.",
            "S2-180 S2-277 S3-152 S4-189", DiagramFigures.Unrolled),
        new("wirings", "One or many inputs, one or many outputs.", "S1-196 S2-190 S2-277 S3-181 S3-260",
            DiagramFigures.Wirings),
        new("gradient-by-lag", "The gradient on its way back through time, measured, and predicted by the largest "
            + "singular value of U.", "S1-198 S2-192 S3-160 S4-188", GradientFigures.ByLag),
        new("recall", "How often a symbol is recalled after empty steps, by activation and start.",
            "S1-198 S2-194 S3-161", GradientFigures.Recall),
        new("forecast", "A series with trend and season: forecasts from one place, and the error by horizon.",
            "S3-151", SeriesFigures.Forecast),
        new("next-word", "The network learns four words: its loss, and the probability of each next word.",
            "S2-186 S2-187", SeriesFigures.NextWord),
        new("sentiment",
            "The classifier of S3 on drawn reviews: where the words are followed by empty steps, the last "
            + "state has forgotten them; with a mask the words come last.", "S3-157 S3-160", SeriesFigures.Sentiment),
    ];
}
