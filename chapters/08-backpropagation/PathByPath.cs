using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>
/// The same gradient without keeping anything: for every weight the chain rule starts anew and follows every path to the output.
/// What backpropagation saves, seen by leaving it out. S3-217, S4-134.
/// </summary>
public static class PathByPath
{
    /// <summary>The gradient of every layer, and how many multiplications it took, (8.27).</summary>
    /// <param name="layers">First layer first.</param>
    /// <param name="pass">What the forward pass kept.</param>
    /// <param name="dA">∂L/∂a⁽ᴸ⁾. // [n_L]</param>
    /// <exception cref="ArgumentException">Layers that do not fit, or a number that is not finite.</exception>
    public static (IReadOnlyList<ScalarGradient> Gradients, long Multiplications) Gradients(IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA)
    {
        RequireLayers.Fit(layers, pass.A[0].Length);
        Require.SameLength(pass.Output.Length, "the output", dA.Length, nameof(dA));
        Require.Finite(dA);
        long multiplications = 0;

        // δ of one unit, found by asking every unit behind it anew.
        double Delta(int l, int j)
        {
            double slope = layers[l - 1].F.Derivative(pass.Z[l][j]);
            multiplications++;
            if (l == layers.Count)
            {
                return dA[j] * slope;
            }

            double sum = 0;
            for (int k = 0; k < layers[l].Units; k++)
            {
                sum += layers[l].W[k, j] * Delta(l + 1, k);
                multiplications++;
            }

            return sum * slope;
        }

        var gradients = new List<ScalarGradient>();
        for (int l = 1; l <= layers.Count; l++)
        {
            var (dW, dB) = (new double[layers[l - 1].Units, layers[l - 1].Inputs], new double[layers[l - 1].Units]);
            for (int j = 0; j < dB.Length; j++)
            {
                dB[j] = Delta(l, j);
                for (int i = 0; i < dW.GetLength(1); i++)
                {
                    dW[j, i] = Delta(l, j) * pass.A[l - 1][i];
                    multiplications++;
                }
            }

            gradients.Add(new(dW, dB));
        }

        return (gradients, multiplications);
    }
}
