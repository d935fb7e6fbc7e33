using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Attention.Tests;

/// <summary>Multi-head attention against PyTorch in float64: outputs, weights and all gradients.</summary>
public class AttentionGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("19-attention");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"19-attention/{name}", rows, columns);

    // (19.10) (19.11) (19.12) (19.13) (19.14) (19.15) (19.16) (19.17) S1-250 S1-252 S1-253 S1-262 S2-254 S2-255
    [Theory]
    [InlineData("single", 4, 1, 2, 5)]
    [InlineData("heads", 6, 3, 3, 4)]
    [InlineData("causal", 6, 2, 2, 5, 5, true)]
    [InlineData("padded", 4, 2, 3, 4, 4, false, 4, 1, 3)]
    [InlineData("both", 4, 2, 2, 4, 4, true, 3, 4)]
    [InlineData("cross", 6, 2, 2, 3, 5)]
    [InlineData("crosspadded", 4, 1, 2, 3, 4, false, 2, 4)]
    public void Multi_head_attention_matches_PyTorch(
        string name, int width, int heads, int samples, int n, int m = 0, bool causal = false, params int[] lengths)
    {
        var attention = new MultiHeadAttention(width, heads, Initializers.Zero);
        string[] suffixes = ["in", "inb", "out", "outb"];
        foreach ((StoredTensor tensor, string suffix) in attention.Stored.Zip(suffixes))
        {
            NamedTensor mine = tensor.Save();
            tensor.Load(new NamedTensor(
                tensor.Name, HashFill.Values($"19-attention/{name}.{suffix}", mine.Doubles.Length), mine.Shape));
        }

        bool cross = m > 0 && name.StartsWith("cross", StringComparison.Ordinal);
        Matrix<double> X = 2 * Fill($"{name}.x", width, samples * n),
            M = cross ? 2 * Fill($"{name}.m", width, samples * m) : X;
        var mask = new AttentionMask(causal, lengths is [] ? null : lengths);
        PyTorch.Agrees($"{name}.y", attention.Forward(X.View(), M.View(), samples, mask).ToMatrix());
        PyTorch.Agrees(
            $"{name}.weights", Matrix<double>.Build.DenseOfArray(attention.Weights(samples - 1, heads - 1)));
        (MatrixView dX, MatrixView dM) = attention.Backward(Fill($"{name}.dy", width, samples * n).View());
        PyTorch.Agrees($"{name}.dx", cross ? dX.ToMatrix() : dX.ToMatrix() + dM.ToMatrix());
        if (cross)
        {
            PyTorch.Agrees($"{name}.dm", dM.ToMatrix());
        }

        for (int p = 0; p < suffixes.Length; p++)
        {
            PyTorch.Agrees($"{name}.d{suffixes[p]}", attention.Parameters[p].Gradient);
        }

        // A shift of all keys by one vector moves every score of a query alike: the softmax does not see it.
        double largest = attention.Parameters[1].Gradient.Enumerate().Max(Math.Abs);
        Assert.All(
            attention.Parameters[1].Gradient.SubMatrix(width, width, 0, 1).Enumerate(),
            g => Assert.Equal(0, g / largest, 1e-14));
    }
}
