using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type batch": a training step of the convolutional VAE of autoencoder_peer.py, with fused Adam.</summary>
internal static class Autoencoder
{
    private const long Units = 50;

    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long batch = long.Parse(words[1]);
        nn.Module<Tensor, Tensor>[] down =
            [nn.Conv2d(1, 32, 3, stride: 2, dtype: type), nn.Conv2d(32, 64, 3, stride: 2, dtype: type)];
        nn.Module<Tensor, Tensor>[] dense =
        [
            nn.Linear(3136, 100, dtype: type), nn.Linear(100, 2 * Units, dtype: type),
            nn.Linear(Units, 3136, dtype: type),
        ];
        nn.Module<Tensor, Tensor>[] up =
        [
            nn.ConvTranspose2d(64, 64, 3, stride: 2, dtype: type),
            nn.ConvTranspose2d(64, 32, 3, stride: 2, dtype: type),
            nn.ConvTranspose2d(32, 1, 3, padding: 1, dtype: type),
        ];
        Tensor[] parameters = [.. down.Concat(dense).Concat(up).SelectMany(l => l.parameters())];
        Tensor x = rand([batch, 1, 28, 28], type);
        var adam = new FusedAdam(parameters);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor p in parameters)
            {
                p.grad?.zero_();
            }

            Loss(x, down, dense, up).backward();
            using var frozen = no_grad();
            adam.Step([.. parameters.Select(p => p.grad!)]);
        };
    }

    private static Tensor Loss(
        Tensor x, nn.Module<Tensor, Tensor>[] down, nn.Module<Tensor, Tensor>[] dense, nn.Module<Tensor, Tensor>[] up)
    {
        Tensor h = x;
        foreach (nn.Module<Tensor, Tensor> conv in down)
        {
            h = nn.functional.relu(conv.call(nn.functional.pad(h, [0, 1, 0, 1])));
        }

        h = dense[1].call(nn.functional.relu(dense[0].call(h.flatten(1))));
        Tensor mean = h.narrow(1, 0, Units), logVariance = h.narrow(1, Units, Units);
        Tensor z = mean + exp(0.5 * logVariance) * randn_like(mean);
        h = nn.functional.relu(dense[2].call(z)).reshape(-1, 64, 7, 7);
        foreach (nn.Module<Tensor, Tensor> conv in up[..2])
        {
            Tensor y = conv.call(h);
            h = nn.functional.relu(y.narrow(2, 0, y.shape[2] - 1).narrow(3, 0, y.shape[3] - 1));
        }

        Tensor reconstruction = nn.functional.binary_cross_entropy_with_logits(
            up[2].call(h), x, reduction: nn.Reduction.Sum);
        Tensor divergence = -0.5 * (1 + logVariance - mean.pow(2) - exp(logVariance)).sum();
        return (reconstruction + divergence) / x.shape[0];
    }
}
