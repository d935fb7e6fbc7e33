using System.CommandLine;
using System.Text;
using Reference.Book;
using Reference.ModelSelection;
using Spectre.Console;

namespace Reference.LongShortTermMemory;

/// <summary>An experiment at full length: its table, and how far it is while it runs.</summary>
public delegate Results Measured(ulong seed, Action<int, int> progress);

/// <summary>The experiments of a chapter, for its console and for RESULTS.md.</summary>
public sealed record ResultsPage(
    string Slug, string Title, IReadOnlyList<(string Name, string Question, Measured Of)> Experiments)
{
    /// <summary>Each by itself.</summary>
    public IReadOnlyList<Experiment> All => [.. Experiments.Select(e => new Experiment(
        e.Name, e.Question, run => run.Print(e.Of(run.Seed, run.Progress).ToTable())))];

    /// <summary>The command that runs all and writes the page.</summary>
    public Command Command()
    {
        var command = new Command(
            "results", "Runs every experiment at full length (minutes) and writes RESULTS.md; real data if there.");
        command.SetAction((parsed, stop) =>
        {
            ulong seed = parsed.GetValue<ulong>("--seed");
            var text = new StringBuilder(
                $"# Results of chapter {Slug[..2]}, [{Title}](README.md)\n\nWritten by `dotnet run -c Release "
                    + $"--project chapters/{Slug} -- results --seed {seed}`.\n");
            Terminal.Bars(Terminal.Console).Start(context =>
            {
                var bar = context.AddTask("experiments");
                foreach (((string name, string question, Measured of), int i) in Experiments.Select((e, i) => (e, i)))
                {
                    Results results = of(seed, (done, total) =>
                    {
                        stop.ThrowIfCancellationRequested();
                        bar.Value = 100.0 * (i + (double)done / total) / Experiments.Count;
                    });
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
