using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Activations;

/// <summary>Why there are activations at all: without them, depth is an illusion.</summary>
public static class LinearStack
{
    /// <summary>The one linear layer that any stack of linear layers is, S2-029: chapter 01's equation for two layers, applied until one is left.</summary>
    /// <param name="layers">Weights [out × in] and biases [out], first layer first; at least one.</param>
    /// <returns>The product of the weights, and what became of the biases.</returns>
    /// <exception cref="ArgumentException">There is no layer.</exception>
    public static (Matrix<double> W, Vector<double> B) Collapse(IReadOnlyList<(Matrix<double> W, Vector<double> B)> layers)
    {
        Require.NotEmpty(layers.Count, nameof(layers));
        return layers.Skip(1).Aggregate(layers[0], Feedforward.Collapse);
    }
}
