using Reference.Book;

namespace Reference.Convolutions;

/// <summary>x</summary>
public static class ConvolutionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
