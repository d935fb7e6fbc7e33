using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>A layer as the indexed equations see it: every unit takes every input. S0-004, S0-006.</summary>
/// <param name="W">Weights wⱼᵢ, from input i to unit j. // [units × inputs]</param>
/// <param name="B">Biases. // [units]</param>
/// <param name="F">The activation of its units.</param>
public sealed record ScalarLayer(double[,] W, double[] B, Activation F)
{
    /// <summary>n, the numbers that a unit takes.</summary>
    public int Inputs => W.GetLength(1);

    /// <summary>m, the units.</summary>
    public int Units => W.GetLength(0);

    /// <summary>What training adjusts, m·n + m numbers, (8.4). S0-006.</summary>
    public int ParameterCount => Units * Inputs + Units; // (8.4)

    /// <summary>A stack of layers with normal weights of deviation gain/√inputs and normal biases.</summary>
    /// <param name="random">Draws the weights.</param>
    /// <param name="f">The activation of every layer.</param>
    /// <param name="gain">The scale of the weights, above 0.</param>
    /// <param name="biasDeviation">The deviation of the biases; 0 for none.</param>
    /// <param name="widths">The numbers of inputs and of the units of each layer: n₀, n₁, …, n_L.</param>
    /// <exception cref="ArgumentException">Fewer than two widths, one below 1, or a gain that is not positive.</exception>
    public static IReadOnlyList<ScalarLayer> Draw(RandomStream random, Activation f, double gain, double biasDeviation, params int[] widths)
    {
        RequireLayers.Widths(widths);
        Require.Positive(gain);
        var layers = new List<ScalarLayer>();
        for (int l = 1; l < widths.Length; l++)
        {
            var W = new double[widths[l], widths[l - 1]];
            for (int j = 0; j < widths[l]; j++)
            {
                for (int i = 0; i < widths[l - 1]; i++)
                {
                    W[j, i] = gain / Math.Sqrt(widths[l - 1]) * random.Normal();
                }
            }

            layers.Add(new(W, [.. random.Normals(widths[l]).Select(b => biasDeviation * b)], f));
        }

        return layers;
    }
}
