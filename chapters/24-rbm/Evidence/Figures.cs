using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Figures.</summary>
public static class BoltzmannFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
