using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Optimizers;

namespace Reference.Texts.Tests;

/// <summary>The review classifier against PyTorch in float64.</summary>
public class TextGoldenTests
{
    private static readonly int[] Sizes = [40, 16, 16, 1];

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"14-text/{name}", rows, columns);

    // S3-058 S3-060 S3-061 S3-072: multi-hot vectors of hash values above 0.5; PyTorch's rule and Keras's differ.
    [Theory]
    [InlineData("torch")]
    [InlineData("keras")]
    public void Ten_steps_of_RMSProp_match_PyTorch(string rule)
    {
        Golden golden = Golden.Read("14-text");
        Dense[] layers = [.. Enumerable.Range(0, 3).Select(i => new Dense(
            Fill($"{i}.W", Sizes[i + 1], Sizes[i]) / Math.Sqrt(Sizes[i]),
            Fill($"{i}.b", Sizes[i + 1], 1) / Math.Sqrt(Sizes[i])))];
        var network = new Sequential(layers[0], new Relu(16), layers[1], new Relu(16), layers[2]);
        RmsProp optimizer = rule == "torch" ? new RmsProp(network.Parameters, 1e-3)
            : TextNetworks.Keras(network.Parameters);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), optimizer);
        golden.Agrees($"{rule}.losses", [.. Enumerable.Range(0, 10).Select(step => trainer.Step(
            Bags(Fill($"x{step}", 40, 12)), Fill($"y{step}", 1, 12).Map(v => v > 0 ? 1.0 : 0)))]);
        for (int i = 0; i < 3; i++)
        {
            golden.Agrees($"{rule}.{i}.W", layers[i].Parameters[0].Value);
            golden.Agrees($"{rule}.{i}.b", layers[i].Parameters[1].Value);
        }
    }

    private static Matrix<double> Bags(Matrix<double> x)
    {
        BagOfWords bags = BagOfWords.MultiHot(
            [.. x.EnumerateColumns().Select(c => c.EnumerateIndexed().Where(v => v.Item2 > 0.5).Select(v => v.Item1)
                .ToArray())], x.RowCount);
        var columns = new double[bags.Count][];
        for (int n = 0; n < bags.Count; n++)
        {
            bags.CopyTo(n, columns[n] = new double[x.RowCount]);
        }

        return Matrix<double>.Build.DenseOfColumnArrays(columns);
    }
}
