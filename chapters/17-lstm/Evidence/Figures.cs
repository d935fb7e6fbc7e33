using Reference.Book;

namespace Reference.LongShortTermMemory;

/// <summary>The figures, in the order of the README.</summary>
public static class LstmFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("cell", "The cell: the state C runs along the top and meets one product and one sum; the gates read the "
            + "input and the last h.", "S2-204 S3-163 S3-164 S3-165 S3-166 S3-261 S4-190", CellFigures.Diagram),
        new("carousel", "What is left of a cell state after t steps, by the bias of the forget gate; nothing is "
            + "written.", "S2-197 S2-201 S3-165", CellFigures.Carousel),
        new("gradient-by-lag", "The gradient k steps back, at the start of training: an LSTM keeps σ(b_f)ᵏ of it "
            + "along its cells.", "S2-197 S3-160 S3-161", MemoryFigures.ByLag),
        new("memory",
            "Which of four symbols was shown at the start? After 150 steps of training, by lag; and the adding "
            + "problem after 300 steps, by its length.", "S3-161 S2-207", MemoryFigures.Both),
        new("sentence", "A classifier of drawn reviews reads one: gates and cell states of each unit, word by word, "
            + "and the probability of praise.", "S2-205 S2-207 S3-162 S3-261", SentenceFigures.Gates),
        new("language-model", "A character model on drawn reviews: the loss by step.",
            "S4-192 S4-193", SentenceFigures.Language),
    ];
}
