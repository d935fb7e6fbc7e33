using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks.Tests;

/// <summary>What the laws of layers are tried on: every kind, with random shapes and values.</summary>
public static class LayerCase
{
    public static TheoryData<string> Smooth => ["Dense", "sigmoid", "tanh", "GELU", "softmax", "softplus", "stack"];

    public static TheoryData<string> All => [.. Smooth.Select(row => row.Data), "ReLU", "leaky"];

    public static Matrix<double> Random(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    public static ILayer Create(string kind, RandomStream random)
    {
        int d = 2 + random.Below(4), k = 2 + random.Below(4);
        Initializer start = Initializers.Normal(random, 0.8);
        return kind switch
        {
            "Dense" => new Dense(d, k, start, start),
            "sigmoid" => new Sigmoid(d),
            "tanh" => new Tanh(d),
            "GELU" => new Gelu(d),
            "ReLU" => new Relu(d),
            "softmax" => new Softmax(d),
            "softplus" => new ActivationLayer(Activation.Softplus, d),
            "leaky" => new ActivationLayer(Activation.Leaky(0.2), d),
            _ => MultilayerPerceptron.Of([d, 3, k, 2], width => new Tanh(width), start, start),
        };
    }

    public static Matrix<double>[] GradientsOf(ILayer layer) => [.. layer.Parameters.Select(p => p.Gradient.Clone())];

    public static void Zero(ILayer layer)
    {
        foreach (Parameter parameter in layer.Parameters)
        {
            parameter.ZeroGradient();
        }
    }
}
