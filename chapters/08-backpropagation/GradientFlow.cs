using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>How much of a gradient is left at each layer on its way back. S1-104, S2-191, S4-135.</summary>
public static class GradientFlow
{
    /// <summary>‖∂L/∂W⁽ˡ⁾‖ of every layer, first layer first.</summary>
    /// <param name="layers">First layer first.</param>
    /// <param name="X">A sample a column. // [n₀ × N]</param>
    /// <param name="dA">∂L/∂A⁽ᴸ⁾. // [n_L × N]</param>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static double[] Norms(IReadOnlyList<MatrixLayer> layers, Matrix<double> X, Matrix<double> dA) =>
        [.. BackpropagationEquations.Gradients(layers, BackpropagationEquations.Forward(layers, X), dA).Select(g => g.dW.FrobeniusNorm())];

    /// <summary>The most that ‖δ⁽¹⁾‖ of a sample can be of ‖δ⁽ᴸ⁾‖, Πₗ s·‖W⁽ˡ⁾‖₂ over the layers above the first, (8.28).</summary>
    /// <param name="layers">First layer first.</param>
    /// <param name="steepest">s, the largest slope of the activation: ¼ for the sigmoid.</param>
    /// <exception cref="ArgumentException">No layer, or a slope that is not positive.</exception>
    public static double Bound(IReadOnlyList<MatrixLayer> layers, double steepest)
    {
        RequireLayers.Fit(layers, layers.Count == 0 ? 0 : layers[0].W.ColumnCount);
        Require.Positive(steepest);
        return layers.Skip(1).Aggregate(1.0, (bound, layer) => bound * steepest * layer.W.L2Norm()); // (8.28)
    }

    /// <summary>The norms of the layers of a random network, for normal inputs and a normal slope of the loss.</summary>
    /// <param name="f">The activation of every layer.</param>
    /// <param name="depth">Layers, at least 1.</param>
    /// <param name="width">Units in each, at least 1.</param>
    /// <param name="gain">The scale of the weights, N(0, gain²/width).</param>
    /// <param name="random">Draws everything.</param>
    /// <exception cref="ArgumentException">A size below 1, or a gain that is not positive.</exception>
    public static double[] OfRandomNetwork(Activation f, int depth, int width, double gain, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        const int Samples = 16;
        IReadOnlyList<MatrixLayer> layers = MatrixLayer.Of(ScalarLayer.Draw(random, f, gain, 0, [.. Enumerable.Repeat(width, depth + 1)]));
        Matrix<double> Draw() => Matrix<double>.Build.Dense(width, Samples, random.Normals(width * Samples));
        return Norms(layers, Draw(), Draw() / Samples);
    }
}
