using System.CommandLine;
using System.Text;
using Reference.Book;
using Reference.Datasets;
using Spectre.Console;

namespace Reference.ModelSelection;

/// <summary>Chapter 11: how to choose among models without deceiving oneself.</summary>
public sealed class ModelSelectionChapter() : Chapter(
    "11-model-selection", "Model selection",
    ModelSelectionDerivations.All,
    ModelSelectionNumbers.All, ModelSelectionClaims.All, ModelSelectionFigures.All,
    ModelSelectionExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [Results()];

    private Command Results()
    {
        var command = new Command(
            "results", "Runs every experiment at full length (minutes) and writes RESULTS.md; real digits if there.");
        command.SetAction((parsed, stop) =>
        {
            ulong seed = parsed.GetValue<ulong>("--seed");
            var text = new StringBuilder(
                $"# Results of chapter 11, [{Title}](README.md)\n\nWritten by `dotnet run -c Release --project "
                    + $"chapters/{Slug} -- results --seed {seed}`; digits are "
                    + (DataCache.Standard.Find(PublicSet.Mnist) is null ? "drawn.\n" : "MNIST's.\n"));
            Terminal.Bars(Terminal.Console).Start(context =>
            {
                var bar = context.AddTask("experiments");
                foreach ((string name, string question, Results results) in ModelSelectionExperiments.Full(
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
