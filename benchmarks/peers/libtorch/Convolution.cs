using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>
/// "type step|pass|first batch shape layer…": a training step with fused Adam, or forward and backward, first without
/// the gradient of the input; the words are those of convolution_peer.py.
/// </summary>
internal static class Convolution
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long batch = long.Parse(words[2]);
        nn.Module<Tensor, Tensor>[] layers = [.. words.Skip(4).Select(word => Layer(word.Split(','), type))];
        Tensor Forward(Tensor z) => layers.Aggregate(z, (y, layer) => layer.call(y));
        Tensor[] parameters = [.. layers.SelectMany(l => l.parameters())];
        Tensor x = rand([batch, .. words[3].Split(',').Select(long.Parse)], type, requires_grad: words[1] == "pass");
        if (words[1] == "step")
        {
            return Step(x, Forward, parameters);
        }

        Tensor dy = randn_like(Forward(x)).detach();
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor t in (Tensor[])[x, .. parameters])
            {
                t.grad = null;
            }

            Forward(x).backward([dy]);
        };
    }

    private static Action Step(Tensor x, Func<Tensor, Tensor> forward, Tensor[] parameters)
    {
        Tensor labels = arange(x.shape[0]).remainder(10);
        var loss = nn.CrossEntropyLoss();
        var adam = new FusedAdam(parameters);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor p in parameters)
            {
                p.grad?.zero_();
            }

            loss.forward(forward(x), labels).backward();
            using var frozen = no_grad();
            adam.Step([.. parameters.Select(p => p.grad!)]);
        };
    }

    private static nn.Module<Tensor, Tensor> Layer(string[] word, ScalarType type)
    {
        long[] n = [.. word.Skip(1).Select(long.Parse)];
        return word[0] switch
        {
            "conv" => nn.Conv2d(n[0], n[1], n[2], padding: n[3], dtype: type),
            "transposed" => nn.ConvTranspose2d(n[0], n[1], n[2], stride: 2, padding: n[3], dtype: type),
            "pool" => nn.MaxPool2d(n[0]),
            "dense" => nn.Linear(n[0], n[1], dtype: type),
            "relu" => nn.ReLU(),
            "flatten" => nn.Flatten(),
            _ => throw new ArgumentException($"Expected a layer; got {word[0]}."),
        };
    }
}
