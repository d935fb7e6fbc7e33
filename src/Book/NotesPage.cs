using System.Text;

namespace Reference.Book;

/// <summary>Where a row of the notes stands in this project.</summary>
/// <param name="Row">The row.</param>
/// <param name="Built">Whether its chapter (or library) exists.</param>
/// <param name="Code">Lines of code that cite it.</param>
/// <param name="Tests">Tests that cite it.</param>
/// <param name="Figures">Figures that draw it, as <c>chapter/name</c>.</param>
/// <param name="Checked">What of it is checked as data: worked numbers, derivations, claims.</param>
/// <param name="Told">The README that tells it, relative to the root; null when none does.</param>
public sealed record PlacedRow(
    NotesRow Row, bool Built,
    IReadOnlyList<Citation> Code, IReadOnlyList<Citation> Tests, IReadOnlyList<string> Figures, IReadOnlyList<string> Checked,
    string? Told)
{
    /// <summary>Why the row is not placed as its kind demands; null when it is, or when its chapter is not built yet.</summary>
    public string? Missing => !Built ? null : Row.Kind switch
    {
        "code" when Code.Count == 0 && Checked.Count == 0 => "no line of code cites it",
        "code" when Tests.Count == 0 && Checked.Count == 0 => "no test cites it",
        "figure" when Figures.Count == 0 => "no figure draws it",
        "concept" when Told is null && Row.Chapter != "index" => "no README tells it",
        _ => null,
    };
}

