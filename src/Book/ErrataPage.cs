using System.Text;

namespace Reference.Book;

/// <summary>The page <c>chapters/ERRATA.md</c>: every mistake in the notes that a chapter proves, by kind.</summary>
public static class ErrataPage
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/ERRATA.md";

    // The document's own heading above each row.
    private static readonly Lazy<Dictionary<string, string>> Headings = new(() => NotesIndex.Read().ToDictionary(
        row => row.Id, row => row.Heading.Length > 0 ? row.Heading : row.Part, StringComparer.Ordinal));

    private static readonly (ErratumKind Kind, string Title, string Meaning)[] Kinds =
    [
        (ErratumKind.Author, "The author's", "a wrong formula, number or statement"),
        (ErratumKind.Listing, "Listings", "code that does not do what its text announces"),
        (ErratumKind.OurText, "Lost in our copy of the text",
            "a symbol, an index or a line that the original may have"),
    ];

    /// <summary>The page.</summary>
    public static string Generate(IReadOnlyList<IChapter> chapters)
    {
        var errata = chapters.SelectMany(c => Erratum.Of(c).Select(e => (Chapter: c, Erratum: e))).ToList();
        var page = new StringBuilder(
            "# Mistakes in the notes\n\nEach is held by a test that computes both sides. "
            + "S0–S4 are the five sets of notes (see the [README](../README.md)).\n\n"
            + string.Join("\n",
                Kinds.Select(k => $"- **{k.Title}** ({k.Meaning}): {errata.Count(e => e.Erratum.Kind == k.Kind)}"))
            + "\n");
        foreach ((ErratumKind kind, string title, string meaning) in Kinds)
        {
            page.Append($"\n## {title}\n\n{char.ToUpperInvariant(meaning[0])}{meaning[1..]}.\n");
            foreach (var chapter in errata.Where(e => e.Erratum.Kind == kind).GroupBy(e => e.Chapter))
            {
                page.Append($"\n### {chapter.Key.Number:00} [{chapter.Key.Title}]({chapter.Key.Slug}/README.md)\n\n")
                    .Append($"{Table([.. chapter.Select(e => e.Erratum)], withKind: false)}\n");
            }
        }

        return page.ToString();
    }

    /// <summary>Errata as a Markdown table.</summary>
    /// <param name="errata">The errata.</param>
    /// <param name="withKind">Whether a column names the kind of each.</param>
    public static string Table(IReadOnlyList<Erratum> errata, bool withKind = true)
    {
        var page = new StringBuilder(withKind
            ? "| row and heading | kind | the notes print | right | why |\n|---|---|---|---|---|"
            : "| row and heading | the notes print | right | why |\n|---|---|---|---|");
        foreach (Erratum erratum in errata)
        {
            string heading = Headings.Value.TryGetValue(erratum.Row, out string? under) ? $", *{Readme.Cell(under)}*"
                : "";
            string kind = withKind ? $" {erratum.KindInWords} |" : "";
            page.Append($"\n| {erratum.Row}{heading} |{kind} {Readme.Cell(erratum.Printed)} | "
                + $"{Readme.Cell(erratum.Right)} | "
                + $"{Readme.Cell(erratum.Why)} |");
        }

        return page.ToString();
    }
}
