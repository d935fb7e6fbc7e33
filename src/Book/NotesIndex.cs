using System.Globalization;
using CsvHelper;

namespace Reference.Book;

/// <summary>One row of the notes: a formula, a number, a model, a figure or a remark.</summary>
/// <param name="Id">The id, such as <c>S1-098</c>.</param>
/// <param name="Name">What it is, in our words.</param>
/// <param name="Document">The set of notes, S0 to S4.</param>
/// <param name="Section">What its section of that set is about.</param>
/// <param name="Lines">The lines of the document; empty where it has no place of its own.</param>
/// <param name="Chapter">The chapter it belongs to (<c>01</c>…<c>25</c>), or <c>plotting</c>, <c>datasets</c>, <c>index</c>.</param>
/// <param name="Kind"><c>code</c> (must stand in code with a test), <c>figure</c>, or <c>concept</c> (a sentence tells it).</param>
public sealed record NotesRow(string Id, string Name, string Document, string Section, string Lines, string Chapter, string Kind);

/// <summary>The data file behind the index of the notes.</summary>
public static class NotesIndex
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/notes.csv";

    /// <summary>How many rows the five sets of notes have.</summary>
    public const int Count = 1411;

    /// <summary>Every row, in order.</summary>
    public static IReadOnlyList<NotesRow> Read()
    {
        using var reader = new StreamReader(Repository.PathOf(File));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var rows = new List<NotesRow>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(new(Field("id"), Field("name"), Field("document"), Field("section"), Field("lines"), Field("chapter"), Field("kind")));
        }

        return rows;

        string Field(string name) => csv.GetField(name) ?? throw new FormatException($"Expected a field '{name}' in line {csv.Parser.RawRow} of {File}.");
    }
}
