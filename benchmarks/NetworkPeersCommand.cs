using System.CommandLine;
using System.Text;
using MathNet.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// One training step of the digits network, ours against PyTorch's in float64 and float32:
/// each takes its turn, round after round, on equally many threads.
/// </summary>
internal static class NetworkPeersCommand
{
    private const int Rounds = 15;

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many turns each takes.",
            DefaultValueFactory = _ => Rounds,
        }.AtLeastOne();
        Option<string> python = Options.Python();
        var save = new Option<bool>("--save")
        {
            Description = "Also write the table to benchmarks/results/<processor>/.",
        };
        var command = new Command(
            "network-peers",
            "Compare a training step of 784-128-64-10, batch 64, Adam, with PyTorch.") { threads, rounds, python,
                save };
        command.SetAction(
            arguments => Run(
                arguments.GetValue(threads), arguments.GetValue(rounds), arguments.GetValue(python)!,
                arguments.GetValue(save)));
        return command;
    }

    private static void Run(int threads, int rounds, string python, bool save)
    {
        Control.MaxDegreeOfParallelism = threads;
        using var torch = new PyTorchPeer(python, "network_peer.py", threads);
        var clock = new ThreadClock(elapsed: threads > 1);
        var ladder = new NetworkLadder();
        double[] seconds = Turns.Medians(
            rounds,
            [
                () => clock.Turn(() => ladder.Layers()),
                () => torch.Ask("float64"),
                () => torch.Ask("float32"),
                () => clock.Turn(() => ladder.Equations()),
                () => clock.Turn(() => ladder.Guarded()),
            ]);
        var table = new StringBuilder(
            $"{Processor.Name}, {threads} thread(s), one training step of "
            + $"{string.Join('-', NetworkLadder.Widths)}, batch 64, Adam; "
            + "ratios above 1: we are faster.\n\n");
        table.Append(
            "| layers, double | with the guard | equations | PyTorch float64 | ratio | PyTorch float32 | ratio |\n"
            + "|---:|---:|---:|---:|---:|---:|---:|\n");
        table.AppendLine(
            $"| {Milliseconds(seconds[0])} | {Milliseconds(seconds[4])} | {Milliseconds(seconds[3])} | "
            + $"{Milliseconds(seconds[1])} | {Ratio(seconds[1], seconds[0])} | "
            + $"{Milliseconds(seconds[2])} | {Ratio(seconds[2], seconds[0])} |");
        Console.WriteLine(table);
        if (save)
        {
            Processor.Save($"network-{threads}.md", table.ToString());
        }
    }

    private static string Milliseconds(double seconds) => double.IsNaN(seconds) ? "–" : $"{1e3 * seconds:0.000} ms";

    private static string Ratio(double peer, double own) => double.IsNaN(peer) ? "–" : $"{peer / own:0.00}";
}
