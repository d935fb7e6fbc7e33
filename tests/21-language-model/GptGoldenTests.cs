using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels.Tests;

/// <summary>A small GPT against PyTorch in float64.</summary>
public class GptGoldenTests
{
    private const int V = 11, T = 6, N = 3;
    private static readonly Golden PyTorch = Golden.Read("21-language-model");

    private static double[] Fill(string name, int count) => HashFill.Values($"21-language-model/{name}", count);

    private static int[] Ids(string name) => [.. Fill(name, N * T).Select(v => (int)((v + 1) / 2 * V))];

    private static Gpt Model(string name)
    {
        var model = new Gpt(new(V, T, 8, 2, 2, UseBias: name == "bias"), new RandomStream(1));
        foreach (StoredTensor tensor in model.Stored)
        {
            NamedTensor mine = tensor.Save();
            double centre = tensor.Name.Contains("norm", StringComparison.Ordinal)
                && tensor.Name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
            double[] values = Fill($"{name}.{tensor.Name}", mine.Doubles.Length);
            tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => 0.5 * v + centre)], mine.Shape));
        }

        return model;
    }

    private static void Agree(Gpt model, string name)
    {
        foreach (StoredTensor tensor in model.Stored)
        {
            NamedTensor now = tensor.Save();
            int rows = (int)now.Shape[0];
            PyTorch.Agrees($"{name}.{tensor.Name}", Matrix<double>.Build.DenseOfRowMajor(
                rows, now.Doubles.Length / rows, now.Doubles.ToArray()));
        }
    }

    // (21.4) (21.5) (21.3) (21.2) S1-219 S1-284 S1-285 S1-300: logits, loss, all gradients, ten steps of AdamW.
    [Theory]
    [InlineData("bias")]
    [InlineData("plain")]
    public void A_small_GPT_matches_PyTorch(string name)
    {
        Gpt model = Model(name);
        Assert.Equal(model.Configuration.ParameterCount, model.Parameters.Sum(p => p.Values.Length));
        var X = new MatrixView([.. Ids($"{name}.x").Select(id => (double)id)], T, N);
        int[] y = Ids($"{name}.y");
        double[] w = [.. Enumerable.Repeat(1.0 / y.Length, y.Length)];
        var loss = new TokenCrossEntropy();
        PyTorch.Agrees($"{name}.logits", model.Forward(X).ToMatrix());
        PyTorch.Agrees($"{name}.loss", loss.Forward(model.Forward(X), y, w));
        model.Backward(loss.Backward());
        double[][] weights = [.. model.Parameters.Select(p => p.Values.ToArray())];
        foreach (Parameter p in model.Parameters)
        {
            p.Gradients.CopyTo(p.Values); // to be read in the order of the file
        }

        Agree(model, name);
        foreach ((Parameter p, double[] own) in model.Parameters.Zip(weights))
        {
            own.CopyTo(p.Values);
        }

        var adam = new AdamW(model.Parameters, 0.01, weightDecay: 0.1, epsilon: 1e-6);
        double[] losses = [.. Enumerable.Range(0, 10).Select(_ =>
        {
            adam.ZeroGradients();
            double value = loss.Forward(model.Forward(X), y, w);
            model.Backward(loss.Backward());
            adam.Step();
            return value;
        })];
        PyTorch.Agrees($"{name}.losses", Matrix<double>.Build.DenseOfRowArrays(losses));
        if (name == "bias")
        {
            Agree(model, $"{name}.after");
        }
    }
}
