using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation.Tests;

/// <summary>Networks of random depth, widths and smooth activations, with a batch and an upstream gradient.</summary>
internal sealed record RandomNetwork(IReadOnlyList<ScalarLayer> Layers, Matrix<double> X, Matrix<double> dA)
{
    public IReadOnlyList<MatrixLayer> Matrices => MatrixLayer.Of(Layers);

    public double[] Sample(int n) => X.Column(n).ToArray();

    public static RandomNetwork Draw(RandomStream random)
    {
        int[] widths = [.. Enumerable.Range(0, 2 + random.Below(4)).Select(_ => 1 + random.Below(5))];
        Activation[] smooth = [Activation.Sigmoid, Activation.Tanh, Activation.Softplus, Activation.Gelu,
            Activation.Linear];
        IReadOnlyList<ScalarLayer> layers = [.. ScalarLayer.Draw(random, Activation.Tanh, 1.5, 0.7, widths)
            .Select(layer => layer with { F = smooth[random.Below(smooth.Length)] })];
        int samples = 1 + random.Below(5);
        return new(layers, Normals(widths[0]), Normals(widths[^1]));

        Matrix<double> Normals(int rows) => Matrix<double>.Build.Dense(rows, samples, random.Normals(rows * samples));
    }
}
