namespace Reference.Book;

/// <summary>The places of a chapter's README that the index links to, found among its real headings.</summary>
public sealed class Lesson
{
    private readonly IChapter _chapter;
    private readonly string[] _lines;
    private readonly IReadOnlyList<MarkdownHeading> _headings;

    /// <summary>The README of a chapter as it stands on disk.</summary>
    public Lesson(IChapter chapter)
        : this(chapter, File.ReadAllText(Repository.PathOf(Readme.PathOf(chapter))))
    {
    }

    /// <summary>A README given as text.</summary>
    public Lesson(IChapter chapter, string readme)
    {
        _chapter = chapter;
        string text = readme.ReplaceLineEndings("\n");
        _lines = text.Split('\n');
        _headings = MarkdownAnchors.Headings(text);
    }

    /// <summary>Where the mistakes of the notes are listed, relative to the root.</summary>
    public string Errata => At("<!-- generated: errata -->") ?? Readme.PathOf(_chapter);

    /// <summary>Where the worked numbers of a row are: a section of the README, or an anchor of their page.</summary>
    public string Numbers(string row) => At("<!-- generated: numbers -->")
        ?? $"chapters/{_chapter.Slug}/NUMBERS.md#{row.ToLowerInvariant()}";

    /// <summary>Where a derivation stands.</summary>
    public string Of(Derivation derivation) => $"{Readme.PathOf(_chapter)}#{derivation.Name}";

    /// <summary>The rows that the prose names, each with the heading under which it does so first.</summary>
    public IReadOnlyDictionary<string, MarkdownHeading> Told()
    {
        var told = new Dictionary<string, MarkdownHeading>(StringComparer.Ordinal);
        bool generated = false;
        for (int i = 0; i < _lines.Length; i++)
        {
            generated |= _lines[i].StartsWith("<!-- generated: ", StringComparison.Ordinal);
            if (!generated && MarkdownAnchors.Above(_headings, i + 1) is { } heading)
            {
                foreach (string row in RowIds.Find(_lines[i]))
                {
                    told.TryAdd(row, heading);
                }
            }

            generated &= !_lines[i].StartsWith("<!-- end -->", StringComparison.Ordinal);
        }

        return told;
    }

    private string? At(string marker) =>
        Array.FindIndex(_lines, line => line.StartsWith(marker, StringComparison.Ordinal)) is var i and >= 0
        && MarkdownAnchors.Above(_headings, i + 1) is { } heading
            ? $"{Readme.PathOf(_chapter)}#{heading.Anchor}"
            : null;
}
