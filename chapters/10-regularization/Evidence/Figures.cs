using Reference.Book;

namespace Reference.Regularization;

/// <summary>The figures, in the order of the README.</summary>
public static class RegularizationFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
