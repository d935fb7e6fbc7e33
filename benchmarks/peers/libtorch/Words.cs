using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type words dimensions batch negatives": a step of skip-gram with negative sampling on sparse
/// gradients.</summary>
internal static class Words
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long V = long.Parse(words[1]), D = long.Parse(words[2]), N = long.Parse(words[3]),
            J = 1 + long.Parse(words[4]);
        var vectors = nn.Embedding(V, D, sparse: true, dtype: type);
        var outputs = nn.Embedding(V, D, sparse: true, dtype: type);
        Tensor x = randint(V, [N]), y = randint(V, [N, J]);
        Tensor sign = cat([ones([1], type), -ones([J - 1], type)]);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            vectors.weight!.grad = outputs.weight!.grad = null;
            Tensor z = bmm(outputs.call(y), vectors.call(x).unsqueeze(2)).squeeze(2);
            (-nn.functional.logsigmoid(sign * z).sum()).backward();
            using (no_grad())
            {
                vectors.weight.add_(vectors.weight.grad!, alpha: -0.01);
                outputs.weight.add_(outputs.weight.grad!, alpha: -0.01);
            }
        };
    }
}
