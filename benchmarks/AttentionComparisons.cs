using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>Attention, forward and backward, against the faster of PyTorch's explicit form and libtorch's explicit and
/// fused ones.</summary>
internal static class AttentionComparisons
{
    private const int Width = 64;

    /// <summary>1 and 8 heads of width 64, 64 to 1024 tokens.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        var random = new RandomStream(1);
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "attention_peer.py", "attention", threads);
            foreach ((int heads, int n) in ((int, int)[])[(1, 64), (8, 64), (1, 256), (8, 256), (1, 1024), (8, 1024)])
            {
                MatrixView[] x =
                [
                    .. Enumerable.Range(0, 8)
                        .Select(_ => new MatrixView(random.Normals(Width * heads * n), Width * heads, n)),
                ];
                MatrixViews[] blocks = [.. x.Select(m => m.SplitRows(heads))];
                int[] visible = [.. Enumerable.Repeat(n, n)];
                var tiled = new TiledAttention();
                void Pass()
                {
                    tiled.Forward(blocks[0], blocks[1], blocks[2], visible, heads, blocks[4]);
                    tiled.Backward(blocks[4], blocks[3], blocks[5], blocks[6], blocks[7]);
                }

                foreach (string type in (string[])["float64", "float32"])
                {
                    measure(new($"attention, {heads} × {Width}, n = {n}, {threads} thread(s)", $"PyTorch {type}",
                        () => turn(threads, Pass),
                        () => Math.Min(
                            peer.Ask($"explicit {type} {heads} {n} {Width}"),
                            peer.Ask($"fused {type} {heads} {n} {Width}"))));
                }
            }
        }
    }
}
