using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>∂L/∂W and ∂L/∂b of one layer. // dW [units × inputs], dB [units]</summary>
public sealed record ScalarGradient(double[,] dW, double[] dB);

/// <summary>Backpropagation through any number of layers, in loops. Here δ⁽ˡ⁾ = ∂L/∂z⁽ˡ⁾, so weights move against it;
/// the error terms of S1 are −δ, and their steps are added. The first layer comes first. S0-033, S1-074, S1-075,
/// S2-001, S2-072, S2-073, S4-002.</summary>
public static class ScalarBackpropagation
{
    /// <summary>The error terms δ⁽ᴸ⁾ₖ = ∂L/∂a⁽ᴸ⁾ₖ f′(z⁽ᴸ⁾ₖ), (8.18), and δ⁽ˡ⁾ⱼ = Σₖ w⁽ˡ⁺¹⁾ₖⱼδ⁽ˡ⁺¹⁾ₖ f′(z⁽ˡ⁾ⱼ), (8.19),
    /// from dA = ∂L/∂a⁽ᴸ⁾ [n_L] and the weights of the forward pass. S1-074, S2-072, S3-217, S4-002.</summary>
    /// <returns>δ⁽ˡ⁾ at index l; index 0 holds ∂L/∂x.</returns>
    /// <exception cref="ArgumentException">Another number of derivatives than of outputs.</exception>
    public static IReadOnlyList<double[]> Deltas(IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA)
    {
        Require.SameLength(pass.Output.Length, "the output", dA.Length, nameof(dA));
        int L = layers.Count;
        var δ = new double[L + 1][];
        δ[L] = new double[dA.Length];
        for (int k = 0; k < dA.Length; k++)
        {
            δ[L][k] = dA[k] * layers[L - 1].F.Derivative(pass.Z[L][k]); // (8.18)
        }

        for (int l = L - 1; l >= 0; l--)
        {
            double[,] W = layers[l].W; // W⁽ˡ⁺¹⁾: the list starts at 0
            δ[l] = new double[W.GetLength(1)];
            for (int j = 0; j < δ[l].Length; j++)
            {
                double sum = 0;
                for (int k = 0; k < δ[l + 1].Length; k++)
                {
                    sum += W[k, j] * δ[l + 1][k]; // (8.19)
                }

                δ[l][j] = l == 0 ? sum : sum * layers[l - 1].F.Derivative(pass.Z[l][j]); // (8.19)
            }
        }

        return δ;
    }

    /// <summary>∂L/∂w⁽ˡ⁾ⱼᵢ = δ⁽ˡ⁾ⱼ a⁽ˡ⁻¹⁾ᵢ and ∂L/∂b⁽ˡ⁾ⱼ = δ⁽ˡ⁾ⱼ, (8.20). S1-075, S1-094, S3-217.</summary>
    public static IReadOnlyList<ScalarGradient> Gradients(
        IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA)
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
                    dW[j, i] = δ[l][j] * pass.A[l - 1][i]; // (8.20)
                }
            }

            gradients.Add(new(dW, δ[l])); // (8.20)
        }

        return gradients;
    }

    /// <summary>New layers after one step of gradient descent, W − η∂L/∂W and b − η∂L/∂b, (8.22).
    /// S1-075, S2-073.</summary>
    /// <exception cref="ArgumentException">Another number of derivatives than of weights.</exception>
    public static IReadOnlyList<ScalarLayer> Descend(
        IReadOnlyList<ScalarLayer> layers, IReadOnlyList<ScalarGradient> gradients, double η)
    {
        Require.SameLength(
            layers.Sum(l => l.W.Length), "the weights", gradients.Sum(g => g.dW.Length), "their derivatives");
        var moved = new List<ScalarLayer>();
        for (int l = 0; l < layers.Count; l++)
        {
            (double[,] W, double[] b) = ((double[,])layers[l].W.Clone(), (double[])layers[l].B.Clone());
            for (int j = 0; j < W.GetLength(0); j++)
            {
                for (int i = 0; i < W.GetLength(1); i++)
                {
                    W[j, i] -= η * gradients[l].dW[j, i]; // (8.22)
                }

                b[j] -= η * gradients[l].dB[j]; // (8.22)
            }

            moved.Add(layers[l] with { W = W, B = b });
        }

        return moved;
    }
}
