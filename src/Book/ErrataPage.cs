using System.Text;

namespace Reference.Book;

/// <summary>The page <c>chapters/ERRATA.md</c>: every mistake in the notes that a chapter proves, of numbers, derivations and statements.</summary>
public static class ErrataPage
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/ERRATA.md";

    /// <summary>The page.</summary>
    public static string Generate(IReadOnlyList<IChapter> chapters)
    {
        int total = chapters.Sum(c => Erratum.Of(c).Count);
        var page = new StringBuilder(
            $"# Mistakes in the notes\n\n{total} so far, each held by a test that computes both sides. "
            + "S0–S4 are the five sets of notes (see the [README](../README.md)).\n");
        foreach (IChapter chapter in chapters)
        {
            page.Append($"\n## {chapter.Number:00} [{chapter.Title}]({chapter.Slug}/README.md)\n\n{Table(Erratum.Of(chapter))}\n");
        }

        return page.ToString();
    }

    /// <summary>Errata as a Markdown table.</summary>
    public static string Table(IReadOnlyList<Erratum> errata)
    {
        var page = new StringBuilder("| row | the notes print | right | why |\n|---|---|---|---|");
        foreach (Erratum erratum in errata)
        {
            page.Append($"\n| {erratum.Row} | {Readme.Cell(erratum.Printed)} | {Readme.Cell(erratum.Right)} | {Readme.Cell(erratum.Why)} |");
        }

        return page.ToString();
    }
}
