using Reference.Book;
using Reference.Plotting;

namespace Reference.Plots.Tests;

public sealed class PlotsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Screen _screen = new();

    public void Dispose()
    {
        _folder.Dispose();
        _screen.Dispose();
    }

    [Fact]
    public void Every_chapter_folder_is_on_the_shelf() =>
        Assert.Equal(
            Directory.EnumerateDirectories(Repository.PathOf("chapters"), "??-*").Select(Path.GetFileName).Order(),
            Shelf.Chapters.Select(c => c.Slug));

    [Fact]
    public void One_figure_of_one_chapter_is_drawn_into_the_folder_asked_for()
    {
        Assert.Equal(0, FigureRun.Run(_screen.Console, [Shelf.Named("1")], "gates", _folder.Path, Into.Folder,
            CancellationToken.None));
        Assert.Equal([_folder.At("01-perceptron", "gates.png")],
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.Contains("01 The perceptron", _screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_chapter_or_figure_is_named_and_nothing_is_drawn()
    {
        Assert.Contains("'99'", Assert.Throws<ArgumentException>(() => Shelf.Named("99")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'nope'",
            Assert.Throws<ArgumentException>(() =>
                FigureRun.Run(_screen.Console, Shelf.Chapters, "nope", _folder.Path, Into.Folder,
                CancellationToken.None)).Message,
            StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_figure_of_NaN_only_is_refused_by_its_name_and_nothing_is_drawn()
    {
        var chapter = new BrokenChapter { Last = double.NaN };
        var refusal = Assert.Throws<ArgumentException>(() => FigureRun.Run(
            _screen.Console, [chapter], null, _folder.Path, Into.Folder, CancellationToken.None));
        Assert.Contains("01-perceptron/line: Ys", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Numbers_are_computed_once_and_a_line_that_does_not_hold_is_a_failure()
    {
        var chapter = new BrokenChapter();
        Assert.Equal(1, FigureRun.Run(_screen.Console, [chapter], null, _folder.Path, Into.Folder,
            CancellationToken.None));
        Assert.Equal(1, chapter.Computed);
        Assert.Contains("1 of 2", _screen.Text, StringComparison.Ordinal);
        Assert.Contains("'wrong', line 2", _screen.Text, StringComparison.Ordinal);
    }

    // A chapter's own documents are tested with the chapter.
    [Fact]
    public void Every_generated_document_of_all_chapters_is_fresh()
    {
        IReadOnlyList<string> stale = Documents.Stale(Shelf.Chapters);
        Assert.True(stale.Count == 0,
            $"Stale: {string.Join(", ", stale)}. Run `dotnet run -c Release --project plots -- --update-docs`.");
    }

    [Fact]
    public void The_gallery_holds_the_figures_of_the_shelf_and_nothing_else() =>
        Assert.Equal(
            Shelf.Chapters.SelectMany(c => c.Figures.Select(f => $"{c.Slug}/{f.Name}.png"))
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.PathOf("plots/gallery"), "*.png", SearchOption.AllDirectories)
                .Select(p => Repository.Relative(p)["plots/gallery/".Length..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file()
    {
        string[] documents = [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(f => !Citations.IsBuildOutput(Repository.Relative(f)))];
        Assert.Empty(documents.SelectMany(document => System.Text.RegularExpressions.Regex
            .Matches(File.ReadAllText(document), @"\]\((?<to>[^)#\s]+)(?:#L(?<line>\d+))?[^)]*\)")
            .Where(link => !link.Groups["to"].Value.Contains("://", StringComparison.Ordinal))
            .Select(link => (
                document,
                to: Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, link.Groups["to"].Value)),
                line: link.Groups["line"].Value))
            .Where(link => !Path.Exists(link.to)
                || (link.line.Length > 0 && File.ReadLines(link.to).Count() < int.Parse(link.line)))
            .Select(link => $"{Repository.Relative(link.document)} → {Repository.Relative(link.to)} {link.line}")
                .Distinct()));
    }
}
