namespace Reference.Networks;

/// <summary>Stacks of dense layers from a list of sizes such as <c>[2, 3, 4, 3]</c>: an activation between two layers,
/// none after the last. S2-026, S4-132, S4-141, S4-142, S4-143.</summary>
public static class MultilayerPerceptron
{
    /// <summary>From at least two sizes, each at least 1; a bias that is not drawn is 0. // sizes [L + 1]</summary>
    public static Sequential Of(
        int[] sizes, Func<int, ILayer> activation, Initializer weights, Initializer? bias = null) =>
        Of(sizes, activation, (inputs, outputs) => new Dense(inputs, outputs, weights, bias));

    /// <summary>The same with any way to make a dense layer, such as <see cref="Dense.Seeded"/>.</summary>
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
