using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type words batch tokens": a training step of the notes' sentiment encoder with Adam.</summary>
internal static class TransformerStep
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        (long V, long N, long T) = (long.Parse(words[1]), long.Parse(words[2]), long.Parse(words[3]));
        Embedding embedding = nn.Embedding(V, 128);
        var positions = new Parameter(randn([100, 1, 128], type));
        TransformerEncoderLayer block = nn.TransformerEncoderLayer(128, 8, 2048, 0.1);
        Linear head = nn.Linear(128, 1);
        embedding.to(type);
        block.to(type);
        head.to(type);
        var adam = optim.Adam(
            [.. embedding.parameters(), positions, .. block.parameters(), .. head.parameters()], 1e-3);
        Tensor x = randint(0, V, [T, N], ScalarType.Int64), y = (arange(N) % 2).to(type);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            adam.zero_grad();
            Tensor h = block.call(embedding.call(x) + positions[TensorIndex.Slice(0, T)], null!, null!);
            Tensor z = head.call(h.mean([0])).squeeze(1);
            nn.functional.binary_cross_entropy_with_logits(z, y).backward();
            adam.step();
        };
    }
}
