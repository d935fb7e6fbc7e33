namespace Reference.Networks;

/// <summary>
/// Stacks of dense layers from a list of sizes such as <c>[2, 3, 4, 3]</c>: an activation between two layers, none
/// after the last. S2-026, S4-132, S4-141, S4-142, S4-143.
/// </summary>
public static class MultilayerPerceptron
{
    /// <summary>Dense, activation, dense, …, dense.</summary>
    /// <param name="sizes">From input to output, at least two. // [L + 1]</param>
    /// <param name="activation">Makes the activation of a hidden layer from its width.</param>
    /// <param name="weights">Draws the weights of each layer, the first layer's first.</param>
    /// <param name="bias">Draws the biases; null leaves them 0.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static Sequential Of(
        int[] sizes, Func<int, ILayer> activation, Initializer weights, Initializer? bias = null) =>
        Of(sizes, activation, (inputs, outputs) => new Dense(inputs, outputs, weights, bias));

    /// <summary>The same with any way to make a dense layer, such as <see cref="Dense.Seeded"/>.</summary>
    /// <param name="sizes">From input to output, at least two. // [L + 1]</param>
    /// <param name="activation">Makes the activation of a hidden layer from its width.</param>
    /// <param name="dense">Makes a dense layer from its inputs and outputs, the first layer first.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static Sequential Of(int[] sizes, Func<int, ILayer> activation, Func<int, int, ILayer> dense)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(dense);
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"Expected at least two sizes, each at least 1; got [{string.Join(", ", sizes)}].", nameof(sizes));
        }

        var layers = new List<ILayer> { dense(sizes[0], sizes[1]) };
        for (int l = 2; l < sizes.Length; l++)
        {
            layers.Add(activation(sizes[l - 1]));
            layers.Add(dense(sizes[l - 1], sizes[l]));
        }

        return new([.. layers]);
    }
}
