using System.Globalization;
using CsvHelper;

namespace Reference.Book;

/// <summary>One row of the notes: a formula, a number, a model, a figure, a remark or a framework call.</summary>
/// <param name="Id">The id, such as <c>S9-001</c>; numbers are for good, the order is that of the document.</param>
/// <param name="Name">What it is, in our words; for a call, the names of the framework.</param>
/// <param name="Document">The set of notes, S0 to S4.</param>
/// <param name="Part">The document's main heading above it; empty for a call.</param>
/// <param name="Heading">The document's own heading above it inside the part; empty directly under the part.</param>
/// <param name="Number">What the document numbers here, such as <c>equation (14)</c>; often empty.</param>
/// <param name="Lines">The lines of the document; empty where it has no place of its own.</param>
/// <param name="Chapter">
/// The chapter it belongs to (<c>01</c>…<c>26</c>), or <c>plotting</c>, <c>datasets</c>, <c>index</c>;
/// a call may name several.
/// </param>
/// <param name="Kind">
/// <c>code</c> (must stand in code with a test), <c>figure</c>, <c>concept</c> (a sentence explains it) or
/// <c>call</c>.
/// </param>
/// <param name="Remark">
/// For a concept without a lesson, its topic; for a row left out of a built part, the reason.
/// </param>
public sealed record NotesRow(
    string Id, string Name, string Document, string Part, string Heading, string Number, string Lines,
    string Chapter, string Kind, string Remark)
{
    /// <summary>Whether it is in the checklist of framework calls: those are not counted as rows.</summary>
    public bool IsCall => Kind == "call";

    /// <summary>The first of its lines; 0 where it has none.</summary>
    public int FirstLine =>
        Lines.Length == 0 ? 0 : int.Parse(Lines.Split('–', ',')[0], CultureInfo.InvariantCulture);
}

/// <summary>The data file behind the index of the notes.</summary>
public static class NotesIndex
{
    /// <summary>The file, relative to the root.</summary>
    public const string File = "chapters/notes.csv";

    /// <summary>Every row, document by document, in the order of the text; its calls come last.</summary>
    public static IReadOnlyList<NotesRow> Read() => [.. All().Where(row => row.Kind != "document")];

    /// <summary>One row for each set of notes: the title as name, what our copy of the text lost as remark.</summary>
    public static IReadOnlyList<NotesRow> Documents() => [.. All().Where(row => row.Kind == "document")];

    private static List<NotesRow> All()
    {
        using var reader = new StreamReader(Repository.PathOf(File));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var rows = new List<NotesRow>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(new(
                Field("id"), Field("name"), Field("document"), Field("part"), Field("heading"), Field("number"),
                Field("lines"), Field("chapter"), Field("kind"), Field("remark")));
        }

        return rows;

        string Field(string name) => csv.GetField(name)
            ?? throw new FormatException($"Expected a field '{name}' in line {csv.Parser.RawRow} of {File}.");
    }
}