/// <summary>The page <c>chapters/NOTES.md</c>: every row of the notes and where it stands.</summary>
public static class NotesPage
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/NOTES.md";

    /// <summary>Places every row: by the comments that cite it, and by the data of the chapters.</summary>
    public static IReadOnlyList<PlacedRow> Place(IReadOnlyList<IChapter> chapters)
    {
        ILookup<string, Citation> code = chapters.SelectMany(c => Citations.In($"chapters/{c.Slug}")).Concat(Citations.In("src")).ToLookup(c => c.What);
        ILookup<string, Citation> tests = Citations.In("tests").ToLookup(c => c.What);
        ILookup<string, string> figures = chapters
            .SelectMany(c => c.Figures.SelectMany(f => f.Rows.Select(row => (row, at: $"{c.Slug}/{f.Name}"))))
            .ToLookup(x => x.row, x => x.at);
        ILookup<string, string> data = chapters.SelectMany(Data).ToLookup(x => x.Row, x => x.What);
        ILookup<string, string> told = chapters
            .SelectMany(c => RowIds.Find(Readme.Prose(System.IO.File.ReadAllText(Repository.PathOf(Readme.PathOf(c)))))
                .Select(row => (row, at: Readme.PathOf(c))))
            .ToLookup(x => x.row, x => x.at);
        var built = chapters.Select(c => c.Slug[..2]).ToHashSet(StringComparer.Ordinal);
        return [.. NotesIndex.Read().Select(row => new PlacedRow(
            row,
            built.Contains(row.Chapter) || row.Chapter == "index" || (row.Chapter is "plotting" or "datasets" && code[row.Id].Any()),
            [.. code[row.Id].DistinctBy(c => (c.File, c.Line))],
            [.. tests[row.Id].DistinctBy(c => (c.File, c.Test))],
            [.. figures[row.Id]],
            [.. data[row.Id].Distinct()],
            told[row.Id].FirstOrDefault()))];
    }

    /// <summary>The totals, as they stand in the README.</summary>
    public static string Totals(IReadOnlyList<PlacedRow> rows, IReadOnlyList<IChapter> chapters)
    {
        PlacedRow[] placed = [.. rows.Where(r => r.Built && r.Missing is null)];
        int listed = placed.Count(r => r.Row.Chapter == "index");
        int printed = chapters.Sum(c => c.WorkedNumbers.Count(n => n.Verdict != Verdict.Derived));
        int derived = chapters.Sum(c => c.WorkedNumbers.Count) - printed;
        return $"Of the {rows.Count:N0} rows of the notes, **{placed.Length - listed:N0}** stand in code, tests, figures or a lesson, and "
            + $"{listed} need no more than their line in the index; the others wait for their chapter. "
            + $"So far: {chapters.Count} chapters, {chapters.Sum(c => c.Derivations.Count)} derivations, "
            + $"{printed} printed numbers recomputed and {derived} that follow from them, "
            + $"{chapters.Sum(c => c.Figures.Count)} figures, {chapters.Sum(c => Erratum.Of(c).Count)} errata.";
    }

    /// <summary>The page.</summary>
    public static string Generate(IReadOnlyList<IChapter> chapters)
    {
        IReadOnlyList<PlacedRow> rows = Place(chapters);
        var page = new StringBuilder(
            $"# Index of the notes\n\n{Totals(rows, chapters)}\n\n"
            + "S0–S4 are the five sets of notes (see the [README](../README.md)); *lines* are those of the document. "
            + "A row leads to the code that realises it, the tests that prove it and the figures that draw it; ");
        page.Append("*concept* rows are told in words, at the place named or by their line here.\n");
        foreach (IGrouping<string, PlacedRow> document in rows.GroupBy(r => r.Row.Document))
        {
            page.Append($"\n## {document.Key}\n");
            foreach (IGrouping<string, PlacedRow> section in document.GroupBy(r => r.Row.Section))
            {
                page.Append($"\n### {section.Key}\n\n| row | lines | what | chapter | where |\n|---|---|---|---|---|");
                foreach (PlacedRow row in section)
                {
                    page.Append($"\n| {row.Row.Id} | {row.Row.Lines} | {Readme.Cell(row.Row.Name)} | {row.Row.Chapter} | {Where(row)} |");
                }

                page.Append('\n');
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Row, string What)> Data(IChapter chapter) =>
    [
        .. chapter.WorkedNumbers.Select(n => (
            n.Row,
            n.Verdict == Verdict.Erratum ? Link(chapter, "erratum", "mistakes-in-the-notes") : $"[worked number]({chapter.Slug}/NUMBERS.md#{n.Row.ToLowerInvariant()})")),
        .. chapter.Derivations.SelectMany(d => d.Rows.Select(row => (row, Link(chapter, "derivation", d.Name)))),
        .. Erratum.Of(chapter).Select(e => (e.Row, Link(chapter, "erratum", "mistakes-in-the-notes"))),
    ];

    // Links into the lesson: derivations have an anchor of their name, numbers and errata a heading.
    private static string Link(IChapter chapter, string what, string anchor) => $"[{what}]({chapter.Slug}/README.md#{anchor})";

    private static string Where(PlacedRow row)
    {
        if (!row.Built)
        {
            return "*not built yet*";
        }

        var parts = new List<string>();
        // The lines that realise it stand before those that speak of it.
        parts.AddRange(row.Code
            .OrderBy(c => c.Behind ? 0 : 1)
            .ThenBy(c => c.OfType ? 1 : 0)
            .Take(3)
            .Select(c => $"[{c.FileName}:{c.Line}]({Up(c.File)}#L{c.Line})"));
        parts.AddRange(row.Tests.Take(2).Select(c => $"[{c.Test?.Replace('_', ' ') ?? c.FileName}]({Up(c.File)}#L{c.Line})"));
        parts.AddRange(row.Figures.Select(f => $"[figure {f[(f.IndexOf('/') + 1)..]}](../plots/gallery/{f}.png)"));
        parts.AddRange(row.Checked);
        if (row.Row.Kind == "concept")
        {
            parts.Add(row.Told is null ? "*concept*" : $"*concept*, told in [{row.Told}]({Up(row.Told)})");
        }

        return string.Join(" · ", parts);
    }

    private static string Up(string file) => file.StartsWith("chapters/", StringComparison.Ordinal) ? file["chapters/".Length..] : $"../{file}";
}
