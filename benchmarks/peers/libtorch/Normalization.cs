using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"batch|layer type features samples": a norm layer, forward and backward.</summary>
internal static class Normalization
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[1]);
        long features = long.Parse(words[2]), samples = long.Parse(words[3]);
        nn.Module<Tensor, Tensor> norm = words[0] == "batch"
            ? nn.BatchNorm1d(features, dtype: type)
            : nn.LayerNorm([features], dtype: type);
        Tensor x = randn([samples, features], type, requires_grad: true), dy = randn([samples, features], type);
        Tensor[] all = [x, .. norm.parameters()];
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor t in all)
            {
                t.grad = null;
            }

            norm.call(x).backward([dy]);
        };
    }
}
