using System.Text.RegularExpressions;

namespace Reference.Book;

/// <summary>Every generated document of the project: the chapters' READMEs and numbers, the index of the notes, the
/// errata, and the totals in the main README.</summary>
public static partial class Documents
{
    /// <summary>The documents as generated now, by their path relative to the root.</summary>
    public static IReadOnlyDictionary<string, string> Generate(IReadOnlyList<IChapter> chapters)
    {
        Dictionary<string, string> documents = OfAll(chapters);
        foreach ((string path, string document) in chapters.SelectMany(Of))
        {
            documents[path] = document;
        }

        return documents;
    }

    private static Dictionary<string, string> Of(IChapter chapter) => new(StringComparer.Ordinal)
    {
        [Readme.PathOf(chapter)] = Readme.Generate(chapter, Read(Readme.PathOf(chapter))),
        [NumbersPage.PathOf(chapter)] = NumbersPage.Generate(chapter),
    };

    private static Dictionary<string, string> OfAll(IReadOnlyList<IChapter> chapters)
    {
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<PlacedRow> rows = PlacedRow.All(chapters);
        documents[NotesOverview.File] = NotesOverview.Generate(rows, chapters);
        foreach (NotesRow document in NotesIndex.Documents())
        {
            documents[NotesPage.PathOf(document.Id)] = NotesPage.Generate(document, rows, chapters);
        }

        documents[ErrataPage.File] = ErrataPage.Generate(chapters);
        string totals = new NotesTotals(rows, chapters).Sentence();
        documents["README.md"] = TotalsPart()
            .Replace(Read("README.md"), $"<!-- generated: totals -->\n{totals}\n<!-- end -->");
        return documents;
    }

    /// <summary>The documents of all chapters together, such as the index of the notes, that differ from what is
    /// generated now; not the chapters' own.</summary>
    public static IReadOnlyList<string> Stale(IReadOnlyList<IChapter> chapters) => StaleOf(OfAll(chapters));

    /// <summary>Writes every document that is stale.</summary>
    /// <returns>The documents written.</returns>
    public static IReadOnlyList<string> Update(IReadOnlyList<IChapter> chapters) => Write(Generate(chapters));

    /// <summary>Writes the README and the numbers of one chapter where they are stale.</summary>
    /// <returns>The documents written.</returns>
    public static IReadOnlyList<string> UpdateOne(IChapter chapter) => Write(Of(chapter));

    private static IReadOnlyList<string> Write(IReadOnlyDictionary<string, string> documents)
    {
        IReadOnlyList<string> stale = StaleOf(documents);
        foreach (string path in stale)
        {
            WholeFile.Write(Repository.PathOf(path), documents[path]);
        }

        return stale;
    }

    private static IReadOnlyList<string> StaleOf(IReadOnlyDictionary<string, string> documents) =>
        [.. documents.Where(d => !File.Exists(Repository.PathOf(d.Key)) || Read(d.Key) != d.Value).Select(d => d.Key)];

    private static string Read(string path) => File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"<!-- generated: totals -->[\s\S]*?<!-- end -->")]
    private static partial Regex TotalsPart();
}
