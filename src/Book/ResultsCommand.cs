using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Reference.Plotting;
using Spectre.Console;

namespace Reference.Book;

/// <summary>The command <c>results</c>: it runs a chapter's measurements at full length, writes RESULTS.md and draws
/// their figures into the gallery.</summary>
public static class ResultsCommand
{
    /// <summary>The command of a chapter.</summary>
    public static Command Of(IChapter chapter, IReadOnlyList<Measurement> all)
    {
        var name = new Argument<string?>("name")
            { Description = "The one to run anew; all of them when absent.", DefaultValueFactory = _ => null };
        var command = new Command("results",
            "Runs experiments at full length (minutes) on real data where they are there; writes RESULTS.md.")
            { name };
        command.SetAction((parsed, stop) =>
        {
            string? one = parsed.GetValue(name);
            Measurement[] chosen = one is null ? [.. all]
                : [ChapterConsole.Named(all, m => m.Name, one, "measurement", chapter)];
            Write(chapter, all, chosen, parsed.GetValue<ulong>("--seed"), stop);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>The file: the sections measured now, and those of the old file for the others.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="names">The sections, in order.</param>
    /// <param name="old">The old file; empty for none.</param>
    /// <param name="measured">The sections measured now, by name.</param>
    public static string Page(
        IChapter chapter, IEnumerable<string> names, string old, IReadOnlyDictionary<string, string> measured)
    {
        var kept = Regex.Matches(old, @"^## (?<name>\S+)\n(?:(?!^## )[\s\S])*", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups["name"].Value, m => $"{m.Value.TrimEnd()}\n", StringComparer.Ordinal);
        return $"# Results of chapter {chapter.Number}, [{chapter.Title}](README.md)\n\nWritten by `dotnet run -c "
            + $"Release --project chapters/{chapter.Slug} -- results`.\n"
            + string.Concat(names.Select(n => measured.GetValueOrDefault(n) ?? kept.GetValueOrDefault(n))
                .OfType<string>().Select(section => $"\n{section}"));
    }

    /// <summary>A section of the file.</summary>
    public static string Section(Measurement measurement, Results results, ulong seed) =>
        $"## {measurement.Name}\n\n{measurement.Question} {results.ToMarkdown()}\n"
        + $"<sub>`results {measurement.Name} --seed {seed}` on {Machine}</sub>\n";

    private static string Machine => $"{Processor}, {Environment.ProcessorCount} threads, "
        + RuntimeInformation.FrameworkDescription;

    private static string Processor => File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim() : $"{RuntimeInformation.ProcessArchitecture}";

    private static void Write(
        IChapter chapter, IReadOnlyList<Measurement> all, Measurement[] chosen, ulong seed, CancellationToken stop)
    {
        string path = Repository.PathOf($"chapters/{chapter.Slug}/RESULTS.md");
        Terminal.Bars(Terminal.Console).Start(context =>
        {
            foreach (Measurement measurement in chosen)
            {
                ProgressTask bar = context.AddTask(measurement.Name);
                Results results = measurement.Run(new(
                    seed, true,
                    (done, total) =>
                    {
                        stop.ThrowIfCancellationRequested();
                        bar.Value = 100.0 * done / total;
                    },
                    (name, figure) => WholeFile.Write(
                        Repository.PathOf($"{Gallery.Folder}/{chapter.Slug}/{name}.png"),
                        new PngRenderer().Render(figure))));
                // after each, so that Ctrl+C loses one at most
                string old = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
                var measured = new Dictionary<string, string>(StringComparer.Ordinal)
                    { [measurement.Name] = Section(measurement, results, seed) };
                WholeFile.Write(path, Encoding.UTF8.GetBytes(Page(chapter, all.Select(m => m.Name), old, measured)));
            }
        });
        Terminal.Console.WriteLine($"wrote {path}");
    }
}
