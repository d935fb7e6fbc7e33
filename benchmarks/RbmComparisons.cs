namespace Reference.Benchmarks;

/// <summary>Contrastive divergence, the binary states drawn: the layer in double beside either type of the peer, and
/// in float without a layer.</summary>
internal static class RbmComparisons
{
    private const int Epochs = 2;

    /// <summary>Two epochs of CD-1 over 7,000 samples.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "rbm_peer.py", "rbm", threads);
            (Action layer, Action single) = (RbmLadder.Run(Epochs), RbmLadder.SingleRun(Epochs));
            layer(); // until the runtime has compiled all of it for good
            single();
            foreach ((string type, Action run, string ours) in ((string, Action, string)[])
                [("float64", layer, ""), ("float32", layer, ""), ("float32", single, ", float")])
            {
                measure(new(
                    $"CD-1, {Epochs} epochs of {RbmLadder.N:N0}{ours}, {threads} thread(s)", $"PyTorch {type}",
                    () => turn(threads, run),
                    () => peer.Ask(
                        $"{type} {RbmLadder.D} {RbmLadder.H} {RbmLadder.Batch} {RbmLadder.N} {Epochs}")));
            }
        }
    }
}
