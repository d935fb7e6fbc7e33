using Reference.Plotting;

namespace Reference.Book;

/// <summary>A figure of a chapter: drawn on request, or by an experiment that takes minutes or real data.</summary>
public sealed class ChapterFigure
{
    private readonly Lazy<Figure>? _drawn;

    /// <summary>A figure that is drawn on request.</summary>
    /// <param name="name">The file name without extension, such as <c>and-gate</c>.</param>
    /// <param name="caption">The sentence under the figure.</param>
    /// <param name="rows">The rows of the notes that it draws, separated by spaces.</param>
    /// <param name="draw">Makes the figure as a value; the same one every time.</param>
    public ChapterFigure(string name, string caption, string rows, Func<Figure> draw)
        : this(name, caption, rows, draw, null)
    {
    }

    private ChapterFigure(string name, string caption, string rows, Func<Figure>? draw, string? experiment)
    {
        (Name, Caption, Rows, Experiment) = (name, caption, RowIds.Parse(rows), experiment);
        _drawn = draw is null ? null : new(draw);
    }

    /// <summary>A figure that an experiment draws; the command <c>results</c> puts it into the gallery.</summary>
    public static ChapterFigure Measured(string name, string caption, string rows, string experiment) =>
        new(name, caption, rows, null, experiment);

    /// <summary>The file name without extension.</summary>
    public string Name { get; }

    /// <summary>The sentence under the figure.</summary>
    public string Caption { get; }

    /// <summary>The rows of the notes that it draws.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The experiment that draws it; null where it is drawn on request.</summary>
    public string? Experiment { get; }

    /// <summary>The figure as a value: made at the first call, the same one after it.</summary>
    /// <exception cref="InvalidOperationException">An experiment draws it.</exception>
    public Figure Draw() => _drawn is not null ? _drawn.Value : throw new InvalidOperationException(
        $"Expected a figure that is drawn on request; '{Name}' is drawn by 'experiment {Experiment}'.");
}
