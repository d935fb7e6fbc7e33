using System.Diagnostics;
using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Attention;

/// <summary>What the chapter measures.</summary>
public static class AttentionExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("reversal", "How long a word can be written backwards from one state, and how long with attention to all?",
            Reversal),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        .. Measured.Select(measurement => measurement.ToExperiment()),
        new("tiles", "Time and memory of one head of width 64 with all weights kept and tile by tile, by the number "
            + "of "
            + "tokens.", Tiles),
    ];

    private static Results Reversal(MeasurementRun run)
    {
        (int seeds, int steps, int words) = run.Full ? (3, 3000, 500) : (1, 15, 20);
        int[] letters = run.Full ? [5, 10, 15, 20] : [5];
        int[] lengths = [.. Enumerable.Range(4, run.Full ? 17 : 2)];
        var matches = new double[2][][]; // [kind][length][seed]
        for (int kind = 0; kind < 2; kind++)
        {
            matches[kind] = [.. lengths.Select(_ => new double[seeds])];
            for (int s = 0; s < seeds; s++)
            {
                ulong seed = run.Seed + (ulong)s;
                int done = (kind * seeds + s) * steps;
                SequenceToSequence model = ReversalRun.Train(
                    kind == 1, steps, seed, run.Full ? 64 : 8, (step, _) =>
                        run.Progress(done + step, 2 * seeds * steps));
                for (int i = 0; i < lengths.Length; i++)
                {
                    matches[kind][i][s] = ReversalRun.ExactMatch(model, lengths[i], words,
                        new RandomStream(seed + 77));
                }

                if (kind == 1 && s == 0)
                {
                    run.Write("alignment", ReversalFigures.Alignment(model, seed));
                }
            }
        }

        run.Write("reversal", ReversalFigures.Matches(lengths, matches));
        string Cell(int kind, int length) => Results.Range(matches[kind][Array.IndexOf(lengths, length)]);
        return new(
            $"Words written backwards, {steps:N0} batches, {seeds} seeds: share of {words} unseen words without a "
                + "mistake, median (range)",
            ["letters", "from the last state", "with attention"],
            [.. letters.Select(n => new[] { $"{n}", Cell(0, n), Cell(1, n) })]);
    }

    private static void Tiles(ExperimentRun run)
    {
        Table table = new Table().Title("Forward and backward, one head of width 64")
            .AddColumns("n", "all weights", "kept", "tile by tile", "kept");
        int[] lengths = [128, 256, 512, 1024];
        for (int i = 0; i < lengths.Length; i++)
        {
            int n = lengths[i];
            var random = new RandomStream(run.Seed);
            MatrixView Draw() => new(random.Normals(64 * n), 64, n);
            (MatrixView Q, MatrixView K, MatrixView V, MatrixView dZ) = (Draw(), Draw(), Draw(), Draw());
            (MatrixView Z, MatrixView dQ, MatrixView dK, MatrixView dV) = (Draw(), Draw(), Draw(), Draw());
            int[] all = [.. Enumerable.Repeat(n, n)];
            var stored = new StoredAttention();
            var tiled = new TiledAttention();
            double ms = Best(() =>
            {
                stored.Forward(Q, K, V, all, 1, Z);
                stored.Backward(Q, K, V, dZ, dQ, dK, dV);
            });
            double tiledMs = Best(() =>
            {
                tiled.Forward(Q, K, V, all, 1, Z);
                tiled.Backward(Z, dZ, dQ, dK, dV);
            });
            table.AddRow(
                $"{n}", $"{ms:0.00} ms", $"{16.0 * n * n / 1e6:0.0} MB", $"{tiledMs:0.00} ms",
                $"{tiled.Bytes / 1e6:0.00} MB");
            run.Progress(i + 1, lengths.Length);
        }

        run.Print(table);
    }

    private static double Best(Action work) => Enumerable.Range(0, 3).Min(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
