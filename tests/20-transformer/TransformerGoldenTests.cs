using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Transformers.Tests;

/// <summary>Blocks and a training run against PyTorch in float64.</summary>
public class TransformerGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("20-transformer");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"20-transformer/{name}", rows, columns);

    // Half of the hash's numbers, and scales of norms around 1.
    private static void Load(IEnumerable<StoredTensor> stored, string name)
    {
        foreach (StoredTensor tensor in stored)
        {
            NamedTensor mine = tensor.Save();
            double centre = tensor.Name.Contains("norm", StringComparison.Ordinal)
                && tensor.Name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
            double[] values = HashFill.Values($"20-transformer/{name}.{tensor.Name}", mine.Doubles.Length);
            tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => 0.5 * v + centre)], mine.Shape));
        }
    }

    private static void CheckGradients(
        IEnumerable<StoredTensor> stored, IReadOnlyList<Parameter> parameters, string name)
    {
        foreach (Parameter p in parameters)
        {
            p.Gradients.CopyTo(p.Values); // to be read in the order of the file
        }

        foreach (StoredTensor tensor in stored)
        {
            NamedTensor gradient = tensor.Save();
            int rows = (int)gradient.Shape[0];
            PyTorch.Agrees($"{name}.{tensor.Name}", Matrix<double>.Build.DenseOfRowMajor(
                rows, gradient.Doubles.Length / rows, gradient.Doubles.ToArray()));
        }
    }

    // (20.3) (20.4) (20.5) S1-265 S1-271 S2-217 S2-262
    [Theory]
    [InlineData("post", Norm.After, false)]
    [InlineData("pre", Norm.Before, true)]
    [InlineData("padded", Norm.After, true, false, 4, 2)]
    [InlineData("causal", Norm.Before, false, true)]
    public void Encoder_blocks_match_PyTorch(
        string name, Norm norm, bool gelu, bool causal = false, params int[] lengths)
    {
        var sequences = new Sequences(4);
        if (lengths is not [])
        {
            sequences.Expect(4, lengths);
        }

        var block = new EncoderBlock(
            new(6, 2, 10, norm, gelu), sequences, Initializers.Zero, new RandomStream(1), causal);
        Load(block.Stored, name);
        PyTorch.Agrees($"{name}.y", block.Forward(Fill($"{name}.x", 6, 8)));
        PyTorch.Agrees($"{name}.dx", block.Backward(Fill($"{name}.dy", 6, 8)));
        CheckGradients(block.Stored, block.Parameters, name);
    }

    // (20.3) (20.4) (20.5) S1-205 S2-218 S2-260 S2-263 S3-191
    [Theory]
    [InlineData("decoder.post", Norm.After)]
    [InlineData("decoder.pre", Norm.Before)]
    public void Decoder_blocks_match_PyTorch(string name, Norm norm)
    {
        Sequences tokens = new(4), memory = new(5);
        memory.Expect(5, [5, 3]);
        var block = new DecoderBlock(
            new(6, 2, 10, norm, Gelu: true), tokens, memory, Initializers.Zero, new RandomStream(1));
        Load(block.Stored, name);
        MatrixView Y = block.Forward(Fill($"{name}.x", 6, 8).View(), Fill($"{name}.m", 6, 10).View());
        PyTorch.Agrees($"{name}.y", Y.ToMatrix());
        (MatrixView dX, MatrixView dM) = block.Backward(Fill($"{name}.dy", 6, 8).View());
        PyTorch.Agrees($"{name}.dx", dX.ToMatrix());
        PyTorch.Agrees($"{name}.dm", dM.ToMatrix());
        CheckGradients(block.Stored, block.Parameters, name);
    }

    // S2-262 S2-265: two encoder blocks, the mean of four tokens, one score; ten steps of AdamW.
    [Fact]
    public void Ten_steps_match_PyTorch()
    {
        var sequences = new Sequences(4);
        EncoderBlock[] blocks = [.. Enumerable.Range(0, 2).Select(_ =>
            new EncoderBlock(new(6, 2, 10), sequences, Initializers.Zero, new RandomStream(1)))];
        var head = new Dense(6, 1, Initializers.Zero);
        var network = new Sequential(blocks[0], blocks[1], new MeanOverTokens(6, sequences), head);
        foreach ((ILayer layer, int i) in new ILayer[] { blocks[0], blocks[1], head }.Select((l, i) => (l, i)))
        {
            Load(layer.Stored, $"steps.{i}");
        }

        Matrix<double> X = Fill("steps.x", 6, 20), Y = Fill("steps.t", 1, 5).Map(t => t > 0 ? 1.0 : 0);
        var trainer = new Trainer(
            network, new SigmoidCrossEntropy(), new AdamW(network.Parameters, 0.01, weightDecay: 0.1));
        double[] losses = [.. Enumerable.Range(0, 10).Select(_ => trainer.Step(X, Y))];
        PyTorch.Agrees("steps.losses", Matrix<double>.Build.DenseOfRowArrays(losses));
        PyTorch.Agrees("steps.head", head.Parameters[0].Value);
        PyTorch.Agrees("steps.linear1", Of(blocks[0], "linear1.weight"));
        PyTorch.Agrees("steps.in", Of(blocks[1], "self_attn.in_proj_weight"));
    }

    private static Matrix<double> Of(ILayer layer, string name)
    {
        NamedTensor tensor = layer.Stored.Single(t => t.Name == name).Save();
        return Matrix<double>.Build.DenseOfRowMajor(
            (int)tensor.Shape[0], (int)tensor.Shape[1], tensor.Doubles.ToArray());
    }
}
