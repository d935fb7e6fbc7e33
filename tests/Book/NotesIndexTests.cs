namespace Reference.Book.Tests;

public class NotesIndexTests
{
    private static readonly IReadOnlyList<NotesRow> Rows = NotesIndex.Read();

    [Fact]
    public void Every_row_of_the_notes_is_listed_once_and_in_order()
    {
        Assert.Equal(NotesIndex.Count, Rows.Count);
        (string Document, int Count)[] documents = [("S0", 213), ("S1", 366), ("S2", 297), ("S3", 309), ("S4", 226)];
        Assert.Equal(documents.SelectMany(d => Enumerable.Range(1, d.Count).Select(n => $"{d.Document}-{n:000}")), Rows.Select(r => r.Id));
        Assert.All(Rows, r => Assert.Equal(r.Id[..2], r.Document));
    }

    [Fact]
    public void Every_row_has_a_name_a_place_and_a_kind()
    {
        HashSet<string> chapters = [.. Enumerable.Range(1, 25).Select(n => $"{n:00}"), "plotting", "datasets", "index"];
        Assert.All(Rows, r =>
        {
            Assert.InRange(r.Name.Length, 3, 70);
            Assert.Contains(r.Chapter, chapters);
            Assert.Contains(r.Kind, new[] { "code", "figure", "concept" });
            Assert.NotEmpty(r.Section);
        });
    }
}
