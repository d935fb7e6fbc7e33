using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type count": a fused Adam step of so many weights.</summary>
internal static class Optimizer
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        Tensor g = randn([long.Parse(words[1])], type), w = randn([long.Parse(words[1])], type);
        var adam = new FusedAdam([w]);
        using Tensor before = w.clone();
        adam.Step([g]);
        using Tensor still = w.eq(before).any();
        return still.item<bool>()
            ? throw new InvalidOperationException("TorchScript has left a weight of Adam where it was.")
            : () => adam.Step([g]);
    }
}

/// <summary>libtorch's fused Adam, which TorchSharp has no method for.</summary>
internal sealed class FusedAdam(Tensor[] weights)
{
    private readonly Tensor[] _m = [.. weights.Select(w => zeros_like(w).detach())];
    private readonly Tensor[] _s = [.. weights.Select(w => zeros_like(w).detach())];
    private readonly Tensor[] _t = [.. weights.Select(_ => zeros([]))];

    internal void Step(Tensor[] gradients) => Script.Run("adam", weights, gradients, _m, _s, _t);
}
