using Reference.Networks;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>Cells for tasks that compare them, every weight and bias drawn in ±1/√H as PyTorch does.</summary>
public static class LstmCells
{
    /// <summary>As PyTorch has it: the forget gates start near ½.</summary>
    public static CellFactory Lstm { get; } = WithForgetBias(0);

    /// <summary>Elman's network, drawn the same way.</summary>
    public static CellFactory Simple { get; } = (inputs, units, sequences, random, returns) =>
    {
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(units));
        return new Elman(inputs, units, sequences, uniform, bias: uniform) { Returns = returns };
    };

    /// <summary>The forget gates start near σ(b). S2-198.</summary>
    public static CellFactory WithForgetBias(double b) => (inputs, units, sequences, random, returns) =>
    {
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(units));
        return new Lstm(inputs, units, sequences, uniform, bias: uniform, forgetBias: b) { Returns = returns };
    };
}
