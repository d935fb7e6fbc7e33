using Reference.Book;

namespace Reference.Embeddings;

/// <summary>The figures, in the order of the README.</summary>
public static class EmbeddingFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("toy-vectors", "The cosines of S0's six vectors, and the vectors from their first two principal "
            + "components: SAD stands beside the fruit.", "S0-157 S0-158 S0-177", WordFigures.Toy),
        new("co-occurrence", "How often words of the small world stand near each other, and what is left of it "
            + "beyond chance.", "S0-166 S0-160", WordFigures.CoOccurrence),
        new("losses", "Predicting words of the small world: the full softmax starts at ln V, six sampled words at "
            + "6 ln 2.", "S0-164 S0-165 S1-176 S2-223", WordFigures.Losses),
        new("sampling", "Word2vec draws frequent words more rarely: as noise, and as words of the text.",
            "S1-176", WordFigures.Sampling),
        new("small-world", "Words of the small world by skip-gram, first two principal components.",
            "S0-169 S1-184 S1-188 S3-172 S3-265", MapFigures.World),
        new("analogies", "Offsets that repeat: from plain to royal, and from a capital to its country.",
            "S1-190 S1-191 S2-225 S0-154", MapFigures.Analogies),
        new("dimension", "Too few dimensions mix the classes up; more than enough change little.", "S1-183",
            WordFigures.Dimension),
        new("digit-map", "Drawn digits by their first two principal components and by t-SNE.", "S0-168 S1-184",
            MapFigures.Digits),
    ];
}
