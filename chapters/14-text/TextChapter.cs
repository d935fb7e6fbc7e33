using System.CommandLine;
using System.Text;
using Reference.Book;
using Reference.ModelSelection;
using Spectre.Console;

namespace Reference.Texts;

/// <summary>Chapter 14: text into tokens, tokens into numbers, and the classifiers of the notes.</summary>
public sealed class TextChapter() : Chapter(
    "14-text", "Text",
    TextDerivations.All,
    TextNumbers.All, TextClaims.All, TextFigures.All,
    TextExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [Results()];

    private Command Results()
    {
        var command = new Command(
            "results", "Runs every experiment at full length (minutes) and writes RESULTS.md; real sentences if "
                + "there.");
        command.SetAction((parsed, stop) =>
        {
            ulong seed = parsed.GetValue<ulong>("--seed");
            var text = new StringBuilder(
                $"# Results of chapter 14, [{Title}](README.md)\n\nWritten by `dotnet run -c Release --project "
                    + $"chapters/{Slug} -- results --seed {seed}`; sentences are "
                    + (Reviews.Real() is null ? "drawn.\n" : "labelled ones of a shop, part of the public set.\n"));
            Terminal.Bars(Terminal.Console).Start(context =>
            {
                ProgressTask bar = context.AddTask("experiments");
                foreach ((string name, string question, Results results) in TextExperiments.Full(
                    seed, (done, total) =>
                    {
                        stop.ThrowIfCancellationRequested();
                        bar.Value = 100.0 * done / total;
                    }))
                {
                    text.Append($"\n## {name}\n\n{question} {results.ToMarkdown()}");
                }
            });
            string path = Repository.PathOf($"chapters/{Slug}/RESULTS.md");
            WholeFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
            Terminal.Console.WriteLine($"wrote {path}");
            return Task.FromResult(0);
        });
        return command;
    }
}
