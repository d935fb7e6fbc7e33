using System.CommandLine;
using System.Text;
using Reference.Book;
using Reference.Datasets;
using Reference.ModelSelection;

namespace Reference.RecurrentNetworks;

/// <summary>Chapter 16: networks with a state, Elman's and Jordan's, and backpropagation through time.</summary>
public sealed class RecurrentChapter() : Chapter(
    "16-recurrent", "Recurrent networks",
    RecurrentDerivations.All,
    RecurrentNumbers.All, RecurrentClaims.All, RecurrentFigures.All,
    RecurrentExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands
    {
        get
        {
            var command = new Command("results",
                "Runs every experiment and writes RESULTS.md; real sentences if there.");
            command.SetAction((parsed, stop) =>
            {
                WriteResults(parsed.GetValue<ulong>("--seed"), stop);
                return Task.FromResult(0);
            });
            return [command];
        }
    }

    private void WriteResults(ulong seed, CancellationToken stop)
    {
        var text = new StringBuilder(
            $"# Results of chapter 16, [{Title}](README.md)\n\nWritten by `dotnet run -c Release --project "
                + $"chapters/{Slug} -- results --seed {seed}`; sentences are "
                + (DataCache.Standard.Find(PublicSet.Sentiment) is null ? "drawn.\n" : "real.\n"));
        Terminal.Bars(Terminal.Console).Start(context =>
        {
            var bar = context.AddTask("experiments");
            foreach ((string name, string question, Results results) in RecurrentExperiments.Full(
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
        Console.WriteLine($"wrote {path}");
    }
}
