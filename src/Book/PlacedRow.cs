namespace Reference.Book;

/// <summary>The places of a row of the notes in this project.</summary>
/// <param name="Row">The row.</param>
/// <param name="Built">Whether its chapter (or library) exists.</param>
/// <param name="Code">Lines of code that cite it, those to read first in front.</param>
/// <param name="Tests">Tests that cite it.</param>
/// <param name="Figures">Figures that draw it, as <c>chapter/name</c>.</param>
/// <param name="Checked">What of it is checked as data, as links: worked numbers, derivations, errata.</param>
/// <param name="Mistakes">Where a mistake in it is corrected: links to lists of errata.</param>
/// <param name="Told">The heading of a README under which it is explained, as a link; null when none does.</param>
public sealed record PlacedRow(
    NotesRow Row, bool Built,
    IReadOnlyList<Citation> Code, IReadOnlyList<Citation> Tests, IReadOnlyList<string> Figures,
    IReadOnlyList<Link> Checked, IReadOnlyList<Link> Mistakes, Link? Told)
{
    private static readonly string[] Libraries = ["src/Numerics", "src/Verification", "src/Plotting", "src/Datasets"];

    /// <summary>What the row still needs by its kind; null when nothing.</summary>
    public string? Lacks => Row.Kind switch
    {
        "code" when Code.Count == 0 && Checked.Count == 0 => "no line of code cites it",
        "code" when Tests.Count == 0 && Checked.Count == 0 => "no test cites it",
        "figure" when Figures.Count == 0 => "no figure draws it",
        "concept" when Told is null && Row.Remark.Length == 0 => "no README explains it",
        _ => null,
    };

    /// <summary>What it lacks without a reason given, although its chapter is built; null when all is well.</summary>
    public string? Missing => Built && Row.Remark.Length == 0 ? Lacks : null;

    /// <summary>Places every row: by the comments that cite it, and by the data of the chapters.</summary>
    public static IReadOnlyList<PlacedRow> All(IReadOnlyList<IChapter> chapters)
    {
        ILookup<string, Citation> code = Cited([.. chapters.Select(c => $"chapters/{c.Slug}"), .. Libraries]);
        // Book, plots and Testing only mention rows, as examples.
        ILookup<string, Citation> tests = Cited(
            [.. chapters.Select(c => $"tests/{c.Slug}"), .. Libraries.Select(l => l.Replace("src/", "tests/"))]);
        ILookup<string, string> figures = chapters
            .SelectMany(c => c.Figures.SelectMany(f => f.Rows.Select(row => (row, at: $"{c.Slug}/{f.Name}"))))
            .ToLookup(x => x.row, x => x.at);
        (IChapter Chapter, Lesson Lesson)[] lessons = [.. chapters.Select(c => (c, new Lesson(c)))];
        ILookup<string, Link> data = lessons
            .SelectMany(x => Data(x.Chapter, x.Lesson))
            .ToLookup(x => x.Row, x => x.Link);
        ILookup<string, Link> mistakes = lessons
            .SelectMany(x => Erratum.Of(x.Chapter).Select(e =>
                (e.Row, Link: new Link(e.Kind == ErratumKind.OurText ? "(✗)" : "✗", x.Lesson.Errata))))
            .ToLookup(x => x.Row, x => x.Link);
        ILookup<string, Link> told = lessons
            .SelectMany(x => x.Lesson.Told().Select(t => (Row: t.Key, Link: Place(x.Chapter, t.Value))))
            .ToLookup(x => x.Row, x => x.Link);
        HashSet<string> built = [.. chapters.Select(c => c.Slug[..2]), "plotting", "datasets", "index"];
        return [.. NotesIndex.Read().Select(row => new PlacedRow(
            row,
            row.Chapter.Split(' ').All(built.Contains),
            [
                .. code[row.Id].DistinctBy(c => (c.File, c.Line))
                    .OrderBy(c => Citations.Form(c.File)).ThenBy(c => !c.Behind).ThenBy(c => c.OfType),
            ],
            [.. tests[row.Id].DistinctBy(c => (c.File, c.Test))],
            [.. figures[row.Id]],
            [.. data[row.Id].Distinct()],
            [.. mistakes[row.Id].Distinct()],
            told[row.Id].FirstOrDefault()))];
    }

    private static ILookup<string, Citation> Cited(IEnumerable<string> folders) =>
        folders.SelectMany(Citations.In).ToLookup(c => c.What);

    private static Link Place(IChapter chapter, MarkdownHeading heading) =>
        new(
        $"{chapter.Slug[..2]}, {(heading.Level == 1 ? chapter.Title : heading.Text)}",
        $"{Readme.PathOf(chapter)}#{heading.Anchor}");

    private static IEnumerable<(string Row, Link Link)> Data(IChapter chapter, Lesson lesson) =>
    [
        .. chapter.WorkedNumbers
            .Where(n => n.Verdict != Verdict.Erratum)
            .Select(n => (n.Row, new Link("number", lesson.Numbers(n.Row)))),
        .. chapter.Derivations.SelectMany(d => d.Rows.Select(row => (row, new Link("derivation", lesson.Of(d))))),
        .. Erratum.Of(chapter).Select(e => (e.Row, new Link("erratum", lesson.Errata))),
    ];
}
