using Reference.Book;
using Reference.Plotting;

namespace Reference.Plots;

/// <summary>Figures whose columns are moments of training, as animated pictures: a column a frame.</summary>
public static class Film
{
    /// <summary>Of an animated PNG.</summary>
    public const string Extension = ".apng";

    /// <summary>The figures that are also films.</summary>
    public static IReadOnlyList<(string Chapter, string Figure)> All { get; } =
        [("01-perceptron", "boundary-by-epoch"), ("09-networks", "xor-regions")];

    /// <summary>Whether a figure is also a film.</summary>
    public static bool Shows(IChapter chapter, ChapterFigure figure)
    {
        ArgumentNullException.ThrowIfNull(chapter);
        ArgumentNullException.ThrowIfNull(figure);
        return All.Contains((chapter.Slug, figure.Name));
    }

    /// <summary>For each column a figure of its panels, side by side. Panels of a row span the same ranges, so that
    /// only what is learned moves.</summary>
    public static IReadOnlyList<Figure> Frames(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return [.. Enumerable.Range(0, figure.Columns).Select(column => Figure.Grid(figure.Title, figure.Rows,
            [.. figure.Panels.Where((_, i) => i % figure.Columns == column)]) with { Width = 800, Height = 430 })];
    }

    /// <summary>The file: 0.6 seconds a frame, and 2 the last.</summary>
    public static byte[] Draw(Figure figure)
    {
        var renderer = new PngRenderer();
        return AnimatedPng.Encode(
            [.. Frames(figure).Select(frame => SamePicture.Decoded(renderer.Render(frame)))], 600, 2000);
    }
}
