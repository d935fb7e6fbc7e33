using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>The figures of the chapter.</summary>
public static class AutoencoderFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } = [];
}
