using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.RecurrentNetworks;

namespace Reference.GatedRecurrentUnits;

/// <summary>The GRU for tasks that compare cells, every weight and bias drawn in ±1/√H as PyTorch does.</summary>
public static class GruCells
{
    /// <summary>The GRU.</summary>
    public static CellFactory Gru { get; } = (inputs, units, sequences, random, returns) =>
    {
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(units));
        return new Gru(inputs, units, sequences, uniform, bias: uniform) { Returns = returns };
    };

    /// <summary>A simple network, an LSTM and a GRU, drawn the same way.</summary>
    public static IReadOnlyList<(string Name, CellFactory Cell)> All { get; } =
        [("tanh", RecurrentCells.Tanh), ("LSTM", LstmCells.Lstm), ("GRU", Gru)];
}
