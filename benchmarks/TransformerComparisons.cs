using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Transformers;

namespace Reference.Benchmarks;

/// <summary>A training step of the notes' sentiment encoder with 2,000 words: forward, loss, backward, Adam.</summary>
internal static class TransformerComparisons
{
    private const int Words = 2000;

    /// <summary>The notes' batch, two sentences of 100 tokens, and ours, sixteen of 40.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "transformer_peer.py", "transformer", threads);
            foreach ((int N, int T) in ((int, int)[])[(2, 100), (16, 40)])
            {
                Action step = Step(N, T);
                foreach (string type in (string[])["float64", "float32"])
                {
                    measure(new($"step of the sentiment encoder, {N} × {T} tokens, {threads} thread(s)",
                        $"PyTorch {type}", () => turn(threads, step), () => peer.Ask($"{type} {Words} {N} {T}")));
                }
            }
        }
    }

    private static Action Step(int N, int T)
    {
        var random = new RandomStream(1);
        var encoder = new SentimentEncoder(Words, random);
        var adam = new Adam(encoder.Parameters, 1e-3);
        var loss = new SigmoidCrossEntropy();
        int[][] texts = [.. Enumerable.Range(0, N).Select(_ =>
            Enumerable.Range(0, T).Select(_ => random.Below(Words)).ToArray())];
        Matrix<double> Y = Matrix<double>.Build.Dense(1, N, (_, n) => n % 2);
        return () =>
        {
            adam.ZeroGradients();
            loss.Forward(encoder.Forward(texts), Y.View());
            encoder.Backward(loss.Backward());
            adam.Step();
        };
    }
}
