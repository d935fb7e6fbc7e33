using Reference.Networks;

namespace Reference.RecurrentNetworks;

/// <summary>The cells of this chapter, for tasks that compare cells.</summary>
public static class RecurrentCells
{
    /// <summary>Elman's network with tanh, from PyTorch's start: all weights and b in ±1/√H.</summary>
    public static CellFactory Tanh { get; } = (inputs, units, sequences, random, returns) =>
    {
        Initializer start = Initializers.Uniform(random, 1 / Math.Sqrt(units));
        return new Elman(inputs, units, sequences, start, bias: start) { Returns = returns };
    };

    /// <summary>The same from Keras's start: Xavier's W, a random orthogonal U, b = 0.</summary>
    public static CellFactory Orthogonal { get; } = (inputs, units, sequences, random, returns) =>
        new Elman(
            inputs, units, sequences, Initializers.Xavier(random), StateInitializers.Orthogonal(random))
        { Returns = returns };

    /// <summary>With ReLU and U = I, so that it begins by adding up its inputs. S2-194, S3-161.</summary>
    public static CellFactory Relu { get; } = (inputs, units, sequences, random, returns) =>
        new Elman(
            inputs, units, sequences, Initializers.Normal(random, 0.1), StateInitializers.Identity(),
            activation: CellActivation.Relu)
        { Returns = returns };
}
