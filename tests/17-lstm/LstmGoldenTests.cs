using MathNet.Numerics.LinearAlgebra;
using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>The LSTM against PyTorch in float64.</summary>
public class LstmGoldenTests
{
    public static TheoryData<string> Names => [.. GatedGoldens.Networks.Select(n => n.Name)];

    // (17.4) (17.6) (17.7) (17.8) (17.9) (17.10) (17.11) S2-204 S3-166 S4-190 S4-191
    [Theory]
    [MemberData(nameof(Names))]
    public void The_layer_matches_PyTorch(string name) => GatedGoldens.Check(
        "17-lstm", GatedGoldens.Networks.Single(n => n.Name == name), true,
        (inputs, units, sequences, reversed) =>
            new Lstm(inputs, units, sequences, Initializers.Zero) { Reversed = reversed });

    // S3-168: ten steps of Adam of embedding, LSTM and a score, batches of eight.
    [Fact]
    public void Ten_steps_of_the_classifier_match_PyTorch()
    {
        Golden pyTorch = Golden.Read("17-lstm");
        Matrix<double> Fill(string what, int rows, int columns) =>
            HashFill.Matrix($"17-lstm/steps.{what}", rows, columns);
        var embedding = new Embedding(Fill("embedding", 12, 4).Transpose(), 5);
        var lstm = new Lstm(
            new(Fill("weight_ih", 24, 4), Fill("weight_hh", 24, 6), Fill("bias", 24, 1)), new Sequences(5))
            { Returns = Returns.LastStep };
        var head = new Dense(Fill("head", 1, 6), Fill("head_bias", 1, 1));
        var network = new Sequential(embedding, lstm, head);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new Adam(network.Parameters, 0.01));
        pyTorch.Agrees("steps.losses", [.. Enumerable.Range(0, 10).Select(step => trainer.Step(
            Matrix<double>.Build.Dense(5, 8, (t, n) => (3 * n + 5 * t + step * n) % 12),
            Matrix<double>.Build.Dense(1, 8, (_, n) => (n + step) % 3 == 0 ? 1 : 0)))]);
        pyTorch.Agrees("steps.embedding", embedding.Parameters[0].Value.Transpose());
        pyTorch.Agrees("steps.weight_ih", lstm.Weights.W_x);
        pyTorch.Agrees("steps.weight_hh", lstm.Weights.W_h);
        pyTorch.Agrees("steps.bias", lstm.Weights.b);
        pyTorch.Agrees("steps.head", head.Parameters[0].Value);
        pyTorch.Agrees("steps.head_bias", head.Parameters[1].Value);
    }
}
