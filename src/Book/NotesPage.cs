using System.Text;

namespace Reference.Book;

/// <summary>A page of <c>chapters/notes</c>: the rows of one document in its order, and where each stands.</summary>
public static class NotesPage
{
    private const string Folder = "chapters/notes";

    /// <summary>The file of a document, relative to the root.</summary>
    public static string PathOf(string document) => $"{Folder}/{document}.md";

    /// <summary>The page of a document.</summary>
    /// <param name="document">Its row of kind <c>document</c>.</param>
    /// <param name="rows">The rows of all documents.</param>
    /// <param name="chapters">The chapters that are built.</param>
    public static string Generate(NotesRow document, IReadOnlyList<PlacedRow> rows, IReadOnlyList<IChapter> chapters)
    {
        Dictionary<string, Link> links =
            chapters.ToDictionary(c => c.Slug[..2], c => new Link(c.Slug[..2], Readme.PathOf(c)));
        PlacedRow[] own = [.. rows.Where(r => r.Row.Document == document.Id)];
        PlacedRow[] calls = [.. own.Where(r => r.Row.IsCall)];
        string body = Body([.. own.Where(r => !r.Row.IsCall)], links)
            + (calls.Length == 0 ? "" : Checklist(calls, links));
        return $"# {document.Id} · {document.Name}\n\n"
            + $"{document.Remark}\n\n"
            + "Headings and numbers are those of the document. "
            + "✗ marks a row with a mistake and leads to its correction, (✗) a row that only our copy of the text has "
            + "damaged. "
            + "What a row is: [index of the notes](../NOTES.md).\n\n"
            + $"{Contents(body)}{body}";
    }

    private static string Contents(string body) => string.Concat(MarkdownAnchors.Headings(body)
        .Where(h => h.Level == 2)
        .Select(h => $"- [{h.Text}](#{h.Anchor})\n"));

    private static string Body(IReadOnlyList<PlacedRow> rows, Dictionary<string, Link> chapters)
    {
        var page = new StringBuilder();
        for (int i = 0; i < rows.Count; i++)
        {
            NotesRow row = rows[i].Row;
            NotesRow? above = i == 0 ? null : rows[i - 1].Row;
            if (row.Part != above?.Part)
            {
                page.Append($"\n## {row.Part}\n");
            }

            if ((row.Part, row.Heading) != (above?.Part, above?.Heading))
            {
                page.Append(row.Heading.Length == 0 ? "" : $"\n### {row.Heading}\n");
                page.Append("\n| row | lines | what | chapter | where |\n|---|---|---|---|---|\n");
            }

            page.Append($"| {Marked(rows[i])} | {Place(row)} | {Readme.Cell(row.Name)} ")
                .Append($"| {Chapter(row, chapters)} | {Where(rows[i])} |\n");
        }

        return page.ToString();
    }

    private static string Checklist(IReadOnlyList<PlacedRow> calls, Dictionary<string, Link> chapters) =>
        "\n## Framework calls\n\nNot rows of the index: which chapter has what the framework calls by these names.\n\n"
        + "| | lines | calls | chapter |\n|---|---|---|---|\n"
        + string.Concat(calls.Select(c =>
            $"| {c.Row.Id} | {c.Row.Lines} | {Readme.Cell(c.Row.Name)} | {Chapter(c.Row, chapters)} |\n"));

    private static string Marked(PlacedRow row) =>
        string.Join(' ', row.Mistakes.Select(mark => mark.From(Folder)).Prepend(row.Row.Id));

    private static string Place(NotesRow row) =>
        string.Join(", ", new[] { row.Lines, row.Number }.Where(text => text.Length > 0));

    private static string Chapter(NotesRow row, Dictionary<string, Link> chapters) =>
        string.Join(", ", row.Chapter.Split(' ').Select(chapter => chapter switch
        {
            "plotting" => new Link(chapter, "src/Plotting/README.md").From(Folder),
            "datasets" => new Link(chapter, "src/Datasets").From(Folder),
            "index" => row.IsCall ? "none needed" : "",
            _ => chapters.TryGetValue(chapter, out Link? link) ? link.From(Folder) : chapter,
        }));

    private static string Where(PlacedRow row)
    {
        if (!row.Built)
        {
            return "*not built yet*";
        }

        IEnumerable<Link> links =
        [
            .. row.Code.Take(3).Select(c => new Link($"{c.FileName}:{c.Line}", $"{c.File}#L{c.Line}")),
            .. row.Tests.Take(2).Select(c => new Link(c.Test?.Replace('_', ' ') ?? c.FileName, $"{c.File}#L{c.Line}")),
            .. row.Figures.Select(f => new Link($"figure {f[(f.IndexOf('/') + 1)..]}", $"plots/gallery/{f}.png")),
            .. row.Checked,
        ];
        IEnumerable<string> parts = links.Select(link => link.From(Folder));
        return string.Join(" · ", row switch
        {
            { Row.Kind: "concept", Told: { } told } => parts.Append($"*concept* in {told.From(Folder)}"),
            { Row: { Kind: "concept", Remark.Length: > 0 } } => parts.Append($"*concept: {row.Row.Remark}*"),
            { Lacks: not null } => parts.Append($"*not built: {row.Row.Remark}*"),
            _ => parts,
        });
    }
}
