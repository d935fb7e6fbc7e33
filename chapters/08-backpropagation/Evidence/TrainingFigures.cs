using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the figures.</summary>
public static class TrainingFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
