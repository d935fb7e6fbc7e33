using Reference.Numerics;
using Reference.Optimizers;
using Reference.VariationalAutoencoders;

namespace Reference.Benchmarks;

/// <summary>A training step of the notes' convolutional variational autoencoder, noise and Adam included.</summary>
internal static class AutoencoderComparisons
{
    private const int Batch = 64;

    /// <summary>On one thread and on two; a peer's number type is in the row.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "autoencoder_peer.py", "autoencoder", threads);
            VariationalAutoencoder model = VaeModels.Convolutional(new RandomStream(1));
            var trainer = new VaeTrainer(model, new Adam(model.Parameters), new RandomStream(2));
            double[] pixels = new RandomStream(3).Uniforms(784 * Batch, 0, 1);
            foreach (string type in (string[])["float64", "float32"])
            {
                measure(new($"step of the convolutional VAE, batch {Batch}, {threads} thread(s)", $"PyTorch {type}",
                    () => turn(threads, () => trainer.Step(new MatrixView(pixels, 784, Batch))),
                    () => peer.Ask($"{type} {Batch}")));
            }
        }
    }
}
