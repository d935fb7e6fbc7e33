using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;

namespace Reference.Backpropagation;

/// <summary>A layer of the matrix equations: weights, biases, activation. // W [units × inputs], B [units]</summary>
public sealed record MatrixLayer(Matrix<double> W, Vector<double> B, Activation F)
{
    /// <summary>The same layers in MathNet's types.</summary>
    public static IReadOnlyList<MatrixLayer> Of(IReadOnlyList<ScalarLayer> layers) => [.. layers.Select(layer =>
        new MatrixLayer(
            Matrix<double>.Build.DenseOfArray(layer.W), Vector<double>.Build.DenseOfArray(layer.B), layer.F))];
}
