using Reference.Plotting;

namespace Reference.Book;

/// <summary>A figure of a chapter, drawn on request.</summary>
/// <param name="name">The file name without extension, such as <c>and-gate</c>.</param>
/// <param name="caption">The sentence under the figure.</param>
/// <param name="rows">The rows of the notes that it draws, separated by spaces.</param>
/// <param name="draw">Makes the figure as a value; the same one every time.</param>
public sealed class ChapterFigure(string name, string caption, string rows, Func<Figure> draw)
{
    /// <summary>The file name without extension.</summary>
    public string Name { get; } = name;

    /// <summary>The sentence under the figure.</summary>
    public string Caption { get; } = caption;

    /// <summary>The rows of the notes that it draws.</summary>
    public IReadOnlyList<string> Rows { get; } = RowIds.Parse(rows);

    /// <summary>Makes the figure as a value.</summary>
    public Figure Draw() => draw();
}
