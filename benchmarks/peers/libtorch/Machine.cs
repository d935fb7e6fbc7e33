using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type visible hidden batch samples epochs": epochs of CD-1 of a restricted Boltzmann machine, each in a
/// new order.</summary>
internal static class Machine
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        (long D, long H, long batch) = (long.Parse(words[1]), long.Parse(words[2]), long.Parse(words[3]));
        int epochs = int.Parse(words[5]);
        Tensor X = (rand([long.Parse(words[4]), D], type) < 0.13).to(type), W = randn([H, D], type) * 0.01,
            b = zeros([D], type), c = zeros([H], type);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable none = no_grad();
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                foreach (Tensor samples in randperm(X.shape[0]).split(batch))
                {
                    Step(W, b, c, X.index_select(0, samples));
                }
            }
        };
    }

    private static void Step(Tensor W, Tensor b, Tensor c, Tensor v0)
    {
        using DisposeScope scope = NewDisposeScope();
        double rate = 0.05 / v0.shape[0];
        Tensor p0 = addmm(c, v0, W.t(), 1, 1).sigmoid_(), h = (rand_like(p0) < p0).to(p0.dtype),
            m = addmm(b, h, W, 1, 1).sigmoid_(), v = (rand_like(m) < m).to(m.dtype),
            p = addmm(c, v, W.t(), 1, 1).sigmoid_();
        W.addmm_(p0.t(), v0, 1, (float)rate);
        W.addmm_(p.t(), v, 1, (float)-rate);
        b.add_((v0 - v).sum(0), alpha: rate);
        c.add_((p0 - p).sum(0), alpha: rate);
    }
}
