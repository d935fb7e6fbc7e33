using Reference.Book;

namespace Reference.ModelSelection;

/// <summary>The figures, in the order of the README.</summary>
public static class ModelSelectionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
