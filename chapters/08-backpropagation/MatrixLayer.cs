using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Perceptrons;

namespace Reference.Backpropagation;

/// <summary>A layer as the matrix equations see it.</summary>
/// <param name="W">Weights. // [units × inputs]</param>
/// <param name="B">Biases. // [units]</param>
/// <param name="F">The activation of its units.</param>
public sealed record MatrixLayer(Matrix<double> W, Vector<double> B, Activation F)
{
    /// <summary>The same layer, in MathNet's types.</summary>
    public static MatrixLayer Of(ScalarLayer layer) => new(Matrix<double>.Build.DenseOfArray(layer.W), Vector<double>.Build.DenseOfArray(layer.B), layer.F);

    /// <summary>The same layers, in MathNet's types.</summary>
    public static IReadOnlyList<MatrixLayer> Of(IReadOnlyList<ScalarLayer> layers) => [.. layers.Select(Of)];

    /// <summary>The one layer that a stack of linear layers is, W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂), (8.5). S0-011.</summary>
    /// <param name="layers">First layer first; all of them linear.</param>
    /// <exception cref="ArgumentException">No layer, layers that do not fit, or one with another activation than the identity.</exception>
    public static MatrixLayer Collapse(IReadOnlyList<MatrixLayer> layers)
    {
        RequireLayers.Fit(layers, layers.Count == 0 ? 0 : layers[0].W.ColumnCount);
        if (layers.FirstOrDefault(layer => layer.F != Activation.Linear) is { } bent)
        {
            throw new ArgumentException($"Expected linear layers, for only those collapse; one has the activation {bent.F.Name}.", nameof(layers));
        }

        (Matrix<double> W, Vector<double> b) = layers.Select(layer => (layer.W, layer.B)).Aggregate(Feedforward.Collapse); // (8.5)
        return new(W, b, Activation.Linear);
    }
}
