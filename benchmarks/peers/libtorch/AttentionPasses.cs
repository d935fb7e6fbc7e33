using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"explicit|fused type heads n d": scaled dot-product attention, forward and backward.</summary>
internal static class AttentionPasses
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[1]);
        long[] shape = [1, long.Parse(words[2]), long.Parse(words[3]), long.Parse(words[4])];
        Tensor Draw(bool gradient) => randn(shape, type, requires_grad: gradient);
        (Tensor q, Tensor k, Tensor v, Tensor dz) = (Draw(true), Draw(true), Draw(true), Draw(false));
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            q.grad = k.grad = v.grad = null;
            Tensor z = words[0] == "fused"
                ? nn.functional.scaled_dot_product_attention(q, k, v)
                : softmax(q.matmul(k.transpose(2, 3)) / Math.Sqrt(shape[3]), 3).matmul(v);
            z.backward([dz]);
        };
    }
}
