using Reference.Book;

namespace Reference.Texts;

/// <summary>The figures, in the order of the README.</summary>
public static class TextFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("parts", "The steps from a text to a label.", "S0-146", TokenFigures.Parts),
        new("unknown-words", "The share of words without an id: 129 ids are enough for the text that they were made "
            + "from, but not for the text after it.", "S3-267 S3-268", TokenFigures.UnknownWords),
        new("tokens-a-word", "More pieces, fewer tokens: three tokenizers on the beginning of Alice in Wonderland.",
            "S0-149 S1-161 S1-162 S1-163 S1-165 S1-218", TokenFigures.TokensAWord),
        new("work", "Looking at all pairs before each merge takes time in n², a heap almost linear time.",
            "S1-162", TokenFigures.Work),
        new("spam", "A linear model on bags of words: its mistakes, and the words with the largest weights.",
            "S1-171", TokenFigures.Spam),
        new("reviews", "The network of the notes on 500 drawn reviews: it learns them by heart, and the validation "
            + "loss rises.", "S3-054 S3-071 S3-073 S3-076 S3-077", CurveFigures.Reviews),
        new("wrong-network", "A learning rate that is 300 times too large.", "S3-075", CurveFigures.WrongNetwork),
        new("news", "The network for 46 topics on drawn news.", "S3-092", CurveFigures.News),
        new("width", "Hidden layers of 4 to 64 units, for 46 topics.", "S3-090", CurveFigures.Width),
    ];
}
