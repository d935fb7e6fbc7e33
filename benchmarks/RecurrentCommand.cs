using System.CommandLine;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.GatedRecurrentUnits;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Benchmarks;

/// <summary>
/// LSTM and GRU over 100 steps, forward and backward with the gradient of the input, against PyTorch in float64 and
/// float32, each in turn; and the rungs of <see cref="LstmLadder"/>.
/// </summary>
internal static class RecurrentCommand
{
    private const int T = 100;

    private static readonly string[] Works =
        ["lstm 32 1", "lstm 128 1", "lstm 512 1", "lstm 128 32", "lstm 512 32", "gru 128 32"];

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        Option<string> python = Options.Python();
        var only = new Option<string>("--only")
            { Description = "Only works that contain this, such as 'lstm 128' or ladder.", DefaultValueFactory = _ =>
                "" };
        var command = new Command("recurrent-peers", "Compare LSTM and GRU with PyTorch.") { threads, python, only };
        command.SetAction(arguments => Run(
            arguments.GetValue(threads), arguments.GetValue(python)!, arguments.GetValue(only)!));
        return command;
    }

    private static void Run(int threads, string python, string only)
    {
        Control.MaxDegreeOfParallelism = threads;
        var clock = new ThreadClock(elapsed: threads > 1);
        if ("ladder".Contains(only, StringComparison.Ordinal))
        {
            Ladder(clock);
        }

        string[] works = [.. Works.Where(work => work.Contains(only, StringComparison.Ordinal))];
        if (works.Length == 0)
        {
            return;
        }

        using var torch = new PyTorchPeer(python, "recurrent_peer.py", "recurrent", threads);
        Console.WriteLine($"{Processor.Name}, {threads} thread(s); ratios above 1: we are faster.\n");
        Console.WriteLine(
            "| cell, units, batch | layer, double | PyTorch float64 | ratio | PyTorch float32 | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (string work in works)
        {
            Action own = Of(work.Split(' '));
            Turns.WarmUp(own);
            double[] seconds = Turns.Medians(
                5, [() => clock.Turn(own), () => torch.Ask($"float64 {work}"), () => torch.Ask($"float32 {work}")]);
            Console.WriteLine(
                $"| {work} | {1e3 * seconds[0]:0.000} ms | {1e3 * seconds[1]:0.000} ms "
                    + $"| {seconds[1] / seconds[0]:0.00} | {1e3 * seconds[2]:0.000} ms "
                    + $"| {seconds[2] / seconds[0]:0.00} |");
        }
    }

    private static void Ladder(ThreadClock clock)
    {
        Console.WriteLine("| LSTM of 128 units, forward | 1 step | 100 steps | times the loops |");
        Console.WriteLine("|---|---:|---:|---:|");
        (string Name, double[] Seconds)[] rows = [];
        foreach (int steps in new[] { 1, 100 })
        {
            var ladder = new LstmLadder { Steps = steps };
            ladder.Setup();
            foreach ((_, Action run) in ladder.Rungs)
            {
                Turns.WarmUp(run);
            }

            double[] seconds = Turns.Medians(
                7, [.. ladder.Rungs.Select(rung => (Func<double>)(() => clock.Turn(rung.Run)))]);
            rows = steps == 1
                ? [.. ladder.Rungs.Zip(seconds, (rung, s) => (rung.Name, new[] { s }))]
                : [.. rows.Zip(seconds, (row, s) => (row.Name, (double[])[.. row.Seconds, s]))];
        }

        foreach ((string name, double[] s) in rows)
        {
            Console.WriteLine(
                $"| {name} | {1e6 * s[0]:0.0} µs | {1e3 * s[1]:0.000} ms | {rows[0].Seconds[1] / s[1]:0.0} |");
        }

        Console.WriteLine();
    }

    private static Action Of(string[] work)
    {
        (int H, int N) = (int.Parse(work[1]), int.Parse(work[2]));
        var random = new RandomStream(1);
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(H));
        Recurrent layer = work[0] == "lstm"
            ? new Lstm(H, H, new Sequences(T), uniform)
            : new Gru(H, H, new Sequences(T), uniform);
        Matrix<double> X = Matrix<double>.Build.Dense(H, N * T, random.Normals(H * N * T)),
            dY = Matrix<double>.Build.Dense(H, N * T, random.Normals(H * N * T));
        return () =>
        {
            foreach (Optimizers.Parameter parameter in layer.Parameters)
            {
                parameter.ZeroGradient();
            }

            layer.Forward(X.View());
            layer.Backward(dY.View());
        };
    }
}
