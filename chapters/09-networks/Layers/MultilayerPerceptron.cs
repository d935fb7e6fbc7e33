using MathNet.Numerics.LinearAlgebra;

namespace Reference.Networks;

/// <summary>
/// Stacks of dense layers from a list of sizes, as the notes build them from <c>[2, 3, 4, 3]</c>:
/// an activation between two layers, none after the last. S2-026, S4-132, S4-141, S4-142, S4-143.
/// </summary>
public static class MultilayerPerceptron
{
    /// <summary>Dense, activation, dense, …, dense.</summary>
    /// <param name="sizes">From input to output, at least two. // [L + 1]</param>
    /// <param name="activation">Makes the activation after a hidden layer of a width.</param>
    /// <param name="weights">Draws the weights of each layer, the first one first.</param>
    /// <param name="bias">Draws the biases; null leaves them 0.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static Sequential Of(int[] sizes, Func<int, ILayer> activation, Initializer weights, Initializer? bias = null) =>
        Of(sizes, activation, (inputs, outputs) => new Dense(inputs, outputs, weights, bias));

    /// <summary>The same with any way to make a dense layer, such as <see cref="Dense.Seeded"/>.</summary>
    /// <param name="sizes">From input to output, at least two. // [L + 1]</param>
    /// <param name="activation">Makes the activation after a hidden layer of a width.</param>
    /// <param name="dense">Makes a dense layer from its inputs and outputs, the first one first.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static Sequential Of(int[] sizes, Func<int, ILayer> activation, Func<int, int, ILayer> dense)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(dense);
        _ = Summary.CountOf(sizes); // refuses sizes that make no network
        var layers = new List<ILayer>();
        for (int l = 1; l < sizes.Length; l++)
        {
            if (l > 1)
            {
                layers.Add(activation(sizes[l - 1]));
            }

            layers.Add(dense(sizes[l - 1], sizes[l]));
        }

        return new([.. layers]);
    }

    /// <summary>The outputs of every layer for a batch, in inference: what a figure of the signals on their way shows.</summary>
    /// <param name="network">The stack.</param>
    /// <param name="x">// [D × N]</param>
    /// <returns>A copy for each layer.</returns>
    public static IReadOnlyList<Matrix<double>> Signals(Sequential network, Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(network);
        var signals = new List<Matrix<double>>();
        foreach (ILayer layer in network.Layers)
        {
            x = layer.Forward(x, Mode.Inference).Clone();
            signals.Add(x);
        }

        return signals;
    }
}
