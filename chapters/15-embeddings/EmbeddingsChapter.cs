using System.CommandLine;
using System.Text;
using Reference.Book;
using Reference.ModelSelection;
using Spectre.Console;

namespace Reference.Embeddings;

/// <summary>Chapter 15: words as vectors, and how they are learned.</summary>
public sealed class EmbeddingsChapter() : Chapter(
    "15-embeddings", "Embeddings",
    EmbeddingDerivations.All,
    EmbeddingNumbers.All, EmbeddingClaims.All, EmbeddingFigures.All,
    EmbeddingExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [WriteResults()];

    private Command WriteResults()
    {
        var command = new Command(
            "results", "Runs every experiment at full length (minutes) and writes RESULTS.md; real data if there.");
        command.SetAction((parsed, stop) =>
        {
            ulong seed = parsed.GetValue<ulong>("--seed");
            var text = new StringBuilder(
                $"# Results of chapter 15, [{Title}](README.md)\n\nWritten by `dotnet run -c Release --project "
                    + $"chapters/{Slug} -- results --seed {seed}`.\n");
            Terminal.Bars(Terminal.Console).Start(context =>
            {
                var bar = context.AddTask("experiments");
                foreach ((string name, string question, Results results) in EmbeddingExperiments.Full(
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
