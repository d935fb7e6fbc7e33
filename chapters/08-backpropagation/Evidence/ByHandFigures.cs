using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the figures.</summary>
public static class ByHandFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
