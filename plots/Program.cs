using System.CommandLine;
using Reference.Book;
using Reference.Plots;

var chapter = new Option<string?>("--chapter", "-c") { Description = "One chapter only: its number or folder name." };
var figure = new Option<string?>("--figure", "-f")
    { Description = "One figure only: its file name without extension." };
var output = new Option<DirectoryInfo?>("--output", "-o")
    { Description = "The folder for figures (default: plots/out)." };
var updateGallery = new Option<bool>("--update-gallery")
    { Description = "Draw into plots/gallery, the figures that the READMEs show." };
var compare = new Option<bool>("--compare")
    { Description = "Compare every picture with the gallery's, pixel by pixel." };
var updateDocs = new Option<bool>("--update-docs")
{
    Description = "Make the generated parts of the documents anew (READMEs, notes, ERRATA.md) and draw nothing.",
};

var root = new RootCommand(
    "Draws every figure of every chapter, recomputes every number that the notes print, and checks every derivation.")
{
    chapter, figure, output, updateGallery, compare, updateDocs, FetchCommand.Create(),
};
root.SetAction((parsed, stop) =>
{
    if (parsed.GetValue(updateDocs))
    {
        return Task.FromResult(FigureRun.UpdateDocuments(Terminal.Console));
    }

    if (parsed.GetValue(output) is not null && parsed.GetValue(updateGallery))
    {
        throw new ArgumentException("Expected --output or --update-gallery, not both: the gallery is plots/gallery.");
    }

    string folder = parsed.GetValue(output)?.FullName
        ?? Repository.PathOf(parsed.GetValue(updateGallery) ? "plots/gallery" : "plots/out");
    IReadOnlyList<IChapter> chapters = parsed.GetValue(chapter) is { } name ? [Shelf.Named(name)] : Shelf.Chapters;
    Into into = parsed.GetValue(updateGallery) ? Into.Gallery : parsed.GetValue(compare) ? Into.Compared : Into.Folder;
    return Task.FromResult(FigureRun.Run(Terminal.Console, chapters, parsed.GetValue(figure), folder, into, stop));
});
return ConsoleErrors.Guard(() => root.Parse(args).InvokeAsync(ConsoleErrors.Invocation).GetAwaiter().GetResult());
