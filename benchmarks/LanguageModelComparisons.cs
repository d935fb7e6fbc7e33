using Reference.LanguageModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>The GPT of chapter 21, 4 layers of 128 channels and a context of 64: training steps, and 60 characters
/// after one, with a cache; PyTorch with one and without.</summary>
internal static class LanguageModelComparisons
{
    private const int Written = 60;

    /// <summary>Batches of 12 windows, the two-minute setting, and of 64, that of the notes.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "language_model_peer.py", "language", threads);
            foreach (int batch in (int[])[12, 64])
            {
                Action step = Step(batch);
                foreach (string type in (string[])["float64", "float32"])
                {
                    measure(new($"GPT step, batch {batch}, {threads} thread(s)", $"PyTorch {type}",
                        () => turn(threads, step), () => peer.Ask($"step {type} {batch}")));
                }
            }

            Action write = Write();
            foreach (string kind in (string[])["whole", "cached"])
            {
                foreach (string type in (string[])["float64", "float32"])
                {
                    measure(new($"GPT, {Written} characters, {threads} thread(s)", $"PyTorch {type}, {kind}",
                        () => turn(threads, write), () => peer.Ask($"{kind} {type} {Written}")));
                }
            }
        }
    }

    private static Action Step(int batch)
    {
        var random = new RandomStream(1);
        var model = new Gpt(new(65), random);
        var adam = new AdamW(model.Parameters, 1e-3, weightDecay: 0.1);
        var loss = new TokenCrossEntropy();
        var X = new MatrixView([.. Enumerable.Range(0, 64 * batch).Select(_ => (double)random.Below(65))], 64, batch);
        int[] y = [.. Enumerable.Range(0, 64 * batch).Select(_ => random.Below(65))];
        double[] w = [.. y.Select(_ => 1.0 / y.Length)];
        return () =>
        {
            adam.ZeroGradients();
            loss.Forward(model.Forward(X), y, w);
            model.Backward(loss.Backward());
            Clipping.ByNorm(model.Parameters, 1);
            adam.Step();
        };
    }

    private static Action Write()
    {
        var cache = new GptCache(new Gpt(new(65), new RandomStream(1)));
        return () =>
        {
            cache.Clear();
            for (int t = 0, id = 0; t < Written; t++)
            {
                id = Kernels.Argmax<double>(cache.Read([id]).Span);
            }
        };
    }
}
