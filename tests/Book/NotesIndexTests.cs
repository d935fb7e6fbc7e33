namespace Reference.Book.Tests;

public class NotesIndexTests
{
    private static readonly IReadOnlyList<NotesRow> Rows = NotesIndex.Read();
    private static readonly string[] Kinds = ["code", "figure", "concept", "call"];
    private static readonly HashSet<string> Chapters =
        [.. Enumerable.Range(1, 26).Select(n => $"{n:00}"), "plotting", "datasets", "index"];

    [Fact]
    public void Every_row_of_the_notes_is_listed_once()
    {
        (string Document, int Count)[] documents = [("S0", 213), ("S1", 366), ("S2", 297), ("S3", 309), ("S4", 226)];
        Assert.Equal(
            documents.SelectMany(d => Enumerable.Range(1, d.Count).Select(n => $"{d.Document}-{n:000}")),
            Rows.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.All(Rows, r => Assert.Equal(r.Id[..2], r.Document));
        Assert.Equal(documents.Select(d => d.Document), NotesIndex.Documents().Select(d => d.Id));
    }

    [Fact]
    public void Rows_stand_in_the_order_of_the_document_and_its_calls_at_the_end()
    {
        Assert.Equal(82, Rows.Count(r => r.IsCall));
        foreach (IGrouping<string, NotesRow> document in Rows.GroupBy(r => r.Document))
        {
            int[] lines = [.. document
                .Where(r => !r.IsCall && r.Lines.Length > 0 && r.Part != "The whole document")
                .Select(r => r.FirstLine)];
            Assert.Equal(lines.Order(), lines);
            Assert.Equal(document.OrderBy(r => r.IsCall), document);
        }
    }

    [Fact]
    public void Every_row_has_a_name_a_heading_a_chapter_and_a_kind() =>
        Assert.All(Rows, r =>
        {
            Assert.InRange(r.Name.Length, 3, r.IsCall ? 120 : 70);
            Assert.All(r.Chapter.Split(' '), chapter => Assert.Contains(chapter, Chapters));
            Assert.Contains(r.Kind, Kinds);
            Assert.Equal(r.IsCall, r.Part.Length == 0);
            Assert.InRange(r.Remark.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 5);
        });

    [Fact]
    public void A_heading_belongs_to_one_stretch_of_the_document()
    {
        foreach (IGrouping<string, NotesRow> document in Rows.Where(r => !r.IsCall).GroupBy(r => r.Document))
        {
            (string Part, string Under)[] path = [.. document.Select(r => (r.Part, r.Heading))];
            // Directly under a part stands only what comes before its first heading.
            Assert.Empty(path.Zip(path.Skip(1)).Where(pair =>
                pair.First.Part == pair.Second.Part && pair.First.Under.Length > 0 && pair.Second.Under.Length == 0));
        }
    }

    [Fact]
    public void Every_row_stands_once_on_the_page_of_its_document()
    {
        foreach (IGrouping<string, NotesRow> document in Rows.GroupBy(r => r.Document))
        {
            string[] page = File.ReadAllLines(Repository.PathOf(NotesPage.PathOf(document.Key)));
            Assert.Equal(
                document.Select(r => r.Id),
                page.Where(l => l.StartsWith($"| {document.Key}-", StringComparison.Ordinal)).Select(l => l[2..8]));
        }
    }
}
