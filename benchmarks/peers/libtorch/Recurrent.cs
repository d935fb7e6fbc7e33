using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"type lstm|gru units batch": 100 steps, forward and backward with the gradient of the input.</summary>
internal static class Recurrent
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[0]);
        long H = long.Parse(words[2]), N = long.Parse(words[3]);
        Tensor x = randn([100, N, H], type, requires_grad: true), dy = randn([100, N, H], type);
        var lstm = nn.LSTM(H, H, dtype: type);
        var gru = nn.GRU(H, H, dtype: type);
        Tensor[] all = [x, .. words[1] == "lstm" ? lstm.parameters() : gru.parameters()];
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            foreach (Tensor t in all)
            {
                t.grad = null;
            }

            Tensor y = words[1] == "lstm" ? lstm.call(x).Item1 : gru.call(x).Item1;
            y.backward([dy]);
        };
    }
}
