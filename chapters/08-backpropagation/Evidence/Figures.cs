using Reference.Book;

namespace Reference.Networks;

/// <summary>The figures of chapter 08.</summary>
public static class BackpropagationFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [.. ByHandFigures.All, .. TrainingFigures.All];
}
