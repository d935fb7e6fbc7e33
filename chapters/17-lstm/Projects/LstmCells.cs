using Reference.Networks;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>The LSTM for tasks that compare cells, every weight and bias drawn in ±1/√H as PyTorch does.
/// S3-161.</summary>
public static class LstmCells
{
    /// <summary>As PyTorch has it: the forget gates start near ½.</summary>
    public static CellFactory Lstm { get; } = WithForgetBias(0);

    /// <summary>The forget gates start near σ(b). S2-198.</summary>
    public static CellFactory WithForgetBias(double b) => (inputs, units, sequences, random, returns) =>
    {
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(units));
        return new Lstm(inputs, units, sequences, uniform, bias: uniform, forgetBias: b) { Returns = returns };
    };
}
