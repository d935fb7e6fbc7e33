using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The figures of chapter 06.</summary>
public static class LinearRegressionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
