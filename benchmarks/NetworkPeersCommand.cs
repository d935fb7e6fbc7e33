using System.CommandLine;
using System.Text;
using MathNet.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// One training step of the digits network, or of one of other widths, ours against PyTorch's in float64 and float32:
/// each takes its turn, round after round, on equally many threads.
/// </summary>
internal static class NetworkPeersCommand
{
    private const int Rounds = 15, Batch = 64;

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many turns each takes.",
            DefaultValueFactory = _ => Rounds,
        }.AtLeastOne();
        Option<string> python = Options.Python();
        var widths = new Option<string>("--widths")
        {
            Description = "The widths of its layers.",
            DefaultValueFactory = _ => string.Join('-', NetworkLadder.Widths),
        };
        var save = new Option<bool>("--save")
        {
            Description = "Also write the table to benchmarks/results/<processor>/.",
        };
        var command = new Command(
            "network-peers",
            "Compare a training step of 784-128-64-10, batch 64, Adam, with PyTorch and libtorch.")
        {
            threads, rounds, python, widths, save,
        };
        command.SetAction(
            arguments => Run(
                arguments.GetValue(threads), arguments.GetValue(rounds), arguments.GetValue(python)!,
                arguments.GetValue(widths)!, arguments.GetValue(save)));
        return command;
    }

    private static void Run(int threads, int rounds, string python, string widths, bool save)
    {
        Control.MaxDegreeOfParallelism = threads;
        using var torch = new PyTorchPeer(python, "network_peer.py", "network", threads);
        var clock = new ThreadClock(elapsed: threads > 1);
        var step = new NetworkStep([.. widths.Split('-').Select(int.Parse)], Batch);
        double[] seconds = Turns.Medians(
            rounds,
            [
                () => clock.Turn(step.Plain),
                () => clock.Turn(step.Guarded),
                () => torch.Ask($"float64 {widths} {Batch}"),
                () => torch.Ask($"float32 {widths} {Batch}"),
            ]);
        var table = new StringBuilder(
            $"{Processor.Name}, {threads} thread(s), one training step of {widths}, batch {Batch}, Adam; "
            + "ratios above 1: we are faster.\n\n");
        table.Append(
            "| layers, double | with the guard | PyTorch float64 | ratio | with the guard | PyTorch float32 | ratio "
                + "|\n"
            + "|---:|---:|---:|---:|---:|---:|---:|\n");
        table.AppendLine(
            $"| {Milliseconds(seconds[0])} | {Milliseconds(seconds[1])} | "
            + $"{Milliseconds(seconds[2])} | {Ratio(seconds[2], seconds[0])} | {Ratio(seconds[2], seconds[1])} | "
            + $"{Milliseconds(seconds[3])} | {Ratio(seconds[3], seconds[0])} |");
        Console.WriteLine(table);
        if (save)
        {
            Processor.Save($"network-{widths}-{threads}.md", table.ToString());
        }
    }

    private static string Milliseconds(double seconds) => double.IsNaN(seconds) ? "–" : $"{1e3 * seconds:0.000} ms";

    private static string Ratio(double peer, double own) => double.IsNaN(peer) ? "–" : $"{peer / own:0.00}";
}
