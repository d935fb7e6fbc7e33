using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>
/// "type widths batch": a training step, zero, forward, cross-entropy, backward, fused Adam; ReLU between the layers.
/// </summary>
internal static class Network
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long[] widths = [.. words[1].Split('-').Select(long.Parse)];
        long batch = long.Parse(words[2]);
        Linear[] layers = [.. widths.Skip(1).Select((width, i) => nn.Linear(widths[i], width, dtype: type))];
        Tensor x = rand([batch, widths[0]], type), labels = arange(batch).remainder(widths[^1]);
        CrossEntropyLoss loss = nn.CrossEntropyLoss();
        Tensor[] parameters = [.. layers.SelectMany(l => l.parameters())];
        var adam = new FusedAdam(parameters);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor p in parameters)
            {
                p.grad?.zero_();
            }

            Tensor z = x;
            for (int l = 0; l < layers.Length; l++)
            {
                z = layers[l].forward(z);
                z = l < layers.Length - 1 ? nn.functional.relu(z) : z;
            }

            loss.forward(z, labels).backward();
            using var frozen = no_grad();
            adam.Step([.. parameters.Select(p => p.grad!)]);
        };
    }
}
