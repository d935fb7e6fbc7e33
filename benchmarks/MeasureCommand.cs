using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Reference.Benchmarks;

/// <summary>
/// The rows of the README's tables: every comparison in several processes of its own, the ratio as their median and
/// range.
/// </summary>
internal static class MeasureCommand
{
    internal static Command Create()
    {
        var processes = new Option<int>("--processes")
        {
            Description = "How many processes measure, one after the other.",
            DefaultValueFactory = _ => 5,
        }.AtLeastOne();
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many turns each takes in a process.",
            DefaultValueFactory = _ => 15,
        }.AtLeastOne();
        var only = new Option<string>("--only")
        {
            Description = "One group: adam, threads, gelu, products, steps, norms, convolutions, words, recurrent, "
                + "attention, transformer or language; after a slash what the name of a comparison must hold, as in "
                + "convolutions/step.",
            DefaultValueFactory = _ => "",
        };
        var once = new Option<bool>("--once") { Description = "What each of the processes does.", Hidden = true };
        Option<string> python = Options.Python();
        var command = new Command(
            "measure", "Measure the comparisons of the README in five processes; prints the rows of its tables.")
        {
            processes, rounds, only, once, python,
        };
        command.SetAction(arguments =>
        {
            (int turns, string group, string path) = (
                arguments.GetValue(rounds), arguments.GetValue(only)!, arguments.GetValue(python)!);
            if (arguments.GetValue(once))
            {
                Measure(turns, group, path);
            }
            else
            {
                Collect(arguments.GetValue(processes), turns, group, path);
            }
        });
        return command;
    }

    // A line a comparison: its name, the peer, the seconds of both.
    private static void Measure(int rounds, string only, string python)
    {
        string[] wanted = [.. only.Split('/', 2), ""];
        foreach ((_, Action<Action<Comparison>> run) in new Comparisons(python).Groups.Where(
            group => group.Name.Contains(wanted[0])))
        {
            run(comparison =>
            {
                if (!comparison.Name.Contains(wanted[1]))
                {
                    return;
                }

                Turns.WarmUp(() => comparison.Ours());
                double[] seconds = Turns.Medians(rounds, [comparison.Ours, comparison.Peers]);
                Console.WriteLine(string.Join(
                    '\t', comparison.Name, comparison.Peer, seconds[0].ToString(CultureInfo.InvariantCulture),
                    seconds[1].ToString(CultureInfo.InvariantCulture)));
            });
        }
    }

    private static void Collect(int processes, int rounds, string only, string python)
    {
        var rows = new Dictionary<(string Name, string Peer), List<(double Ours, double Peer)>>();
        for (int i = 0; i < processes; i++)
        {
            Console.Error.WriteLine($"process {i + 1} of {processes}");
            var start = new ProcessStartInfo(
                Environment.ProcessPath!,
                ["measure", "--once", "--rounds", $"{rounds}", "--only", only, "--python", python])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using Process process = Process.Start(start)!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.Split('\t') is not [string name, string peer, string ours, string theirs])
                {
                    Console.Error.WriteLine(line);
                    continue;
                }

                (rows.TryGetValue((name, peer), out var seconds) ? seconds : rows[(name, peer)] = []).Add(
                    (double.Parse(ours, CultureInfo.InvariantCulture),
                        double.Parse(theirs, CultureInfo.InvariantCulture)));
            }
        }

        Console.WriteLine(
            $"{Processor.Name}, {processes} processes; ratios above 1: we are faster.\n\n"
            + "| work | ours | against | its time | ratio | range |\n|---|---:|---|---:|---:|---:|");
        foreach (((string name, string peer), List<(double Ours, double Peer)> seconds) in rows)
        {
            double[] ratios = [.. seconds.Select(s => s.Peer / s.Ours).Order()];
            Console.WriteLine(
                $"| {name} | {Time(seconds.Select(s => s.Ours))} | {peer} | {Time(seconds.Select(s => s.Peer))} "
                + $"| {Median(ratios):0.00} | {ratios[0]:0.00}–{ratios[^1]:0.00} |");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static string Time(IEnumerable<double> seconds)
        => Median(seconds) is double s && s >= 1e-3 ? $"{1e3 * s:0.00} ms" : $"{1e6 * Median(seconds):0.0} µs";
}
