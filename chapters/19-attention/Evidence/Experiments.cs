using System.Diagnostics;
using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Attention;

/// <summary>What the chapter measures.</summary>
public static class AttentionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("tiles", "Time and memory of one head of width 64 with all weights kept and tile by tile, by the number of "
            + "tokens.", Tiles),
    ];

    private static void Tiles(ExperimentRun run)
    {
        Table table = new Table().Title("Forward and backward, one head of width 64")
            .AddColumns("n", "all weights", "kept", "tile by tile", "kept");
        int[] lengths = [256, 512, 1024, 2048];
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

    private static double Best(Action work) => Enumerable.Range(0, 5).Min(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
