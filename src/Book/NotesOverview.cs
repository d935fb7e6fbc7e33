using System.Text;

namespace Reference.Book;

/// <summary>The page <c>chapters/NOTES.md</c>: what a row of the notes is, and the way to the five indices.</summary>
public static class NotesOverview
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/NOTES.md";

    /// <summary>The page.</summary>
    public static string Generate(IReadOnlyList<PlacedRow> rows, IReadOnlyList<IChapter> chapters)
    {
        var page = new StringBuilder(
            $"# Index of the notes\n\n{new NotesTotals(rows, chapters).Sentence()}\n\n"
            + "A **row** is one formula, number, model, figure or remark of one set of notes; `S1-098` is one of S1. "
            + "Code, tests and figures cite rows by these ids. "
            + "The index goes the other way: from a place in the notes to the code that realises it "
            + "(scalar form first), the tests that prove it, the figures that draw it and the lesson that explains "
            + "it.\n\n"
            + "| document | rows | with a mistake | not built yet |\n|---|---|---|---|\n");
        foreach (NotesRow document in NotesIndex.Documents())
        {
            PlacedRow[] own = [.. rows.Where(r => r.Row.Document == document.Id && !r.Row.IsCall)];
            var link = new Link($"{document.Id} · {document.Name}", NotesPage.PathOf(document.Id));
            page.Append($"| {link.From("chapters")} | {own.Length} | "
                + $"{own.Count(r => r.Mistakes.Any(m => m.Text == "✗"))} ")
                .Append($"| {own.Count(r => !r.Built)} |\n");
        }

        page.Append("\nThe mistakes of all five are collected in [ERRATA.md](ERRATA.md). ");
        page.Append("Below its rows an index lists the framework calls of its document and the chapters ");
        page.Append("that have their counterparts.\n");
        return page.ToString();
    }
}
