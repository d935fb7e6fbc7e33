using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>"m n k transposeA transposeB type count": a product, or a batch of them, row-major as libtorch likes it
/// best.</summary>
internal static class Products
{
    internal static Action Create(string line)
    {
        string[] words = line.Split(' ');
        long[] size = [.. words[..3].Select(long.Parse)];
        long[] batch = words[6] == "1" ? [] : [long.Parse(words[6])];
        ScalarType type = Script.Type(words[5]);
        Tensor a = Operand(size[0], size[2], words[3] == "True"), b = Operand(size[2], size[1], words[4] == "True");
        Tensor c = empty([.. batch, size[0], size[1]], type);
        string function = batch.Length == 0 ? "mm" : "bmm";
        return () => Script.Run(function, a, b, c);

        // A transposed operand is a view of the other layout.
        Tensor Operand(long rows, long columns, bool transposed) => transposed
            ? rand([.. batch, columns, rows], type).transpose(-2, -1)
            : rand([.. batch, rows, columns], type);
    }
}
