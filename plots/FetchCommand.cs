using System.CommandLine;
using Reference.Book;
using Reference.Datasets;
using Spectre.Console;

namespace Reference.Plots;

/// <summary><c>fetch mnist</c>: downloads a public data set into the cache. What has come by Ctrl+C stays, and the
/// next time goes on from there.</summary>
public static class FetchCommand
{
    private static string Names => string.Join(", ", PublicSet.All.Select(s => s.Name));

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = $"The set: {Names}." };
        var command = new Command("fetch",
            $"Downloads a public data set into {DataCache.Standard.Folder}, where experiments find it.") { name };
        command.SetAction((parsed, stop) =>
            RunAsync(Terminal.Console, DataCache.Standard, Named(parsed.GetValue(name)!), stop));
        return command;
    }

    /// <summary>Downloads a set, unless it is here, and says where it is.</summary>
    /// <param name="console">Where to print.</param>
    /// <param name="cache">Where the set goes.</param>
    /// <param name="set">The set.</param>
    /// <param name="stop">Set by Ctrl+C.</param>
    /// <returns>0.</returns>
    /// <exception cref="IOException">A file could not be downloaded; the message says which files to put
    /// where.</exception>
    /// <exception cref="InvalidDataException">What came is not what was published, or not what came the first
    /// time.</exception>
    public static async Task<int> RunAsync(IAnsiConsole console, DataCache cache, PublicSet set,
        CancellationToken stop)
    {
        string folder = await Terminal.Bars(console)
            .StartAsync(context => cache.FetchAsync(set, new Bars(context), stop)).ConfigureAwait(false);
        console.WriteLine($"{set.Name} is in {folder}");
        return 0;
    }

    /// <summary>The set of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static PublicSet Named(string name) =>
        PublicSet.All.FirstOrDefault(s => s.Name == name)
            ?? throw new ArgumentException($"Expected a data set ({Names}); got '{name}'.", nameof(name));

    // A bar for every file.
    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

        public void Report(DownloadProgress value)
        {
            if (!_bars.TryGetValue(value.File, out ProgressTask? bar))
            {
                bar = _bars[value.File] = context.AddTask(Markup.Escape(value.File), maxValue: value.Total
                    ?? double.MaxValue);
                bar.IsIndeterminate = value.Total is null;
            }

            bar.Value = value.Received;
        }
    }
}
