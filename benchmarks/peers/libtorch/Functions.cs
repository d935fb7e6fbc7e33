using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"function type count": exp, tanh, sigmoid, gelu, softmax or relu of so many numbers, into a given
/// tensor.</summary>
internal static class Functions
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        ScalarType type = Script.Type(words[1]);
        Tensor x = randn([long.Parse(words[2])], type), y = empty([long.Parse(words[2])], type);
        return () => Script.Run(words[0], x, y);
    }
}
