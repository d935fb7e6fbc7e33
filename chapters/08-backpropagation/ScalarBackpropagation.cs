using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>The gradient of a loss by one layer's parameters, of their shapes.</summary>
/// <param name="dW">∂L/∂W. // [units × inputs]</param>
/// <param name="dB">∂L/∂b. // [units]</param>
public sealed record ScalarGradient(double[,] dW, double[] dB);

/// <summary>
/// Backpropagation through layers of any number, in loops. Here δ⁽ˡ⁾ = ∂L/∂z⁽ˡ⁾, which points up, so weights move against it;
/// the error terms of S1 are −δ and are added. S0-033, S1-074, S1-075, S2-001, S2-072, S2-073, S4-002.
/// </summary>
public static class ScalarBackpropagation
{
    /// <summary>The error terms of all layers, from the last to the first, (8.22) and (8.23). S1-074, S2-072, S3-217, S4-002.</summary>
    /// <param name="layers">First layer first, with the weights of the forward pass: the old ones.</param>
    /// <param name="pass">What the forward pass kept.</param>
    /// <param name="dA">∂L/∂a⁽ᴸ⁾, the slope of the loss by the output. // [n_L]</param>
    /// <returns>δ⁽ˡ⁾ at index l; index 0 holds ∂L/∂x, as if the input were a layer of slope 1.</returns>
    /// <exception cref="ArgumentException">Layers that do not fit, or a number that is not finite.</exception>
    public static IReadOnlyList<double[]> Deltas(IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA)
    {
        RequireLayers.Fit(layers, pass.A[0].Length);
        Require.SameLength(pass.Output.Length, "the output", dA.Length, nameof(dA));
        Require.Finite(dA);
        int L = layers.Count;
        var δ = new double[L + 1][];
        δ[L] = new double[dA.Length];
        for (int k = 0; k < dA.Length; k++)
        {
            δ[L][k] = dA[k] * layers[L - 1].F.Derivative(pass.Z[L][k]); // (8.22)
        }

        for (int l = L - 1; l >= 0; l--)
        {
            double[,] W = layers[l].W; // of layer l + 1, which has index l
            δ[l] = new double[W.GetLength(1)];
            for (int j = 0; j < δ[l].Length; j++)
            {
                double sum = 0;
                for (int k = 0; k < δ[l + 1].Length; k++)
                {
                    sum += W[k, j] * δ[l + 1][k]; // (8.23)
                }

                δ[l][j] = l == 0 ? sum : sum * layers[l - 1].F.Derivative(pass.Z[l][j]); // (8.23)
            }
        }

        return δ;
    }

    /// <summary>∂L/∂w⁽ˡ⁾ⱼᵢ = δ⁽ˡ⁾ⱼ a⁽ˡ⁻¹⁾ᵢ and ∂L/∂b⁽ˡ⁾ⱼ = δ⁽ˡ⁾ⱼ for every layer, (8.24). S1-075, S1-094, S3-217.</summary>
    /// <inheritdoc cref="Deltas"/>
    /// <returns>One gradient a layer, first layer first.</returns>
    public static IReadOnlyList<ScalarGradient> Gradients(IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA)
    {
        IReadOnlyList<double[]> δ = Deltas(layers, pass, dA);
        var gradients = new List<ScalarGradient>();
        for (int l = 1; l <= layers.Count; l++)
        {
            var dW = new double[δ[l].Length, pass.A[l - 1].Length];
            for (int j = 0; j < dW.GetLength(0); j++)
            {
                for (int i = 0; i < dW.GetLength(1); i++)
                {
                    dW[j, i] = δ[l][j] * pass.A[l - 1][i]; // (8.24)
                }
            }

            gradients.Add(new(dW, δ[l])); // (8.24)
        }

        return gradients;
    }

    /// <summary>All layers after one step against the gradient, W − η∂L/∂W and b − η∂L/∂b, (8.26). S1-075, S2-073.</summary>
    /// <param name="layers">First layer first; they stay as they are.</param>
    /// <param name="gradients">One a layer.</param>
    /// <param name="η">Learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Not one gradient a layer, another shape, or η ≤ 0.</exception>
    public static IReadOnlyList<ScalarLayer> Descend(IReadOnlyList<ScalarLayer> layers, IReadOnlyList<ScalarGradient> gradients, double η)
    {
        RequireLayers.Gradients(layers, gradients);
        Require.Positive(η);
        var moved = new List<ScalarLayer>();
        for (int l = 0; l < layers.Count; l++)
        {
            var W = (double[,])layers[l].W.Clone();
            var b = (double[])layers[l].B.Clone();
            for (int j = 0; j < W.GetLength(0); j++)
            {
                for (int i = 0; i < W.GetLength(1); i++)
                {
                    W[j, i] -= η * gradients[l].dW[j, i]; // (8.26)
                }

                b[j] -= η * gradients[l].dB[j]; // (8.26)
            }

            moved.Add(layers[l] with { W = W, B = b });
        }

        return moved;
    }
}
