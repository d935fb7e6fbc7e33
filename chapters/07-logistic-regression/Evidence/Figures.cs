using Reference.Book;

namespace Reference.Classification;

/// <summary>The figures of chapter 07.</summary>
public static class LogisticRegressionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
