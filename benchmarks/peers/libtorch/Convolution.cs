using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>
/// "type mnist batch": a training step of the digit network with fused Adam; "type conv|transposed side in out kernel
/// batch": a layer, forward and backward.
/// </summary>
internal static class Convolution
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long[] n = [.. words.Skip(2).Select(long.Parse)];
        if (words[1] == "mnist")
        {
            return Mnist(type, n[0]);
        }

        nn.Module<Tensor, Tensor> layer = words[1] == "conv"
            ? nn.Conv2d(n[1], n[2], n[3], padding: 1, dtype: type)
            : nn.ConvTranspose2d(n[1], n[2], n[3], stride: 2, padding: 1, dtype: type);
        Tensor x = randn([n[4], n[1], n[0], n[0]], type, requires_grad: true), dy = randn_like(layer.call(x)).detach();
        Tensor[] all = [x, .. layer.parameters()];
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor t in all)
            {
                t.grad = null;
            }

            layer.call(x).backward([dy]);
        };
    }

    private static Action Mnist(ScalarType type, long batch)
    {
        nn.Module<Tensor, Tensor>[] layers =
        [
            nn.Conv2d(1, 6, 3, dtype: type), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 3, dtype: type), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
            nn.Linear(400, 120, dtype: type), nn.ReLU(), nn.Linear(120, 84, dtype: type), nn.ReLU(),
            nn.Linear(84, 10, dtype: type),
        ];
        Tensor x = rand([batch, 1, 28, 28], type), labels = arange(batch).remainder(10);
        var loss = nn.CrossEntropyLoss();
        Tensor[] parameters = [.. layers.SelectMany(l => l.parameters())];
        var adam = new FusedAdam(parameters);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor p in parameters)
            {
                p.grad?.zero_();
            }

            loss.forward(layers.Aggregate(x, (z, layer) => layer.call(z)), labels).backward();
            using var frozen = no_grad();
            adam.Step([.. parameters.Select(p => p.grad!)]);
        };
    }
}
