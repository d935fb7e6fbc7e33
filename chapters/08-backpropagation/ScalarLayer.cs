using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>A layer of the indexed equations: every unit takes every input, with the weight wⱼᵢ from input i to unit
/// j. // W [units × inputs], B [units]. S0-004, S0-006.</summary>
public sealed record ScalarLayer(double[,] W, double[] B, Activation F)
{
    /// <summary>The number of inputs.</summary>
    public int Inputs => W.GetLength(1);

    /// <summary>The number of units.</summary>
    public int Units => W.GetLength(0);

    /// <summary>Layers of n₀ inputs and n₁, …, n_L units, with normal weights of deviation gain/√inputs and normal
    /// biases.</summary>
    /// <exception cref="ArgumentException">Fewer than two widths, or one below 1.</exception>
    public static IReadOnlyList<ScalarLayer> Draw(
        RandomStream random, Activation f, double gain, double biasDeviation, params int[] widths)
    {
        BackwardWork.Validate(widths);
        var layers = new List<ScalarLayer>();
        foreach ((int inputs, int units) in widths.Zip(widths.Skip(1)))
        {
            var W = new double[units, inputs];
            for (int j = 0; j < units; j++)
            {
                for (int i = 0; i < inputs; i++)
                {
                    W[j, i] = gain / Math.Sqrt(inputs) * random.Normal();
                }
            }

            layers.Add(new(W, [.. random.Normals(units).Select(b => biasDeviation * b)], f));
        }

        return layers;
    }
}
