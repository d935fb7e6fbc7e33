using System.Text.RegularExpressions;
using Reference.Book;

namespace Reference.Plots.Tests;

/// <summary>The index of the notes over all chapters.</summary>
public class NotesPagesTests
{
    private static readonly IReadOnlyList<PlacedRow> Rows = PlacedRow.All(Shelf.Chapters);

    [Fact]
    public void Every_row_of_a_built_part_has_its_place_or_a_reason() =>
        Assert.Empty(Rows.Where(r => r.Missing is not null).Select(r => $"{r.Row.Id} ({r.Row.Name}): {r.Missing}"));

    [Fact]
    public void No_example_in_a_comment_counts_as_a_citation()
    {
        string[] speakers = ["src/Book/", "tests/Book/", "tests/plots/", "tests/Testing/"];
        Citation[] cited = [.. Rows.SelectMany(r => r.Code.Concat(r.Tests))];
        Assert.NotEmpty(cited);
        Assert.Empty(cited.Where(c => speakers.Any(s => c.File.StartsWith(s, StringComparison.Ordinal))));
        Assert.Empty(cited.Select(c => c.File).Distinct()
            .SelectMany(file => File.ReadLines(Repository.PathOf(file)).Select(line => (file, line)))
            .Where(x => Regex.IsMatch(x.line, @"//.*such as <c>S[0-4]-\d{3}")));
    }

    [Fact]
    public void Code_is_read_scalar_form_first() =>
        Assert.All(
            Rows.Select(r => r.Code.Select(c => Citations.Form(c.File)).ToArray()),
            forms => Assert.Equal(forms.Order(), forms));

    [Fact]
    public void Totals_count_every_row_once()
    {
        var totals = new NotesTotals(Rows, Shelf.Chapters);
        Assert.Equal(totals.Rows, totals.Of("code") + totals.Of("figure") + totals.Of("concept"));
        Assert.Equal(Rows.Count - 82, totals.Rows);
        int waiting = Rows.Count(r => !r.Row.IsCall && (!r.Built || r.Lacks is not null));
        Assert.Equal(
            totals.Rows - waiting,
            totals.Placed("code") + totals.Placed("figure") + totals.Placed("concept") + totals.InTheIndex);
        WorkedNumber[] numbers = [.. Shelf.Chapters.SelectMany(c => c.WorkedNumbers)];
        Assert.Equal(
            numbers.Length - numbers.Count(n => n.Verdict is Verdict.Derived or Verdict.NotRepeatable),
            totals.Recomputed);
        Assert.All(
            new[] { "README.md", NotesOverview.File },
            page => Assert.Contains(totals.Sentence(), File.ReadAllText(Repository.PathOf(page))));
    }
}
